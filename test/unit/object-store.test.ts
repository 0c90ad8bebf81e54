import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generateKeyring, type Keyring, parseKeyring } from '../../shared/codec/keyring.ts';
import { objectKeys } from '../../shared/object-keys.ts';
import { LocalFolder } from '../../shared/objects/local-folder.ts';
import { getJson, type ObjectStore, putJson } from '../../shared/objects/object-store.ts';
import { openObjectStore } from '../../shared/objects/open-object-store.ts';

const NAME = 'Ottoline Marchbanks';
const KEY = objectKeys.document('default', 'a'.repeat(64));

let folder: string;
let keyring: Keyring;
let store: ObjectStore;
const openStore = (keys: Keyring, url = pathToFileURL(`${folder}/`).href): Promise<ObjectStore> =>
  openObjectStore({ OBJECT_STORE_URL: url, S3_ENDPOINT: undefined, S3_REGION: 'us-east-1' }, keys);
const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'objects-'));
  keyring = parseKeyring(generateKeyring());
  store = await openStore(keyring);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the object store', () => {
  test('gives back what was put, also what was put twice', async () => {
    await store.put(KEY, Buffer.from('first'));
    await store.put(KEY, Buffer.from(NAME));
    expect(Buffer.from(await store.get(KEY)).toString()).toBe(NAME);
    expect(await store.has(KEY)).toBe(true);
    await putJson(store, objectKeys.page('default', 'b'.repeat(64), 1), { text: NAME });
    expect(await getJson(store, objectKeys.page('default', 'b'.repeat(64), 1))).toEqual({ text: NAME });
  });

  test('forgets what was deleted; deleting what is not there is no error', async () => {
    await store.put(KEY, Buffer.from(NAME));
    await store.delete(KEY);
    await store.delete(KEY);
    expect(await store.has(KEY)).toBe(false);
    await expect(store.get(KEY)).rejects.toMatchObject({ type: 'ObjectMissing', nonRetryable: true });
  });

  test('holds nothing in clear, in files of their owner alone', async () => {
    await store.put(KEY, Buffer.from(NAME));
    const files = filesIn(folder);
    expect(files).toHaveLength(1);
    for (const file of files) {
      expect(readFileSync(file).includes(NAME)).toBe(false);
      expect(statSync(file).mode & 0o077).toBe(0);
    }
  });

  test('opens an object under its own key only, and with the keyring that sealed it', async () => {
    await store.put(KEY, Buffer.from(NAME));
    const other = objectKeys.document('default', 'c'.repeat(64));
    const plain = new LocalFolder(pathToFileURL(`${folder}/`));
    await plain.put(other, await plain.get(KEY));
    await expect(store.get(other)).rejects.toMatchObject({ type: 'KeyMissing' });
    const otherKeys = await openStore(parseKeyring(generateKeyring()));
    await expect(otherKeys.get(KEY)).rejects.toMatchObject({
      type: 'KeyMissing',
    });
  });

  test('leaves one whole object and no parts when many put it at once', async () => {
    const writers = Array.from({ length: 20 }, (_, i) => store.put(KEY, Buffer.alloc(200_000, i)));
    await Promise.all(writers);
    const bytes = Buffer.from(await store.get(KEY));
    expect(bytes).toHaveLength(200_000);
    expect(new Set(bytes).size).toBe(1);
    expect(filesIn(folder)).toHaveLength(1);
  });

  test.each(['../outside', 'default/../../outside', '..', '', '.', 'default/', 'a\0b'])(
    'refuses the key %j, which is no place in it',
    async (key) => {
      const refused = { type: 'InvalidInput', nonRetryable: true };
      await expect(store.put(key, Buffer.from('x'))).rejects.toMatchObject(refused);
      await expect(store.get(key)).rejects.toMatchObject(refused);
      await expect(store.has(key)).rejects.toMatchObject(refused);
      await expect(store.delete(key)).rejects.toMatchObject(refused);
    },
  );

  test('that cannot be written is unavailable, not wrong', async () => {
    const inTheWay = await openStore(keyring, 'file:///dev/null/');
    await expect(inTheWay.put(KEY, Buffer.from('x'))).rejects.toMatchObject({
      type: 'StoreUnavailable',
      nonRetryable: false,
    });
  });

  test('at an address of another kind stops the start', async () => {
    await expect(openStore(keyring, 'https://bucket/prefix')).rejects.toThrow('setting OBJECT_STORE_URL');
  });
});
