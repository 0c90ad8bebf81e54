import { createHmac } from 'node:crypto';
import { type ClaimKey, setDelivery } from '../shared/database/claims.ts';
import type { Database } from '../shared/database/database.ts';
import { claimReport } from '../shared/database/records.ts';
import { failure } from '../shared/failures.ts';

export interface NotifyDeps {
  database: Database;
  /** Where intake listens, and the secret that signs; without it nothing is sent. */
  webhook: { url: string; secret: string } | null;
}

const TIMEOUT_MS = 15_000;
/** Statuses that a later attempt may mend. */
const TRY_AGAIN = new Set([408, 409, 425, 429]);

export const notifyActivities = ({ database, webhook }: NotifyDeps) => ({
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
    const response = await post(webhook, `claim_${tenant}_${claimId}`, body);
    if (response.ok) {
      await setDelivery(database, { tenant, claimId, delivery: 'delivered' });
      return { delivery: 'delivered' };
    }
    await setDelivery(database, { tenant, claimId, delivery: `refused_${response.status}` });
    const detail = `intake answers ${response.status}`;
    if (response.status < 500 && !TRY_AGAIN.has(response.status)) throw failure('DeliveryRefused', detail);
    const retryAfterMs = Number(response.headers.get('retry-after')) * 1_000;
    throw failure('DeliveryFailed', detail, retryAfterMs > 0 ? { retryAfterMs } : {});
  },
});

async function post(webhook: { url: string; secret: string }, id: string, body: string): Promise<Response> {
  const timestamp = Math.floor(Date.now() / 1_000).toString();
  try {
    return await fetch(webhook.url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature(webhook.secret, id, timestamp, body)}`,
      },
    });
  } catch {
    throw failure('DeliveryFailed', 'intake does not answer');
  }
}

/** HMAC-SHA256 over `id.timestamp.body`, base64 (Standard Webhooks, version 1). */
export const signature = (secret: string, id: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
