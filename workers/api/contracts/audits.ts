/** Blind second readings, and what a senior decides where two readings of a claim differ. */
import { z } from 'zod';
import { AuditSubmissionSchema, DisagreementDecisionSchema } from '../../../shared/contracts.ts';
import { type Contract, moment, paging, requestSchema, responseSchema } from './contract.ts';
import { accepted, claimParams, DocumentAccount, Evidence, field, fieldValue, readers } from './values.ts';

const list = z.object({ decided: z.stringbool().optional(), ...paging() });

const DisagreementLine = z.object({
  id: z.string(),
  openedAt: moment,
  reminders: z.number(),
  fields: z.array(field).meta({ description: 'those on which the readings differ' }),
  second: z.string().meta({ description: 'who read the claim blind' }),
  decidedBy: z.string().nullable(),
  decidedAt: moment.nullable(),
});

const Disagreement = responseSchema(
  'Disagreement',
  DisagreementLine.extend({
    documents: z.array(DocumentAccount),
    readings: z.array(
      z.object({
        field,
        first: z.object({
          value: fieldValue,
          decidedBy: z.string().meta({ description: 'model, rule, or reviewer: and who' }),
          evidence: z.array(Evidence),
        }),
        second: z.object({ value: fieldValue }),
        decided: z.object({ value: fieldValue }).nullable(),
      }),
    ),
    note: z.string().nullable(),
  }),
);

export const auditContracts = {
  listAudits: {
    method: 'GET',
    path: '/v1/audits',
    summary: 'Blind second readings, waiting or decided, the newest first',
    roles: readers,
    query: list,
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
          documents: z.array(DocumentAccount),
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
    responses: { 200: accepted },
    problems: ['audit_not_found', 'audit_closed', 'audit_not_blind', 'invalid_input'],
    audit: 'audit.submit',
  },
  listDisagreements: {
    method: 'GET',
    path: '/v1/disagreements',
    summary: 'Claims of which two readings differ, waiting for a senior or decided, the newest first',
    roles: ['senior_reviewer', 'auditor'],
    query: list,
    responses: {
      200: responseSchema(
        'DisagreementList',
        z.object({ disagreements: z.array(DisagreementLine), next: z.string().nullable() }),
      ),
    },
    problems: ['invalid_input'],
    audit: 'disagreement.list',
  },
  showDisagreement: {
    method: 'GET',
    path: '/v1/disagreements/{id}',
    summary: 'Both readings of every field on which they differ',
    roles: ['senior_reviewer', 'auditor'],
    params: claimParams,
    responses: { 200: Disagreement },
    problems: ['disagreement_not_found'],
    audit: 'disagreement.read',
  },
  decideDisagreement: {
    method: 'POST',
    path: '/v1/disagreements/{id}',
    summary: 'Decide every field on which two readings differ: the first, the second, or another value',
    roles: ['senior_reviewer'],
    params: claimParams,
    body: requestSchema('DecideDisagreement', DisagreementDecisionSchema.omit({ reviewer: true }).strict()),
    responses: { 200: accepted },
    problems: ['disagreement_not_found', 'disagreement_closed', 'disagreement_own', 'invalid_input'],
    audit: 'disagreement.decide',
  },
} as const satisfies Record<string, Contract>;
