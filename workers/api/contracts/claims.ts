/** Handing claims in, looking at them, stopping them. */
import { z } from 'zod';
import { ClaimIdSchema } from '../../../shared/contracts.ts';
import { DocumentRefSchema } from '../../../shared/documents.ts';
import { type Contract, moment, paging, requestSchema, responseSchema } from './contract.ts';
import { ClaimReport, claimParams, documentParams, Hold, ModelUsed, status } from './values.ts';

const Documents = z
  .array(DocumentRefSchema)
  .min(1)
  .max(200)
  .meta({ description: 'uploaded before, by their SHA-256; default: all that were uploaded for this claim' });

export const HandInRequest = requestSchema(
  'HandIn',
  z.strictObject({
    id: ClaimIdSchema.optional().meta({ description: 'default: from a hash of the documents' }),
    documents: Documents.optional(),
    priority: z.number().int().min(1).max(5).default(3).meta({ description: '1 (urgent) to 5 (batch)' }),
  }),
);

const HandedIn = responseSchema(
  'HandedIn',
  z.object({
    id: z.string(),
    status,
    found: z.enum(['nothing', 'running', 'settled']).meta({ description: 'what handing in found' }),
  }),
);

const StagedDocument = responseSchema(
  'StagedDocument',
  z.object({ sha256: z.string(), name: z.string(), bytes: z.number() }),
);

const ClaimLine = responseSchema(
  'ClaimLine',
  z.object({
    id: z.string(),
    status,
    model: z.string().nullable(),
    priority: z.number(),
    submittedAt: moment,
    settledAt: moment.nullable(),
    delivery: z.string().nullable(),
    queue: z.string().nullable().meta({ description: 'of the review that is open' }),
    dueAt: moment.nullable(),
    ...Hold,
  }),
);

const pageParams = documentParams.extend({ page: z.coerce.number().int().min(1).max(10_000) });

const PageText = responseSchema(
  'PageText',
  z.object({
    document: z.string(),
    page: z.number(),
    source: z.enum(['text', 'text_layer', 'ocr']),
    width: z.number().optional().meta({ description: 'in points; absent where the page has no image' }),
    height: z.number().optional(),
    text: z.string(),
    words: z.array(
      z.object({
        start: z.number().meta({ description: 'offset in the text' }),
        end: z.number(),
        box: z.array(z.number()).length(4).optional(),
        ocrConfidence: z.number().optional(),
      }),
    ),
  }),
);

/** One thing that happened. It names fields and counts, never a value. */
const TimelineEntry = z.object({
  at: moment.nullable().meta({ description: 'null: only how long it took is known' }),
  until: moment.nullable().meta({ description: 'null: it is a moment, or goes on' }),
  tookMs: z.number().nullable(),
  kind: z.enum(['step', 'person', 'delivery']),
  what: z.string().meta({ description: 'the name of a step (readDocument) or of an action (review.submit)' }),
  who: z.string().nullable().meta({ description: 'the person, or the worker that carried out the step' }),
  model: z.string().nullable(),
  attempts: z.number().nullable(),
  outcome: z.enum(['done', 'running', 'waiting', 'failed', 'cancelled']),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
});

const Timeline = responseSchema(
  'Timeline',
  z.object({
    id: z.string(),
    status,
    submittedAt: moment,
    settledAt: moment.nullable(),
    model: ModelUsed.nullable(),
    steps: z.enum(['history', 'record', 'none']).meta({
      description: 'where the steps are from: the workflow’s history while it is kept, else the record',
    }),
    temporalUrl: z.string().nullable().meta({ description: 'the workflow in the Temporal UI' }),
    entries: z.array(TimelineEntry),
  }),
);

const claimFilter = {
  status: status.optional(),
  model: z.string().max(100).optional(),
  heldBy: z.string().max(100).optional(),
  submittedFrom: z.iso.datetime({ offset: true }).optional(),
  submittedBefore: z.iso.datetime({ offset: true }).optional(),
};

const look = ['intake', 'reviewer', 'senior_reviewer', 'auditor'] as const;

