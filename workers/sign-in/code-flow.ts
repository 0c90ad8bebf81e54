/** The way of a browser through the organisation's issuer: authorisation code with PKCE (RFC 7636), OpenID Connect. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type Config, ConfigError } from '../../shared/config.ts';
import { fetchJson, type IssuerConfiguration } from './issuer.ts';
import { type Person, PersonSchema } from './people.ts';
import { cookiesOf } from './sessions.ts';
import { type FindKey, IssuerUnavailable, TokenRefused, verifyToken } from './tokens.ts';

export const CALLBACK_PATH = '/sign-in/callback';
const COOKIE = 'claim_sign_in';
/** Somebody who types a password and a second factor gets this long. */
const WITHIN_SECONDS = 15 * 60;

/** What the browser keeps while it is at the issuer; only this server reads it again. */
const PendingSchema = z.strictObject({
  state: z.string().min(20),
  nonce: z.string().min(20),
  verifier: z.string().min(43),
  returnTo: z.string(),
});

export interface CodeFlow {
  /** Sends a browser to the issuer. Throws `IssuerUnavailable`. */
  begin(returnTo: string): Promise<{ location: string; cookie: string }>;
  /** Who came back, and where to. Throws `TokenRefused` and `IssuerUnavailable`. */
  finish(query: URLSearchParams, cookieHeader: string): Promise<{ person: Person; returnTo: string }>;
}

export const endedCodeFlow = `${COOKIE}=; Path=/sign-in; HttpOnly; SameSite=Lax; Max-Age=0`;

/** `null` where no client of the issuer is configured. Throws `ConfigError`. */
export function openCodeFlow(
  config: Config,
  {
    issuer,
    configuration,
    findKey,
  }: { issuer: string; configuration: IssuerConfiguration; findKey: FindKey },
): CodeFlow | null {
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: secret, API_PUBLIC_URL: publicUrl } = config;
  if (clientId === undefined) return null;
  if (publicUrl === undefined)
    throw new ConfigError(
      'setting API_PUBLIC_URL: OIDC_CLIENT_ID needs it, the issuer sends browsers back there',
    );
  const redirectUri = new URL(CALLBACK_PATH, publicUrl).href;
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';

  /** The token that the issuer gives for a code, by the client that began with this verifier. */
  async function exchange(code: string, verifier: string): Promise<string> {
    const { tokenUrl } = await configuration();
    if (tokenUrl === null) throw new IssuerUnavailable('the issuer names no place to exchange a code at');
    const answer = await fetchJson(tokenUrl, {
      method: 'POST',
      headers: secret === undefined ? {} : { authorization: basic(clientId ?? '', secret) },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        client_id: clientId ?? '',
        code_verifier: verifier,
      }),
    }).catch((error: unknown) => {
      // A code that the issuer does not know (400) is the browser's, anything else the issuer's trouble.
      if (error instanceof Error && /^status 4/.test(error.message)) throw new TokenRefused('not_accepted');
      throw new IssuerUnavailable('the issuer of the tokens does not answer');
    });
    const parsed = z.looseObject({ id_token: z.string() }).safeParse(answer);
    if (!parsed.success) throw new TokenRefused('not_accepted');
    return parsed.data.id_token;
  }

  return {
    async begin(returnTo) {
      const { authorizationUrl } = await configuration();
      if (authorizationUrl === null) throw new IssuerUnavailable('the issuer names no place to sign in at');
      const pending = { state: random(), nonce: random(), verifier: random(), returnTo };
      const location = new URL(authorizationUrl);
      const parameters = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: config.OIDC_SCOPE,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: createHash('sha256').update(pending.verifier).digest('base64url'),
        code_challenge_method: 'S256',
      };
      for (const [name, value] of Object.entries(parameters)) location.searchParams.set(name, value);
      const kept = Buffer.from(JSON.stringify(pending)).toString('base64url');
      // Lax: the browser comes back from the issuer's site, and must bring it along.
      const cookie = `${COOKIE}=${kept}; Path=/sign-in; HttpOnly; SameSite=Lax; Max-Age=${WITHIN_SECONDS}${secure}`;
      return { location: location.href, cookie };
    },

    async finish(query, cookieHeader) {
      const pending = pendingOf(cookieHeader);
      const [state, code, from] = [query.get('state'), query.get('code'), query.get('iss')];
      if (!pending || !state || !same(state, pending.state)) throw new TokenRefused('not_accepted');
      // An answer of another issuer that this client may know as well (RFC 9207).
      if (!code || (from !== null && from !== issuer)) throw new TokenRefused('not_accepted');
      const token = await exchange(code, pending.verifier);
      const claims = await verifyToken(token, { issuer, audience: clientId, findKey });
      if (typeof claims['nonce'] !== 'string' || !same(claims['nonce'], pending.nonce))
        throw new TokenRefused('not_accepted');
      const person = PersonSchema.safeParse(claims);
      if (!person.success) throw new TokenRefused('not_accepted');
      const expiresAt = new Date(Date.now() + config.SESSION_HOURS * 3_600_000);
      return { person: { ...person.data, expiresAt }, returnTo: pending.returnTo };
    },
  };
}

/** 256 bits, in the letters that a verifier may have. */
const random = (): string => randomBytes(32).toString('base64url');

const basic = (id: string, secret: string): string =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;

const same = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
};

function pendingOf(cookieHeader: string): z.infer<typeof PendingSchema> | null {
  const kept = cookiesOf(cookieHeader).find((cookie) => cookie.startsWith(`${COOKIE}=`));
  try {
    const json: unknown = JSON.parse(
      Buffer.from(kept?.slice(COOKIE.length + 1) ?? '', 'base64url').toString(),
    );
    return PendingSchema.safeParse(json).data ?? null;
  } catch {
    return null;
  }
}
