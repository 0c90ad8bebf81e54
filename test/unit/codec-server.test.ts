import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateKeyring, parseKeyring } from '../../shared/codec/keyring.ts';
import { EncryptionCodec } from '../../shared/codec/payload-codec.ts';
import { failure } from '../../shared/failures.ts';
import { createLogger } from '../../shared/log.ts';
import { sessionCookie } from '../../workers/codec/access.ts';
import { createCodecServer } from '../../workers/codec/server.ts';
import { signInWith } from '../../workers/sign-in/sign-in.ts';
import { knownKeys, signToken } from '../../workers/sign-in/tokens.ts';
import { fakeSessions } from '../support/fake-sessions.ts';

const TOKEN = 'a-token-of-the-test';
const codec = new EncryptionCodec(parseKeyring(generateKeyring()));
const log = createLogger('codec-server', 'silent');
const servers: Server[] = [];

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = { ...key.publicKey.export({ format: 'jwk' }), kty: 'EC', kid: 'k' };
const people = {
  signIn: signInWith({
    issuer: 'issuer',
    audience: 'claim-reader',
    findKey: knownKeys({ keys: [jwk] }),
    sessions: fakeSessions(),
    byLink: true,
    codeFlow: null,
  }),
  tenant: 'default',
};
const personToken = (roles: string[], more: object = {}) =>
  signToken(
    {
      ...{ iss: 'issuer', aud: 'claim-reader', sub: 'sam', tenant: 'default', roles },
      exp: Math.floor(Date.now() / 1_000) + 600,
      ...more,
    },
    { key: key.privateKey, kid: 'k' },
  );

let audited: { subject: string; payloads: number }[] = [];
let auditIsAway = false;
const audit = async ({ subject }: { subject: string }, payloads: number) => {
  if (auditIsAway) throw failure('DatabaseUnavailable', 'the database answers no code');
  audited.push({ subject, payloads });
};

/** Stands for the Temporal UI: answers with what reached it. */
let uiUrl = '';
let url = '';
beforeAll(async () => {
  uiUrl = await listen(
    createServer((request, response) => {
      const { cookie, authorization, host } = request.headers;
      response.writeHead(200, { 'x-ui': 'yes' });
      response.end(JSON.stringify({ path: request.url, cookie, authorization, host }));
    }),
  );
  url = await listen(createCodecServer({ codec, token: TOKEN, people, audit, uiUrl, log }));
});
afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

const bearer = { authorization: `Bearer ${TOKEN}` };
const cookieOf = (setCookie: string): string => setCookie.split(';')[0] ?? '';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const plain = { metadata: { encoding: base64('json/plain') }, data: base64('{"name":"Ottoline"}') };

