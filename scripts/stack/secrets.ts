/** Keys and tokens of a local stack: made once, readable by their owner only. */
import { randomBytes } from 'node:crypto';
import { generateKeyring } from '../../shared/codec/keyring.ts';
import { ensureSecret } from '../../shared/secret-file.ts';

/** The file of the codec's keys. */
export function ensureCodecKeys(path: string): void {
  ensureSecret(path, generateKeyring);
}

/** The token that opens the codec server. */
export const ensureCodecToken = (path: string): string =>
  ensureSecret(path, () => randomBytes(24).toString('base64url'));
