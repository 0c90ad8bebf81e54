import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freePort } from '../../scripts/stack/ports.ts';
import { CLIENT, type FakeIssuer, startFakeIssuer } from '../support/fake-issuer.ts';
import { startWorkers, type Workers } from '../support/workers.ts';

let issuer: FakeIssuer;
let workers: Workers;
let api = '';
beforeAll(async () => {
  issuer = await startFakeIssuer();
  const port = await freePort();
  api = `http://127.0.0.1:${port}`;
  workers = await startWorkers({
    workers: ['api'],
    settings: {
      API_PORT: String(port),
      API_PUBLIC_URL: api,
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: CLIENT,
      LOCAL_ISSUER_KEY_FILE: '',
    },
  });
});
afterAll(async () => {
  await workers?.stop();
  issuer?.close();
});
beforeEach(() => {
  issuer.claims = {};
});

const cookieOf = (response: Response, name: string): string =>
  response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(';')[0] ?? '';

/** A browser that begins, is at the issuer, and comes back. */
async function goThrough(returnTo = '/') {
  const begun = await fetch(`${api}/sign-in?return=${encodeURIComponent(returnTo)}`, { redirect: 'manual' });
  const cookie = cookieOf(begun, 'claim_sign_in');
  const atIssuer = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
  const back = atIssuer.headers.get('location') ?? '';
  return { begun, cookie, back };
}

const comeBack = (back: string, cookie: string) => fetch(back, { headers: { cookie }, redirect: 'manual' });
const me = (cookie: string) => fetch(`${api}/v1/me`, { headers: { cookie } });

test('a browser signs in at the organisation’s issuer and comes back to where it was', async () => {
  const { begun, cookie, back } = await goThrough('/claims/C-1/review');
  expect(begun.status).toBe(302);
  const asked = new URL(begun.headers.get('location') ?? '').searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    client_id: CLIENT,
    redirect_uri: `${api}/sign-in/callback`,
    code_challenge_method: 'S256',
  });
  expect(begun.headers.get('set-cookie')).toMatch(/Path=\/sign-in; HttpOnly; SameSite=Lax/);
  const signedIn = await comeBack(back, cookie);
  expect(signedIn.status).toBe(200);
  expect(await signedIn.text()).toContain('url=/claims/C-1/review');
  const session = cookieOf(signedIn, 'claim_session');
  expect(signedIn.headers.getSetCookie().join()).toMatch(
    /claim_session=[^;]+; Path=\/; HttpOnly; SameSite=Strict/,
  );
  expect(await (await me(session)).json()).toMatchObject({
    subject: 'ana',
    tenant: 'tests',
    roles: ['reviewer'],
  });
  expect(issuer.asked?.get('code_verifier')).toBeTruthy();
  // The code is used up, and so is what the browser kept.
  expect((await comeBack(back, cookie)).status).toBe(401);
});

test('nobody is signed in by somebody else’s code, another state, another nonce, or a token of another client', async () => {
  const mine = await goThrough();
  const others = await goThrough();
  // A link with a stranger's code, opened in my browser.
  expect((await comeBack(others.back, mine.cookie)).status).toBe(401);
  expect((await comeBack(mine.back, '')).status).toBe(401);
  const state = await goThrough();
  const changed = new URL(state.back);
  changed.searchParams.set('state', 'x'.repeat(43));
  expect((await comeBack(changed.href, state.cookie)).status).toBe(401);
  const mixed = await goThrough();
  const elsewhere = new URL(mixed.back);
  elsewhere.searchParams.set('iss', 'https://elsewhere.example');
  expect((await comeBack(elsewhere.href, mixed.cookie)).status).toBe(401);
  for (const claims of [
    { nonce: 'x'.repeat(43) },
    { aud: 'another-client' },
    { exp: 1 },
    { tenant: '../x' },
    { sub: undefined },
  ]) {
    issuer.claims = claims;
    const { back, cookie } = await goThrough();
    expect((await comeBack(back, cookie)).status, JSON.stringify(claims)).toBe(401);
  }
});

test('leads back to this server alone, and says so when the issuer refuses', async () => {
  for (const returnTo of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'x']) {
    const { back, cookie } = await goThrough(returnTo);
    expect(await (await comeBack(back, cookie)).text(), returnTo).toMatch(/url=\/(docs)?"/);
  }
  const refused = await fetch(
    `${api}/sign-in/callback?error=access_denied&error_description=ana@example.com`,
  );
  expect(refused.status).toBe(403);
  expect(await refused.text()).not.toContain('ana');
  // Links that hold a token are for development alone.
  expect((await fetch(`${api}/sign-in?token=x`, { redirect: 'manual' })).status).toBe(302);
});
