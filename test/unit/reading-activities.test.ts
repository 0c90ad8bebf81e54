import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readActivities } from '../../activities/read.ts';
import { type RecognisedPages, recogniseActivities } from '../../activities/recognise.ts';
import { drawLines, registerFonts } from '../../scripts/bench/page-images.ts';
import { generateKeyring, parseKeyring } from '../../shared/codec/keyring.ts';
import type { DocumentReading, DocumentRef, PageText } from '../../shared/documents.ts';
import { createLogger } from '../../shared/log.ts';
import { objectKeys } from '../../shared/object-keys.ts';
import { getJson, type ObjectStore } from '../../shared/objects/object-store.ts';
import { openObjectStore } from '../../shared/objects/open-object-store.ts';
import { lines, pdfOf, sha256, testReader } from './reading-fixtures.ts';

vi.setConfig({ testTimeout: 60_000 });

const TENANT = 'acme';
const testEnvironment = () =>
  new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR', () => undefined) });
const reader = testReader();
const log = createLogger('test', 'silent');
let folder: string;
let objects: ObjectStore;

beforeAll(async () => {
  registerFonts();
  folder = await mkdtemp(join(tmpdir(), 'objects-'));
  const OBJECT_STORE_URL = `${pathToFileURL(folder).href}/`;
  objects = await openObjectStore(
    { OBJECT_STORE_URL, S3_REGION: 'none' } as Parameters<typeof openObjectStore>[0],
    parseKeyring(generateKeyring()),
  );
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true });
});

async function handIn(bytes: Uint8Array, name: string): Promise<DocumentRef> {
  const ref = { sha256: sha256(bytes), name };
  await objects.put(objectKeys.document(TENANT, ref.sha256), bytes);
  return ref;
}

const readDocument = (document: DocumentRef, depth = 0): Promise<DocumentReading> =>
  testEnvironment().run(readActivities({ objects, reader, log }).readDocument, {
    tenant: TENANT,
    document,
    depth,
  }) as Promise<DocumentReading>;

const recognisePages = (document: string, pages: number[]): Promise<RecognisedPages> =>
  testEnvironment().run(recogniseActivities({ objects, reader, log }).recognisePages, {
    tenant: TENANT,
    document,
    pages,
  }) as Promise<RecognisedPages>;

const storedPage = (document: string, page: number) =>
  getJson<PageText>(objects, objectKeys.page(TENANT, document, page));

describe('readDocument', () => {
  it('stores the text of each page and returns counts alone', async () => {
    const document = await handIn(await pdfOf(lines(['Insured: Zebulon Quartz'])), 'notice.pdf');
    const reading = await readDocument(document);
    expect(reading).toEqual({
      document: document.sha256,
      kind: 'pdf',
      pages: [{ page: 1, source: 'text_layer', words: 3 }],
      toRecognise: [],
      unread: [],
      attachments: [],
    });
    expect((await storedPage(document.sha256, 1)).text).toBe('Insured: Zebulon Quartz');
  });

  it('returns the rejection of a bad document as its result', async () => {
    const document = await handIn(Buffer.from('not a PDF at all'), 'notice.pdf');
    expect(await readDocument(document)).toMatchObject({
      document: document.sha256,
      pages: [],
      rejection: { code: 'type_mismatch', detail: 'the name says pdf, the bytes are text' },
    });
  });

  it('stores attachments as documents, and refuses those that are nested too deep', async () => {
    const message =
      'From: a@example.com\nSubject: x\nMessage-ID: <1@x>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\nContent-Disposition: attachment; filename="a.txt"\n\nPolicy: 7\n--b--\n';
    const document = await handIn(Buffer.from(message), 'mail.eml');
    const { attachments } = await readDocument(document);
    expect(attachments.map(({ name }) => name)).toEqual(['a.txt']);
    const [attachment] = attachments;
    expect(await readDocument(attachment as DocumentRef, 1)).toMatchObject({ kind: 'text' });
    expect(await readDocument(attachment as DocumentRef, 4)).toMatchObject({
      rejection: { code: 'nested_too_deep' },
    });
  });

  it('fails, rather than rejects, when the bytes are not in the store', async () => {
    await expect(readDocument({ sha256: 'f'.repeat(64), name: 'a.pdf' })).rejects.toMatchObject({
      type: 'ObjectMissing',
    });
  });

  it('ends with the cancellation, and the work with it', async () => {
    const environment = testEnvironment();
    const document = await handIn(await pdfOf(lines(['Claim'])), 'a.pdf');
    const ended = vi.fn();
    const slow = {
      ...reader,
      read: async ({ signal }: { signal?: AbortSignal }) => {
        environment.cancel();
        if (signal?.aborted) ended();
        throw new Error('ended');
      },
    };
    const { readDocument: read } = readActivities({ objects, reader: slow, log });
    await expect(environment.run(read, { tenant: TENANT, document, depth: 0 })).rejects.toMatchObject({
      name: 'CancelledFailure',
    });
    expect(ended).toHaveBeenCalledOnce();
  });
});

describe('recognisePages', () => {
  it('stores what it recognised, accounts for every page, and does not repeat itself', async () => {
    const document = await handIn(await drawLines(['Policy Number: PA-7724'], { dpi: 150 }), 'scan.png');
    expect(await readDocument(document)).toMatchObject({ kind: 'png', pages: [], toRecognise: [1] });
    const first = await recognisePages(document.sha256, [1, 2]);
    expect(first).toMatchObject({ pages: [{ page: 1, source: 'ocr', words: 3 }], unread: [2] });
    expect(first.pages[0]?.ocrConfidence).toBeGreaterThan(0.5);
    const stored = await storedPage(document.sha256, 1);
    expect(stored).toMatchObject({
      document: document.sha256,
      page: 1,
      source: 'ocr',
      text: 'Policy Number: PA-7724',
    });
    const since = performance.now();
    expect(await recognisePages(document.sha256, [1])).toEqual({ pages: first.pages, unread: [] });
    expect(performance.now() - since).toBeLessThan(300);
  });

  it('names a page of which nothing can be read', async () => {
    const canvas = createCanvas(850, 1_100);
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, 850, 1_100);
    context.fillStyle = 'black';
    for (let dot = 0; dot < 400; dot++) context.fillRect((dot * 37) % 830, (dot * 101) % 1_080, 9, 7);
    const document = await handIn(await canvas.encode('png'), 'scan.png');
    expect(await recognisePages(document.sha256, [1])).toEqual({ pages: [], unread: [1] });
  });
});
