import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { Keyring } from './keyring.ts';
import { EncryptionCodec } from './payload-codec.ts';

/** The module that workers bundle with the workflows. */
export const FAILURE_CONVERTER_PATH = fileURLToPath(new URL('failure-converter.ts', import.meta.url));

/** What clients and workers convert with: JSON payloads and failures, sealed. */
export const createDataConverter = (keyring: Keyring): DataConverter => ({
  failureConverterPath: FAILURE_CONVERTER_PATH,
  payloadCodecs: [new EncryptionCodec(keyring)],
});
