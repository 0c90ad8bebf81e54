/** Statements that list claims, reviews and audits page by page: a page goes on behind the row that ended the one before. */
import type { FieldKey, FieldValue } from '../claim-fields.ts';
import type { ClaimStatus } from '../contracts.ts';
import type { Queryable } from './database.ts';

export interface ClaimLineRow {
  claim_id: string;
  status: ClaimStatus;
  model: string | null;
  priority: number;
  submitted_at: Date;
  settled_at: Date | null;
  delivery: string | null;
  queue: string | null;
  due_at: Date | null;
  held_by: string | null;
  held_at: Date | null;
}

export interface ClaimFilter {
  tenant: string;
  status?: ClaimStatus | undefined;
  model?: string | undefined;
  heldBy?: string | undefined;
  submittedFrom?: string | undefined;
  submittedBefore?: string | undefined;
  /** A claim's id. */
  after?: string | undefined;
  limit: number;
}

/** The newest claims first, each with the review that is open and who holds it. */
export async function listClaimLines(db: Queryable, filter: ClaimFilter): Promise<ClaimLineRow[]> {
  return db.query<ClaimLineRow>(
    `select claim.claim_id, claim.status, claim.model, claim.priority, claim.submitted_at, claim.settled_at,
            claim.delivery, task.queue, task.due_at, task.held_by, task.held_at
     from claims as claim
     left join review_tasks as task
       on task.tenant = claim.tenant and task.claim_id = claim.claim_id and task.closed_at is null
     where claim.tenant = $1 and ($2::text is null or claim.status = $2) and ($3::text is null or claim.model = $3)
       and ($4::text is null or task.held_by = $4)
       and ($5::timestamptz is null or claim.submitted_at >= $5)
       and ($6::timestamptz is null or claim.submitted_at < $6)
       and ($7::text is null or (claim.submitted_at, claim.claim_id) <
         (select submitted_at, claim_id from claims where tenant = $1 and claim_id = $7))
     order by claim.submitted_at desc, claim.claim_id desc limit $8`,
    [
      filter.tenant,
      filter.status ?? null,
      filter.model ?? null,
      filter.heldBy ?? null,
      filter.submittedFrom ?? null,
      filter.submittedBefore ?? null,
      filter.after ?? null,
      filter.limit,
    ],
  );
}

/** The recorded values of these claims; a claim without a record has none. */
export async function listValues(
  db: Queryable,
  { tenant, claimIds }: { tenant: string; claimIds: string[] },
): Promise<{ claim_id: string; key: FieldKey; value: FieldValue }[]> {
  return db.query('select claim_id, key, value from claim_fields where tenant = $1 and claim_id = any ($2)', [
    tenant,
    claimIds,
  ]);
}

export interface ReviewRow {
  claim_id: string;
  version: number;
  queue: string;
  priority: number;
  reasons: string[];
  fields: string[];
  expected_errors: number | null;
  submitted_at: Date;
  opened_at: Date;
  due_at: Date;
  reminders: number;
  held_by: string | null;
  held_at: Date | null;
}

/** What orders the queue; within the hour of their deadlines the urgent come first, then those with most to mend. */
const place = (task: string, claim: string): string =>
  `(date_bin('1 hour', ${task}.due_at, 'epoch'), ${claim}.priority, -coalesce(${task}.expected_errors, 0), ${task}.due_at, ${task}.claim_id)`;

/** Open reviews: by the hour of the deadline, then by urgency, then by expected errors. */
export async function listReviews(
  db: Queryable,
  filter: {
    tenant: string;
    queue?: string | undefined;
    heldBy?: string | undefined;
    after?: { claimId: string; version: number } | undefined;
    limit: number;
  },
): Promise<ReviewRow[]> {
  return db.query<ReviewRow>(
    `select claim_id, version, task.queue, claim.priority, reasons, fields, expected_errors, submitted_at, opened_at,
            due_at, reminders, held_by, held_at
     from review_tasks as task join claims as claim using (tenant, claim_id)
     where tenant = $1 and closed_at is null and ($2::text is null or task.queue = $2)
       and ($3::text is null or held_by = $3)
       and ($4::text is null or ${place('task', 'claim')} > (
         select ${place('before', 'of_it').slice(1, -1)}
         from review_tasks as before join claims as of_it using (tenant, claim_id)
         where before.tenant = $1 and before.claim_id = $4 and before.version = $5
       ))
     order by ${place('task', 'claim').slice(1, -1)} limit $6`,
    [
      filter.tenant,
      filter.queue ?? null,
      filter.heldBy ?? null,
      filter.after?.claimId ?? null,
      filter.after?.version ?? null,
      filter.limit,
    ],
  );
}

export interface AuditListRow {
  claim_id: string;
  opened_at: Date;
  reminders: number;
  auditor: string | null;
  decided_at: Date | null;
  compared: number | null;
  agreed: number | null;
  differing: string[] | null;
}

const AUDIT = 'claim_id, opened_at, reminders, auditor, decided_at, compared, agreed, differing';

/** Blind second readings, the newest first. */
export async function listAudits(
  db: Queryable,
  filter: { tenant: string; decided?: boolean | undefined; after?: string | undefined; limit: number },
): Promise<AuditListRow[]> {
  return db.query<AuditListRow>(
    `select ${AUDIT} from audits
     where tenant = $1 and ($2::boolean is null or (decided_at is not null) = $2)
       and ($3::text is null or (opened_at, claim_id) <
         (select opened_at, claim_id from audits where tenant = $1 and claim_id = $3))
     order by opened_at desc, claim_id desc limit $4`,
    [filter.tenant, filter.decided ?? null, filter.after ?? null, filter.limit],
  );
}

export async function findAudit(
  db: Queryable,
  { tenant, claimId }: { tenant: string; claimId: string },
): Promise<AuditListRow | null> {
  const [row] = await db.query<AuditListRow>(
    `select ${AUDIT} from audits where tenant = $1 and claim_id = $2`,
    [tenant, claimId],
  );
  return row ?? null;
}
