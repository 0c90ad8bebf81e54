/** Throughput, quality and the reviewers' work. */
import {
  listLastReviews,
  listQueueAges,
  listStretches,
  type Stretch,
  summariseWork,
  type WorkRow,
} from '../../../shared/database/dashboard.ts';
import type { Route } from '../call.ts';
import type { dashboardContracts } from '../contracts/dashboard.ts';
import { time } from './page.ts';

type Contracts = typeof dashboardContracts;

const LAST_REVIEWS = 20;

export const showDashboard: Route<Contracts['showDashboard']> = async ({ query, person, audit, deps }) => {
  const { tenant } = person;
  const { database } = deps;
  await audit(null, { by: query.by, last: query.last });
  const stretches = await listStretches(database, { tenant, ...query });
  const since = stretches[0]?.from ?? new Date();
  const [queues, work, last] = await Promise.all([
    listQueueAges(database, tenant),
    summariseWork(database, { tenant, since }),
    listLastReviews(database, { tenant, limit: LAST_REVIEWS }),
  ]);
  return {
    status: 200,
    body: {
      from: time(since),
      to: new Date().toISOString(),
      by: query.by,
      total: figures(sum(stretches)),
      stretches: stretches.map((stretch) => ({ from: time(stretch.from), ...figures(stretch) })),
      queues,
      reviews: { measured: workOf(work, false), simulated: workOf(work, true) },
      lastReviews: last.map((row) => ({
        id: row.claim_id,
        submittedAt: time(row.submitted_at),
        minutes: row.minutes,
        keyStrokes: row.key_strokes,
        pointerActions: row.pointer_actions,
        simulated: row.simulated,
      })),
    },
  };
};

type Counts = Omit<Stretch, 'from'>;

const NOTHING: Counts = {
  handedIn: 0,
  settled: 0,
  completed: 0,
  autoAccepted: 0,
  rejected: 0,
  cancelled: 0,
  confidenceSum: 0,
  fieldsRead: 0,
  reviewedFields: 0,
  uncorrectedFields: 0,
  auditedFields: 0,
  agreedFields: 0,
};

const sum = (stretches: Stretch[]): Counts =>
  stretches.reduce<Counts>(
    (total, stretch) =>
      Object.fromEntries(
        Object.entries(total).map(([key, count]) => [key, count + stretch[key as keyof Counts]]),
      ) as unknown as Counts,
    NOTHING,
  );

function figures({ confidenceSum, ...counts }: Counts & { from?: Date }) {
  const { from: _from, ...figures } = counts;
  const meanConfidence = counts.fieldsRead > 0 ? confidenceSum / counts.fieldsRead : null;
  return { ...figures, meanConfidence };
}

const NONE = { claims: 0, p50: null, p90: null, mean: null };

function workOf(rows: WorkRow[], simulated: boolean) {
  const row = rows.find((one) => one.simulated === simulated);
  return {
    minutes: row?.minutes ?? NONE,
    activeMinutes: row?.activeMinutes ?? NONE,
    keyStrokes: row?.keyStrokes ?? NONE,
    pointerActions: row?.pointerActions ?? NONE,
  };
}
