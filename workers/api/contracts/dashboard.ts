/** How much goes through, how well it is read, and what it takes of people. */
import { z } from 'zod';
import { type Contract, moment, responseSchema } from './contract.ts';

const count = z.number().int().min(0);

/** What one stretch of time held; where it held nothing of a kind, means are null. */
const Stretch = z.object({
  from: moment,
  handedIn: count,
  settled: count,
  completed: count,
  autoAccepted: count.meta({ description: 'completed without a person' }),
  rejected: count,
  cancelled: count,
  meanConfidence: z.number().nullable().meta({ description: 'of the model, over the fields that it read' }),
  fieldsRead: count,
  reviewedFields: count.meta({ description: 'fields of claims that a person reviewed' }),
  uncorrectedFields: count.meta({ description: 'of these, those that stayed as they were read' }),
  auditedFields: count.meta({ description: 'fields of claims that were read blind' }),
  agreedFields: count.meta({ description: 'of these, those on which the readings agree' }),
});

const Spread = z.object({
  claims: count,
  p50: z.number().nullable(),
  p90: z.number().nullable(),
  mean: z.number().nullable(),
});

/** Reviews of one kind: of people, or of programs that worked the page in a test. */
const ReviewWork = z.object({
  minutes: Spread.meta({ description: 'from open to submit' }),
  activeMinutes: Spread.meta({ description: 'with the page in front' }),
  keyStrokes: Spread,
  pointerActions: Spread,
});

const QueueAge = z.object({
  queue: z.string(),
  waiting: count,
  held: count,
  overdue: count,
  oldestSeconds: z.number().nullable(),
  medianSeconds: z.number().nullable(),
});

const Dashboard = responseSchema(
  'Dashboard',
  z.object({
    from: moment,
    to: moment,
    by: z.enum(['hour', 'day']),
    total: Stretch.omit({ from: true }),
    stretches: z.array(Stretch).meta({ description: 'without gaps, the oldest first' }),
    queues: z.array(QueueAge),
    reviews: z.object({ measured: ReviewWork, simulated: ReviewWork }),
    lastReviews: z.array(
      z.object({
        id: z.string(),
        submittedAt: moment,
        minutes: z.number(),
        keyStrokes: count,
        pointerActions: count,
        simulated: z.boolean(),
      }),
    ),
  }),
);

export const dashboardContracts = {
  showDashboard: {
    method: 'GET',
    path: '/v1/dashboard',
    summary: 'Throughput, quality and the reviewers’ work over a period',
    roles: ['reviewer', 'senior_reviewer', 'auditor', 'ml'],
    query: z.object({
      by: z.enum(['hour', 'day']).default('hour'),
      last: z.coerce
        .number()
        .int()
        .min(1)
        .max(366)
        .default(24)
        .meta({ description: 'so many hours or days up to now' }),
    }),
    responses: { 200: Dashboard },
    problems: ['invalid_input'],
    audit: 'dashboard.read',
  },
} as const satisfies Record<string, Contract>;
