/** Schemas that several contracts answer with. */
import { z } from 'zod';
import { DOUBT_REASONS, type DoubtReason } from '../../../shared/answers.ts';
import { FIELD_KEYS, type FieldKey } from '../../../shared/claim-fields.ts';
import { CLAIM_STATUSES, ClaimIdSchema } from '../../../shared/contracts.ts';
import { Sha256Schema } from '../../../shared/documents.ts';
import { moment, responseSchema } from './contract.ts';

export const reviewers = ['reviewer', 'senior_reviewer'] as const;
export const readers = ['reviewer', 'senior_reviewer', 'auditor'] as const;

export const claimParams = z.object({ id: ClaimIdSchema });
export const documentParams = z.object({ id: ClaimIdSchema, sha256: Sha256Schema });
export const field = z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]]);
export const status = z.enum(CLAIM_STATUSES);

export const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export const share = z.number().min(0).max(1);
const sha256 = z.string().meta({ description: 'SHA-256 of a document' });

const box = z
  .array(z.number())
  .length(4)
  .meta({ description: 'left, top, right, bottom as fractions of the page, from its top-left corner' });

/** Where a value was read. Of a page without geometry only the offsets in its text are known. */
export const Evidence = responseSchema(
  'Evidence',
  z.looseObject({
    document: sha256,
    page: z.number(),
    start: z.number().meta({ description: 'offset in the text of the page' }),
    end: z.number(),
    quote: z.string(),
    boxes: z.array(box).meta({ description: 'one for each printed line; none where the page has no image' }),
    ocrConfidence: share.optional(),
  }),
);

const Derivation = z.object({ rule: z.string(), fields: z.array(field) });

export const RecordedField = responseSchema(
  'RecordedField',
  z.object({
    value: fieldValue,
    confidence: share,
    decidedBy: z.string().meta({ description: 'model, rule, or reviewer: and who' }),
    evidence: z.array(Evidence),
    derivation: Derivation.optional(),
    before: fieldValue.optional().meta({ description: 'the value before a reviewer corrected it' }),
    modelConfidence: share
      .optional()
      .meta({ description: 'of the value as read, where a person decided it' }),
  }),
);

const doubt = z.enum(Object.keys(DOUBT_REASONS) as [DoubtReason, ...DoubtReason[]]);
const grounding = z.enum(['exact', 'normalised', 'partial', 'derived', 'none']);

const Alternative = responseSchema(
  'Alternative',
  z.looseObject({ value: fieldValue, grounding, chunk: z.string(), evidence: z.array(Evidence) }),
);

export const DoubtfulField = responseSchema(
  'DoubtfulField',
  z.looseObject({
    value: fieldValue,
    confidence: share,
    sure: z.boolean(),
    doubts: z.array(doubt),
    grounding,
    evidence: z.array(Evidence),
    derivation: Derivation.optional(),
    candidates: z
      .array(Alternative)
      .meta({ description: 'every value that some part of the packet named, best first' }),
  }),
);

const Completeness = z.object({
  documents: z.number(),
  rejectedDocuments: z.number(),
  pages: z.number(),
  unreadPages: z.number(),
  chunks: z.number(),
  unreadChunks: z.number(),
  complete: z.boolean(),
});

export const DocumentAccount = responseSchema(
  'DocumentAccount',
  z.object({
    document: sha256,
    name: z.string(),
    kind: z.string().nullable().meta({ description: 'pages of pdf, png, jpeg and tiff have images' }),
    attachedTo: z.string().nullable(),
    pages: z.array(z.object({ page: z.number(), source: z.enum(['text', 'text_layer', 'ocr', 'unread']) })),
    rejection: z.looseObject({ code: z.string(), detail: z.string() }).nullable(),
  }),
);

export const ModelUsed = z.object({ name: z.string(), promptVersion: z.string(), calibration: z.string() });

export const ClaimReport = responseSchema(
  'Claim',
  z.object({
    id: z.string(),
    tenant: z.string(),
    status,
    reasons: z.array(z.string()),
    fields: z.partialRecord(field, RecordedField),
    documents: z.array(DocumentAccount),
    pages: z.array(z.object({ document: z.string(), page: z.number(), source: z.string() })),
    completeness: Completeness.nullable(),
    timings: z.record(z.string(), z.number()),
    usage: z
      .object({
        promptTokens: z.number(),
        completionTokens: z.number(),
        engineMs: z.number(),
        requests: z.number(),
      })
      .nullable(),
    costUsd: z.number().nullable(),
    model: ModelUsed.nullable(),
  }),
);

export const accepted = responseSchema('Accepted', z.object({ accepted: z.literal(true) }));

export const Hold = {
  heldBy: z.string().nullable(),
  heldAt: moment.nullable(),
};
