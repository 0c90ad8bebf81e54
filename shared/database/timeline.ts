/** What the database knows of a claim's course beside its record. */
import type { AuditDetail } from './audit-log.ts';
import type { ClaimKey } from './claims.ts';
import type { Queryable } from './database.ts';

/** Actions of people that belong to a claim's course; looking at it does not. */
const ACTIONS = [
  'document.upload',
  'claim.hand_in',
  'claim.add_documents',
  'claim.cancel',
  'review.open',
  'review.hold',
  'review.release',
  'review.submit',
  'budget.decide',
  'audit.submit',
  'disagreement.decide',
];
const MOST_ACTIONS = 500;

export interface TimelineRows {
  actions: { at: Date; action: string; actor: string; detail: AuditDetail }[];
  tasks: {
    version: number;
    queue: string;
    reasons: string[];
    fields: string[];
    opened_at: Date;
    due_at: Date;
    escalated_at: Date | null;
    closed_at: Date | null;
    reminders: number;
  }[];
  /** Decisions that came by another way than the API: who gave them is as they say. */
  reviews: {
    subject: string;
    reviewer: string;
    decision: string;
    reason_code: string;
    given_by: string;
    corrected: string[];
    decided_at: Date;
  }[];
  readings: {
    opened_at: Date;
    decided_at: Date | null;
    auditor: string | null;
    compared: number | null;
    agreed: number | null;
    differing: string[] | null;
  }[];
  disagreements: {
    opened_at: Date;
    decided_at: Date | null;
    decided_by: string | null;
    fields: string[];
  }[];
  deliveries: { at: Date; outcome: string; replayed: boolean }[];
}

export async function readTimeline(db: Queryable, { tenant, claimId }: ClaimKey): Promise<TimelineRows> {
  const key = [tenant, claimId];
  const [actions, tasks, reviews, readings, disagreements, deliveries] = await Promise.all([
    db.query<TimelineRows['actions'][number]>(
      `select at, action, actor, detail from audit_log as asked
       where tenant = $1 and claim_id = $2 and action = any ($3) and outcome = 'asked'
         and not exists (
           select 1 from audit_log as refusal
           where refusal.request_id = asked.request_id and refusal.outcome = 'refused'
         )
       order by seq limit ${MOST_ACTIONS}`,
      [...key, ACTIONS],
    ),
    db.query<TimelineRows['tasks'][number]>(
      `select version, queue, reasons, fields, opened_at, due_at, escalated_at, closed_at, reminders
       from review_tasks where tenant = $1 and claim_id = $2 order by version`,
      key,
    ),
    db.query<TimelineRows['reviews'][number]>(
      `select subject, reviewer, decision, reason_code, given_by, decided_at,
              array(select jsonb_object_keys(changes)) as corrected
       from reviews where tenant = $1 and claim_id = $2 and not reviewer_verified order by id`,
      key,
    ),
    db.query<TimelineRows['readings'][number]>(
      `select opened_at, decided_at, auditor, compared, agreed, differing
       from audits where tenant = $1 and claim_id = $2`,
      key,
    ),
    db.query<TimelineRows['disagreements'][number]>(
      'select opened_at, decided_at, decided_by, fields from disagreements where tenant = $1 and claim_id = $2',
      key,
    ),
    db.query<TimelineRows['deliveries'][number]>(
      'select at, outcome, replayed from deliveries where tenant = $1 and claim_id = $2 order by at',
      key,
    ),
  ]);
  return { actions, tasks, reviews, readings, disagreements, deliveries };
}
