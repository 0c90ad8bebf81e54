/** What a workflow's history says about its size and where its time went. */
import type { WorkflowHandle } from '@temporalio/client';

export interface HistorySize {
  events: number;
  bytes: number;
}

export async function historySize(handle: WorkflowHandle): Promise<HistorySize> {
  const { raw } = await handle.describe();
  const info = raw.workflowExecutionInfo;
  return { events: Number(info?.historyLength), bytes: Number(info?.historySizeBytes) };
}

/** An event of a history, reduced to what says where time went. */
export interface TimedEvent {
  id: number;
  ms: number;
  kind: 'scheduled' | 'started' | 'ended' | 'task_scheduled' | 'task_started' | 'task_ended';
  /** For `started` and `ended`: the event that scheduled it. */
  of: number | null;
  activity: string | null;
}

export interface TimeShares {
  /** Activities at work. */
  runMs: number;
  /** Activities waiting for a worker to take them. */
  waitMs: number;
  /** The workflow waiting for a worker to take its next step. */
  taskWaitMs: number;
  /** The workflow's code taking a step, and its result on the way back. */
  taskRunMs: number;
  /** Time at work of each activity. */
  activities: Record<string, number>;
}

/** Adds up where the time of a workflow went whose activities ran one after another. */
export function timeShares(events: readonly TimedEvent[]): TimeShares {
  const shares: TimeShares = { runMs: 0, waitMs: 0, taskWaitMs: 0, taskRunMs: 0, activities: {} };
  const byId = new Map(events.map((event) => [event.id, event]));
  const startedOf = new Map(
    events.filter(({ kind }) => kind === 'started').map((event) => [event.of, event.ms]),
  );
  for (const { kind, of, ms } of events) {
    const from = of === null ? undefined : byId.get(of);
    if (!from) continue;
    if (kind === 'started') shares.waitMs += ms - from.ms;
    if (kind === 'task_started') shares.taskWaitMs += ms - from.ms;
    if (kind === 'task_ended') shares.taskRunMs += ms - from.ms;
    if (kind !== 'ended') continue;
    const took = ms - (startedOf.get(of) ?? ms);
    shares.runMs += took;
    const name = from.activity ?? 'unknown';
    shares.activities[name] = (shares.activities[name] ?? 0) + took;
  }
  return shares;
}

/** The timed events of a workflow's history, oldest first. */
export async function timedEvents(handle: WorkflowHandle): Promise<TimedEvent[]> {
  const { events } = await handle.fetchHistory();
  return (events ?? []).flatMap((event): TimedEvent[] => {
    const at = {
      id: Number(event.eventId),
      ms: Number(event.eventTime?.seconds) * 1_000 + Number(event.eventTime?.nanos) / 1e6,
      activity: null,
    };
    if (event.activityTaskScheduledEventAttributes) {
      const { activityType } = event.activityTaskScheduledEventAttributes;
      return [{ ...at, kind: 'scheduled', of: null, activity: activityType?.name ?? null }];
    }
    const started = event.activityTaskStartedEventAttributes;
    if (started) return [{ ...at, kind: 'started', of: Number(started.scheduledEventId) }];
    const ended = event.activityTaskCompletedEventAttributes;
    if (ended) return [{ ...at, kind: 'ended', of: Number(ended.scheduledEventId) }];
    if (event.workflowTaskScheduledEventAttributes) return [{ ...at, kind: 'task_scheduled', of: null }];
    const taken = event.workflowTaskStartedEventAttributes;
    if (taken) return [{ ...at, kind: 'task_started', of: Number(taken.scheduledEventId) }];
    const done = event.workflowTaskCompletedEventAttributes;
    if (done) return [{ ...at, kind: 'task_ended', of: Number(done.startedEventId) }];
    return [];
  });
}
