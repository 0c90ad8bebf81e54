import { condition } from '@temporalio/workflow';

/** Waits until `settled`, however long that takes; `remind` is told how often it has been called. */
export async function remindUntil(
  settled: () => boolean,
  { remindAfterMs, remindEveryMs }: { remindAfterMs: number; remindEveryMs: number },
  remind: (reminders: number) => Promise<unknown>,
): Promise<void> {
  let waitMs = remindAfterMs;
  let reminders = 0;
  while (!(await condition(settled, waitMs))) {
    reminders += 1;
    await remind(reminders);
    waitMs = remindEveryMs;
  }
}
