/** Where documents, page texts and long results lie. Histories and rows hold keys of these objects. */
import { S3Client } from '@aws-sdk/client-s3';
import type { Keyring } from '../codec/keyring.ts';
import { type Config, ConfigError } from '../config.ts';
import type { ObjectKey } from '../object-keys.ts';
import { LocalFolder } from './local-folder.ts';
import { S3Bucket } from './s3-bucket.ts';
import { SealedStore } from './sealed-store.ts';

/** Fails with `StoreUnavailable` when the store does not answer. */
export interface ObjectStore {
  /** Whole or not at all; the same key may be put again. */
  put(key: ObjectKey, bytes: Uint8Array): Promise<void>;
  /** Fails with `ObjectMissing`. */
  get(key: ObjectKey): Promise<Uint8Array>;
  has(key: ObjectKey): Promise<boolean>;
  /** Deleting what is not there is no error. */
  delete(key: ObjectKey): Promise<void>;
}

/** The store that the settings name, sealed with the keyring. Throws `ConfigError`. */
export function openObjectStore(
  config: Pick<Config, 'OBJECT_STORE_URL' | 'S3_ENDPOINT' | 'S3_REGION'>,
  keyring: Keyring,
): ObjectStore {
  const url = new URL(config.OBJECT_STORE_URL);
  if (url.protocol === 'file:') return new SealedStore(new LocalFolder(url), keyring);
  if (url.protocol !== 's3:')
    throw new ConfigError('setting OBJECT_STORE_URL: must begin with file:// or s3://');
  const client = new S3Client({
    region: config.S3_REGION,
    // Objects are sealed, and so authenticated, already; some S3-compatible stores refuse the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
    ...(config.S3_ENDPOINT ? { endpoint: config.S3_ENDPOINT, forcePathStyle: true } : {}),
  });
  return new SealedStore(new S3Bucket(client, url.hostname, url.pathname.replace(/^\/|\/$/g, '')), keyring);
}

export const putJson = (store: ObjectStore, key: ObjectKey, value: unknown): Promise<void> =>
  store.put(key, Buffer.from(JSON.stringify(value)));

/** The object's JSON. Its form is that which `putJson` was given: objects are written by this project alone. */
export async function getJson<T>(store: ObjectStore, key: ObjectKey): Promise<T> {
  return JSON.parse(Buffer.from(await store.get(key)).toString()) as T;
}
