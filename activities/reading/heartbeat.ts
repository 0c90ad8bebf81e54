import { Context } from '@temporalio/activity';

const HEARTBEAT_INTERVAL_MS = 5_000;

/** Runs an activity's long part: heartbeats while it lasts, and throws the cancellation when that ended it. */
export async function heartbeating<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const context = Context.current();
  const timer = setInterval(() => context.heartbeat(), HEARTBEAT_INTERVAL_MS);
  try {
    return await work(context.cancellationSignal);
  } catch (error) {
    if (context.cancellationSignal.aborted) await context.cancelled;
    throw error;
  } finally {
    clearInterval(timer);
  }
}
