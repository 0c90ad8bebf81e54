import type { Keyring } from '../codec/keyring.ts';
import { type Config, ConfigError } from '../config.ts';
import { LocalFolder } from './local-folder.ts';
import type { ObjectStore } from './object-store.ts';
import { SealedStore } from './sealed-store.ts';

/** The store that the settings name, sealed with the keyring. Throws `ConfigError`. */
export async function openObjectStore(
  config: Pick<Config, 'OBJECT_STORE_URL' | 'S3_ENDPOINT' | 'S3_REGION'>,
  keyring: Keyring,
): Promise<ObjectStore> {
  const url = new URL(config.OBJECT_STORE_URL);
  if (url.protocol === 'file:') return new SealedStore(new LocalFolder(url), keyring);
  if (url.protocol !== 's3:')
    throw new ConfigError('setting OBJECT_STORE_URL: must begin with file:// or s3://');
  // The client is large, and a local store does not need it.
  const { openS3Bucket } = await import('./s3-bucket.ts');
  return new SealedStore(openS3Bucket(url, config), keyring);
}
