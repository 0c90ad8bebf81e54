import { ApplicationFailure } from '@temporalio/common';
import { notifyActivities } from '../../activities/notify.ts';
import { findClaim } from '../../shared/database/claims.ts';
import { listUndelivered } from '../../shared/database/deliveries.ts';
import type { Office } from './office.ts';
import { CommandRefused, EXIT, type Invocation, type Outcome } from './outcome.ts';

const AT_ONCE = 10_000;

interface Replayed {
  id: string;
  delivered: boolean;
  detail: string;
}

/** The message keeps its id, so intake recognises what it has taken already. */
export async function replayWebhookCommand(
  { config, database }: Office,
  { arguments: [id], options, tenant }: Invocation,
): Promise<Outcome> {
  const { INTAKE_WEBHOOK_URL: url, INTAKE_WEBHOOK_SECRET: secret } = config;
  if (!url || !secret)
    throw new CommandRefused('set INTAKE_WEBHOOK_URL and INTAKE_WEBHOOK_SECRET: where intake listens');
  const since = options['failedSince'] as string | undefined;
  if ((id === undefined) === (since === undefined))
    throw new CommandRefused('name a claim, or --failed-since DATE');
  const { notifyIntake } = notifyActivities({ database, webhook: { url, secret }, replayed: true });

  const replayed: Replayed[] = [];
  for (const { claimId, status } of await claimsToTell()) {
    const detail = await notifyIntake({ tenant, claimId, status }).then(
      () => null,
      (error: unknown) => {
        if (error instanceof ApplicationFailure) return error.message;
        throw error;
      },
    );
    replayed.push({ id: claimId, delivered: detail === null, detail: detail ?? 'delivered' });
  }
  return {
    json: replayed,
    text:
      replayed.map((one) => `claim ${one.id}: ${one.detail}`).join('\n') || 'intake has taken every result',
    exitCode: replayed.every(({ delivered }) => delivered) ? EXIT.done : EXIT.broken,
  };

  async function claimsToTell(): Promise<{ claimId: string; status: 'completed' | 'rejected' }[]> {
    if (since !== undefined) {
      const from = new Date(since);
      if (Number.isNaN(from.getTime()))
        throw new CommandRefused('--failed-since: write a date such as 2026-03-04');
      const rows = await listUndelivered(database, { tenant, since: from, limit: AT_ONCE });
      return rows.map(({ claim_id: claimId, status }) => ({ claimId, status }));
    }
    const row = await findClaim(database, { tenant, claimId: id as string });
    if (!row) throw new CommandRefused(`there is no claim ${id}`, EXIT.notFound);
    if (row.status !== 'completed' && row.status !== 'rejected')
      throw new CommandRefused(`claim ${id} is ${row.status}: intake hears of results only`);
    return [{ claimId: row.claim_id, status: row.status }];
  }
}
