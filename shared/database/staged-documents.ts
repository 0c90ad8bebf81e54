/** Statements about documents that were uploaded for a claim. What was uploaded before the claim was handed in is its packet. */
import type { DocumentRef } from '../documents.ts';
import type { ClaimKey } from './claims.ts';
import type { Queryable } from './database.ts';

/** Notes an uploaded document; the same bytes again change nothing. */
export async function stageDocument(
  db: Queryable,
  document: ClaimKey & DocumentRef & { bytes: number },
): Promise<void> {
  await db.query(
    `insert into staged_documents (tenant, claim_id, sha256, name, bytes) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [document.tenant, document.claimId, document.sha256, document.name, document.bytes],
  );
}

export async function stagedSize(
  db: Queryable,
  { tenant, claimId }: ClaimKey,
): Promise<{ documents: number; bytes: number }> {
  const [size] = await db.query<{ documents: string; bytes: string }>(
    `select count(*) as documents, coalesce(sum(bytes), 0) as bytes from staged_documents
     where tenant = $1 and claim_id = $2`,
    [tenant, claimId],
  );
  return { documents: Number(size?.documents ?? 0), bytes: Number(size?.bytes ?? 0) };
}

/** Of a claim that was handed in those uploaded before or after that; of another one all are its packet. */
export async function listStaged(
  db: Queryable,
  { tenant, claimId, part }: ClaimKey & { part: 'packet' | 'late' },
): Promise<DocumentRef[]> {
  return db.query<DocumentRef>(
    `select sha256, name from staged_documents as staged
     where tenant = $1 and claim_id = $2 and $3 = case
       when staged_at > (select submitted_at from claims where tenant = $1 and claim_id = $2) then 'late'
       else 'packet'
     end
     order by staged_at, sha256`,
    [tenant, claimId, part],
  );
}
