/** Statements about labelled claims from before this system. */
import type { FieldKey } from '../claim-fields.ts';
import type { DocumentRef } from '../documents.ts';
import type { ClaimKey } from './claims.ts';
import { jsonb, type Queryable } from './database.ts';

/** What was read of an imported claim; the pages' text lies in the object store. */
export interface ImportedReading {
  /** In the packet's order, only documents of which something was read. */
  documents: { document: string; pages: number[] }[];
  unreadPages: number;
  rejectedDocuments: number;
}

export interface ImportedClaim extends ClaimKey {
  /** As they were written. */
  labels: Record<string, unknown>;
  uncertain: FieldKey[];
  answer: unknown;
  documents: DocumentRef[];
}

/** Keeps the claim, in place of what the same id had before. Returns whether it is new or has changed. */
export async function insertImported(db: Queryable, claim: ImportedClaim): Promise<boolean> {
  const rows = await db.query(
    `insert into imported_claims (tenant, claim_id, labels, uncertain, answer, documents)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant, claim_id) do update set
       labels = excluded.labels, uncertain = excluded.uncertain, answer = excluded.answer,
       readings = case when imported_claims.documents = excluded.documents then imported_claims.readings end,
       documents = excluded.documents, imported_at = now()
     where (imported_claims.labels, imported_claims.uncertain, imported_claims.documents)
       is distinct from (excluded.labels, excluded.uncertain, excluded.documents)
     returning claim_id`,
    [
      claim.tenant,
      claim.claimId,
      jsonb(claim.labels),
      claim.uncertain,
      claim.answer === undefined ? null : jsonb(claim.answer),
      jsonb(claim.documents),
    ],
  );
  return rows.length > 0;
}

/** Imported claims whose documents no worker has read. */
export const listUnreadImports = (
  db: Queryable,
  tenant: string,
): Promise<{ claimId: string; documents: DocumentRef[] }[]> =>
  db.query(
    `select claim_id as "claimId", documents from imported_claims where tenant = $1 and readings is null order by claim_id`,
    [tenant],
  );

export async function keepReading(
  db: Queryable,
  { tenant, claimId, reading }: ClaimKey & { reading: ImportedReading },
): Promise<void> {
  await db.query('update imported_claims set readings = $3 where tenant = $1 and claim_id = $2', [
    tenant,
    claimId,
    jsonb(reading),
  ]);
}
