/** Statements about what reviews take of their reviewers. */
import type { ClaimKey } from './claims.ts';
import type { Queryable } from './database.ts';

interface Begun extends ClaimKey {
  session: string;
  version: number;
  reviewer: string;
}

/** Notes that somebody begins to work on a review; resolves with the moment. */
export async function beginWork(db: Queryable, work: Begun): Promise<Date> {
  const [row] = await db.query<{ opened_at: Date }>(
    `insert into review_work (session, tenant, claim_id, version, reviewer) values ($1, $2, $3, $4, $5)
     returning opened_at`,
    [work.session, work.tenant, work.claimId, work.version, work.reviewer],
  );
  return row?.opened_at ?? new Date();
}

/** Notes that the review was submitted, once; what another person began, or of another version, is left. */
export async function endWork(
  db: Queryable,
  work: Begun & { keyStrokes: number; pointerActions: number; activeMs: number; simulated: boolean },
): Promise<void> {
  await db.query(
    `update review_work
     set submitted_at = now(), key_strokes = $6, pointer_actions = $7, active_ms = $8, simulated = $9
     where session = $1 and tenant = $2 and claim_id = $3 and version = $4 and reviewer = $5 and submitted_at is null`,
    [
      work.session,
      work.tenant,
      work.claimId,
      work.version,
      work.reviewer,
      work.keyStrokes,
      work.pointerActions,
      work.activeMs,
      work.simulated,
    ],
  );
}
