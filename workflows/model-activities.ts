import {
  ActivityFailure,
  ApplicationFailure,
  ChildWorkflowFailure,
  isCancellation,
  proxyActivities,
} from '@temporalio/workflow';
import type { curateActivities } from '../activities/curate.ts';
import type { reportActivities, shardActivities } from '../activities/evaluate-version.ts';
import type { planActivities } from '../activities/plan-models.ts';
import type { promoteActivities } from '../activities/promote.ts';
import type { roundActivities } from '../activities/round.ts';
import type { shadowActivities } from '../activities/shadow.ts';
import type { trainActivities } from '../activities/train.ts';
import type { watchActivities } from '../activities/watch.ts';
import { PRIORITIES, TASK_QUEUES } from '../shared/task-queues.ts';

type RegistryActivities = ReturnType<typeof planActivities> &
  ReturnType<typeof promoteActivities> &
  ReturnType<typeof reportActivities> &
  ReturnType<typeof roundActivities> &
  ReturnType<typeof watchActivities>;
type TrainingActivities = ReturnType<typeof curateActivities> & ReturnType<typeof trainActivities>;

// Without a limit on attempts, as for claims: what is away comes back.
const UNTIL_BACK = { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '20s' } as const;

/** The registry and the alias: light work of the pool that also runs claims, so that a rollback waits for no training. */
export const registry = proxyActivities<RegistryActivities>({
  retry: UNTIL_BACK,
  startToCloseTimeout: '2 minutes',
});

/** Curating and training. A worker that dies is noticed by its heartbeats, and the training goes on elsewhere. */
export const training = proxyActivities<TrainingActivities>({
  retry: UNTIL_BACK,
  taskQueue: TASK_QUEUES.training,
  startToCloseTimeout: '7 days',
  heartbeatTimeout: '20 seconds',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
});

/** Judging, beside the model server: behind every live claim. */
export const judging = proxyActivities<ReturnType<typeof shardActivities>>({
  retry: UNTIL_BACK,
  taskQueue: TASK_QUEUES.inference,
  startToCloseTimeout: '4 hours',
  heartbeatTimeout: '30 seconds',
  priority: { priorityKey: PRIORITIES.batch },
});

/** Comparing what a version in shadow read. */
export const shadowing = proxyActivities<ReturnType<typeof shadowActivities>>({
  retry: UNTIL_BACK,
  startToCloseTimeout: '1 minute',
});

/** Waiting for the replicas, for as long as the request allows. */
export const replicas = (withinMs: number) =>
  proxyActivities<Pick<RegistryActivities, 'awaitReplicas'>>({
    retry: UNTIL_BACK,
    startToCloseTimeout: withinMs,
    scheduleToCloseTimeout: withinMs,
    heartbeatTimeout: '30 seconds',
  });

type Parsed<T> =
  | { success: true; data: T }
  | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };

/** The input with its defaults. What was started with nothing is `{}`; what is wrong ends the workflow with a sentence. */
export function requested<T>(schema: { safeParse: (input: unknown) => Parsed<T> }, request: unknown): T {
  const parsed = schema.safeParse(request ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw ApplicationFailure.nonRetryable(
    `the request is refused: ${issue?.path.join('.') || 'it'}: ${issue?.message}`,
    'InvalidInput',
  );
}

/** What a step failed with, as one sentence and a type; a cancellation is passed on. */
export function failed(error: unknown): { type: string; sentence: string } {
  if (isCancellation(error)) throw error;
  let cause: unknown = error;
  while ((cause instanceof ActivityFailure || cause instanceof ChildWorkflowFailure) && cause.cause)
    cause = cause.cause;
  if (cause instanceof ApplicationFailure) return { type: cause.type ?? 'unknown', sentence: cause.message };
  return { type: 'TimedOut', sentence: 'it did not come to an end in time' };
}
