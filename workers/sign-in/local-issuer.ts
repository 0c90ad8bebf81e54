/** An issuer of tokens for development: its key lies on this machine, and it believes whoever asks. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import { type Config, ConfigError } from '../../shared/config.ts';
import { ensureSecret } from '../../shared/secret-file.ts';
import type { Role } from './people.ts';
import { signToken } from './tokens.ts';

export const LOCAL_ISSUER = 'urn:claim-reader:local-issuer';
const TOKEN_SECONDS = 12 * 3_600;

export interface LocalPerson {
  subject: string;
  name?: string;
  tenant: string;
  roles: readonly Role[];
}

export interface LocalIssuer {
  keySet: JSONWebKeySet;
  /** A token of this person; `seconds` from now it ends. */
  mint(person: LocalPerson, seconds?: number): Promise<string>;
}

type IssuerSettings = Pick<Config, 'NODE_ENV' | 'OIDC_ISSUER' | 'OIDC_AUDIENCE' | 'LOCAL_ISSUER_KEY_FILE'>;

/**
 * The local issuer, where its key file is named; `null` otherwise. Throws `ConfigError` in production and
 * beside a real issuer: nobody could then tell whose tokens are whose.
 */
export function openLocalIssuer(config: IssuerSettings): LocalIssuer | null {
  const file = config.LOCAL_ISSUER_KEY_FILE;
  if (file === undefined) return null;
  if (config.NODE_ENV === 'production')
    throw new ConfigError(
      'setting LOCAL_ISSUER_KEY_FILE: signs anybody in and is refused in production; name the issuer in OIDC_ISSUER',
    );
  if (config.OIDC_ISSUER !== undefined)
    throw new ConfigError('setting LOCAL_ISSUER_KEY_FILE: cannot be used beside OIDC_ISSUER');
  const pem = ensureSecret(file, () =>
    generateKeyPairSync('ec', { namedCurve: 'P-256' })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  );
  const key = createPrivateKey(pem);
  const jwk = createPublicKey(key).export({ format: 'jwk' });
  const kid = createHash('sha256').update(`${jwk.x}.${jwk.y}`).digest('hex').slice(0, 12);
  return {
    keySet: { keys: [{ ...jwk, kty: 'EC', kid, use: 'sig', alg: 'ES256' }] },
    mint({ subject, name, tenant, roles }, seconds = TOKEN_SECONDS) {
      const now = Math.floor(Date.now() / 1_000);
      const claims = { iss: LOCAL_ISSUER, aud: config.OIDC_AUDIENCE, sub: subject, tenant, roles };
      return signToken({ ...claims, ...(name ? { name } : {}), iat: now, exp: now + seconds }, { key, kid });
    },
  };
}

/** The people that a development machine has. */
export const LOCAL_PEOPLE: readonly LocalPerson[] = [
  { subject: 'intake-system', name: 'Intake', tenant: 'default', roles: ['intake'] },
  { subject: 'ana', name: 'Ana, reviewer', tenant: 'default', roles: ['reviewer'] },
  { subject: 'sam', name: 'Sam, senior reviewer', tenant: 'default', roles: ['reviewer', 'senior_reviewer'] },
  { subject: 'mel', name: 'Mel, ML engineer', tenant: 'default', roles: ['ml'] },
  { subject: 'ada', name: 'Ada, auditor', tenant: 'default', roles: ['auditor'] },
];
