/** Blind second readings: the packet without the system's values, and the reading of who has not seen them. */
import { auditWorkflowId, MESSAGES } from '../../../shared/contracts.ts';
import { hasSeenFields } from '../../../shared/database/audit-log.ts';
import { type AuditListRow, findAudit, listAudits as listAuditRows } from '../../../shared/database/lists.ts';
import type { ApiDeps, Route } from '../call.ts';
import type { auditContracts } from '../contracts/audits.ts';
import { whereEnded } from '../problem-of.ts';
import { Problem } from '../problems.ts';
import { documentsOf } from './claims.ts';
import { nextOf, time } from './page.ts';

type Contracts = typeof auditContracts;

/** Calls that show values of a claim. */
const SHOWS_FIELDS = ['claim.read', 'review.read', 'review.submit', 'disagreement.read'];

export const listAudits: Route<Contracts['listAudits']> = async ({ query, person, audit, deps }) => {
  const rows = await listAuditRows(deps.database, { ...query, tenant: person.tenant });
  await audit(null, { claims: rows.length });
  const audits = rows.map((row) => ({
    id: row.claim_id,
    openedAt: time(row.opened_at),
    reminders: row.reminders,
    auditor: row.auditor,
    decidedAt: time(row.decided_at),
    compared: row.compared,
    agreed: row.agreed,
    differing: row.differing,
  }));
  return { status: 200, body: { audits, next: nextOf(rows, query.limit, (row) => row.claim_id) } };
};

async function auditOf(deps: ApiDeps, tenant: string, claimId: string): Promise<AuditListRow> {
  const row = await findAudit(deps.database, { tenant, claimId });
  if (!row) throw new Problem('audit_not_found');
  return row;
}

export const showAudit: Route<Contracts['showAudit']> = async ({ params, person, audit, deps }) => {
  const { tenant } = person;
  await audit(params.id);
  const row = await auditOf(deps, tenant, params.id);
  const documents = await documentsOf(deps, { tenant, claimId: params.id });
  return { status: 200, body: { id: params.id, decided: row.decided_at !== null, documents } };
};

export const submitAudit: Route<Contracts['submitAudit']> = async ({ params, body, person, audit, deps }) => {
  const { tenant, subject: reviewer } = person;
  const claim = { tenant, claimId: params.id };
  await audit(params.id);
  const row = await auditOf(deps, tenant, params.id);
  if (row.decided_at) throw new Problem('audit_closed');
  if (await hasSeenFields(deps.database, { ...claim, actor: reviewer, actions: SHOWS_FIELDS }))
    throw new Problem('audit_not_blind');
  await deps.client.workflow
    .getHandle(auditWorkflowId(tenant, params.id))
    .executeUpdate(MESSAGES.submitAudit, { args: [{ reviewer, values: body.values }] })
    .catch(whereEnded('audit_closed'));
  return { status: 200, body: { accepted: true } };
};
