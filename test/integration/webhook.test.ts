import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notifyActivities } from '../../activities/notify.ts';
import { replayWebhookCommand } from '../../scripts/claims/deliveries.ts';
import type { Office } from '../../scripts/claims/office.ts';
import { loadConfig } from '../../shared/config.ts';
import { findClaim, registerClaim, settleClaim } from '../../shared/database/claims.ts';
import { type Database, openDatabase } from '../../shared/database/database.ts';
import { migrate } from '../../shared/database/migrate.ts';
import { freshDatabase } from '../support/workers.ts';

const SECRET = `whsec_${Buffer.from('a secret of at least 24 bytes').toString('base64')}`;
const claim = { tenant: 'default', claimId: 'W-1', status: 'completed' as const };

let database: Database;
let intake: Server;
let url: string;
let received: { headers: IncomingHttpHeaders; body: string }[] = [];
let answerWith: (response: ServerResponse) => void;

beforeAll(async () => {
  database = openDatabase(await freshDatabase('webhook'));
  await migrate(database);
  await registerClaim(database, { ...claim, priority: 3, packetSha256: 'a'.repeat(64) });
  intake = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
    answerWith(response);
  });
  await new Promise<void>((resolve) => intake.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(intake.address() as AddressInfo).port}/claims`;
});
afterAll(async () => {
  intake.closeAllConnections();
  await new Promise((resolve) => intake.close(resolve));
  await database.close();
});
beforeEach(() => {
  received = [];
});

const notify = (webhook: { url: string; secret: string } | null = { url, secret: SECRET }) =>
  notifyActivities({ database, webhook, timeoutMs: 300 }).notifyIntake(claim);
const status = (code: number, headers = {}) => {
  answerWith = (response) => response.writeHead(code, headers).end('{}');
};
const delivery = async () => (await findClaim(database, claim))?.delivery;

test('intake gets the result, signed so that a Standard Webhooks library accepts it', async () => {
  status(204);
  expect(await notify()).toEqual({ delivery: 'delivered' });
  expect(await delivery()).toBe('delivered');
  const [{ headers, body } = { headers: {}, body: '' }] = received;
  expect(JSON.parse(body)).toMatchObject({ type: 'claim.completed', data: { id: 'W-1', tenant: 'default' } });
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64');
  const expected = createHmac('sha256', key).update(signed).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${expected}`);
  expect(Math.abs(Number(headers['webhook-timestamp']) * 1_000 - Date.now())).toBeLessThan(60_000);
});

test('a repetition carries the same id, so that intake can tell', async () => {
  status(200);
  await notify();
  await notify();
  expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([
    'claim_default_W-1',
    'claim_default_W-1',
  ]);
});

test.each([500, 503, 429, 408])('an answer of %i is tried again', async (code) => {
  status(code);
  await expect(notify()).rejects.toMatchObject({ type: 'DeliveryFailed', nonRetryable: false });
  expect(await delivery()).toBe(`refused_${code}`);
});

test.each([400, 401, 404, 410, 302])('an answer of %i is final', async (code) => {
  status(code, { location: '/elsewhere' });
  await expect(notify()).rejects.toMatchObject({ type: 'DeliveryRefused', nonRetryable: true });
  expect(received).toHaveLength(1);
});

test('Retry-After is honoured, in seconds and as a date, up to an hour', async () => {
  status(503, { 'retry-after': '7' });
  await expect(notify()).rejects.toMatchObject({ nextRetryDelay: 7_000 });
  status(429, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() });
  const error = await notify().catch((e: { nextRetryDelay: number }) => e);
  expect((error as { nextRetryDelay: number }).nextRetryDelay).toBeGreaterThan(50_000);
  status(503, { 'retry-after': '999999999' });
  await expect(notify()).rejects.toMatchObject({ nextRetryDelay: 3_600_000 });
});

test('an intake that does not answer in time, or is not there, is tried again', async () => {
  answerWith = () => {};
  await expect(notify()).rejects.toMatchObject({ type: 'DeliveryFailed', message: 'intake does not answer' });
  expect(await delivery()).toBe('unanswered');
  await expect(notify({ url: 'http://127.0.0.1:1/', secret: SECRET })).rejects.toMatchObject({
    type: 'DeliveryFailed',
  });
});

test('nothing is sent where no intake is configured', async () => {
  expect(await notify(null)).toEqual({ delivery: 'skipped' });
  expect(received).toEqual([]);
});

describe('a replay', () => {
  const office = () =>
    ({
      database,
      config: loadConfig({ INTAKE_WEBHOOK_URL: url, INTAKE_WEBHOOK_SECRET: SECRET }),
    }) as Office;
  const replay = (id: string | undefined, options: Record<string, unknown> = {}) =>
    replayWebhookCommand(office(), { arguments: [id], options, tenant: 'default' });

  beforeAll(async () => {
    for (const claimId of ['W-2', 'W-3']) {
      await registerClaim(database, { ...claim, claimId, priority: 3, packetSha256: 'b'.repeat(64) });
      await settleClaim(database, { ...claim, claimId });
    }
    await registerClaim(database, { ...claim, claimId: 'W-open', priority: 3, packetSha256: 'b'.repeat(64) });
  });

  test('tells intake one result again, under the id that the message always had', async () => {
    status(204);
    expect((await replay('W-2')).json).toEqual([{ id: 'W-2', delivered: true, detail: 'delivered' }]);
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual(['claim_default_W-2']);
  });

  test('tells all that intake has not taken since a day, and says which it still refuses', async () => {
    const since = { failedSince: '2020-01-01' };
    status(500);
    const refused = await replay(undefined, since);
    expect(refused).toMatchObject({ exitCode: 1, json: [{ id: 'W-3', detail: 'intake answers 500' }] });
    status(200);
    expect((await replay(undefined, since)).exitCode).toBe(0);
    expect((await replay(undefined, since)).json).toEqual([]);
    const attempts = await database.query(
      "select outcome, replayed from deliveries where claim_id = 'W-3' order by id",
    );
    expect(attempts).toEqual([
      { outcome: 'refused_500', replayed: true },
      { outcome: 'delivered', replayed: true },
    ]);
  });

  test('is refused for a claim that is open or unknown, and without a word which', async () => {
    await expect(replay('W-open')).rejects.toThrow(/intake hears of results only/);
    await expect(replay('W-none')).rejects.toThrow(/no claim/);
    await expect(replay(undefined)).rejects.toThrow(/name a claim/);
    await expect(replay('W-2', { failedSince: '2020-01-01' })).rejects.toThrow(/name a claim/);
    await expect(replay(undefined, { failedSince: 'soon' })).rejects.toThrow(/write a date/);
  });
});
