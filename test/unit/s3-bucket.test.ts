import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateBucketCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOnPath } from '../../scripts/stack/exec.ts';
import { freePort } from '../../scripts/stack/ports.ts';
import { generateKeyring, parseKeyring } from '../../shared/codec/keyring.ts';
import { objectKeys } from '../../shared/object-keys.ts';
import type { ObjectStore } from '../../shared/objects/object-store.ts';
import { openObjectStore } from '../../shared/objects/open-object-store.ts';

const NAME = 'Ottoline Marchbanks';
const KEY = objectKeys.document('default', 'a'.repeat(64));
const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
const moto = findOnPath('moto_server');

/** Against the S3 of moto (`pip install 'moto[server]'`): where its command is not on the PATH, nothing is tested here. */
describe.skipIf(moto === null)('an object store on S3 (skipped without moto_server on the PATH)', () => {
  let server: ChildProcess;
  let endpoint: string;
  let client: S3Client;
  let store: ObjectStore;

  const open = (settings: { url?: string; endpoint?: string }): Promise<ObjectStore> =>
    openObjectStore(
      {
        OBJECT_STORE_URL: settings.url ?? 's3://claims/live',
        S3_ENDPOINT: settings.endpoint ?? endpoint,
        S3_REGION: 'us-east-1',
      },
      parseKeyring(generateKeyring()),
    );

  beforeAll(async () => {
    Object.assign(process.env, CREDENTIALS);
    const port = await freePort();
    endpoint = `http://127.0.0.1:${port}`;
    server = spawn(moto as string, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    for (let tries = 0; tries < 150 && !(await fetch(endpoint).catch(() => null)); tries += 1)
      await sleep(200);
    client = new S3Client({ region: 'us-east-1', endpoint, forcePathStyle: true });
    await client.send(new CreateBucketCommand({ Bucket: 'claims' }));
    store = await open({});
  }, 60_000);
  afterAll(async () => {
    client?.destroy();
    server?.kill('SIGKILL');
    for (const name of Object.keys(CREDENTIALS)) delete process.env[name];
  });

  test('gives back what was put, sealed, under the prefix of the address', async () => {
    await store.put(KEY, Buffer.from(NAME));
    await store.put(KEY, Buffer.from(NAME));
    expect(Buffer.from(await store.get(KEY)).toString()).toBe(NAME);
    expect(await store.has(KEY)).toBe(true);
    const stored = await client.send(new GetObjectCommand({ Bucket: 'claims', Key: `live/${KEY}` }));
    const bytes = Buffer.from((await stored.Body?.transformToByteArray()) ?? []);
    expect(bytes.length).toBeGreaterThan(NAME.length);
    expect(bytes.includes(NAME)).toBe(false);
  });

  test('holds documents of many megabytes', async () => {
    const bytes = Buffer.alloc(12 * 1024 * 1024, 7);
    await store.put(KEY, bytes);
    expect(Buffer.from(await store.get(KEY)).equals(bytes)).toBe(true);
  });

  test('says which object is missing, and forgets what was deleted', async () => {
    const missing = objectKeys.document('default', 'b'.repeat(64));
    expect(await store.has(missing)).toBe(false);
    await expect(store.get(missing)).rejects.toMatchObject({ type: 'ObjectMissing', nonRetryable: true });
    await store.delete(missing);
    await store.put(missing, Buffer.from('x'));
    await store.delete(missing);
    expect(await store.has(missing)).toBe(false);
  });

  test('is unavailable, not wrong, while the bucket or the server is away', async () => {
    const unavailable = { type: 'StoreUnavailable', nonRetryable: false };
    const noBucket = await open({ url: 's3://another' });
    await expect(noBucket.put(KEY, Buffer.from('x'))).rejects.toMatchObject(unavailable);
    await expect(noBucket.get(KEY)).rejects.toMatchObject(unavailable);
    const nowhere = await open({ endpoint: 'http://127.0.0.1:1' });
    await expect(nowhere.get(KEY)).rejects.toMatchObject(unavailable);
    await expect(nowhere.has(KEY)).rejects.toMatchObject(unavailable);
  });
});
