import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApplicationFailure, defaultPayloadConverter, type Payload } from '@temporalio/common';
import {
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
  loadDataConverter,
} from '@temporalio/common/lib/internal-non-workflow/index.js';
import { describe, expect, test } from 'vitest';
import { createDataConverter } from '../../shared/codec/data-converter.ts';
import { generateKeyring, loadKeyring, open, parseKeyring, seal } from '../../shared/codec/keyring.ts';
import { EncryptionCodec } from '../../shared/codec/payload-codec.ts';

const NAME = 'Ottoline Marchbanks';
const oldKey = 'old:'.concat(Buffer.alloc(32, 1).toString('base64'));
const newKey = 'new:'.concat(Buffer.alloc(32, 2).toString('base64'));
const otherOld = 'old:'.concat(Buffer.alloc(32, 3).toString('base64'));
const codecOf = (text: string) => new EncryptionCodec(parseKeyring(text));
const payloadOf = (value: unknown): Payload => defaultPayloadConverter.toPayload(value) as Payload;
const read = (payload: Payload | undefined): unknown =>
  defaultPayloadConverter.fromPayload(payload as Payload);
const keyMissing = expect.objectContaining({ type: 'KeyMissing', nonRetryable: true });

async function sealedBy(keys: string, value: unknown = { name: NAME }): Promise<Payload> {
  const [payload] = await codecOf(keys).encode([payloadOf(value)]);
  if (!payload) throw new Error('no payload');
  return payload;
}

describe('the payload codec', () => {
  test('seals what it is given, under the first key, and opens it again', async () => {
    const payload = await sealedBy(`${newKey},${oldKey}`);
    expect(Buffer.from(payload.metadata?.['encoding'] ?? []).toString()).toBe('binary/encrypted');
    expect(Buffer.from(payload.metadata?.['encryption-key-id'] ?? []).toString()).toBe('new');
    expect(Buffer.from(payload.data ?? []).includes(NAME)).toBe(false);
    const [opened] = await codecOf(newKey).decode([payload]);
    expect(read(opened)).toEqual({ name: NAME });
  });

  test('opens what an earlier key sealed, after a new one was put in front', async () => {
    const [opened] = await codecOf(`${newKey},${oldKey}`).decode([await sealedBy(oldKey)]);
    expect(read(opened)).toEqual({ name: NAME });
  });

  test('never seals the same thing to the same bytes', async () => {
    expect((await sealedBy(newKey)).data).not.toEqual((await sealedBy(newKey)).data);
  });

  test('shows nothing without the key, nor with another one of the same id', async () => {
    const payload = await sealedBy(oldKey);
    await expect(codecOf(newKey).decode([payload])).rejects.toEqual(keyMissing);
    await expect(codecOf(otherOld).decode([payload])).rejects.toEqual(keyMissing);
  });

  test('refuses a payload of which a bit, the key id or the end was changed', async () => {
    const payload = await sealedBy(`${newKey},${oldKey}`);
    const data = Buffer.from(payload.data ?? []);
    for (const at of [0, 12, data.length - 1]) {
      const changed = Buffer.from(data);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(codecOf(newKey).decode([{ ...payload, data: changed }])).rejects.toEqual(keyMissing);
    }
    for (const length of [0, 5, 20, data.length - 1]) {
      const cut = { ...payload, data: data.subarray(0, length) };
      await expect(codecOf(newKey).decode([cut])).rejects.toEqual(keyMissing);
    }
    const renamed = {
      ...payload,
      metadata: { ...payload.metadata, 'encryption-key-id': Buffer.from('old') },
    };
    await expect(codecOf(`${newKey},${oldKey}`).decode([renamed])).rejects.toEqual(keyMissing);
  });

  test('lets the plain JSON of a person at the Temporal UI through', async () => {
    const payload = payloadOf({ reviewer: 'op' });
    expect(await codecOf(newKey).decode([payload])).toEqual([payload]);
  });
});

describe('the data converter', () => {
  const converter = loadDataConverter(createDataConverter(parseKeyring(newKey)));

  test('seals the message and the stack of a failure, and keeps its type in clear', async () => {
    const sealed = await encodeErrorToFailure(
      converter,
      ApplicationFailure.create({ message: NAME, type: 'InvalidInput' }),
    );
    expect(JSON.stringify(sealed)).not.toContain(NAME);
    expect(sealed.message).toBe('Encoded failure');
    expect(sealed.stackTrace).toBeFalsy();
    expect(sealed.applicationFailureInfo?.type).toBe('InvalidInput');
    const opened = await decodeOptionalFailureToOptionalError(converter, sealed);
    expect(opened?.message).toBe(NAME);
  });
});

describe('a keyring', () => {
  test('is made with a key of its own each time', () => {
    const [first, second] = [generateKeyring(), generateKeyring()];
    expect(first).not.toBe(second);
    expect(parseKeyring(`${first},${second}`).keys.size).toBe(2);
  });

  test.each([
    ['', 'codec keys: there is no key'],
    ['nocolon', 'codec keys: each key is written id:base64'],
    ['a b:AAAA', 'codec keys: each key is written id:base64'],
    ['k:c2hvcnQ=', 'codec keys: key k must have 32 bytes in base64'],
    [`${oldKey},${oldKey}`, 'codec keys: key old is there twice'],
  ])('written as %j is refused in one line that quotes no key', (text, message) => {
    expect(() => parseKeyring(text)).toThrow(message);
  });

  test('is taken from the setting, else from its file, and named when there is neither', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keyring-'));
    const file = join(folder, 'keys');
    expect(() => loadKeyring({ CODEC_KEYS: undefined, CODEC_KEYS_FILE: file })).toThrow('CODEC_KEYS_FILE');
    writeFileSync(file, `${newKey}\n${oldKey}\n`);
    expect(loadKeyring({ CODEC_KEYS: undefined, CODEC_KEYS_FILE: file }).active).toBe('new');
    expect(loadKeyring({ CODEC_KEYS: oldKey, CODEC_KEYS_FILE: file }).active).toBe('old');
    rmSync(folder, { recursive: true });
  });

  test('opens bytes under the context that they were sealed for only', () => {
    const keyring = parseKeyring(newKey);
    const sealed = seal(keyring, Buffer.from(NAME), 'tenant-a/object');
    expect(Buffer.from(open(keyring, sealed, 'tenant-a/object')).toString()).toBe(NAME);
    expect(() => open(keyring, sealed, 'tenant-b/object')).toThrow('do not open');
  });
});
