import { defineQuery, defineSignal, defineUpdate, log, patched, setHandler } from '@temporalio/workflow';
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
import { failure } from '../shared/failures.ts';
import type { Activities } from './activities.ts';
import type { ClaimRun } from './claim-run.ts';

export const submitReviewUpdate = defineUpdate<{ accepted: true }, [ReviewRequest]>(MESSAGES.submitReview);
export const claimForReviewUpdate = defineUpdate<ClaimState, [HoldRequest]>(MESSAGES.claimForReview);
export const releaseReviewUpdate = defineUpdate<ClaimState, [HoldRequest]>(MESSAGES.releaseReview);
export const addDocumentsUpdate = defineUpdate<{ added: number }, [AddDocuments]>(MESSAGES.addDocuments);
export const approveSignal = defineSignal<[unknown]>(MESSAGES.approve);
export const rejectSignal = defineSignal<[unknown]>(MESSAGES.reject);
export const claimStateQuery = defineQuery<ClaimState>(MESSAGES.claimState);

type Parsed<T> =
  | { success: true; data: T }
  | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };

/** What a validator throws reaches the sender, sentence and type, and the claim stays as it is. */
export function accepted<T>(parsed: Parsed<T>): T {
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw failure('InvalidInput', `${issue?.path.join('.') || 'the message'}: ${issue?.message}`);
}

/** Wires what people and intake may say to a claim. Validators are synchronous: they refuse before anything is in the history. */
export function handleMessages(run: ClaimRun, activities: Activities): void {
  /** Gives the review to a person or to nobody, and has the queue show it; the hold itself does not wait for that. */
  const hold = (reviewer: string | null): ClaimState => {
    if (run.review) {
      run.review.holder = reviewer;
      if (patched('mirror-holds')) mirrorHold(run, activities);
    }
    return run.state();
  };

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
          throw failure(
            'ReviewStale',
            `the claim changed since version ${submission.version}: look at version ${run.version} and decide again`,
          );
        }
        const problem = reviewProblem(submission);
        if (problem) throw failure('InvalidInput', problem);
      },
    },
  );

  setHandler(claimForReviewUpdate, ({ reviewer }) => hold(reviewer), {
    validator: (request) => {
      const { reviewer } = accepted(HoldRequestSchema.safeParse(request));
      mustBeInReview(run);
      mustNotBeHeldByAnother(run, reviewer);
    },
  });

  setHandler(releaseReviewUpdate, () => hold(null), {
    validator: (request) => {
      const { reviewer } = accepted(HoldRequestSchema.safeParse(request));
      mustBeInReview(run);
      if (run.review?.holder !== reviewer)
        throw failure('ReviewHeld', 'only who holds the review can release it');
    },
  });

  setHandler(
    addDocumentsUpdate,
    (request) => ({ added: run.addDocuments(AddDocumentsSchema.parse(request).documents) }),
    {
      validator: (request) => {
        accepted(AddDocumentsSchema.safeParse(request));
        if (isClosed(run))
          throw failure(
            'ClaimClosed',
            `the claim is ${run.status}: hand the documents in under a new claim id`,
          );
      },
    },
  );

  for (const [signal, decision] of [
    [approveSignal, 'approve'],
    [rejectSignal, 'reject'],
  ] as const) {
    const description = `${decision}s what the claim waits with, with {"reviewer": "…"}`;
    const hear = (payload: unknown): void => {
      const parsed = SignalDecisionSchema.safeParse(payload);
      const waits = run.review && !run.decision;
      // A signal has no answer to refuse with; the claim goes on waiting and the log says why.
      if (parsed.success && waits) run.decision = { decision, by: 'signal', signal: parsed.data };
      else
        log.warn('signal ignored', {
          signal: signal.name,
          why: parsed.success ? 'nothing waits for a person' : 'it needs {"reviewer": "…"}',
        });
    };
    setHandler(signal, hear, { description });
  }
}

function mirrorHold(run: ClaimRun, activities: Activities): void {
  const { tenant, claimId } = run.input;
  const at = new Date().toISOString();
  // Tried until the database takes it; only the end of the claim, which closes the task, cancels it.
  activities
    .mirrorHold({ tenant, claimId, version: run.version, holder: run.review?.holder ?? null, at })
    .catch(() => {});
}

const isClosed = (run: ClaimRun): boolean =>
  ['recording', 'completed', 'rejected', 'cancelled'].includes(run.status) || run.decision !== null;

function mustBeInReview(run: ClaimRun): void {
  if (run.status !== 'in_review' || run.decision) {
    throw failure(
      'ReviewNotOpen',
      `the claim is not waiting for a review: it is ${run.decision ? 'being recorded' : run.status}`,
    );
  }
}

function mustNotBeHeldByAnother(run: ClaimRun, reviewer: string): void {
  const holder = run.review?.holder;
  if (holder && holder !== reviewer) throw failure('ReviewHeld', 'another reviewer holds this claim');
}
