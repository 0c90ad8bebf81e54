/** Who may see payloads in clear: the bearer of the token, a browser that signed in with it, or a person whose role it is. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { hasRole, type Person, type Role } from '../sign-in/people.ts';
import { withoutSignIn } from '../sign-in/sessions.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { IssuerUnavailable, TokenRefused } from '../sign-in/tokens.ts';

const SESSION_SECONDS = 12 * 3_600;
// Browsers share cookies between the ports of one host: the name keeps other programs' apart.
const COOKIE = 'claim_codec_session';

const same = (a: string, b: string): boolean => {
  // Digests have equal lengths, which the comparison needs.
  const digest = (text: string): Buffer => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
};

const signature = (token: string, expires: string): string =>
  createHmac('sha256', token).update(`codec-session\n${expires}`).digest('base64url');

export const tokenMatches = (token: string, given: string | null): boolean =>
  given !== null && same(token, given);

/** The `Set-Cookie` header of a new session. Scripts cannot read it and other sites' pages do not send it. */
export function sessionCookie(token: string, now = Date.now()): string {
  const expires = String(Math.floor(now / 1_000) + SESSION_SECONDS);
  const value = `${expires}.${signature(token, expires)}`;
  return `${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${SESSION_SECONDS}`;
}

function hasSession(token: string, header: string | undefined, now: number): boolean {
  const cookies = (header ?? '').split(/;\s*/);
  const value = cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  const [expires, signed] = value?.split('.') ?? [];
  return (
    expires !== undefined &&
    signed !== undefined &&
    same(signed, signature(token, expires)) &&
    Number(expires) * 1_000 > now
  );
}

/** Who is shown payloads, as the audit log names them. */
export type Reader = Pick<Person, 'subject' | 'tenant' | 'roles'>;

/** Payloads hold corrections and results: for those who run the models, decide the hard claims, or audit. */
const MAY_READ = ['senior_reviewer', 'ml', 'auditor'] as const satisfies readonly Role[];
/** The token names nobody. */
const TOKEN_HOLDER = 'holder-of-the-codec-token';

/** Who sends the request: by the token, by a session that has not ended, or signed in with a role that may read; `null`: nobody who may. */
export async function readerOf(
  { token, people }: { token: string | null; people: { signIn: SignIn; tenant: string } | null },
  request: IncomingMessage,
  now = Date.now(),
): Promise<Reader | null> {
  const [, bearer = null] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (token !== null && (tokenMatches(token, bearer) || hasSession(token, request.headers.cookie, now)))
    return { subject: TOKEN_HOLDER, tenant: people?.tenant ?? 'default', roles: [] };
  if (!people) return null;
  const caller = await people.signIn.caller(request).catch((error: unknown) => {
    if (error instanceof TokenRefused || error instanceof IssuerUnavailable) return null;
    throw error;
  });
  // Payloads of all tenants are sealed with one keyring, so a role elsewhere does not count here.
  if (!caller || caller.person.tenant !== people.tenant || !hasRole(caller.person, MAY_READ)) return null;
  return caller.person;
}

/** The request's cookies without the session, which is nobody else's business. */
export const withoutSession = (header: string): string =>
  withoutSignIn(header)
    .split(/;\s*/)
    .filter((cookie) => !cookie.startsWith(`${COOKIE}=`))
    .join('; ');
