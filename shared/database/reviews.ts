/** Statements about what waits for a person. */
import type { ClaimKey } from './claims.ts';
import type { Queryable } from './database.ts';

/** Opens the task of this version and closes those of earlier ones. */
export async function openTask(
  db: Queryable,
  task: ClaimKey & {
    version: number;
    reasons: string[];
    fields: string[];
    expectedErrors?: number | null;
    dueAt: string;
  },
): Promise<void> {
  await closeTasks(db, task);
  await db.query(
    `insert into review_tasks (tenant, claim_id, version, reasons, fields, due_at, expected_errors)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant, claim_id, version) do update
     set reasons = excluded.reasons, fields = excluded.fields, due_at = excluded.due_at,
         expected_errors = excluded.expected_errors, queue = 'reviewers',
         reminders = 0, escalated_at = null, closed_at = null, held_by = null, held_at = null`,
    [
      task.tenant,
      task.claimId,
      task.version,
      task.reasons,
      task.fields,
      task.dueAt,
      task.expectedErrors ?? null,
    ],
  );
}

export async function closeTasks(db: Queryable, { tenant, claimId }: ClaimKey): Promise<void> {
  await db.query(
    'update review_tasks set closed_at = now() where tenant = $1 and claim_id = $2 and closed_at is null',
    [tenant, claimId],
  );
}

export async function countReminder(
  db: Queryable,
  task: ClaimKey & { version: number; reminders: number },
): Promise<void> {
  await db.query(
    'update review_tasks set reminders = $4 where tenant = $1 and claim_id = $2 and version = $3',
    [task.tenant, task.claimId, task.version, task.reminders],
  );
}

export async function escalateTask(db: Queryable, task: ClaimKey & { version: number }): Promise<void> {
  await db.query(
    `update review_tasks set queue = 'senior_reviewers', escalated_at = coalesce(escalated_at, now()),
       held_by = case when escalated_at is null then null else held_by end,
       held_at = case when escalated_at is null then null else held_at end
     where tenant = $1 and claim_id = $2 and version = $3`,
    [task.tenant, task.claimId, task.version],
  );
}

export async function holdTask(
  db: Queryable,
  task: ClaimKey & { version: number; holder: string | null; at: string },
): Promise<void> {
  await db.query(
    `update review_tasks set held_by = $4, held_at = case when $4::text is null then null else $5::timestamptz end, hold_changed_at = $5
     where tenant = $1 and claim_id = $2 and version = $3 and (hold_changed_at is null or hold_changed_at <= $5)`,
    [task.tenant, task.claimId, task.version, task.holder, task.at],
  );
}

export interface WaitingRow {
  claim_id: string;
  /** Who is to look: a queue of reviewers, `audit` for a blind second reading, or `disagreement` where it differs. */
  queue: string;
  reasons: string[];
  fields: string[];
  opened_at: Date;
  due_at: Date | null;
  reminders: number;
  held_by: string | null;
  held_at: Date | null;
}

/** Everything that waits for a person: reviews by their deadline, then audits by age. */
export async function listWaiting(
  db: Queryable,
  filter: { tenant: string; limit: number },
): Promise<WaitingRow[]> {
  return db.query<WaitingRow>(
    `select claim_id, queue, reasons, fields, opened_at, due_at, reminders, held_by, held_at
     from review_tasks where tenant = $1 and closed_at is null
     union all
     select claim_id, 'audit', '{}', '{}', opened_at, null, reminders, null, null
     from audits where tenant = $1 and decided_at is null
     union all
     select claim_id, 'disagreement', '{}', fields, opened_at, null, reminders, null, null
     from disagreements where tenant = $1 and decided_at is null
     order by due_at nulls last, opened_at limit $2`,
    [filter.tenant, filter.limit],
  );
}
