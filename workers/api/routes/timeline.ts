/** What happened to a claim, from the workflow's history, the record and the audit log. It names fields and counts, never a value. */
import { claimWorkflowId } from '../../../shared/contracts.ts';
import type { ClaimRow } from '../../../shared/database/claims.ts';
import { claimReport } from '../../../shared/database/records.ts';
import { readTimeline, type TimelineRows } from '../../../shared/database/timeline.ts';
import type { ApiDeps, Route } from '../call.ts';
import type { claimContracts } from '../contracts/claims.ts';
import { type Step, stepsOf } from '../history-steps.ts';
import { existing } from './intake.ts';
import { time } from './page.ts';
import { temporalUrl } from './temporal-url.ts';

type Contracts = typeof claimContracts;

interface Entry extends Omit<Step, 'at' | 'until'> {
  at: string | null;
  until: string | null;
  tookMs: number | null;
}

export const showTimeline: Route<Contracts['showTimeline']> = async ({ params, person, audit, deps }) => {
  const claim = { tenant: person.tenant, claimId: params.id };
  await audit(params.id);
  const row = await existing(deps, claim);
  const workflowId = claimWorkflowId(claim.tenant, claim.claimId);
  const [report, rows, history] = await Promise.all([
    claimReport(deps.database, claim.tenant, claim.claimId),
    readTimeline(deps.database, claim),
    historyOf(deps, workflowId),
  ]);
  const recorded = recordedSteps(report?.timings ?? {});
  const steps = history ?? recorded;
  const entries = [...steps, ...waits(rows), ...people(rows), ...deliveries(rows)].map((entry) =>
    withModel(entry, row),
  );
  return {
    status: 200,
    body: {
      id: params.id,
      status: row.status,
      submittedAt: time(row.submitted_at),
      settledAt: time(row.settled_at),
      model: report?.model ?? null,
      steps: history ? 'history' : recorded.length > 0 ? 'record' : 'none',
      temporalUrl: temporalUrl(deps.config, workflowId),
      // Of a step that has no moment it is known only that it belongs before what came later.
      entries: entries.sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '')),
    },
  };
};

/** `null` where Temporal keeps the history no more; while it does not answer, the rest is shown. */
async function historyOf(deps: ApiDeps, workflowId: string): Promise<Entry[] | null> {
  const history = await deps.client.workflow
    .getHandle(workflowId)
    .fetchHistory()
    .catch(() => null);
  return history && stepsOf(history).map((step) => entry(step));
}

const entry = ({ at, until, ...step }: Step): Entry => ({
  ...step,
  at: time(at),
  until: time(until),
  tookMs: until && until.getTime() - at.getTime(),
});

const READS_WITH_MODEL = new Set(['extractChunks', 'extract']);

const withModel = (entry: Entry, { model }: ClaimRow): Entry =>
  READS_WITH_MODEL.has(entry.what) ? { ...entry, model } : entry;

/** `readMs` is what the step `read` took. */
const recordedSteps = (timings: Record<string, number>): Entry[] =>
  Object.entries(timings)
    .filter(([name]) => name !== 'totalMs' && name !== 'reviewMs')
    .map(([name, tookMs]) => ({
      at: null,
      until: null,
      tookMs,
      kind: 'step',
      what: name.replace(/Ms$/, ''),
      who: null,
      model: null,
      attempts: null,
      outcome: 'done',
      detail: {},
    }));

const waits = ({ tasks, readings, disagreements }: TimelineRows): Entry[] => [
  ...tasks.map(({ opened_at, closed_at, ...task }) =>
    waiting('awaitPerson', opened_at, closed_at, null, {
      queue: task.queue,
      version: task.version,
      reasons: task.reasons,
      fields: task.fields,
      dueAt: time(task.due_at),
      escalatedAt: time(task.escalated_at),
      reminders: task.reminders,
    }),
  ),
  ...readings.map(({ opened_at, decided_at, auditor, compared, agreed, differing }) =>
    waiting('awaitBlindReading', opened_at, decided_at, auditor, {
      compared,
      agreed,
      differing: differing ?? [],
    }),
  ),
  ...disagreements.map(({ opened_at, decided_at, decided_by, fields }) =>
    waiting('awaitSenior', opened_at, decided_at, decided_by, { fields }),
  ),
];

const waiting = (
  what: string,
  from: Date,
  until: Date | null,
  who: string | null,
  detail: Entry['detail'],
): Entry => ({
  ...entry({
    at: from,
    until,
    kind: 'person',
    what,
    who,
    model: null,
    attempts: null,
    outcome: until ? 'done' : 'waiting',
    detail,
  }),
});

const moment = (at: Date, kind: Entry['kind'], more: Pick<Entry, 'what' | 'who' | 'outcome' | 'detail'>) => ({
  ...entry({ at, until: null, kind, model: null, attempts: null, ...more }),
});

const people = ({ actions, reviews }: TimelineRows): Entry[] => [
  ...actions.map(({ at, action, actor, detail }) =>
    moment(at, 'person', { what: action, who: actor, outcome: 'done', detail }),
  ),
  ...reviews.map(({ decided_at, subject, reviewer, decision, given_by, reason_code, corrected }) =>
    moment(decided_at, 'person', {
      what: subject === 'budget' ? 'budget.decide' : 'review.submit',
      who: reviewer,
      outcome: 'done',
      detail: { decision, reasonCode: reason_code, corrected, givenBy: given_by, verified: false },
    }),
  ),
];

const deliveries = ({ deliveries: rows }: TimelineRows): Entry[] =>
  rows.map(({ at, outcome, replayed }) =>
    moment(at, 'delivery', {
      what: 'notifyIntake',
      who: null,
      outcome: outcome === 'delivered' ? 'done' : 'failed',
      detail: { outcome, replayed },
    }),
  );
