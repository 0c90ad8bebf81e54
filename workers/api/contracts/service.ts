/** What belongs to no claim: who is signed in, the audit log, health, the documents of this API. */
import { z } from 'zod';
import { ClaimIdSchema } from '../../../shared/contracts.ts';
import { PROBLEM_CODES, type ProblemCode } from '../problems.ts';
import { type Contract, moment, paging, responseSchema } from './contract.ts';

const health = responseSchema('Health', z.object({ status: z.literal('ok') }));
const readiness = responseSchema(
  'Readiness',
  z.object({ ready: z.boolean(), checks: z.record(z.string(), z.enum(['ok', 'away', 'stopping'])) }),
);

export const serviceContracts = {
  showMe: {
    method: 'GET',
    path: '/v1/me',
    summary: 'Who is signed in',
    roles: 'signed_in',
    responses: {
      200: responseSchema(
        'Me',
        z.object({
          subject: z.string(),
          name: z.string(),
          tenant: z.string(),
          roles: z.array(z.string()),
          expiresAt: moment,
          temporalUi: z.string().nullable().meta({
            description: 'the Temporal UI; payloads open there for whoever may see them',
          }),
        }),
      ),
    },
    problems: [],
  },
  signOut: {
    method: 'POST',
    path: '/sign-out',
    summary: 'End the session of a browser',
    roles: 'anyone',
    responses: { 204: 'none' },
    problems: [],
  },
  readAuditLog: {
    method: 'GET',
    path: '/v1/audit-log',
    summary: 'Who read or changed what, the oldest first',
    roles: ['auditor'],
    query: z.object({
      claim: ClaimIdSchema.optional(),
      actor: z.string().max(100).optional(),
      ...paging(1_000),
      after: z.coerce.number().int().min(0).default(0).meta({ description: 'the number to go on behind' }),
    }),
    responses: {
      200: responseSchema(
        'AuditLog',
        z.object({
          entries: z.array(
            z.object({
              seq: z.number(),
              at: moment,
              requestId: z.string(),
              actor: z.string(),
              roles: z.array(z.string()),
              via: z.string(),
              action: z.string(),
              outcome: z.enum(['asked', 'refused']),
              claimId: z.string().nullable(),
              detail: z.record(z.string(), z.unknown()),
              hash: z.string(),
            }),
          ),
          next: z.number().nullable(),
        }),
      ),
    },
    problems: ['invalid_input'],
    audit: 'audit_log.read',
  },
  showHealth: {
    method: 'GET',
    path: '/health',
    summary: 'Whether the server runs',
    roles: 'anyone',
    responses: { 200: health },
    problems: [],
  },
  showReadiness: {
    method: 'GET',
    path: '/ready',
    summary: 'Whether database, workflow server and object store answer',
    roles: 'anyone',
    responses: { 200: readiness, 503: readiness },
    problems: [],
  },
  showOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    summary: 'This document',
    roles: 'anyone',
    responses: { 200: responseSchema('OpenApi', z.looseObject({ openapi: z.string() })) },
    problems: [],
  },
  showDocs: {
    method: 'GET',
    path: '/docs',
    summary: 'This document as a page',
    roles: 'anyone',
    responses: { 200: 'text/html' },
    problems: [],
  },
  showProblem: {
    method: 'GET',
    path: '/problems/{code}',
    summary: 'What a problem means',
    roles: 'anyone',
    params: z.object({ code: z.enum(PROBLEM_CODES as [ProblemCode, ...ProblemCode[]]) }),
    responses: {
      200: responseSchema(
        'ProblemMeaning',
        z.object({ code: z.string(), status: z.number(), title: z.string() }),
      ),
    },
    problems: ['not_found'],
  },
} as const satisfies Record<string, Contract>;
