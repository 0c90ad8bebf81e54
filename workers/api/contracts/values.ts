/** Schemas that several contracts answer with. */
import { z } from 'zod';
import { FIELD_KEYS, type FieldKey } from '../../../shared/claim-fields.ts';
import { CLAIM_STATUSES, ClaimIdSchema } from '../../../shared/contracts.ts';
import { Sha256Schema } from '../../../shared/documents.ts';
import { moment, responseSchema } from './contract.ts';

export const claimParams = z.object({ id: ClaimIdSchema });
export const documentParams = z.object({ id: ClaimIdSchema, sha256: Sha256Schema });
export const field = z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]]);
export const status = z.enum(CLAIM_STATUSES);

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const share = z.number().min(0).max(1);

const Evidence = responseSchema(
  'Evidence',
  z.looseObject({
    document: z.string(),
    page: z.number(),
    quote: z.string(),
    boxes: z
      .array(z.array(z.number()))
      .meta({ description: 'left, top, right, bottom as fractions of the page' }),
  }),
);

export const RecordedField = responseSchema(
  'RecordedField',
  z.object({
    value: fieldValue,
    confidence: share,
    decidedBy: z.string().meta({ description: 'model, rule, or reviewer: and who' }),
    evidence: z.array(Evidence),
    derivation: z.looseObject({ rule: z.string() }).optional(),
    before: fieldValue.optional().meta({ description: 'the value before a reviewer corrected it' }),
  }),
);

export const DoubtfulField = responseSchema(
  'DoubtfulField',
  z.looseObject({
    value: fieldValue,
    confidence: share,
    sure: z.boolean(),
    doubts: z.array(z.string()),
    evidence: z.array(Evidence),
    candidates: z
      .array(z.looseObject({ value: fieldValue, evidence: z.array(Evidence) }))
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

const DocumentAccount = responseSchema(
  'DocumentAccount',
  z.looseObject({
    document: z.string().meta({ description: 'SHA-256' }),
    name: z.string(),
    kind: z.string().nullable(),
    attachedTo: z.string().nullable(),
    pages: z.array(z.looseObject({ page: z.number(), source: z.string() })),
    rejection: z.looseObject({ code: z.string() }).nullable().optional(),
  }),
);

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
    model: z.object({ name: z.string(), promptVersion: z.string(), calibration: z.string() }).nullable(),
  }),
);

export const Hold = {
  heldBy: z.string().nullable(),
  heldAt: moment.nullable(),
};
