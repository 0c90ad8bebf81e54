/** Who sends a request: by a token of the issuer in its header, or by a browser's session. */
import type { IncomingMessage } from 'node:http';
import { type Config, ConfigError } from '../../shared/config.ts';
import { type CodeFlow, openCodeFlow } from './code-flow.ts';
import { issuerConfiguration } from './issuer.ts';
import { LOCAL_ISSUER, openLocalIssuer } from './local-issuer.ts';
import { type Person, PersonSchema } from './people.ts';
import { type Sessions, sessionOf } from './sessions.ts';
import { type FindKey, knownKeys, publishedKeys, TokenRefused, verifyToken } from './tokens.ts';

export interface Caller {
  person: Person;
  /** A browser sends its session by itself, also for a page of somebody else's: such a call must prove where it comes from. */
  by: 'bearer' | 'session';
}

export interface SignIn {
  /** The person of a token. Throws `TokenRefused` and `IssuerUnavailable`. */
  verify(token: string): Promise<Person>;
  /** Who sends this request; `null` when it carries no token. Throws as `verify` does, and `DatabaseUnavailable`. */
  caller(request: IncomingMessage): Promise<Caller | null>;
  sessions: Sessions;
  /** Whether a link that holds a token may sign a browser in. */
  byLink: boolean;
  /** The way of a browser through the organisation's issuer; `null`: no client of it is configured. */
  codeFlow: CodeFlow | null;
}

/** Signing in as the settings say: with the organisation's issuer, or with the local one. Throws `ConfigError`. */
export function openSignIn(config: Config, sessions: Sessions): SignIn {
  const local = openLocalIssuer(config);
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = config;
  if (local) {
    const findKey = knownKeys(local.keySet);
    return signInWith({ issuer: LOCAL_ISSUER, audience, findKey, sessions, byLink: true, codeFlow: null });
  }
  if (issuer === undefined)
    throw new ConfigError('setting OIDC_ISSUER: names the issuer of the tokens that people sign in with');
  const configuration = issuerConfiguration({ issuer, jwksUrl: config.OIDC_JWKS_URL ?? null });
  const findKey = publishedKeys(configuration);
  const codeFlow = openCodeFlow(config, { issuer, configuration, findKey });
  return signInWith({ issuer, audience, findKey, sessions, byLink: false, codeFlow });
}

export function signInWith(options: {
  issuer: string;
  audience: string;
  findKey: FindKey;
  sessions: Sessions;
  byLink: boolean;
  codeFlow: CodeFlow | null;
}): SignIn {
  const { sessions, byLink, codeFlow } = options;
  const verify = async (token: string): Promise<Person> => {
    const person = PersonSchema.safeParse(await verifyToken(token, options));
    if (!person.success) throw new TokenRefused('not_accepted');
    return person.data;
  };
  return {
    verify,
    sessions,
    byLink,
    codeFlow,
    async caller(request) {
      const [, bearer] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
      if (bearer !== undefined) return { person: await verify(bearer), by: 'bearer' };
      const id = sessionOf(request.headers.cookie ?? '');
      if (id === null) return null;
      const person = await sessions.find(id);
      if (!person) throw new TokenRefused('expired');
      return { person, by: 'session' };
    },
  };
}