export const claimContracts = {
  handIn: {
    method: 'POST',
    path: '/v1/claims',
    summary: 'Hand in a packet. Idempotent by the id; answers when the claim is durably started',
    roles: ['intake'],
    body: HandInRequest,
    multipart: true,
    responses: { 200: HandedIn, 202: HandedIn },
    problems: ['claim_id_conflict', 'document_missing', 'invalid_input', 'too_large'],
    audit: 'claim.hand_in',
  },
  stageDocument: {
    method: 'PUT',
    path: '/v1/claims/{id}/documents/{name}',
    summary: 'Upload one document for a claim that is to be handed in, or that it is to be added to',
    roles: ['intake'],
    params: z.object({ id: ClaimIdSchema, name: z.string().min(1).max(255) }),
    body: 'document',
    responses: { 201: StagedDocument },
    problems: ['too_large', 'invalid_input', 'busy', 'store_unavailable'],
    audit: 'document.upload',
  },
  addDocuments: {
    method: 'POST',
    path: '/v1/claims/{id}/documents',
    summary: 'Add documents to a claim that is open; only these are read',
    roles: ['intake'],
    params: claimParams,
    body: requestSchema('AddDocuments', z.strictObject({ documents: Documents.optional() })),
    multipart: true,
    responses: { 202: responseSchema('Added', z.object({ added: z.number() })) },
    problems: ['claim_not_found', 'claim_closed', 'document_missing', 'invalid_input'],
    audit: 'claim.add_documents',
  },
  cancelClaim: {
    method: 'POST',
    path: '/v1/claims/{id}/cancel',
    summary: 'Stop a claim',
    roles: ['intake', 'senior_reviewer'],
    params: claimParams,
    responses: { 202: responseSchema('Cancelling', z.object({ id: z.string() })) },
    problems: ['claim_not_found', 'claim_closed'],
    audit: 'claim.cancel',
  },
  listClaims: {
    method: 'GET',
    path: '/v1/claims',
    summary: 'List claims, the newest first',
    roles: [...look, 'ml'],
    query: z.object({ ...claimFilter, ...paging() }),
    responses: {
      200: responseSchema('ClaimList', z.object({ claims: z.array(ClaimLine), next: z.string().nullable() })),
    },
    problems: ['invalid_input'],
    audit: 'claim.list',
  },
  exportClaims: {
    method: 'GET',
    path: '/v1/claims.csv',
    summary: 'Export settled and open claims with the recorded fields; formulas are neutralised',
    roles: ['senior_reviewer', 'auditor'],
    query: z.object({ ...claimFilter, ...paging(10_000) }),
    responses: { 200: 'text/csv' },
    problems: ['invalid_input'],
    audit: 'claim.export',
  },
  showClaim: {
    method: 'GET',
    path: '/v1/claims/{id}',
    summary: 'A claim as it stands: of a settled one the record, of an open one what is known so far',
    roles: look,
    params: claimParams,
    responses: { 200: ClaimReport },
    problems: ['claim_not_found'],
    audit: 'claim.read',
  },
  showDocument: {
    method: 'GET',
    path: '/v1/claims/{id}/content/{sha256}',
    summary: 'The bytes of one document of a claim',
    roles: look,
    params: documentParams,
    responses: { 200: 'application/octet-stream' },
    problems: ['claim_not_found', 'document_not_found'],
    audit: 'document.read',
  },
  showPage: {
    method: 'GET',
    path: '/v1/claims/{id}/content/{sha256}/pages/{page}',
    summary: 'The text of one page with the place of every word',
    roles: look,
    params: pageParams,
    responses: { 200: PageText },
    problems: ['claim_not_found', 'document_not_found'],
    audit: 'page.read',
  },
  showPageImage: {
    method: 'GET',
    path: '/v1/claims/{id}/content/{sha256}/pages/{page}/image',
    summary: 'One page as people see it',
    roles: look,
    params: pageParams,
    query: z.object({
      width: z
        .enum(['200', '1000', '2000'])
        .default('1000')
        .transform(Number)
        .meta({ description: 'in pixels: a thumbnail, the page, or the page enlarged' }),
    }),
    responses: { 200: 'image/webp' },
    problems: ['claim_not_found', 'document_not_found', 'page_without_image', 'busy'],
    audit: 'page.read',
  },
  showTimeline: {
    method: 'GET',
    path: '/v1/claims/{id}/timeline',
    summary: 'What happened to a claim: each step, when, by which model, and who decided',
    roles: [...look, 'ml'],
    params: claimParams,
    responses: { 200: Timeline },
    problems: ['claim_not_found'],
    audit: 'timeline.read',
  },
} as const satisfies Record<string, Contract>;
