/**
 * The keys that seal payloads and objects. Text form: `id:base64,id:base64`, 32 bytes each. The
 * first key seals; every key opens, so a key is rotated by putting a new one in front.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Config, ConfigError } from '../config.ts';
import { failure } from '../failures.ts';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const KEY_ID = /^[A-Za-z0-9._-]{1,32}$/;

export interface Keyring {
  /** Id of the key that seals. */
  readonly active: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

export interface Sealed {
  keyId: string;
  /** Nonce, ciphertext and tag, in this order. */
  bytes: Uint8Array;
}

/** The keyring of this text. Throws `ConfigError`, which never quotes a key. */
export function parseKeyring(text: string): Keyring {
  const keys = new Map<string, Buffer>();
  for (const entry of text.split(/[,\s]+/).filter(Boolean)) {
    const separator = entry.indexOf(':');
    const id = entry.slice(0, Math.max(0, separator));
    const key = Buffer.from(entry.slice(separator + 1), 'base64');
    if (!KEY_ID.test(id)) throw new ConfigError('codec keys: each key is written id:base64');
    if (key.length !== KEY_BYTES) throw new ConfigError(`codec keys: key ${id} must have 32 bytes in base64`);
    if (keys.has(id)) throw new ConfigError(`codec keys: key ${id} is there twice`);
    keys.set(id, key);
  }
  const [active] = keys.keys();
  if (active === undefined) throw new ConfigError('codec keys: there is no key');
  return { active, keys };
}

/** A new key in text form, to be put in front of the others. */
export const generateKeyring = (): string =>
  `k${new Date().toISOString().slice(0, 10).replaceAll('-', '')}-${randomBytes(3).toString('hex')}:${randomBytes(KEY_BYTES).toString('base64')}`;

/** The keyring that the settings name, given directly or in a file. Throws `ConfigError`. */
export function loadKeyring(config: Pick<Config, 'CODEC_KEYS' | 'CODEC_KEYS_FILE'>): Keyring {
  if (config.CODEC_KEYS !== undefined) return parseKeyring(config.CODEC_KEYS);
  let text: string;
  try {
    text = readFileSync(config.CODEC_KEYS_FILE, 'utf8');
  } catch {
    throw new ConfigError(
      'setting CODEC_KEYS: no codec keys; set it, or CODEC_KEYS_FILE to a file that can be read',
    );
  }
  return parseKeyring(text);
}

/** Seals `bytes` with the active key, bound to `context`: they open under the same context only. */
export function seal(keyring: Keyring, bytes: Uint8Array, context: string): Sealed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(keyring, keyring.active), nonce, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(authenticated(keyring.active, context));
  const sealed = Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  return { keyId: keyring.active, bytes: sealed };
}

/** Opens what `seal` made. Fails with `KeyMissing` when the key is not held, or when key, context or bytes do not match. */
export function open(keyring: Keyring, sealed: Sealed, context: string): Uint8Array {
  const key = keyOf(keyring, sealed.keyId);
  const bytes = Buffer.from(sealed.bytes);
  try {
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(authenticated(sealed.keyId, context));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw failure('KeyMissing', `sealed bytes do not open with key ${sealed.keyId}`);
  }
}

function keyOf(keyring: Keyring, id: string): Buffer {
  const key = keyring.keys.get(id);
  if (!key)
    throw failure('KeyMissing', `key ${KEY_ID.test(id) ? id : '(malformed id)'} is not in the keyring`);
  return key;
}

const authenticated = (keyId: string, context: string): Buffer => Buffer.from(`${keyId}\n${context}`);
