import {
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  isCancellation,
  ParentClosePolicy,
  patched,
  startChild,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { ModelVersion, ReviewReason } from '../shared/answers.ts';
import {
  auditWorkflowId,
  type ClaimInput,
  ClaimInputSchema,
  type ClaimPolicy,
  type ClaimRequest,
  type ClaimResult,
  type ClaimStatus,
  claimWorkflowId,
  type Decision,
  type SETTLED_STATUSES,
  shadowWorkflowId,
} from '../shared/contracts.ts';
import { searchAttributes } from '../shared/search-attributes.ts';
import { type Activities, activitiesFor } from './activities.ts';
import { auditWorkflow } from './audit.ts';
import { awaitPerson } from './await-person.ts';
import { handleMessages } from './claim-messages.ts';
import { ClaimRun } from './claim-run.ts';
import { extractPacket } from './extract-packet.ts';
import { readPacket } from './read-packet.ts';
import { shadowWorkflow } from './shadow.ts';

type SettledStatus = (typeof SETTLED_STATUSES)[number];

/**
 * One claim, from the packet handed in to the record delivered: read ▸ chunk ▸ extract ▸ merge ▸
 * score ▸ review where in doubt ▸ record ▸ tell intake ▸ audit a sample.
 *
 * Its id must be `claimWorkflowId(tenant, claimId)`. Fails with `InvalidInput` on a request of the
 * wrong form and with `ClaimIdConflict` when the id was used for other documents; every other
 * trouble is waited for or handed to a person. Started again after it ran, it returns the old result.
 */
export async function claimWorkflow(request: ClaimRequest): Promise<ClaimResult> {
  const input = parseInput(request);
  const run = new ClaimRun(input);
  const activities = activitiesFor(input);
  handleMessages(run, activities);

  const opened = await activities.openClaim({ input, firstRunId: workflowInfo().firstExecutionRunId });
  if (opened.outcome === 'already_ran') {
    return { ...resultOf(run, opened.status), alreadyRan: true, model: opened.model, reasons: [] };
  }
  run.model = opened.model;
  run.shadow = opened.shadow ?? null;
  try {
    const status = await settle(run, opened.model, activities);
    await condition(allHandlersFinished);
    return resultOf(run, status);
  } catch (error) {
    if (isCancellation(error)) await CancellationScope.nonCancellable(() => recordCancelled(run, activities));
    throw error;
  }
}

/** Reads until the packet is read and decided, then records. A packet that grows while a person looks is read again. */
async function settle(run: ClaimRun, model: ModelVersion, activities: Activities): Promise<SettledStatus> {
  for (;;) {
    await understand(run, model, activities);
    // Documents that came while the last chunks were asked about are read before anything is decided.
    if (run.unread().length > 0) continue;
    if (run.allRejected()) return record(run, activities, null, 'rejected');
    const reasons = run.reviewReasons();
    if (reasons.length === 0) return record(run, activities, null, 'completed');
    enter(run, 'in_review');
    const decision = await person(run, activities, reasons);
    if (decision === 'new_documents') continue;
    return record(run, activities, decision, decision.decision === 'approve' ? 'completed' : 'rejected');
  }
}

const person = (run: ClaimRun, activities: Activities, reasons: ReviewReason[]) =>
  run.timed('reviewMs', () => awaitPerson(run, activities, reasons));

/** From bytes to scored fields. Returns with nothing left unread but what a person or a failure stopped. */
async function understand(run: ClaimRun, model: ModelVersion, activities: Activities): Promise<void> {
  const { tenant, claimId, policy } = run.input;
  enter(run, 'reading');
  while (run.unread().length > 0) await run.timed('readMs', () => readPacket(run, activities));
  if (run.allRejected()) return;
  const readings = readPages(run);

  const { chunks } = await run.timed('chunkMs', () => activities.chunkPacket({ tenant, model, readings }));
  run.setChunks(chunks);
  enter(run, 'extracting');
  const extract = () => run.timed('extractMs', () => extractPacket(run, model, activities));
  while (!run.stoppedByBudget && (await extract()) === 'over_budget') {
    enter(run, 'awaiting_budget');
    const decision = await person(run, activities, ['budget_exceeded']);
    if (decision === 'new_documents') return understand(run, model, activities);
    run.budgetDecisions.push(decision);
    // It decided about the budget alone: the claim stays open for documents.
    run.decision = null;
    if (decision.decision === 'approve') run.budgets += 1;
    else run.stoppedByBudget = true;
    enter(run, 'extracting');
  }

  const round = run.version + 1;
  const answered = run.chunksWith('answered');
  const unread = [...run.chunksWith('failed'), ...run.chunksWith('pending')];
  const { object } = await run.timed('mergeMs', () =>
    activities.mergeAnswers({ tenant, claimId, round, model, chunks: answered, unread }),
  );
  const threshold = policy.confidenceThreshold;
  run.scored = await run.timed('scoreMs', () =>
    activities.scoreClaim({ tenant, claimId, round, model, merged: object, threshold }),
  );
  run.version = round;
}

/** Records the claim once, tells intake, and draws the audit sample. From here on the packet is closed. */
async function record(
  run: ClaimRun,
  activities: Activities,
  decision: Decision | null,
  status: 'completed' | 'rejected',
): Promise<SettledStatus> {
  const { tenant, claimId, policy } = run.input;
  run.status = 'recording';
  const account = run.completeness();
  await activities.recordClaim({
    tenant,
    claimId,
    status,
    scored: run.scored?.object ?? null,
    model: run.model,
    version: run.version,
    reasons: run.reviewReasons(),
    completeness: account,
    usage: run.usage,
    documents: run.documents,
    readings: run.orderedReadings(),
    decision,
    budgetDecisions: run.budgetDecisions,
    timings: { ...run.timings, totalMs: Date.now() - workflowInfo().startTime.getTime() },
  });
  enter(run, status);
  await activities.notifyIntake({ tenant, claimId, status }).catch((error: unknown) => {
    // The record stands; what intake did not take stays marked in its row and can be replayed.
    if (isCancellation(error)) throw error;
  });
  if (status === 'completed' && isSampled(decision, policy)) {
    await startChild(auditWorkflow, {
      workflowId: auditWorkflowId(tenant, claimId),
      args: [{ tenant, claimId, priority: run.input.priority, review: policy.review }],
      parentClosePolicy: ParentClosePolicy.ABANDON,
    });
  }
  if (status === 'completed' && run.shadow) {
    await startChild(shadowWorkflow, {
      workflowId: shadowWorkflowId(tenant, claimId),
      args: [{ tenant, claimId, model: run.shadow, readings: readPages(run) }],
      parentClosePolicy: ParentClosePolicy.ABANDON,
    });
  }
  return status;
}

/** The packet's documents in order, each with the pages that were read. */
const readPages = (run: ClaimRun): { document: string; pages: number[] }[] =>
  run
    .orderedReadings()
    .filter((reading) => reading.pages.length > 0)
    .map((reading) => ({ document: reading.document, pages: reading.pages.map((page) => page.page) }));
/** Whether somebody else reads the claim again: by lot, of claims without doubt and of reviewed ones. */
function isSampled(decision: Decision | null, policy: ClaimPolicy): boolean {
  if (decision === null) return Math.random() < policy.auditShare;
  return (
    policy.secondReadingShare > 0 && patched('second-readings') && Math.random() < policy.secondReadingShare
  );
}

async function recordCancelled(run: ClaimRun, activities: Activities): Promise<void> {
  if (run.status === 'completed' || run.status === 'rejected') return;
  run.status = 'cancelled';
  await activities.recordCancelled({ tenant: run.input.tenant, claimId: run.input.claimId });
  upsertSearchAttributes(searchAttributes.status('cancelled'));
}

/** Search attributes change where people look for a claim, not at every step: each change is an event of the history. */
const SHOWN_IN_SEARCH: readonly ClaimStatus[] = ['in_review', 'awaiting_budget', 'completed', 'rejected'];

function enter(run: ClaimRun, status: ClaimStatus): void {
  run.status = status;
  if (!SHOWN_IN_SEARCH.includes(status)) return;
  upsertSearchAttributes(
    searchAttributes.all(run.input.tenant, status, Object.keys(run.scored?.doubts ?? {}).length),
  );
}

function resultOf(run: ClaimRun, status: SettledStatus): ClaimResult {
  const { tenant, claimId } = run.input;
  return {
    tenant,
    claimId,
    status,
    alreadyRan: false,
    model: run.model?.name ?? null,
    reasons: run.reviewReasons(),
    completeness: run.completeness(),
  };
}

function parseInput(request: ClaimRequest): ClaimInput {
  const parsed = ClaimInputSchema.safeParse(request);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(`the request is refused: ${issue?.path.join('.') || 'it'}: ${issue?.message}`);
  }
  const expected = claimWorkflowId(parsed.data.tenant, parsed.data.claimId);
  if (workflowInfo().workflowId !== expected)
    throw invalid(`start this claim under the workflow id ${expected}`);
  return parsed.data;
}

const invalid = (sentence: string) => ApplicationFailure.nonRetryable(sentence, 'InvalidInput');