const post = (path: string, headers: Record<string, string>, body: unknown = { payloads: [plain] }) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('the codec server', () => {
  test('seals and opens payloads for the bearer of the token', async () => {
    const sealed = await (await post('/encode', bearer)).text();
    expect(sealed).not.toContain(base64('Ottoline').slice(0, 8));
    expect(sealed).toContain(base64('binary/encrypted'));
    const opened = await post('/decode', bearer, sealed);
    expect(await opened.json()).toEqual({ payloads: [plain] });
  });

  test('shows payloads to people of its tenant whose role it is, and to nobody else', async () => {
    const as = async (token: string) => (await post('/decode', { authorization: `Bearer ${token}` })).status;
    for (const role of ['senior_reviewer', 'ml', 'auditor'])
      expect(await as(await personToken([role]))).toBe(200);
    expect(await as(await personToken(['intake', 'reviewer']))).toBe(401);
    expect(await as(await personToken(['auditor'], { tenant: 'other' }))).toBe(401);
    expect(await as(await personToken(['auditor'], { exp: 1 }))).toBe(401);
    const link = await fetch(`${url}/sign-in?token=${await personToken(['ml'])}`);
    const cookie = cookieOf(link.headers.get('set-cookie') ?? '');
    expect((await post('/decode', { cookie })).status).toBe(200);
    const ui = (await (await fetch(url, { headers: { cookie } })).json()) as { cookie?: string };
    expect(ui.cookie).toBeUndefined();
  });

  test('notes each reading before it shows anything, and shows nothing that it cannot note', async () => {
    audited = [];
    await post('/decode', { authorization: `Bearer ${await personToken(['ml'])}` });
    await post('/decode', bearer, { payloads: [plain, plain] });
    expect(audited).toEqual([
      { subject: 'sam', payloads: 1 },
      { subject: 'holder-of-the-codec-token', payloads: 2 },
    ]);
    auditIsAway = true;
    const refused = await post('/decode', bearer);
    auditIsAway = false;
    expect(refused.status).toBe(503);
    expect(await refused.text()).not.toContain(base64('{"name"').slice(0, 6));
  });

  test('passes payloads on that were never sealed', async () => {
    expect(await (await post('/decode', bearer)).json()).toEqual({ payloads: [plain] });
  });

  test.each(['/encode', '/decode', '/', '/api/v1/namespaces'])(
    'shows nothing at %s without a token',
    async (path) => {
      for (const headers of [
        {},
        { authorization: 'Bearer another-token-entirely' },
        { cookie: 'claim_codec_session=1.x' },
      ]) {
        expect((await post(path, headers)).status).toBe(401);
      }
    },
  );

  test('signs a browser in by the link, with a cookie that scripts and other sites do not get', async () => {
    expect((await fetch(`${url}/sign-in?token=wrong`)).status).toBe(401);
    const response = await fetch(`${url}/sign-in?token=${TOKEN}`);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict;/);
    expect(cookie).not.toContain(TOKEN);
    expect((await post('/decode', { cookie: cookieOf(cookie) })).status).toBe(200);
  });

  test('ends a session after twelve hours', async () => {
    const old = sessionCookie(TOKEN, Date.now() - 13 * 3_600_000);
    expect((await post('/decode', { cookie: cookieOf(old) })).status).toBe(401);
    const forged = cookieOf(old).replace(/=\d+/, `=${Math.floor(Date.now() / 1_000) + 3_600}`);
    expect((await post('/decode', { cookie: forged })).status).toBe(401);
  });

  test('answers pages of the Temporal UI and of its own origin, no others', async () => {
    const fromUi = await post('/decode', { ...bearer, origin: uiUrl });
    expect(fromUi.headers.get('access-control-allow-origin')).toBe(uiUrl);
    expect(fromUi.headers.get('access-control-allow-credentials')).toBe('true');
    expect((await post('/decode', { ...bearer, origin: url })).status).toBe(200);
    const elsewhere = await post('/decode', { ...bearer, origin: 'http://127.0.0.1:1' });
    expect(elsewhere.status).toBe(403);
    expect(elsewhere.headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await fetch(`${url}/decode`, { method: 'OPTIONS', headers: { origin: uiUrl } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-namespace');
  });

  test('shows the UI to who signed in and keeps the session and the token from it', async () => {
    const session = cookieOf(sessionCookie(TOKEN));
    const response = await fetch(`${url}/namespaces/default?query=x`, {
      headers: { ...bearer, cookie: `_csrf=abc; ${session}` },
    });
    expect(response.headers.get('x-ui')).toBe('yes');
    expect(await response.json()).toEqual({
      path: '/namespaces/default?query=x',
      cookie: '_csrf=abc',
      host: new URL(uiUrl).host,
    });
  });

  test('refuses what is no list of payloads, and what is too large', async () => {
    for (const body of ['', 'text', '{"payloads": 3}', '{"payloads": [{"data": "%%"}]}'])
      expect((await post('/decode', bearer, body)).status).toBe(400);
    const large = await post('/decode', bearer, 'x'.repeat(33 * 1024 * 1024)).catch(() => null);
    expect(large === null || large.status === 413).toBe(true);
  });

  test('says that a key is missing, and nothing of the payload', async () => {
    const other = new EncryptionCodec(parseKeyring(generateKeyring()));
    const [payload] = await other.encode([{ data: Buffer.from('{"name":"Ottoline"}') }]);
    const metadata = Object.entries(payload?.metadata ?? {}).map(([k, v]) => [
      k,
      Buffer.from(v).toString('base64'),
    ]);
    const response = await post('/decode', bearer, {
      payloads: [
        { metadata: Object.fromEntries(metadata), data: Buffer.from(payload?.data ?? []).toString('base64') },
      ],
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/^\{"message":"key k[\w-]+ is not in the keyring"\}\n$/);
  });
});
