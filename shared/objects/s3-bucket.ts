import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { failure } from '../failures.ts';
import type { ObjectKey } from '../object-keys.ts';
import type { ObjectStore } from './object-store.ts';

/** The bucket and prefix that `s3://bucket/prefix` names. */
export function openS3Bucket(
  url: URL,
  config: { S3_ENDPOINT?: string | undefined; S3_REGION: string },
): S3Bucket {
  const client = new S3Client({
    region: config.S3_REGION,
    // Objects are sealed, and so authenticated, already; some S3-compatible stores refuse the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
    ...(config.S3_ENDPOINT ? { endpoint: config.S3_ENDPOINT, forcePathStyle: true } : {}),
  });
  return new S3Bucket(client, url.hostname, url.pathname.replace(/^\/|\/$/g, ''));
}

/** Objects in a bucket of any S3-compatible store. */
export class S3Bucket implements ObjectStore {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;

  constructor(client: S3Client, bucket: string, prefix: string) {
    this.#client = client;
    this.#bucket = bucket;
    this.#prefix = prefix;
  }

  async put(key: ObjectKey, bytes: Uint8Array): Promise<void> {
    await this.#send(key, () => this.#client.send(new PutObjectCommand({ ...this.#at(key), Body: bytes })));
  }

  async get(key: ObjectKey): Promise<Uint8Array> {
    return this.#send(key, async () => {
      const { Body } = await this.#client.send(new GetObjectCommand(this.#at(key)));
      return Body ? await Body.transformToByteArray() : new Uint8Array();
    });
  }

  async has(key: ObjectKey): Promise<boolean> {
    try {
      await this.#send(key, () => this.#client.send(new HeadObjectCommand(this.#at(key))));
      return true;
    } catch (error) {
      if ((error as { type?: unknown }).type === 'ObjectMissing') return false;
      throw error;
    }
  }

  async delete(key: ObjectKey): Promise<void> {
    await this.#send(key, () => this.#client.send(new DeleteObjectCommand(this.#at(key))));
  }

  #at(key: ObjectKey): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: this.#prefix ? `${this.#prefix}/${key}` : key };
  }

  async #send<T>(key: ObjectKey, request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      const missing = error instanceof S3ServiceException && ['NoSuchKey', 'NotFound'].includes(error.name);
      if (missing) throw failure('ObjectMissing', `object ${key} is not in the store`);
      const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
      throw failure('StoreUnavailable', `the object store answers ${status ?? 'not at all'}`);
    }
  }
}
