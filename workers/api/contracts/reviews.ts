/** The reviewers' work: the queue and one review. */
import { z } from 'zod';
import { ReviewSubmissionSchema } from '../../../shared/contracts.ts';
import { type Contract, moment, paging, requestSchema, responseSchema } from './contract.ts';
import {
  accepted,
  claimParams,
  DocumentAccount,
  DoubtfulField,
  field,
  Hold,
  ModelUsed,
  readers,
  reviewers,
  status,
} from './values.ts';

const ReviewState = responseSchema(
  'ReviewState',
  z.object({
    id: z.string(),
    status,
    version: z.number().meta({ description: 'a submission must name the version that its reviewer saw' }),
    queue: z.string().nullable(),
    holder: z.string().nullable(),
    openedAt: moment.nullable(),
    escalateAt: moment.nullable(),
    reasons: z.array(z.string()),
    doubts: z.partialRecord(field, z.array(z.string())),
  }),
);

const Review = responseSchema(
  'Review',
  z.object({
    state: ReviewState,
    priority: z.number(),
    submittedAt: moment,
    model: ModelUsed.nullable().meta({ description: 'null: nothing was read' }),
    documents: z.array(DocumentAccount),
    fields: z
      .partialRecord(field, DoubtfulField)
      .meta({ description: 'all 23; none where nothing could be read' }),
    violations: z
      .array(z.object({ rule: z.string(), fields: z.array(field) }))
      .meta({ description: 'validators that failed' }),
    expectedErrors: z.number().meta({ description: 'the sum of 1 minus the confidence over all fields' }),
  }),
);

const ReviewLine = z.object({
  id: z.string(),
  version: z.number(),
  queue: z.string(),
  priority: z.number().meta({ description: '1 (urgent) to 5 (batch)' }),
  reasons: z.array(z.string()),
  fields: z.array(z.string()).meta({ description: 'those in doubt' }),
  expectedErrors: z.number().nullable(),
  submittedAt: moment,
  openedAt: moment,
  dueAt: moment,
  reminders: z.number(),
  ...Hold,
});

/** What it took, as the page counted it; the time from open to submit is the server's own. */
export const WorkDone = z.strictObject({
  session: z.uuid().meta({ description: 'as opening the review answered it' }),
  keyStrokes: z.number().int().min(0).max(1_000_000),
  pointerActions: z.number().int().min(0).max(1_000_000),
  activeMs: z.number().int().min(0).max(86_400_000).meta({ description: 'with the page in front' }),
  simulated: z.boolean().meta({ description: 'a program worked the page, no person' }),
});

/** Who reviews is who is signed in: a body that names somebody is refused. */
export const SubmitReviewRequest = requestSchema(
  'SubmitReview',
  ReviewSubmissionSchema.omit({ reviewer: true }).extend({ work: WorkDone.optional() }).strict(),
);

const reviewProblems = ['claim_not_found', 'review_not_open', 'review_held', 'senior_only'] as const;

export const reviewContracts = {
  listReviews: {
    method: 'GET',
    path: '/v1/reviews',
    summary:
      'What waits for a reviewer: by the hour of the deadline, then the more urgent, then by expected errors',
    roles: readers,
    query: z.object({
      queue: z.enum(['reviewers', 'senior_reviewers']).optional(),
      heldBy: z.string().max(100).optional(),
      ...paging(),
    }),
    responses: {
      200: responseSchema(
        'ReviewList',
        z.object({
          reviews: z.array(ReviewLine),
          next: z.string().nullable(),
        }),
      ),
    },
    problems: ['invalid_input'],
    audit: 'review.list',
  },
  showReview: {
    method: 'GET',
    path: '/v1/claims/{id}/review',
    summary: 'A review: its state, and every field with evidence, doubts and the other candidates',
    roles: readers,
    params: claimParams,
    responses: { 200: Review },
    problems: ['claim_not_found', 'review_not_open'],
    audit: 'review.read',
  },
  openReview: {
    method: 'POST',
    path: '/v1/claims/{id}/review/open',
    summary: 'Say that somebody begins to work on a review: from here to the submission its time is measured',
    roles: reviewers,
    params: claimParams,
    body: requestSchema('OpenReview', z.strictObject({ version: z.number().int().nonnegative() })),
    responses: {
      201: responseSchema('ReviewOpened', z.object({ session: z.uuid(), openedAt: moment })),
    },
    problems: ['claim_not_found', 'review_not_open', 'review_stale'],
    audit: 'review.open',
  },
  holdReview: {
    method: 'POST',
    path: '/v1/claims/{id}/review/hold',
    summary: 'Hold a review, so that nobody else decides it',
    roles: reviewers,
    params: claimParams,
    responses: { 200: ReviewState },
    problems: reviewProblems,
    audit: 'review.hold',
  },
  releaseReview: {
    method: 'POST',
    path: '/v1/claims/{id}/review/release',
    summary: 'Give a review back',
    roles: reviewers,
    params: claimParams,
    responses: { 200: ReviewState },
    problems: reviewProblems,
    audit: 'review.release',
  },
  submitReview: {
    method: 'POST',
    path: '/v1/claims/{id}/review',
    summary:
      'Decide a review: confirm and correct fields, approve or reject. The reviewer is who is signed in',
    roles: reviewers,
    params: claimParams,
    body: SubmitReviewRequest,
    responses: { 200: accepted },
    problems: [...reviewProblems, 'review_stale', 'invalid_input'],
    audit: 'review.submit',
  },
  decideBudget: {
    method: 'POST',
    path: '/v1/claims/{id}/budget',
    summary: 'Say whether a claim that is past its budget is read on',
    roles: reviewers,
    params: claimParams,
    body: requestSchema('DecideBudget', z.strictObject({ decision: z.enum(['approve', 'reject']) })),
    responses: { 202: accepted },
    problems: ['claim_not_found', 'budget_not_asked', 'senior_only'],
    audit: 'budget.decide',
  },
} as const satisfies Record<string, Contract>;
