import { type Claim, FIELD_KEYS, type FieldKey } from '../shared/claim-fields.ts';
import type { AuditSubmission } from '../shared/contracts.ts';
import type { ClaimKey } from '../shared/database/claims.ts';
import type { Database } from '../shared/database/database.ts';
import { claimReport } from '../shared/database/records.ts';
import {
  countAuditReminder,
  decideAudit,
  insertTrainingExample,
  openAuditRow,
} from '../shared/database/verified.ts';
import { valuesMatch } from '../shared/domain/compare.ts';
import { failure } from '../shared/failures.ts';
import type { Logger } from '../shared/log.ts';

export interface AuditDeps {
  database: Database;
  log: Logger;
}

/** The blind second reading of a recorded claim. All idempotent: an audit is one row, decided once. */
export const auditActivities = ({ database, log }: AuditDeps) => ({
  async openAudit(claim: ClaimKey): Promise<void> {
    await openAuditRow(database, claim);
  },

  async remindAuditors(audit: ClaimKey & { reminders: number }): Promise<void> {
    await countAuditReminder(database, audit);
    log.warn({ tenant: audit.tenant, claimId: audit.claimId, reminders: audit.reminders }, 'an audit waits');
  },

  /** Compares the blind reading with the record and keeps it as a training example. */
  async recordAudit({ tenant, claimId, submission }: ClaimKey & { submission: AuditSubmission }): Promise<{
    fieldsCompared: number;
    fieldsAgreed: number;
    differing: FieldKey[];
  }> {
    const report = await claimReport(database, tenant, claimId);
    if (!report) throw failure('InvalidInput', 'the audited claim has no record');
    const values: Claim = submission.values;
    const differing = FIELD_KEYS.filter(
      (key) => !valuesMatch(key, report.fields[key]?.value ?? null, values[key]),
    );
    const compared = FIELD_KEYS.length;
    const agreed = compared - differing.length;
    await database.transaction(async (within) => {
      await decideAudit(within, {
        tenant,
        claimId,
        auditor: submission.reviewer,
        values,
        compared,
        agreed,
        differing,
      });
      await insertTrainingExample(within, {
        tenant,
        claimId,
        source: 'audit',
        labels: values,
        documents: [...new Set(report.pages.map((page) => page.document))],
        model: report.model?.name ?? null,
        verifiedBy: submission.reviewer,
      });
    });
    return { fieldsCompared: compared, fieldsAgreed: agreed, differing };
  },
});
