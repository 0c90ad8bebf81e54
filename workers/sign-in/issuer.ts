/** The organisation's issuer, as its OpenID configuration describes it. */
import { z } from 'zod';
import { IssuerUnavailable } from './tokens.ts';

const FETCH_WITHIN_MS = 5_000;

export interface IssuerAddresses {
  jwksUrl: string;
  /** Where people sign in, and where a code becomes a token; `null`: the configuration names none. */
  authorizationUrl: string | null;
  tokenUrl: string | null;
}

/** Fetched when it is first needed. Fails with `IssuerUnavailable`. */
export type IssuerConfiguration = () => Promise<IssuerAddresses>;

/** `jwksUrl` stands in the place of what the configuration says. */
export function issuerConfiguration(options: {
  issuer: string;
  jwksUrl: string | null;
}): IssuerConfiguration {
  const { issuer, jwksUrl } = options;
  const ConfigurationSchema = z.object({
    issuer: z.literal(issuer),
    jwks_uri: z.url(),
    authorization_endpoint: z.url().optional(),
    token_endpoint: z.url().optional(),
  });
  let known: IssuerAddresses | null = null;
  return async () => {
    if (known) return known;
    try {
      const url = `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`;
      const found = ConfigurationSchema.parse(await fetchJson(url));
      known = {
        jwksUrl: jwksUrl ?? found.jwks_uri,
        authorizationUrl: found.authorization_endpoint ?? null,
        tokenUrl: found.token_endpoint ?? null,
      };
      return known;
    } catch {
      if (jwksUrl !== null) return { jwksUrl, authorizationUrl: null, tokenUrl: null };
      throw new IssuerUnavailable('the issuer of the tokens does not answer');
    }
  };
}

/** JSON of the issuer. Throws where it does not answer with it. */
export async function fetchJson(url: string, request: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(FETCH_WITHIN_MS),
    ...request,
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}
