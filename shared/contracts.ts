/** What clients, workflows and activities agree on. A history holds references, counts, codes and hashes; document text and what was read from it lie in the object store. */
import { z } from 'zod';
import type { Completeness, Derivation, Evidence, ReviewReason, ScoreSummary, Usage } from './answers.ts';
import { ClaimSchema, type FieldKey, type FieldValue, fieldSchema, isFieldKey } from './claim-fields.ts';
import { type DocumentAccount, DocumentRefSchema, type PageSource } from './documents.ts';
import type { ObjectKey } from './object-keys.ts';

export const TenantSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'a tenant is 1 to 32 of a-z, 0-9 and -');
export const ClaimIdSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'a claim id is 1 to 64 letters, digits, dots, dashes and underscores',
  );

export const claimWorkflowId = (tenant: string, claimId: string): string => `claim/${tenant}/${claimId}`;
export const shadowWorkflowId = (tenant: string, claimId: string): string => `shadow/${tenant}/${claimId}`;
export const auditWorkflowId = (tenant: string, claimId: string): string => `audit/${tenant}/${claimId}`;

const durationMs = z.number().int().positive();

/** What may be set for each claim; every value has a default, so `{}` is a policy. */
export const ClaimPolicySchema = z.strictObject({
  /** A field under this confidence goes to review. */
  confidenceThreshold: z.number().min(0).max(1).default(0.8),
  /** Share of claims without doubt that a person reads blind afterwards. */
  auditShare: z.number().min(0).max(1).default(0.05),
  /** Share of reviewed claims that another person reads blind afterwards. */
  secondReadingShare: z.number().min(0).max(1).default(0),
  budget: z
    .strictObject({
      chunks: z.number().int().positive().default(400),
      tokens: z.number().int().positive().default(1_000_000),
      engineSeconds: z.number().positive().default(3_600),
    })
    .prefault({}),
  review: z
    .strictObject({
      remindAfterMs: durationMs.default(4 * 3_600_000),
      escalateAfterMs: durationMs.default(24 * 3_600_000),
      /** Repeated for as long as nobody decides. */
      remindEveryMs: durationMs.default(24 * 3_600_000),
    })
    .prefault({}),
});
export type ClaimPolicy = z.infer<typeof ClaimPolicySchema>;

export const ClaimInputSchema = z.strictObject({
  tenant: TenantSchema.default('default'),
  claimId: ClaimIdSchema,
  documents: z.array(DocumentRefSchema).min(1, 'a claim needs at least one document').max(200),
  priority: z.number().int().min(1).max(5).default(3),
  policy: ClaimPolicySchema.prefault({}),
});
export type ClaimInput = z.infer<typeof ClaimInputSchema>;
/** As a person writes it in the Temporal UI: everything with a default may be left out. */
export type ClaimRequest = z.input<typeof ClaimInputSchema>;

export const CLAIM_STATUSES = [
  'received',
  'reading',
  'extracting',
  'awaiting_budget',
  'in_review',
  'recording',
  'completed',
  'rejected',
  'cancelled',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export const SETTLED_STATUSES = [
  'completed',
  'rejected',
  'cancelled',
] as const satisfies readonly ClaimStatus[];

/** Answer of the `claimState` query: counts, codes and names of fields, no values. */
export interface ClaimState {
  tenant: string;
  claimId: string;
  status: ClaimStatus;
  /** Raised by every reading and every review; a review must name the version that it saw. */
  version: number;
  model: string | null;
  documents: number;
  pages: number;
  chunks: number;
  answered: number;
  completeness: Completeness | null;
  sure: number;
  doubts: ScoreSummary['doubts'];
  reasons: ReviewReason[];
  review: ReviewState | null;
  usage: Usage;
  timings: Record<string, number>;
  account: DocumentAccount[];
  scored: ObjectKey | null;
}

export interface ReviewState {
  queue: 'reviewers' | 'senior_reviewers';
  holder: string | null;
  openedAt: string;
  escalateAt: string;
  reminders: number;
}

/** What the workflow returns. */
export interface ClaimResult {
  tenant: string;
  claimId: string;
  status: (typeof SETTLED_STATUSES)[number];
  /** `true` when this start found the claim already run: nothing was read again. */
  alreadyRan: boolean;
  model: string | null;
  reasons: ReviewReason[];
  completeness: Completeness | null;
}

const reviewer = z.string().trim().min(1, 'a review names its reviewer').max(100);
const reasonCode = z.string().regex(/^[a-z0-9_]{1,60}$/, 'a reason code is 1 to 60 of a-z, 0-9 and _');

/** One decision of a reviewer about one field. */
export const FieldDecisionSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('confirm') }),
  z.strictObject({ decision: z.literal('correct'), value: z.unknown() }),
]);

export const ReviewSubmissionSchema = z.strictObject({
  reviewer,
  /** `ClaimState.version` that the reviewer saw. */
  version: z.number().int().nonnegative(),
  fields: z.record(z.string(), FieldDecisionSchema).default({}),
  /** `approve`: the claim is right as it then stands; `reject`: it is not to be processed. */
  decision: z.enum(['approve', 'reject']).default('approve'),
  reasonCode: reasonCode.default('reviewed'),
  note: z.string().max(4_000).default(''),
});
export type ReviewSubmission = z.infer<typeof ReviewSubmissionSchema>;
export type ReviewRequest = z.input<typeof ReviewSubmissionSchema>;

