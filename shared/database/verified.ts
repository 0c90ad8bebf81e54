/** Statements about what people verified: reviews, audits, and the examples that later models learn from. */
import type { Claim, FieldKey, FieldValue } from '../claim-fields.ts';
import type { ClaimKey } from './claims.ts';
import { jsonb, type Queryable } from './database.ts';

export interface ReviewEntry extends ClaimKey {
  version: number;
  /** What was decided: the fields as they stand, or whether reading goes on past the budget. */
  subject: 'claim' | 'budget';
  reviewer: string;
  givenBy: 'update' | 'signal';
  decision: 'approve' | 'reject';
  reasonCode: string;
  note: string;
  changes: Partial<Record<FieldKey, { before: FieldValue; after: FieldValue }>>;
}

/** Records the decision. Its reviewer counts as verified where the audit log holds that, signed in, this person asked for it. */
export async function insertReview(db: Queryable, review: ReviewEntry): Promise<void> {
  await db.query(
    `insert into reviews (tenant, claim_id, version, subject, reviewer, given_by, decision, reason_code, note, changes, reviewer_verified)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, exists (
       select 1 from audit_log as asked
       where tenant = $1 and claim_id = $2 and actor = $5 and outcome = 'asked' and detail ->> 'decision' = $7
         and ($4 = 'budget' and action = 'budget.decide'
           or $4 = 'claim' and action = 'review.submit' and (detail ->> 'version')::int = $3)
         and not exists (
           select 1 from audit_log as refusal where refusal.request_id = asked.request_id and refusal.outcome = 'refused'
         )
     ))`,
    [
      review.tenant,
      review.claimId,
      review.version,
      review.subject,
      review.reviewer,
      review.givenBy,
      review.decision,
      review.reasonCode,
      review.note,
      jsonb(review.changes),
    ],
  );
}

export interface TrainingExample extends ClaimKey {
  source: 'review' | 'audit';
  labels: Claim;
  documents: string[];
  model: string | null;
  verifiedBy: string;
}

export async function insertTrainingExample(db: Queryable, example: TrainingExample): Promise<void> {
  await db.query(
    `insert into training_examples (tenant, claim_id, source, labels, documents, model, verified_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      example.tenant,
      example.claimId,
      example.source,
      jsonb(example.labels),
      example.documents,
      example.model,
      example.verifiedBy,
    ],
  );
}

export async function openAuditRow(db: Queryable, { tenant, claimId }: ClaimKey): Promise<void> {
  await db.query('insert into audits (tenant, claim_id) values ($1, $2) on conflict do nothing', [
    tenant,
    claimId,
  ]);
}

export async function countAuditReminder(
  db: Queryable,
  audit: ClaimKey & { reminders: number },
): Promise<void> {
  await db.query('update audits set reminders = $3 where tenant = $1 and claim_id = $2', [
    audit.tenant,
    audit.claimId,
    audit.reminders,
  ]);
}

export async function decideAudit(
  db: Queryable,
  audit: ClaimKey & {
    auditor: string;
    values: Claim;
    compared: number;
    agreed: number;
    differing: FieldKey[];
  },
): Promise<void> {
  await db.query(
    `update audits set auditor = $3, values = $4, compared = $5, agreed = $6, differing = $7, decided_at = now()
     where tenant = $1 and claim_id = $2 and decided_at is null`,
    [
      audit.tenant,
      audit.claimId,
      audit.auditor,
      jsonb(audit.values),
      audit.compared,
      audit.agreed,
      audit.differing,
    ],
  );
}
