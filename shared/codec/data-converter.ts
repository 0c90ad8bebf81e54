import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { Keyring } from './keyring.ts';
import { EncryptionCodec } from './payload-codec.ts';

/** What clients and workers convert with: JSON payloads and failures, sealed. */
export const createDataConverter = (keyring: Keyring): DataConverter => ({
  failureConverterPath: fileURLToPath(new URL('failure-converter.ts', import.meta.url)),
  payloadCodecs: [new EncryptionCodec(keyring)],
});
