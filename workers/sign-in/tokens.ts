/** Signed tokens (JWT, RFC 7519): verified with the issuer's published keys (JWKS), and signed by the local issuer. */
import { createPublicKey, type JsonWebKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';

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

/** Thrown when the issuer's keys cannot be fetched and none are known from before. */
export class IssuerUnavailable extends Error {
  override name = 'IssuerUnavailable';
}

/** Key and form of signature for each algorithm; a token's own word for it counts only when its key agrees. */
const ALGORITHMS = {
  RS256: { kty: 'RSA', crv: undefined },
  ES256: { kty: 'EC', crv: 'P-256' },
} as const;
type Algorithm = keyof typeof ALGORITHMS;

const KeySetSchema = z.object({
  keys: z.array(
    z.looseObject({
      kty: z.string(),
      kid: z.string().optional(),
      use: z.string().optional(),
      alg: z.string().optional(),
      crv: z.string().optional(),
    }),
  ),
});
export type KeySet = z.infer<typeof KeySetSchema>;
type Key = KeySet['keys'][number];

/** Finds the keys with this id; an unknown id may make it look again. */
export type FindKeys = (kid: string | undefined) => Promise<Key[]>;

const HeaderSchema = z.object({
  alg: z.enum(Object.keys(ALGORITHMS) as [Algorithm, ...Algorithm[]]),
  kid: z.string().optional(),
  crit: z.undefined().optional(),
});

const ClaimsSchema = z.looseObject({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  nbf: z.number().optional(),
});

const MAX_LENGTH = 8_192;
const CLOCK_TOLERANCE_SECONDS = 5;
const SMALLEST_RSA_BITS = 2_048;

/** The claims of a token that this issuer signed for this audience and that has not ended. Throws `TokenRefused`. */
export async function verifyToken(
  token: string,
  expected: { issuer: string; audience: string; findKeys: FindKeys; now?: number },
): Promise<Record<string, unknown>> {
  const [head = '', body = '', signature = '', ...more] = token.length > MAX_LENGTH ? [] : token.split('.');
  const header = HeaderSchema.safeParse(parsePart(head));
  if (!header.success || !signature || more.length > 0) throw new TokenRefused('not_accepted');
  const { alg, kid } = header.data;
  const keys = (await expected.findKeys(kid)).filter((key) => fits(key, alg));
  const signed = Buffer.from(`${head}.${body}`);
  if (!keys.some((key) => isSignedBy(key, alg, signed, Buffer.from(signature, 'base64url'))))
    throw new TokenRefused('not_accepted');

  const claims = ClaimsSchema.safeParse(parsePart(body));
  if (!claims.success) throw new TokenRefused('not_accepted');
  const { iss, aud, exp, nbf = 0 } = claims.data;
  const nowSeconds = (expected.now ?? Date.now()) / 1_000;
  if (iss !== expected.issuer || ![aud].flat().includes(expected.audience))
    throw new TokenRefused('not_accepted');
  if (nbf > nowSeconds + CLOCK_TOLERANCE_SECONDS) throw new TokenRefused('not_accepted');
  if (exp < nowSeconds - CLOCK_TOLERANCE_SECONDS) throw new TokenRefused('expired');
  return claims.data;
}

/** A token with these claims, signed with an EC key on P-256. */
export function signToken(claims: object, { key, kid }: { key: KeyObject; kid: string }): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'ES256', typ: 'JWT', kid })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

/** A key set of this process's own. */
export const knownKeys =
  (set: KeySet): FindKeys =>
  async (kid) =>
    set.keys.filter((key) => kid === undefined || key.kid === kid);

const FETCH_WITHIN_MS = 5_000;
const FRESH_FOR_MS = 10 * 60_000;
/** An id that nobody knows makes the keys be fetched again, but no more often than this. */
const NOT_AGAIN_WITHIN_MS = 30_000;

/**
 * The keys that an issuer publishes, fetched when they are needed and kept; where the issuer does not
 * answer, those known from before stand. Fails with `IssuerUnavailable`.
 */
export function publishedKeys(options: { issuer: string; jwksUrl: string | null }): FindKeys {
  let known: KeySet | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | null = null;

  async function refresh(): Promise<void> {
    triedAt = performance.now();
    try {
      const url = options.jwksUrl ?? (await discover(options.issuer));
      known = KeySetSchema.parse(await fetchJson(url));
    } catch {
      // Asked again with the next token.
    }
  }

  return async (kid) => {
    const age = performance.now() - triedAt;
    const has = known?.keys.some((key) => kid === undefined || key.kid === kid) ?? false;
    if (fetching || age > FRESH_FOR_MS || (!has && age > NOT_AGAIN_WITHIN_MS) || !known) {
      fetching ??= refresh().finally(() => {
        fetching = null;
      });
      await fetching;
    }
    if (!known) throw new IssuerUnavailable('the issuer of the tokens does not answer');
    return knownKeys(known)(kid);
  };
}

async function discover(issuer: string): Promise<string> {
  const found = await fetchJson(`${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`);
  return z.object({ issuer: z.literal(issuer), jwks_uri: z.url() }).parse(found).jwks_uri;
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_WITHIN_MS) });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}

function parsePart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}

function fits(key: Key, alg: Algorithm): boolean {
  const { kty, crv } = ALGORITHMS[alg];
  return (
    key.kty === kty &&
    (crv === undefined || key.crv === crv) &&
    (key.alg === undefined || key.alg === alg) &&
    (key.use === undefined || key.use === 'sig')
  );
}

function isSignedBy(jwk: Key, alg: Algorithm, signed: Buffer, signature: Buffer): boolean {
  try {
    const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
    if (alg === 'ES256') return verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature);
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return bits >= SMALLEST_RSA_BITS && verify('sha256', signed, key, signature);
  } catch {
    return false;
  }
}
