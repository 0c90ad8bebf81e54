/** Statements about the row of a claim, from handing in to settled. */
import type { ClaimStatus, SETTLED_STATUSES } from '../contracts.ts';
import type { Queryable } from './database.ts';

export interface ClaimRow {
  tenant: string;
  claim_id: string;
  packet_sha256: string;
  priority: number;
  status: ClaimStatus;
  model: string | null;
  run_id: string | null;
  delivery: string | null;
  submitted_at: Date;
  settled_at: Date | null;
}

export interface ClaimKey {
  tenant: string;
  claimId: string;
}

/** Inserts the claim's row unless it is there. Returns the row and whether this call made it. */
export async function registerClaim(
  db: Queryable,
  claim: ClaimKey & { packetSha256: string; priority: number },
): Promise<{ row: ClaimRow; isNew: boolean }> {
  const inserted = await db.query<ClaimRow>(
    `insert into claims (tenant, claim_id, packet_sha256, priority) values ($1, $2, $3, $4)
     on conflict do nothing returning *`,
    [claim.tenant, claim.claimId, claim.packetSha256, claim.priority],
  );
  const row = inserted[0] ?? (await findClaim(db, claim));
  if (!row) throw new Error('a claim row vanished');
  return { row, isNew: inserted.length > 0 };
}

export async function findClaim(db: Queryable, { tenant, claimId }: ClaimKey): Promise<ClaimRow | null> {
  const found = await db.query<ClaimRow>('select * from claims where tenant = $1 and claim_id = $2', [
    tenant,
    claimId,
  ]);
  return found[0] ?? null;
}

/**
 * Gives the claim to this run. Returns false when the claim is already settled. A run that ended
 * without settling it (terminated by an operator) is followed by the new one.
 */
export async function takeClaim(
  db: Queryable,
  claim: ClaimKey & { runId: string; model: string },
): Promise<boolean> {
  const taken = await db.query(
    `update claims set run_id = $3, model = $4, status = 'reading'
     where tenant = $1 and claim_id = $2 and settled_at is null returning claim_id`,
    [claim.tenant, claim.claimId, claim.runId, claim.model],
  );
  return taken.length > 0;
}

/** Sets the state in which people look for a claim. A settled claim stays as it is. */
export async function setStatus(db: Queryable, claim: ClaimKey & { status: ClaimStatus }): Promise<void> {
  await db.query(`update claims set status = $3 where tenant = $1 and claim_id = $2 and settled_at is null`, [
    claim.tenant,
    claim.claimId,
    claim.status,
  ]);
}

/** Settles the claim unless it is settled; returns whether this call did. Others wait for the transaction's end. */
export async function settleClaim(
  db: Queryable,
  claim: ClaimKey & { status: (typeof SETTLED_STATUSES)[number] },
): Promise<boolean> {
  const settled = await db.query(
    `update claims set status = $3, settled_at = now()
     where tenant = $1 and claim_id = $2 and settled_at is null returning claim_id`,
    [claim.tenant, claim.claimId, claim.status],
  );
  return settled.length > 0;
}

/** The newest claims first; `after` is the id of the claim to go on behind. */
export async function listClaims(
  db: Queryable,
  filter: { tenant: string; status?: ClaimStatus; limit: number; after?: string },
): Promise<ClaimRow[]> {
  return db.query<ClaimRow>(
    `select * from claims
     where tenant = $1 and ($2::text is null or status = $2)
       and ($3::text is null
         or (submitted_at, claim_id) < (select submitted_at, claim_id from claims where tenant = $1 and claim_id = $3))
     order by submitted_at desc, claim_id desc limit $4`,
    [filter.tenant, filter.status ?? null, filter.after ?? null, filter.limit],
  );
}

/** How many claims were read with this model version, or are being read. */
export async function countClaimsOfModel(
  db: Queryable,
  { tenant, model }: { tenant: string; model: string },
): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    'select count(*)::int as n from claims where tenant = $1 and model = $2',
    [tenant, model],
  );
  return row?.n ?? 0;
}
