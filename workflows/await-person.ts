import { condition, log } from '@temporalio/workflow';
import type { ReviewReason } from '../shared/answers.ts';
import type { Decision, ReviewState } from '../shared/contracts.ts';
import type { Activities } from './activities.ts';
import type { ClaimRun } from './claim-run.ts';

/**
 * Opens a task for the reviewers and waits for a person's decision, however long that takes:
 * reminds, then escalates to the senior reviewers, then goes on reminding. Returns
 * `new_documents` when the packet grew meanwhile, so that it is read again first.
 */
export async function awaitPerson(
  run: ClaimRun,
  activities: Activities,
  reasons: ReviewReason[],
): Promise<Decision | 'new_documents'> {
  const { tenant, claimId, policy } = run.input;
  const { remindAfterMs, escalateAfterMs, remindEveryMs } = policy.review;
  const openedAt = Date.now();
  const escalateAt = openedAt + escalateAfterMs;
  const review: ReviewState = {
    queue: 'reviewers',
    holder: null,
    openedAt: new Date(openedAt).toISOString(),
    escalateAt: new Date(escalateAt).toISOString(),
    reminders: 0,
  };
  run.review = review;
  run.decision = null;
  await activities.openReview({
    tenant,
    claimId,
    version: run.version,
    reasons,
    fields: Object.keys(run.scored?.doubts ?? {}),
    expectedErrors: run.scored?.expectedErrors ?? null,
    dueAt: review.escalateAt,
    status: run.status === 'awaiting_budget' ? 'awaiting_budget' : 'in_review',
  });

  const settled = () => run.decision !== null || run.unread().length > 0;
  let remindAt = openedAt + remindAfterMs;
  while (!settled()) {
    const next = review.queue === 'reviewers' ? Math.min(remindAt, escalateAt) : remindAt;
    if (await condition(settled, Math.max(1, next - Date.now()))) break;
    if (review.queue === 'reviewers' && Date.now() >= escalateAt) {
      review.queue = 'senior_reviewers';
      review.holder = null;
      log.warn('review escalated', { tenant, claimId });
      await activities.escalateReview({ tenant, claimId, version: run.version });
      remindAt = Date.now() + remindEveryMs;
    } else {
      review.reminders += 1;
      await activities.remindReviewers({
        tenant,
        claimId,
        version: run.version,
        reminders: review.reminders,
      });
      remindAt = Date.now() + remindEveryMs;
    }
  }
  run.review = null;
  return run.decision ?? 'new_documents';
}
