import { createHmac } from 'node:crypto';
import type { ClaimKey } from '../shared/database/claims.ts';
import type { Database } from '../shared/database/database.ts';
import { recordDelivery } from '../shared/database/deliveries.ts';
import { claimReport } from '../shared/database/records.ts';
import { failure } from '../shared/failures.ts';
import { retryAfter } from './retry-after.ts';

export interface NotifyDeps {
  database: Database;
  /** Where intake listens, and the secret that signs (`whsec_` and base64, or plain text); without it nothing is sent. */
  webhook: { url: string; secret: string } | null;
  timeoutMs?: number;
  /** Whether a person asks for it, not the claim's workflow. Default: the workflow. */
  replayed?: boolean;
}

const TIMEOUT_MS = 15_000;
/** Statuses that a later attempt may mend. */
const TRY_AGAIN = new Set([408, 409, 425, 429]);

export const notifyActivities = ({
  database,
  webhook,
  timeoutMs = TIMEOUT_MS,
  replayed = false,
}: NotifyDeps) => ({
  /**
   * Tells intake the result, signed by the Standard Webhooks scheme; the message id is the claim's, so
   * a repetition is recognised. Fails with `DeliveryFailed` (tried again) or `DeliveryRefused`.
   */
  async notifyIntake({
    tenant,
    claimId,
    status,
  }: ClaimKey & { status: 'completed' | 'rejected' }): Promise<{ delivery: 'delivered' | 'skipped' }> {
    if (!webhook) return { delivery: 'skipped' };
    const claim = await claimReport(database, tenant, claimId);
    const body = JSON.stringify({
      type: `claim.${status}`,
      timestamp: new Date().toISOString(),
      data: claim,
    });
    const answer = await post(webhook, `claim_${tenant}_${claimId}`, body, timeoutMs);
    const outcome = answer === null ? 'unanswered' : answer.ok ? 'delivered' : `refused_${answer.status}`;
    await recordDelivery(database, { tenant, claimId, outcome, replayed });
    if (answer?.ok) return { delivery: 'delivered' };
    if (!answer) throw failure('DeliveryFailed', 'intake does not answer');
    const detail = `intake answers ${answer.status}`;
    if (answer.status < 500 && !TRY_AGAIN.has(answer.status)) throw failure('DeliveryRefused', detail);
    const retryAfterMs = retryAfter(answer.headers);
    throw failure('DeliveryFailed', detail, retryAfterMs === undefined ? {} : { retryAfterMs });
  },
});

/** Status and headers of intake's answer; `null` when there was none. */
async function post(
  webhook: { url: string; secret: string },
  id: string,
  body: string,
  timeoutMs: number,
): Promise<Response | null> {
  const timestamp = Math.floor(Date.now() / 1_000).toString();
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature(webhook.secret, id, timestamp, body)}`,
      },
    });
    // A body that nobody reads would keep its connection.
    await response.body?.cancel();
    return response;
  } catch {
    return null;
  }
}

/** HMAC-SHA256 over `id.timestamp.body`, base64 (Standard Webhooks, version 1). */
const signature = (secret: string, id: string, timestamp: string, body: string): string =>
  createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64');

/** Standard Webhooks writes a secret as `whsec_` and base64; any other text is the key as it stands. */
const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
