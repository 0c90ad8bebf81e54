/** The reviewers' work: the queue, one review, and the blind second readings. */
import { z } from 'zod';
import { AuditSubmissionSchema, ReviewSubmissionSchema } from '../../../shared/contracts.ts';
import { type Contract, moment, paging, requestSchema, responseSchema } from './contract.ts';
import { claimParams, DoubtfulField, field, Hold, status } from './values.ts';

const reviewers = ['reviewer', 'senior_reviewer'] as const;
const readers = ['reviewer', 'senior_reviewer', 'auditor'] as const;

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

/** Who reviews is who is signed in: a body that names somebody is refused. */
export const SubmitReviewRequest = requestSchema(
  'SubmitReview',
  ReviewSubmissionSchema.omit({ reviewer: true }).strict(),
);

const decided = responseSchema('Accepted', z.object({ accepted: z.literal(true) }));
const reviewProblems = ['claim_not_found', 'review_not_open', 'review_held', 'senior_only'] as const;

export const reviewContracts = {
  listReviews: {
    method: 'GET',
    path: '/v1/reviews',
    summary: 'What waits for a reviewer, by deadline',
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
          reviews: z.array(
            z.object({
              id: z.string(),
              version: z.number(),
              queue: z.string(),
              priority: z.number(),
              reasons: z.array(z.string()),
              fields: z.array(z.string()),
              openedAt: moment,
              dueAt: moment,
              reminders: z.number(),
              ...Hold,
            }),
          ),
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
    responses: {
      200: responseSchema(
        'Review',
        z.object({ state: ReviewState, fields: z.partialRecord(field, DoubtfulField) }),
      ),
    },
    problems: ['claim_not_found', 'review_not_open'],
    audit: 'review.read',
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
    responses: { 200: decided },
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
    responses: { 202: decided },
    problems: ['claim_not_found', 'budget_not_asked', 'senior_only'],
    audit: 'budget.decide',
  },
  listAudits: {
    method: 'GET',
    path: '/v1/audits',
    summary: 'Blind second readings, waiting or decided, the newest first',
    roles: readers,
    query: z.object({ decided: z.stringbool().optional(), ...paging() }),
    responses: {
      200: responseSchema(
        'AuditList',
        z.object({
          audits: z.array(
            z.object({
              id: z.string(),
              openedAt: moment,
              reminders: z.number(),
              auditor: z.string().nullable(),
              decidedAt: moment.nullable(),
              compared: z.number().nullable(),
              agreed: z.number().nullable(),
              differing: z.array(z.string()).nullable(),
            }),
          ),
          next: z.string().nullable(),
        }),
      ),
    },
    problems: ['invalid_input'],
    audit: 'audit.list',
  },
  showAudit: {
    method: 'GET',
    path: '/v1/audits/{id}',
    summary: 'The packet of a blind reading: its documents and pages, never a value',
    roles: readers,
    params: claimParams,
    responses: {
      200: responseSchema(
        'Audit',
        z.object({
          id: z.string(),
          decided: z.boolean(),
          documents: z.array(
            z.object({ document: z.string(), name: z.string(), pages: z.array(z.number()) }),
          ),
        }),
      ),
    },
    problems: ['audit_not_found'],
    audit: 'audit.read',
  },
  submitAudit: {
    method: 'POST',
    path: '/v1/audits/{id}',
    summary: 'Hand in a blind reading: the 23 values. Refused from who has seen the claim’s values',
    roles: readers,
    params: claimParams,
    body: requestSchema('SubmitAudit', AuditSubmissionSchema.omit({ reviewer: true }).strict()),
    responses: { 200: decided },
    problems: ['audit_not_found', 'audit_closed', 'audit_not_blind', 'invalid_input'],
    audit: 'audit.submit',
  },
} as const satisfies Record<string, Contract>;
