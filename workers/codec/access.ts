/** Who may see payloads in clear: the bearer of the token, or a browser that signed in with it. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

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

/** Whether the request carries `Authorization: Bearer <token>` or a session that has not ended. */
export function mayRead(token: string, request: IncomingMessage, now = Date.now()): boolean {
  const [, bearer = null] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  return tokenMatches(token, bearer) || hasSession(token, request.headers.cookie, now);
}

/** The request's cookies without the session, which is nobody else's business. */
export const withoutSession = (header: string): string =>
  header
    .split(/;\s*/)
    .filter((cookie) => !cookie.startsWith(`${COOKIE}=`))
    .join('; ');
