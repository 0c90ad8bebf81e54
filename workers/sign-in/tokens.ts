/** Signed tokens (JWT): verified with the issuer's published keys, and signed by the local issuer. */
import type { KeyObject } from 'node:crypto';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
  type RemoteJWKSet,
  SignJWT,
} from 'jose';
import type { IssuerConfiguration } from './issuer.ts';

/** Why a token is not accepted. What is wrong with a forged one is nobody's business. */
export type Refusal = 'expired' | 'not_accepted';

/** Thrown when a token is not accepted. */
export class TokenRefused extends Error {
  override name = 'TokenRefused';
  readonly reason: Refusal;

  constructor(reason: Refusal) {
    super(reason === 'expired' ? 'the sign-in has expired' : 'the token is not accepted');
    this.reason = reason;
  }
}

/** Thrown when the issuer does not answer, and its keys are not known from before. */
export class IssuerUnavailable extends Error {
  override name = 'IssuerUnavailable';
}

export type FindKey = JWTVerifyGetKey;

const ALGORITHMS = ['RS256', 'ES256'];
const MAX_LENGTH = 8_192;
const CLOCK_TOLERANCE_SECONDS = 5;

/** The claims of a token that this issuer signed for this audience and that has not ended. Throws `TokenRefused`. */
export async function verifyToken(
  token: string,
  expected: { issuer: string; audience: string; findKey: FindKey },
): Promise<JWTPayload> {
  if (token.length > MAX_LENGTH) throw new TokenRefused('not_accepted');
  try {
    const { payload } = await jwtVerify(token, expected.findKey, {
      issuer: expected.issuer,
      audience: expected.audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    });
    return payload;
  } catch (error) {
    if (error instanceof IssuerUnavailable) throw error;
    // Whatever else the library throws, a broken key among it, comes from the token.
    throw new TokenRefused(error instanceof errors.JWTExpired ? 'expired' : 'not_accepted');
  }
}

/** A token with these claims, signed with an EC key on P-256. */
export const signToken = (
  claims: JWTPayload,
  { key, kid }: { key: KeyObject; kid: string },
): Promise<string> => new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid }).sign(key);

/** A key set of this process's own. */
export const knownKeys = (set: JSONWebKeySet): FindKey => createLocalJWKSet(set);

const FETCH_WITHIN_MS = 5_000;
/** An issuer that did not answer is left alone for so long. */
const NOT_AGAIN_WITHIN_MS = 30_000;

/**
 * The keys that an issuer publishes, fetched when they are needed and kept; where the issuer does not
 * answer, those known from before stand. Fails with `IssuerUnavailable`.
 */
export function publishedKeys(issuer: IssuerConfiguration): FindKey {
  let remote: RemoteJWKSet | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;

  /** `null`: the issuer does not answer, or did not a moment ago. */
  async function published(): Promise<RemoteJWKSet | null> {
    if (performance.now() - failedAt < NOT_AGAIN_WITHIN_MS) return null;
    try {
      remote ??= createRemoteJWKSet(new URL((await issuer()).jwksUrl), { timeoutDuration: FETCH_WITHIN_MS });
      if (!remote.fresh) await remote.reload();
      return remote;
    } catch {
      failedAt = performance.now();
      return null;
    }
  }

  return async (header, token) => {
    const keys = await published();
    if (keys) return keys(header, token);
    const known = remote?.jwks();
    if (!known) throw new IssuerUnavailable('the issuer of the tokens does not answer');
    return createLocalJWKSet(known)(header, token);
  };
}
