/** The steps of a workflow as its history tells them: which activity, when, how often it was tried, where. */
import type { temporal } from '@temporalio/proto';

type History = temporal.api.history.v1.IHistory;
type Timestamp = NonNullable<NonNullable<History['events']>[number]['eventTime']>;

export interface Step {
  at: Date;
  /** `null`: it is a moment, or goes on. */
  until: Date | null;
  kind: 'step' | 'person' | 'delivery';
  what: string;
  who: string | null;
  model: string | null;
  attempts: number | null;
  outcome: 'done' | 'running' | 'waiting' | 'failed' | 'cancelled';
  detail: Record<string, string | number | boolean | null | string[]>;
}

/** In the order of their beginning. What an activity was given and what it answered stays sealed. */
export function stepsOf(history: History): Step[] {
  const steps = new Map<string, Step>();
  for (const event of history.events ?? []) {
    const at = dateOf(event.eventTime);
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (scheduled) {
      steps.set(String(event.eventId), {
        at,
        until: null,
        kind: 'step',
        what: scheduled.activityType?.name ?? 'unknown',
        who: null,
        model: null,
        attempts: null,
        outcome: 'running',
        detail: { taskQueue: scheduled.taskQueue?.name ?? null },
      });
      continue;
    }
    const started = event.activityTaskStartedEventAttributes;
    if (started) {
      const step = steps.get(String(started.scheduledEventId));
      if (!step) continue;
      step.who = started.identity ?? null;
      step.attempts = started.attempt ?? null;
      const failure = started.lastFailure?.applicationFailureInfo?.type ?? started.lastFailure?.source;
      // Only the type: the message of a failure may be sealed, and is nobody's here.
      if (started.lastFailure) step.detail['lastFailure'] = failure ?? 'timeout';
      continue;
    }
    const ended = endOf(event);
    const step = ended && steps.get(String(ended.of));
    if (step) Object.assign(step, { until: at, outcome: ended.outcome });
  }
  return [...steps.values()];
}

function endOf(
  event: NonNullable<History['events']>[number],
): { of: unknown; outcome: Step['outcome'] } | null {
  const done = event.activityTaskCompletedEventAttributes;
  if (done) return { of: done.scheduledEventId, outcome: 'done' };
  const failed = event.activityTaskFailedEventAttributes ?? event.activityTaskTimedOutEventAttributes;
  if (failed) return { of: failed.scheduledEventId, outcome: 'failed' };
  const cancelled = event.activityTaskCanceledEventAttributes;
  return cancelled ? { of: cancelled.scheduledEventId, outcome: 'cancelled' } : null;
}

const dateOf = (at: Timestamp | null | undefined): Date =>
  new Date(Number(at?.seconds ?? 0) * 1_000 + Math.floor((at?.nanos ?? 0) / 1e6));
