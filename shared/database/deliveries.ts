/** Statements about telling intake the results. */
import type { ClaimKey } from './claims.ts';
import type { Database, Queryable } from './database.ts';

/** Notes an attempt and how it ended. */
export async function recordDelivery(
  db: Database,
  attempt: ClaimKey & { outcome: string; replayed: boolean },
): Promise<void> {
  const { tenant, claimId, outcome, replayed } = attempt;
  await db.transaction(async (within) => {
    await within.query('update claims set delivery = $3 where tenant = $1 and claim_id = $2', [
      tenant,
      claimId,
      outcome,
    ]);
    await within.query(
      'insert into deliveries (tenant, claim_id, outcome, replayed) values ($1, $2, $3, $4)',
      [tenant, claimId, outcome, replayed],
    );
  });
}

/** Settled claims whose result intake has not taken, the oldest first. */
export async function listUndelivered(
  db: Queryable,
  { tenant, since, limit }: { tenant: string; since: Date; limit: number },
): Promise<{ claim_id: string; status: 'completed' | 'rejected'; delivery: string | null }[]> {
  return db.query(
    `select claim_id, status, delivery from claims
     where tenant = $1 and settled_at >= $2 and status in ('completed', 'rejected') and delivery is distinct from 'delivered'
     order by settled_at, claim_id limit $3`,
    [tenant, since.toISOString(), limit],
  );
}
