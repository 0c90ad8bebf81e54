/** Statements about claims of which the record and a blind reading differ. */
import type { FieldKey, FieldValue } from '../claim-fields.ts';
import type { ClaimKey } from './claims.ts';
import { jsonb, type Queryable } from './database.ts';

export async function openDisagreementRow(
  db: Queryable,
  { tenant, claimId, fields }: ClaimKey & { fields: FieldKey[] },
): Promise<void> {
  await db.query(
    'insert into disagreements (tenant, claim_id, fields) values ($1, $2, $3) on conflict do nothing',
    [tenant, claimId, fields],
  );
}

export async function countDisagreementReminder(
  db: Queryable,
  { tenant, claimId, reminders }: ClaimKey & { reminders: number },
): Promise<void> {
  await db.query('update disagreements set reminders = $3 where tenant = $1 and claim_id = $2', [
    tenant,
    claimId,
    reminders,
  ]);
}

export type Choice = 'first' | 'second' | 'other';

/**
 * Records what a senior decided, once, and corrects the examples that later models learn from by it.
 * Returns whether this call did.
 */
export async function decideDisagreementRow(
  db: Queryable,
  decision: ClaimKey & {
    choices: Partial<Record<FieldKey, Choice>>;
    values: Partial<Record<FieldKey, FieldValue>>;
    note: string;
    decidedBy: string;
  },
): Promise<boolean> {
  const { tenant, claimId } = decision;
  const decided = await db.query(
    `update disagreements set choices = $3, values = $4, note = $5, decided_by = $6, decided_at = now()
     where tenant = $1 and claim_id = $2 and decided_at is null returning claim_id`,
    [tenant, claimId, jsonb(decision.choices), jsonb(decision.values), decision.note, decision.decidedBy],
  );
  if (decided.length === 0) return false;
  await db.query(
    `update training_examples set labels = labels || $3::jsonb, verified_by = $4 where tenant = $1 and claim_id = $2`,
    [tenant, claimId, jsonb(decision.values), decision.decidedBy],
  );
  return true;
}

export interface DisagreementRow {
  claim_id: string;
  opened_at: Date;
  reminders: number;
  fields: FieldKey[];
  /** Who read the claim blind. */
  auditor: string;
  decided_by: string | null;
  decided_at: Date | null;
}

const LINE =
  'claim_id, dispute.opened_at, dispute.reminders, dispute.fields, audits.auditor, dispute.decided_by, dispute.decided_at';

/** The newest first. */
export async function listDisagreements(
  db: Queryable,
  filter: { tenant: string; decided?: boolean | undefined; after?: string | undefined; limit: number },
): Promise<DisagreementRow[]> {
  return db.query<DisagreementRow>(
    `select ${LINE} from disagreements as dispute join audits using (tenant, claim_id)
     where tenant = $1 and ($2::boolean is null or (dispute.decided_at is not null) = $2)
       and ($3::text is null or (dispute.opened_at, claim_id) <
         (select opened_at, claim_id from disagreements where tenant = $1 and claim_id = $3))
     order by dispute.opened_at desc, claim_id desc limit $4`,
    [filter.tenant, filter.decided ?? null, filter.after ?? null, filter.limit],
  );
}

export interface DisagreementDetail extends DisagreementRow {
  /** The blind reading. */
  second: Record<FieldKey, FieldValue>;
  values: Partial<Record<FieldKey, FieldValue>> | null;
  note: string | null;
}

export async function findDisagreement(
  db: Queryable,
  { tenant, claimId }: ClaimKey,
): Promise<DisagreementDetail | null> {
  const [row] = await db.query<DisagreementDetail>(
    `select ${LINE}, audits.values as second, dispute.values, dispute.note
     from disagreements as dispute join audits using (tenant, claim_id) where tenant = $1 and claim_id = $2`,
    [tenant, claimId],
  );
  return row ?? null;
}