export const HoldRequestSchema = z.strictObject({ reviewer });
export type HoldRequest = z.infer<typeof HoldRequestSchema>;

/** The one JSON payload of the `approve` and `reject` signals; from the Temporal UI, so no field values. */
export const SignalDecisionSchema = z.strictObject({
  reviewer,
  reasonCode: reasonCode.default('decided_in_temporal_ui'),
});
export type SignalDecision = z.infer<typeof SignalDecisionSchema>;

/** A person's word about a waiting claim, by update or by signal. */
export type Decision = { decision: 'approve' | 'reject' } & (
  | { by: 'update'; submission: ReviewSubmission }
  | { by: 'signal'; signal: SignalDecision }
);

/** A blind reading: the auditor's 23 values, written without seeing the system's. */
export const AuditSubmissionSchema = z.strictObject({ reviewer, values: ClaimSchema });
export type AuditSubmission = z.infer<typeof AuditSubmissionSchema>;
export type AuditRequest = z.input<typeof AuditSubmissionSchema>;

/** Which of two readings of a field is right, or what is instead. */
const ReadingChoiceSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('first') }),
  z.strictObject({ decision: z.literal('second') }),
  z.strictObject({ decision: z.literal('other'), value: z.unknown() }),
]);

/** A senior's word about every field on which the record and a blind reading differ. */
export const DisagreementDecisionSchema = z.strictObject({
  reviewer,
  fields: z.record(z.string(), ReadingChoiceSchema),
  note: z.string().max(4_000).default(''),
});
export type DisagreementDecision = z.infer<typeof DisagreementDecisionSchema>;
export type DisagreementRequest = z.input<typeof DisagreementDecisionSchema>;

export const AddDocumentsSchema = z.strictObject({ documents: z.array(DocumentRefSchema).min(1).max(200) });
export type AddDocuments = z.input<typeof AddDocumentsSchema>;

/** What a reviewer's submission violates, one sentence for each field, or `null`. Never throws, names no value. */
export function reviewProblem(submission: ReviewSubmission): string | null {
  for (const [key, decision] of Object.entries(submission.fields)) {
    if (!isFieldKey(key)) return `unknown field "${key.slice(0, 40)}"`;
    if (decision.decision === 'confirm') continue;
    const parsed = fieldSchema(key).safeParse(decision.value);
    if (!parsed.success) return `${key}: ${parsed.error.issues[0]?.message ?? 'has the wrong type'}`;
  }
  return null;
}

/** What a senior's decision violates, as `reviewProblem` says it; `fields` are those that must be decided. */
export function disagreementProblem(
  decision: DisagreementDecision,
  fields: readonly FieldKey[],
): string | null {
  const missing = fields.find((key) => !Object.hasOwn(decision.fields, key));
  if (missing) return `${missing}: is not decided`;
  for (const [key, choice] of Object.entries(decision.fields)) {
    if (!isFieldKey(key) || !fields.includes(key))
      return `the readings do not differ on "${key.slice(0, 40)}"`;
    if (choice.decision !== 'other') continue;
    const parsed = fieldSchema(key).safeParse(choice.value);
    if (!parsed.success) return `${key}: ${parsed.error.issues[0]?.message ?? 'has the wrong type'}`;
  }
  return null;
}

/** Names of the messages, as they appear in the Temporal UI. */
export const MESSAGES = {
  submitReview: 'submitReview',
  claimForReview: 'claimForReview',
  releaseReview: 'releaseReview',
  addDocuments: 'addDocuments',
  approve: 'approve',
  reject: 'reject',
  claimState: 'claimState',
  submitAudit: 'submitAudit',
  decideDisagreement: 'decideDisagreement',
  auditState: 'auditState',
} as const;

/** Search attributes: they stay in clear in the Temporal server, so they hold codes and counts only. */
export const SEARCH_ATTRIBUTES = {
  ClaimStatus: 'KEYWORD',
  ClaimTenant: 'KEYWORD',
  ClaimDoubts: 'INT',
} as const;

/** Who or what decided a value: the model, a rule in code, or a person. */
export type DecidedBy = 'model' | 'rule' | `reviewer:${string}`;

export interface RecordedField {
  value: FieldValue;
  confidence: number;
  decidedBy: DecidedBy;
  evidence: Evidence[];
  derivation?: Derivation;
  /** The value before a reviewer's correction. */
  before?: FieldValue;
  /** Of the value as read, where a person decided the field. */
  modelConfidence?: number;
}

/** A settled claim as `show` and `submit --wait` print it. */
export interface ClaimReport {
  id: string;
  tenant: string;
  status: ClaimStatus;
  reasons: string[];
  fields: Partial<Record<FieldKey, RecordedField>>;
  documents: DocumentAccount[];
  pages: { document: string; page: number; source: PageSource | 'unread' }[];
  completeness: Completeness | null;
  timings: Record<string, number>;
  usage: Usage | null;
  costUsd: number | null;
  model: { name: string; promptVersion: string; calibration: string } | null;
}
