/** Claims of which the record and a blind reading differ: a senior who gave neither decides. */
import type { RecordedField } from '../../../shared/contracts.ts';
import { auditWorkflowId, MESSAGES } from '../../../shared/contracts.ts';
import {
  type DisagreementDetail,
  type DisagreementRow,
  findDisagreement,
  listDisagreements as listDisagreementRows,
} from '../../../shared/database/disagreements.ts';
import { claimReport } from '../../../shared/database/records.ts';
import type { ApiDeps, Route } from '../call.ts';
import type { auditContracts } from '../contracts/audits.ts';
import { whereEnded } from '../problem-of.ts';
import { Problem } from '../problems.ts';
import { nextOf, time } from './page.ts';

type Contracts = typeof auditContracts;

const line = (row: DisagreementRow) => ({
  id: row.claim_id,
  openedAt: time(row.opened_at),
  reminders: row.reminders,
  fields: row.fields,
  second: row.auditor,
  decidedBy: row.decided_by,
  decidedAt: time(row.decided_at),
});

export const listDisagreements: Route<Contracts['listDisagreements']> = async ({
  query,
  person,
  audit,
  deps,
}) => {
  const rows = await listDisagreementRows(deps.database, { ...query, tenant: person.tenant });
  await audit(null, { claims: rows.length });
  const next = nextOf(rows, query.limit, (row) => row.claim_id);
  return { status: 200, body: { disagreements: rows.map(line), next } };
};

async function detailOf(deps: ApiDeps, tenant: string, claimId: string) {
  const [row, report] = await Promise.all([
    findDisagreement(deps.database, { tenant, claimId }),
    claimReport(deps.database, tenant, claimId),
  ]);
  if (!row || !report) throw new Problem('disagreement_not_found');
  return { row, report };
}

const UNREAD: RecordedField = { value: null, confidence: 0, decidedBy: 'model', evidence: [] };

export const showDisagreement: Route<Contracts['showDisagreement']> = async ({
  params,
  person,
  audit,
  deps,
}) => {
  await audit(params.id);
  const { row, report } = await detailOf(deps, person.tenant, params.id);
  const readings = row.fields.map((key) => {
    const { value, decidedBy, evidence } = report.fields[key] ?? UNREAD;
    return {
      field: key,
      first: { value, decidedBy, evidence },
      second: { value: row.second[key] },
      decided: row.values ? { value: row.values[key] ?? null } : null,
    };
  });
  return { status: 200, body: { ...line(row), documents: report.documents, readings, note: row.note } };
};

export const decideDisagreement: Route<Contracts['decideDisagreement']> = async ({
  params,
  body,
  person,
  audit,
  deps,
}) => {
  const { tenant, subject: reviewer } = person;
  const { fields, note } = body;
  await audit(params.id, { decided: Object.keys(fields).slice(0, 50) });
  const { row, report } = await detailOf(deps, tenant, params.id);
  if (row.decided_at) throw new Problem('disagreement_closed');
  if (isOwn(row, Object.values(report.fields), reviewer)) throw new Problem('disagreement_own');
  await deps.client.workflow
    .getHandle(auditWorkflowId(tenant, params.id))
    .executeUpdate(MESSAGES.decideDisagreement, { args: [{ reviewer, fields, note }] })
    .catch(whereEnded('disagreement_closed'));
  return { status: 200, body: { accepted: true } };
};

/** Whether this person gave one of the two readings. */
const isOwn = (row: DisagreementDetail, recorded: RecordedField[], subject: string): boolean =>
  row.auditor === subject || recorded.some(({ decidedBy }) => decidedBy === `reviewer:${subject}`);
