import { defineQuery, defineSignal, defineUpdate, log, setHandler } from '@temporalio/workflow';
import {
  type AddDocuments,
  AddDocumentsSchema,
  type ClaimState,
  type HoldRequest,
  HoldRequestSchema,
  MESSAGES,
  type ReviewRequest,
  ReviewSubmissionSchema,
  reviewProblem,
  SignalDecisionSchema,
} from '../shared/contracts.ts';
import type { ClaimRun } from './claim-run.ts';

export const submitReviewUpdate = defineUpdate<{ accepted: true }, [ReviewRequest]>(MESSAGES.submitReview);
export const claimForReviewUpdate = defineUpdate<ClaimState, [HoldRequest]>(MESSAGES.claimForReview);
export const releaseReviewUpdate = defineUpdate<ClaimState, [HoldRequest]>(MESSAGES.releaseReview);
export const addDocumentsUpdate = defineUpdate<{ added: number }, [AddDocuments]>(MESSAGES.addDocuments);
export const approveSignal = defineSignal<[unknown]>(MESSAGES.approve);
export const rejectSignal = defineSignal<[unknown]>(MESSAGES.reject);
export const claimStateQuery = defineQuery<ClaimState>(MESSAGES.claimState);

/** Thrown by a validator: the sentence reaches the sender, and the claim stays as it is. */
class MessageRefused extends Error {
  override name = 'MessageRefused';
}

type Parsed<T> =
  | { success: true; data: T }
  | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };

function accepted<T>(parsed: Parsed<T>): T {
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MessageRefused(`${issue?.path.join('.') || 'the message'}: ${issue?.message}`);
}

/** Wires what people and intake may say to a claim. Validators are synchronous: they refuse before anything is in the history. */
export function handleMessages(run: ClaimRun): void {
  setHandler(claimStateQuery, () => run.state());

  setHandler(
    submitReviewUpdate,
    (request) => {
      const submission = ReviewSubmissionSchema.parse(request);
      run.decision = { decision: submission.decision, by: 'update', submission };
      return { accepted: true };
    },
    {
      validator: (request) => {
        const submission = accepted(ReviewSubmissionSchema.safeParse(request));
        mustBeInReview(run);
        mustNotBeHeldByAnother(run, submission.reviewer);
        if (submission.version !== run.version) {
          throw new MessageRefused(
            `the claim changed since version ${submission.version}: look at version ${run.version} and decide again`,
          );
        }
        const problem = reviewProblem(submission);
        if (problem) throw new MessageRefused(problem);
      },
    },
  );

  setHandler(
    claimForReviewUpdate,
    ({ reviewer }) => {
      if (run.review) run.review.holder = reviewer;
      return run.state();
    },
    {
      validator: (request) => {
        const { reviewer } = accepted(HoldRequestSchema.safeParse(request));
        mustBeInReview(run);
        mustNotBeHeldByAnother(run, reviewer);
      },
    },
  );

  setHandler(
    releaseReviewUpdate,
    () => {
      if (run.review) run.review.holder = null;
      return run.state();
    },
    {
      validator: (request) => {
        const { reviewer } = accepted(HoldRequestSchema.safeParse(request));
        mustBeInReview(run);
        if (run.review?.holder !== reviewer)
          throw new MessageRefused('only who holds the review can release it');
      },
    },
  );

  setHandler(
    addDocumentsUpdate,
    (request) => ({ added: run.addDocuments(AddDocumentsSchema.parse(request).documents) }),
    {
      validator: (request) => {
        accepted(AddDocumentsSchema.safeParse(request));
        if (isClosed(run))
          throw new MessageRefused(`the claim is ${run.status}: hand the documents in under a new claim id`);
      },
    },
  );

  for (const [signal, decision] of [
    [approveSignal, 'approve'],
    [rejectSignal, 'reject'],
  ] as const) {
    setHandler(signal, (payload) => {
      const parsed = SignalDecisionSchema.safeParse(payload);
      // A signal has no answer to refuse with; the claim goes on waiting and the log says why.
      if (!parsed.success)
        return log.warn('signal ignored: it needs {"reviewer": "…"}', { signal: signal.name });
      if (!run.review || run.decision)
        return log.warn('signal ignored: nothing waits for a person', { signal: signal.name });
      run.decision = { decision, by: 'signal', signal: parsed.data };
    });
  }
}

const isClosed = (run: ClaimRun): boolean =>
  ['recording', 'completed', 'rejected', 'cancelled'].includes(run.status) || run.decision !== null;

function mustBeInReview(run: ClaimRun): void {
  if (run.status !== 'in_review' || run.decision) {
    throw new MessageRefused(
      `the claim is not waiting for a review: it is ${run.decision ? 'being recorded' : run.status}`,
    );
  }
}

function mustNotBeHeldByAnother(run: ClaimRun, reviewer: string): void {
  const holder = run.review?.holder;
  if (holder && holder !== reviewer) throw new MessageRefused('another reviewer holds this claim');
}
