import type { FieldKey, FieldValue } from '../shared/claim-fields.ts';
import type { DisagreementDecision } from '../shared/contracts.ts';
import type { ClaimKey } from '../shared/database/claims.ts';
import type { Database } from '../shared/database/database.ts';
import {
  type Choice,
  countDisagreementReminder,
  decideDisagreementRow,
  findDisagreement,
  openDisagreementRow,
} from '../shared/database/disagreements.ts';
import { claimReport } from '../shared/database/records.ts';
import { failure } from '../shared/failures.ts';
import type { Logger } from '../shared/log.ts';

export interface DisagreementDeps {
  database: Database;
  log: Logger;
}

/** Two readings of one claim that differ. All idempotent: a disagreement is one row, decided once. */
export const disagreementActivities = ({ database, log }: DisagreementDeps) => ({
  async openDisagreement(claim: ClaimKey & { fields: FieldKey[] }): Promise<void> {
    await openDisagreementRow(database, claim);
    log.info(
      { tenant: claim.tenant, claimId: claim.claimId, differing: claim.fields.length },
      'two readings of a claim differ',
    );
  },

  async remindSeniors(disagreement: ClaimKey & { reminders: number }): Promise<void> {
    await countDisagreementReminder(database, disagreement);
    log.warn(
      {
        tenant: disagreement.tenant,
        claimId: disagreement.claimId,
        reminders: disagreement.reminders,
      },
      'a disagreement waits for a senior reviewer',
    );
  },

  /** Records which reading is right, field by field, and corrects the training examples by it. */
  async recordDisagreement({
    tenant,
    claimId,
    decision,
  }: ClaimKey & { decision: DisagreementDecision }): Promise<void> {
    const [report, row] = await Promise.all([
      claimReport(database, tenant, claimId),
      findDisagreement(database, { tenant, claimId }),
    ]);
    if (!report || !row) throw failure('InvalidInput', 'there is no disagreement about the claim');
    const choices: Partial<Record<FieldKey, Choice>> = {};
    const values: Partial<Record<FieldKey, FieldValue>> = {};
    for (const key of row.fields) {
      const choice = decision.fields[key];
      if (!choice) continue;
      choices[key] = choice.decision;
      values[key] =
        choice.decision === 'first'
          ? (report.fields[key]?.value ?? null)
          : choice.decision === 'second'
            ? row.second[key]
            : (choice.value as FieldValue);
    }
    await database.transaction((within) =>
      decideDisagreementRow(within, {
        tenant,
        claimId,
        choices,
        values,
        note: decision.note,
        decidedBy: decision.reviewer,
      }),
    );
  },
});
