/** Statements about the result of a claim: written once, read as a report. */
import type { Completeness, Derivation, Evidence, Usage } from '../answers.ts';
import { FIELD_KEYS, type FieldKey, type FieldValue } from '../claim-fields.ts';
import type { ClaimReport, DecidedBy, RecordedField } from '../contracts.ts';
import type { DocumentAccount } from '../documents.ts';
import { pagesOf } from '../domain/account.ts';
import { type ClaimKey, type ClaimRow, findClaim } from './claims.ts';
import { jsonb, type Queryable } from './database.ts';

export interface ClaimRecord extends ClaimKey {
  status: 'completed' | 'rejected';
  reasons: string[];
  completeness: Completeness;
  version: number;
  model: string | null;
  promptVersion: string | null;
  calibration: string | null;
  usage: Usage;
  costUsd: number;
  timings: Record<string, number>;
}

export async function insertRecord(db: Queryable, record: ClaimRecord): Promise<void> {
  await db.query(
    `insert into claim_records (tenant, claim_id, status, reasons, completeness, version, model, prompt_version,
                                calibration, usage, cost_usd, timings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      record.tenant,
      record.claimId,
      record.status,
      record.reasons,
      jsonb(record.completeness),
      record.version,
      record.model,
      record.promptVersion,
      record.calibration,
      jsonb(record.usage),
      record.costUsd,
      jsonb(record.timings),
    ],
  );
}

export async function insertFields(
  db: Queryable,
  { tenant, claimId }: ClaimKey,
  fields: Record<FieldKey, RecordedField>,
): Promise<void> {
  const rows = Object.entries(fields);
  const column = <T>(of: (field: RecordedField) => T): T[] => rows.map(([, field]) => of(field));
  await db.query(
    `insert into claim_fields (tenant, claim_id, key, value, confidence, decided_by, evidence, derivation, before, model_confidence)
     select $1, $2, * from unnest($3::text[], $4::jsonb[], $5::real[], $6::text[], $7::jsonb[], $8::jsonb[], $9::jsonb[], $10::real[])`,
    [
      tenant,
      claimId,
      rows.map(([key]) => key),
      column((field) => jsonb(field.value)),
      column((field) => field.confidence),
      column((field) => field.decidedBy),
      column((field) => jsonb(field.evidence)),
      column((field) => (field.derivation ? jsonb(field.derivation) : null)),
      column((field) => (field.before === undefined ? null : jsonb(field.before))),
      column((field) => field.modelConfidence ?? field.confidence),
    ],
  );
}

export async function insertDocuments(
  db: Queryable,
  { tenant, claimId }: ClaimKey,
  documents: DocumentAccount[],
): Promise<void> {
  const column = <T>(of: (account: DocumentAccount) => T): T[] => documents.map(of);
  await db.query(
    `insert into claim_documents (tenant, claim_id, sha256, position, name, attached_to, kind, pages, rejection)
     select $1, $2, * from unnest($3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::jsonb[])
     on conflict do nothing`,
    [
      tenant,
      claimId,
      column((account) => account.document),
      documents.map((_account, position) => position),
      column((account) => account.name),
      column((account) => account.attachedTo),
      column((account) => account.kind),
      column((account) => jsonb(account.pages)),
      column((account) => (account.rejection ? jsonb(account.rejection) : null)),
    ],
  );
}

interface RecordRow {
  reasons: string[];
  completeness: Completeness;
  model: string | null;
  prompt_version: string | null;
  calibration: string | null;
  usage: Usage;
  cost_usd: string;
  timings: Record<string, number>;
}

interface FieldRow {
  key: FieldKey;
  value: FieldValue;
  confidence: number;
  decided_by: DecidedBy;
  evidence: Evidence[];
  derivation: Derivation | null;
  before: FieldValue;
  /** The column `before` is null as well where the value before was `null`. */
  corrected: boolean;
  /** Not kept of claims that were recorded before it was. */
  model_confidence: number | null;
}

/** The claim as it stands in the database; `null` when it was never handed in. Of an unsettled claim only the row is known here. */
export async function claimReport(
  db: Queryable,
  tenant: string,
  claimId: string,
): Promise<ClaimReport | null> {
  const claim = await findClaim(db, { tenant, claimId });
  if (!claim) return null;
  const key = [tenant, claimId];
  const [record] = await db.query<RecordRow>(
    'select * from claim_records where tenant = $1 and claim_id = $2',
    key,
  );
  if (!record) return emptyReport(claim);
  const fields = await db.query<FieldRow>(
    'select *, before is not null as corrected from claim_fields where tenant = $1 and claim_id = $2',
    key,
  );
  const documents = await listDocuments(db, { tenant, claimId });
  return {
    ...emptyReport(claim),
    reasons: record.reasons,
    fields: inOrder(fields),
    documents,
    pages: pagesOf(documents),
    completeness: record.completeness,
    timings: record.timings,
    usage: record.usage,
    costUsd: Number(record.cost_usd),
    model: record.model
      ? {
          name: record.model,
          promptVersion: record.prompt_version ?? '',
          calibration: record.calibration ?? 'uncalibrated',
        }
      : null,
  };
}

/** The recorded account of a claim's documents, in the packet's order. */
export async function listDocuments(
  db: Queryable,
  { tenant, claimId }: ClaimKey,
): Promise<DocumentAccount[]> {
  return db.query<DocumentAccount>(
    `select sha256 as document, name, kind, attached_to as "attachedTo", pages, rejection
     from claim_documents where tenant = $1 and claim_id = $2 order by position`,
    [tenant, claimId],
  );
}

const emptyReport = (claim: ClaimRow): ClaimReport => ({
  id: claim.claim_id,
  tenant: claim.tenant,
  status: claim.status,
  reasons: [],
  fields: {},
  documents: [],
  pages: [],
  completeness: null,
  timings: {},
  usage: null,
  costUsd: null,
  model: null,
});

function inOrder(rows: FieldRow[]): ClaimReport['fields'] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return Object.fromEntries(
    FIELD_KEYS.flatMap((key) => {
      const row = byKey.get(key);
      if (!row) return [];
      const field: RecordedField = {
        value: row.value,
        confidence: row.confidence,
        decidedBy: row.decided_by,
        evidence: row.evidence,
        ...(row.derivation ? { derivation: row.derivation } : {}),
        ...(row.corrected ? { before: row.before } : {}),
        ...(row.model_confidence !== null && row.decided_by.startsWith('reviewer:')
          ? { modelConfidence: row.model_confidence }
          : {}),
      };
      return [[key, field]];
    }),
  );
}
