import {
  allHandlersFinished,
  CancellationScope,
  condition,
  isCancellation,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { ModelVersion } from '../shared/answers.ts';
import { type PromoteInput, PromoteInputSchema, type PromoteRequest } from '../shared/model-contracts.ts';
import { judge } from './evaluate.ts';
import { failed, registry, replicas, requested } from './model-activities.ts';
import { handlePromotionMessages, type PromotionState, type Word } from './promotion-messages.ts';

/** Why a promotion ends before its time. */
class Ended extends Error {
  override name = 'Ended';
  readonly status: 'refused' | 'rejected' | 'rolled_back';

  constructor(status: Ended['status'], reason: string) {
    super(reason);
    this.status = status;
  }
}

/**
 * A version on its way into production: loaded and verified on every replica ▸ judged against the active
 * one on the same claims ▸ gate ▸ approval ▸ shadow ▸ a growing share of new claims ▸ active ▸ watched.
 * Whatever stops it leaves the version active that was. Fails with `InvalidInput` alone; what else ends it
 * is the result's status with its reason.
 */
export async function promoteWorkflow(request?: PromoteRequest): Promise<PromotionState> {
  const input = requested(PromoteInputSchema, request);
  const words: Word[] = [];
  const state: PromotionState = {
    ...{ status: 'loading', version: null, against: null, dataSet: null, before: null, after: null },
    ...{
      claims: 0,
      findings: [],
      approvals: [],
      personsNeeded: input.approval.persons,
      share: 0,
      reason: null,
    },
  };
  handlePromotionMessages(state, words);
  const plan = await registry.planJudging({
    unstaged: true,
    ...(input.version === undefined ? {} : { version: input.version }),
    ...(input.dataSet === undefined ? {} : { dataSet: input.dataSet }),
  });
  const { candidate, against, dataSet } = plan;
  Object.assign(state, { version: candidate.name, against: against.name, dataSet });
  try {
    await load(candidate.name, input);
    await passGate(plan, input, state);
    if (input.approval.persons > 0) await awaitApproval(input, state, words);
    await rollOut(candidate.name, against.name, input, state);
    state.status = 'promoted';
  } catch (error) {
    if (isCancellation(error)) {
      await CancellationScope.nonCancellable(() => withdraw(candidate.name, 'shelved', 'cancelled'));
      throw error;
    }
    const ended = error instanceof Ended ? error : new Ended('refused', failed(error).sentence);
    Object.assign(state, { status: ended.status, reason: ended.message });
    await withdraw(candidate.name, ended.status === 'rejected' ? 'shelved' : 'refused', 'not_promoted');
  }
  await condition(allHandlersFinished);
  return state;
}

const withdraw = (version: string, stage: 'shelved' | 'refused', reason: string): Promise<void> =>
  registry.shelveVersion({ version, stage, reason });

async function load(version: string, { loadWithinMs }: PromoteInput): Promise<void> {
  await registry.serveVersion({ version });
  try {
    await replicas(loadWithinMs).awaitReplicas({ version });
  } catch (error) {
    throw new Ended('refused', failed(error).sentence);
  }
}

/** Fits confidence where none is fitted and there is enough to fit it on, then judges both on the same claims. */
async function passGate(
  plan: {
    candidate: ModelVersion;
    against: ModelVersion;
    dataSet: string;
    claims: Record<'evaluation' | 'validation', number>;
  },
  input: PromoteInput,
  state: PromotionState,
): Promise<void> {
  const { dataSet, claims, against } = plan;
  const { gate: policy, claimsPerShard, shardsAtOnce } = input;
  const on = (part: 'evaluation' | 'validation') => ({
    dataSet,
    part,
    claims: claims[part],
    claimsPerShard,
    shardsAtOnce,
  });
  state.status = 'evaluating';
  let { candidate } = plan;
  if (candidate.calibration === null && claims.validation >= policy.calibrationClaims) {
    const { evaluation } = await judge(candidate, on('validation'));
    const shards = Math.ceil(claims.validation / claimsPerShard);
    await registry.fitConfidence({ evaluation, dataSet, shards, model: candidate });
    candidate = await registry.currentVersion({ version: candidate.name });
  }
  const before = await judge(against, on('evaluation'));
  const after = await judge(candidate, on('evaluation'));
  Object.assign(state, { before: before.fieldAccuracy, after: after.fieldAccuracy, claims: after.n });
  state.status = 'judging';
  const { passed, findings } = await registry.judgeVersion({
    ...{ decision: decisionName(), candidate: candidate.name, against: against.name, dataSet, policy },
    ...{ candidateEvaluation: after.evaluation, againstEvaluation: before.evaluation },
  });
  state.findings = findings;
  if (!passed)
    throw new Ended(
      'refused',
      findings.flatMap(({ passed, sentence }) => (passed ? [] : [sentence])).join(' '),
    );
}

const decisionName = (): string => `decision-${workflowInfo().firstExecutionRunId}`;

async function awaitApproval(
  { approval }: PromoteInput,
  state: PromotionState,
  words: Word[],
): Promise<void> {
  state.status = 'awaiting_approval';
  const decision = decisionName();
  const isDecided = (): boolean =>
    words.some(({ word }) => word === 'reject') || state.approvals.length >= approval.persons;
  const inTime = await condition(isDecided, approval.withinMs);
  for (const word of words) await registry.recordApproval({ decision, ...word });
  const rejected = words.find(({ word }) => word === 'reject');
  const outcome = rejected ? 'rejected' : inTime ? 'approved' : 'expired';
  await registry.recordOutcome({ decision, outcome });
  if (rejected) throw new Ended('rejected', 'a person rejected it');
  if (!inTime) throw new Ended('rejected', 'nobody approved it in time');
}

/** Step by step, each watched; what gets worse has been rolled back by the look that found it. */
async function rollOut(
  version: string,
  against: string,
  input: PromoteInput,
  state: PromotionState,
): Promise<void> {
  const { rollout } = input;
  // A replica may have been added, or have lost its server, while people thought about it.
  await load(version, input);
  if (rollout.shadowShare > 0 && rollout.shadowClaims > 0) {
    state.status = 'shadow';
    await move(version, 'shadow', rollout.shadowShare, state);
    await watch(version, against, 'shadow', rollout.shadowClaims, rollout.stepAtMostMs, input);
  }
  state.status = 'canary';
  for (const share of rollout.steps) {
    await move(version, 'canary', share, state);
    await watch(version, against, 'canary', rollout.claimsPerStep, rollout.stepAtMostMs, input);
  }
  const { moved } = await registry.activateVersion({ version });
  if (!moved) throw new Ended('rolled_back', 'somebody stopped it');
  Object.assign(state, { status: 'watching', share: 1 });
  if (rollout.watchMs > 0)
    await watch(version, against, 'active', Number.MAX_SAFE_INTEGER, rollout.watchMs, input);
}

async function move(
  version: string,
  stage: 'shadow' | 'canary',
  share: number,
  state: PromotionState,
): Promise<void> {
  const { moved } = await registry.moveVersion({ version, stage, share });
  if (!moved) throw new Ended('rolled_back', 'somebody stopped it');
  state.share = share;
}

async function watch(
  version: string,
  against: string,
  stage: 'shadow' | 'canary' | 'active',
  claimsNeeded: number,
  atMostMs: number,
  { rollout }: PromoteInput,
): Promise<void> {
  for (;;) {
    const { limits } = rollout;
    const look = await registry.lookAtStep({ version, against, stage, limits, claimsNeeded, atMostMs });
    if (look.outcome === 'ended') return;
    if (look.outcome === 'moved') throw new Ended('rolled_back', 'somebody stopped it');
    if (look.outcome === 'worse')
      throw new Ended(
        'rolled_back',
        `worse than before: ${look.worse.map(({ signal }) => signal).join(', ')}`,
      );
    await sleep(rollout.checkEveryMs);
  }
}
