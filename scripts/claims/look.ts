import { viewClaim } from '../../shared/claim-view.ts';
import { CLAIM_STATUSES, type ClaimStatus } from '../../shared/contracts.ts';
import { listClaims } from '../../shared/database/claims.ts';
import type { Office } from './office.ts';
import { CommandRefused, EXIT, type Invocation, type Outcome } from './outcome.ts';
import { renderClaim, renderList } from './render.ts';

export async function showCommand(office: Office, { arguments: [id], tenant }: Invocation): Promise<Outcome> {
  const report = await viewClaim(office, tenant, id as string);
  if (!report) throw new CommandRefused(`there is no claim ${id}`, EXIT.notFound);
  return { json: report, text: renderClaim(report) };
}

export async function listCommand(office: Office, { options, tenant }: Invocation): Promise<Outcome> {
  const status = options['status'] as ClaimStatus | undefined;
  if (status !== undefined && !CLAIM_STATUSES.includes(status)) {
    throw new CommandRefused(`--status must be one of ${CLAIM_STATUSES.join(', ')}`);
  }
  const rows = await listClaims(office.database, {
    tenant,
    limit: options['limit'] as number,
    ...(status ? { status } : {}),
  });
  return {
    json: rows.map((row) => ({
      id: row.claim_id,
      status: row.status,
      model: row.model,
      submittedAt: row.submitted_at,
      settledAt: row.settled_at,
    })),
    text: renderList(rows),
  };
}
