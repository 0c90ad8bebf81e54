import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, loadConfig } from '../../shared/config.ts';
import { issuerConfiguration } from '../../workers/sign-in/issuer.ts';
import { LOCAL_ISSUER, openLocalIssuer } from '../../workers/sign-in/local-issuer.ts';
import { openSignIn, signInWith } from '../../workers/sign-in/sign-in.ts';
import { knownKeys, publishedKeys, signToken, verifyToken } from '../../workers/sign-in/tokens.ts';
import { fakeSessions } from '../support/fake-sessions.ts';

const folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

const ISSUER = 'https://issuer.example';
const AUDIENCE = 'claim-reader';
const now = () => Math.floor(Date.now() / 1_000);
const claims = (more: object = {}) => ({
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'ana',
  tenant: 'default',
  roles: ['reviewer'],
  exp: now() + 600,
  ...more,
});

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const jwk = (key: KeyObject, kid: string) => ({
  ...key.export({ format: 'jwk' }),
  kid,
  kty: String(key.export({ format: 'jwk' }).kty),
});
const keySet = { keys: [jwk(ec.publicKey, 'ec'), jwk(rsa.publicKey, 'rsa')] };
const expected = { issuer: ISSUER, audience: AUDIENCE, findKey: knownKeys(keySet) };
const ecToken = (more: object = {}) => signToken(claims(more), { key: ec.privateKey, kid: 'ec' });
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const rsaToken = (key: KeyObject = rsa.privateKey) => {
  const signed = `${part({ alg: 'RS256', kid: 'rsa' })}.${part(claims())}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
};

describe('a token', () => {
  test('signed by the issuer is accepted, with either kind of key', async () => {
    expect(await verifyToken(await ecToken(), expected)).toMatchObject({ sub: 'ana' });
    expect(await verifyToken(rsaToken(), expected)).toMatchObject({ sub: 'ana' });
  });

  test('that has ended is told apart from one that was never good', async () => {
    await expect(verifyToken(await ecToken({ exp: now() - 60 }), expected)).rejects.toMatchObject({
      reason: 'expired',
    });
  });

  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const secret = JSON.stringify(keySet.keys[1]);
  const hmac = () => {
    const signed = `${part({ alg: 'HS256', kid: 'rsa' })}.${part(claims())}`;
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  };
  const other = async (change: (parts: string[]) => string[]) =>
    change((await ecToken()).split('.')).join('.');
  test.each([
    ['another key under the same id', signToken(claims(), { key: stranger.privateKey, kid: 'ec' })],
    ['an unknown key', signToken(claims(), { key: stranger.privateKey, kid: 'other' })],
    ['no signature', other(([head = '', body = '']) => [head, body, ''])],
    ['the algorithm "none"', `${part({ alg: 'none' })}.${part(claims())}.`],
    ['a public key used as a secret', hmac()],
    [
      'a key of the other algorithm',
      other(([, body = '', signature = '']) => [part({ alg: 'ES256', kid: 'rsa' }), body, signature]),
    ],
    [
      'a changed body',
      other(([head = '', , signature = '']) => [head, part(claims({ roles: ['auditor'] })), signature]),
    ],
    [
      'an extension that must be understood',
      other(([, body = '', signature = '']) => [
        part({ alg: 'ES256', kid: 'ec', crit: ['b64'] }),
        body,
        signature,
      ]),
    ],
    ['another issuer', ecToken({ iss: 'https://elsewhere.example' })],
    ['another audience', ecToken({ aud: ['billing'] })],
    ['a beginning in the future', ecToken({ nbf: now() + 600 })],
    ['no end', ecToken({ exp: undefined })],
    ['too much of everything', ecToken().then((token) => `${token}${'x'.repeat(9_000)}`)],
    ['nothing in it', ''],
  ])('with %s is not accepted', async (_what, token) => {
    await expect(verifyToken(await token, expected)).rejects.toMatchObject({ reason: 'not_accepted' });
  });

  test('names its person, whose unknown roles are other systems’', async () => {
    const signIn = signInWith({ ...expected, sessions: fakeSessions(), byLink: false, codeFlow: null });
    expect(await signIn.verify(await ecToken({ roles: ['reviewer', 'billing'] }))).toMatchObject({
      subject: 'ana',
      tenant: 'default',
      roles: ['reviewer'],
    });
    await expect(signIn.verify(await ecToken({ tenant: '../x' }))).rejects.toMatchObject({
      reason: 'not_accepted',
    });
    await expect(signIn.verify(await ecToken({ sub: '' }))).rejects.toMatchObject({ reason: 'not_accepted' });
  });
});

test('published keys are found by the issuer’s configuration, and again when a new one is used; without the issuer the known ones stand', async () => {
  let keys = [keySet.keys[0]];
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    response.setHeader('content-type', 'application/json');
    if (request.url === '/.well-known/openid-configuration')
      return response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
    return response.end(JSON.stringify({ keys }));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const configuration = issuerConfiguration({ issuer, jwksUrl: null });
  const as = { issuer: ISSUER, audience: AUDIENCE, findKey: publishedKeys(configuration) };
  await Promise.all([verifyToken(await ecToken(), as), verifyToken(await ecToken(), as)]);
  keys = keySet.keys;
  const before = asked;
  // An id that nobody knows does not make every request a request to the issuer.
  await expect(verifyToken(rsaToken(), as)).rejects.toMatchObject({ reason: 'not_accepted' });
  expect(asked).toBe(before);
  server.close();
  server.closeAllConnections();
  expect(await verifyToken(await ecToken(), as)).toMatchObject({ sub: 'ana' });
  const elsewhere = publishedKeys(issuerConfiguration({ issuer, jwksUrl: null }));
  await expect(verifyToken(await ecToken(), { ...as, findKey: elsewhere })).rejects.toThrow(
    /does not answer/,
  );
});

describe('the local issuer', () => {
  const file = join(folder, 'key');
  const settings = (more: Record<string, string>) => loadConfig({ LOCAL_ISSUER_KEY_FILE: file, ...more });

  test('signs people in, with a key that only its owner can read', async () => {
    const config = settings({});
    const issuer = openLocalIssuer(config);
    const person = { subject: 'ana', tenant: 'default', roles: ['reviewer'] as const };
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(await openSignIn(config, fakeSessions()).verify((await issuer?.mint(person)) ?? '')).toMatchObject(
      person,
    );
    expect(
      await verifyToken((await issuer?.mint(person)) ?? '', {
        issuer: LOCAL_ISSUER,
        audience: AUDIENCE,
        findKey: knownKeys(openLocalIssuer(config)?.keySet ?? { keys: [] }),
      }),
    ).toMatchObject({ sub: 'ana' });
  });

  test('is refused in production and beside a real issuer', () => {
    expect(() => openSignIn(settings({ NODE_ENV: 'production' }), fakeSessions())).toThrow(
      /LOCAL_ISSUER_KEY_FILE.*production/,
    );
    expect(() => openSignIn(settings({ OIDC_ISSUER: ISSUER }), fakeSessions())).toThrow(
      /LOCAL_ISSUER_KEY_FILE/,
    );
    expect(() => openSignIn(settings({ LOCAL_ISSUER_KEY_FILE: '' }), fakeSessions())).toThrow(ConfigError);
  });
});
