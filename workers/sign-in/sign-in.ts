/** Signing in: a bearer token, or a browser's session that holds one. */
import type { IncomingMessage } from 'node:http';
import { type Config, ConfigError } from '../../shared/config.ts';
import { LOCAL_ISSUER, openLocalIssuer } from './local-issuer.ts';
import { type Person, PersonSchema } from './people.ts';
import { type FindKeys, knownKeys, publishedKeys, TokenRefused, verifyToken } from './tokens.ts';

// Browsers share cookies between the ports of one host: one sign-in serves the API and the codec server.
const COOKIE = 'claim_session';

export interface Caller {
  person: Person;
  /** A browser sends its session by itself, also for a page of somebody else's: such a call must prove where it comes from. */
  by: 'bearer' | 'session';
}

export interface SignIn {
  /** The person of a token. Throws `TokenRefused` and `IssuerUnavailable`. */
  verify(token: string): Promise<Person>;
  /** Who sends this request; `null` when it carries no token. Throws as `verify` does. */
  caller(request: IncomingMessage): Promise<Caller | null>;
  /** Whether a link that holds a token may sign a browser in. */
  byLink: boolean;
}

/** Signing in as the settings say: with the organisation's issuer, or with the local one. Throws `ConfigError`. */
export function openSignIn(config: Config): SignIn {
  const local = openLocalIssuer(config);
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = config;
  if (local)
    return signInWith({ issuer: LOCAL_ISSUER, audience, findKeys: knownKeys(local.keySet), byLink: true });
  if (issuer === undefined)
    throw new ConfigError('setting OIDC_ISSUER: names the issuer of the tokens that people sign in with');
  const findKeys = publishedKeys({ issuer, jwksUrl: config.OIDC_JWKS_URL ?? null });
  return signInWith({ issuer, audience, findKeys, byLink: false });
}

export function signInWith(options: {
  issuer: string;
  audience: string;
  findKeys: FindKeys;
  byLink: boolean;
}): SignIn {
  const verify = async (token: string): Promise<Person> => {
    const person = PersonSchema.safeParse(await verifyToken(token, options));
    if (!person.success) throw new TokenRefused('not_accepted');
    return person.data;
  };
  return {
    verify,
    byLink: options.byLink,
    async caller(request) {
      const [, bearer] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
      if (bearer !== undefined) return { person: await verify(bearer), by: 'bearer' };
      const session = sessionToken(request.headers.cookie ?? '');
      return session === null ? null : { person: await verify(session), by: 'session' };
    },
  };
}

const cookies = (header: string): string[] => header.split(/;\s*/).filter(Boolean);
const isSession = (cookie: string): boolean => cookie.startsWith(`${COOKIE}=`);

const sessionToken = (header: string): string | null =>
  cookies(header)
    .find(isSession)
    ?.slice(COOKIE.length + 1) || null;

/** The `Set-Cookie` header of a session that ends with its token; scripts cannot read it, other sites' pages do not send it. */
export function sessionCookie(token: string, person: Person, options: { secure: boolean }): string {
  const seconds = Math.max(0, Math.floor((person.expiresAt.getTime() - Date.now()) / 1_000));
  const secure = options.secure ? '; Secure' : '';
  return `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`;
}

export const endedSession = `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;

/** The request's cookies without the session, which is nobody else's business. */
export const withoutSignIn = (header: string): string =>
  cookies(header)
    .filter((cookie) => !isSession(cookie))
    .join('; ');
