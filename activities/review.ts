import type { ReviewReason } from '../shared/answers.ts';
import { type ClaimKey, setStatus } from '../shared/database/claims.ts';
import type { Database } from '../shared/database/database.ts';
import { countReminder, escalateTask, holdTask, openTask } from '../shared/database/reviews.ts';
import type { Logger } from '../shared/log.ts';

export interface ReviewDeps {
  database: Database;
  log: Logger;
}

type Task = ClaimKey & { version: number };

/** The reviewers' queue. All idempotent: a task is one row for each version of a claim. */
export const reviewActivities = ({ database, log }: ReviewDeps) => ({
  async openReview(
    task: Task & {
      reasons: ReviewReason[];
      fields: string[];
      expectedErrors?: number | null;
      dueAt: string;
      status: 'in_review' | 'awaiting_budget';
    },
  ): Promise<void> {
    await database.transaction(async (within) => {
      await openTask(within, task);
      await setStatus(within, task);
    });
  },

  async remindReviewers(task: Task & { reminders: number }): Promise<void> {
    await countReminder(database, task);
    log.warn(
      { tenant: task.tenant, claimId: task.claimId, reminders: task.reminders },
      'a claim waits for review',
    );
  },

  /** Shows in the queue who holds the review since when; of two messages the later one stands, whichever comes first. */
  async mirrorHold(task: Task & { holder: string | null; at: string }): Promise<void> {
    await holdTask(database, task);
  },

  async escalateReview(task: Task): Promise<void> {
    await escalateTask(database, task);
    log.warn({ tenant: task.tenant, claimId: task.claimId }, 'a claim waits for a senior reviewer');
  },
});
