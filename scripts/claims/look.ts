import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { viewClaim } from '../../shared/claim-view.ts';
import { CLAIM_STATUSES, type ClaimStatus } from '../../shared/contracts.ts';
import { listClaims } from '../../shared/database/claims.ts';
import { listWaiting } from '../../shared/database/reviews.ts';
import { objectKeys } from '../../shared/object-keys.ts';
import type { Office } from './office.ts';
import { CommandRefused, EXIT, type Invocation, type Outcome } from './outcome.ts';
import { renderClaim, renderList, renderWaiting } from './render.ts';

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

export async function queueCommand(office: Office, { options, tenant }: Invocation): Promise<Outcome> {
  const rows = await listWaiting(office.database, { tenant, limit: options['limit'] as number });
  return {
    json: rows.map((row) => ({
      id: row.claim_id,
      queue: row.queue,
      reasons: row.reasons,
      fields: row.fields,
      openedAt: row.opened_at,
      dueAt: row.due_at,
      reminders: row.reminders,
      heldBy: row.held_by,
      heldAt: row.held_at,
    })),
    text: renderWaiting(rows),
  };
}

/** A name is what the sender wrote, so only its harmless characters become part of a path. */
const fileName = (position: number, name: string): string =>
  `${position + 1}-${name.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '') || 'document'}`;

export async function documentsCommand(
  office: Office,
  { arguments: [id, folder], tenant }: Invocation,
): Promise<Outcome> {
  const report = await viewClaim(office, tenant, id as string);
  if (!report) throw new CommandRefused(`there is no claim ${id}`, EXIT.notFound);
  await mkdir(folder as string, { recursive: true });
  const files: string[] = [];
  for (const [position, { document, name }] of report.documents.entries()) {
    const path = join(folder as string, fileName(position, name));
    await writeFile(path, await office.objects.get(objectKeys.document(tenant, document)));
    files.push(path);
  }
  return { json: { id, files }, text: files.join('\n') || 'nothing was read of this claim yet' };
}
