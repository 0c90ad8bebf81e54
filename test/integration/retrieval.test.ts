import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { similarClaims } from '../../activities/examples.ts';
import {
  indexLabelledExamples,
  indexVerifiedExamples,
  type NewExample,
} from '../../activities/index-examples.ts';
import { NO_USAGE } from '../../shared/answers.ts';
import { type Claim, FIELD_KEYS } from '../../shared/claim-fields.ts';
import { generateKeyring, parseKeyring } from '../../shared/codec/keyring.ts';
import { modelSettings } from '../../shared/config.ts';
import { registerClaim } from '../../shared/database/claims.ts';
import { type Database, openDatabase } from '../../shared/database/database.ts';
import { migrate } from '../../shared/database/migrate.ts';
import { insertDocuments, insertRecord } from '../../shared/database/records.ts';
import { insertTrainingExample } from '../../shared/database/verified.ts';
import type { Example } from '../../shared/extractors/examples.ts';
import { readModel } from '../../shared/model.ts';
import { objectKeys } from '../../shared/object-keys.ts';
import { type ObjectStore, putJson } from '../../shared/objects/object-store.ts';
import { openObjectStore } from '../../shared/objects/open-object-store.ts';
import { sha256 } from '../../shared/packet.ts';
import { freshDatabase } from '../support/workers.ts';

const tenant = 'default';
const nothing = Object.fromEntries(FIELD_KEYS.map((key) => [key, null])) as Claim;
const folder = fileURLToPath(new URL('../support/models/tiny/', import.meta.url));
const model = readModel({ folder, extractor: 'retrieval', settings: modelSettings({}) });

let database: Database;
let objects: ObjectStore;
let objectFolder: string;

beforeAll(async () => {
  database = openDatabase(await freshDatabase('retrieval'));
  await migrate(database);
  objectFolder = mkdtempSync(join(inject('dataFolder'), 'objects-'));
  objects = await openObjectStore(
    {
      OBJECT_STORE_URL: pathToFileURL(`${objectFolder}/`).href,
      S3_ENDPOINT: undefined,
      S3_REGION: 'us-east-1',
    },
    parseKeyring(generateKeyring()),
  );
});
afterAll(() => database.close());

const hail = (name: string, town: string, policy: string): string =>
  `Insured: ${name}\nPolicy number: ${policy}\nHail dented the roof and the gutters of the house in ${town}.\nDate of loss: 04/12/2026\n`;
const rearEnd = (name: string, policy: string): string =>
  `Driver: ${name}\nPolicy number: ${policy}\nA delivery van hit the rear bumper of the parked sedan.\nDate of loss: 02/02/2026\n`;

const EXAMPLES: NewExample[] = [
  {
    id: 'H-1',
    text: hail('Orla Bexley', 'Dunmore', 'HO-88213'),
    labels: {
      ...nothing,
      claimant_name: 'Orla Bexley',
      policy_number: 'HO-88213',
      incident_date: '2026-04-12',
      incident_type: 'wind_hail',
    },
  },
  {
    id: 'H-2',
    text: hail('Piet Lanyon', 'Corve', 'HO-11702'),
    labels: {
      ...nothing,
      claimant_name: 'Piet Lanyon',
      policy_number: 'HO-11702',
      incident_type: 'wind_hail',
    },
  },
  {
    id: 'C-1',
    text: rearEnd('Sefa Tindall', 'PA-55019'),
    labels: {
      ...nothing,
      claimant_name: 'Sefa Tindall',
      policy_number: 'PA-55019',
      incident_type: 'collision',
    },
  },
];

const search = (
  text: string,
  options: { document?: string; tenant?: string; of?: string } = {},
): Promise<Example[]> => {
  const { document = 'd'.repeat(64) } = options;
  const parts = [{ document, page: 1, start: 0, end: text.length, at: 0 }];
  const find = similarClaims({ database, objects, ...(options.of ? { tenant: options.of } : {}) });
  return find({ tenant: options.tenant ?? tenant, model, chunk: { id: 'c', text, tokens: 1, parts } });
};
const ids = async (found: Promise<Example[]>): Promise<string[]> => (await found).map(({ id }) => id);
const rows = (): Promise<{ source_id: string; searched: string }[]> =>
  database.query('select source_id, searched from retrieval_examples order by source_id');

test('an empty index gives no examples', async () => {
  expect(await search(hail('Ann Wick', 'Selby', 'HO-1'))).toEqual([]);
});

describe('indexed examples', () => {
  beforeAll(async () => {
    expect(await indexLabelledExamples(database, objects, tenant, EXAMPLES)).toBe(3);
  });

  test('lie in the index without the people in them, and sealed in the object store', async () => {
    const [collision, ...others] = await rows();
    expect(collision?.searched).toBe(
      'Driver: [name]\nPolicy number: [number]\nA delivery van hit the rear bumper of the parked sedan.\nDate of loss: 00/00/0000\n',
    );
    const everything = JSON.stringify([collision, ...others]);
    for (const value of ['Bexley', 'Orla', 'Lanyon', 'Tindall', '88213', '11702', '55019'])
      expect(everything).not.toContain(value);
    const [row] = await database.query<{ object: string }>('select object from retrieval_examples limit 1');
    expect(readFileSync(join(objectFolder, row?.object ?? '')).includes('Policy number')).toBe(false);
  });

  test('are found by likeness, the most similar one last, as the model is to answer', async () => {
    const found = await search('Insured: Ann Wick\nHail dented gutters and roof of her house.\n');
    expect(found.map(({ id }) => id).at(-1)).toMatch(/^H-/);
    expect(found).toHaveLength(2);
    const orla = found.find(({ id }) => id === 'H-1');
    // As printed, not as labelled.
    expect(JSON.parse(orla?.answer ?? '{}')).toMatchObject({
      claimant_name: 'Orla Bexley',
      incident_date: '04/12/2026',
      incident_type: 'wind_hail',
      exclusions: null,
    });
  });

  test('are found by misread words as well', async () => {
    const found = await ids(
      search('Drlver: Sefa\nA dellvery van hlt the rear burnper of the parked sedan.\n'),
    );
    expect(found.at(-1)).toBe('C-1');
  });

  test('never show a claim its own answer: not by its documents, nor by its text', async () => {
    const [own] = EXAMPLES;
    expect(await ids(search(own?.text ?? ''))).not.toContain('H-1');
    expect(await ids(search(`${own?.text}  \n`))).not.toContain('H-1');
    const document = sha256(own?.text ?? '');
    expect(
      await ids(search('Hail dented the roof and the gutters of the house', { document })),
    ).not.toContain('H-1');
  });

  test('belong to their tenant; an evaluation may name whose are searched', async () => {
    const text = 'Hail dented the roof and the gutters';
    expect(await search(text, { tenant: 'other' })).toEqual([]);
    expect(await search(text, { tenant: 'claim-7', of: tenant })).toHaveLength(2);
  });

  test('are the same when they are indexed again, and one for each source when its text changes', async () => {
    await indexLabelledExamples(database, objects, tenant, EXAMPLES);
    expect(await rows()).toHaveLength(3);
    const [first] = EXAMPLES;
    if (!first) throw new Error('no example');
    await indexLabelledExamples(database, objects, tenant, [
      { ...first, text: `${first.text}Estimate: $900.00\n` },
    ]);
    expect((await rows()).map(({ source_id }) => source_id)).toEqual(['C-1', 'H-1', 'H-2']);
  });

  test('that were erased are passed over', async () => {
    const text = rearEnd('Ivo Marsh', 'PA-1');
    const id = 'erased';
    await indexLabelledExamples(database, objects, tenant, [{ id, text, labels: nothing }]);
    const asked = 'A delivery van hit the rear bumper of my parked sedan.';
    expect(await ids(search(asked))).toContain(id);
    const [row] = await database.query<{ object: string }>(
      'select object from retrieval_examples where source_id = $1',
      [id],
    );
    await objects.delete(row?.object ?? '');
    const found = await ids(search(asked));
    expect(found).not.toContain(id);
    expect(found).toContain('C-1');
  });

  test('too long for the prompt give way to shorter ones', async () => {
    const text = `${'Hail dented the roof and the gutters of the house. '.repeat(300)}`;
    await indexLabelledExamples(database, objects, tenant, [{ id: 'long', text, labels: nothing }]);
    expect(await ids(search('Hail dented the roof and the gutters of the house.'))).not.toContain('long');
  });

  test.each([["a'b \\ | & ! <-> ( ) : * \0 \ud83d"], ['12345 67890'], [''], ['<|json|> the roof']])(
    'can be searched with any text: %j',
    async (text) => {
      await expect(search(text)).resolves.toBeInstanceOf(Array);
    },
  );
});

test('a claim that a person verified is indexed once, with its labels, from the pages that were read', async () => {
  const owner = 'insurer';
  const document = 'e'.repeat(64);
  const claim = { tenant: owner, claimId: 'V-1' };
  const page = { document, source: 'text', words: [] };
  await putJson(objects, objectKeys.page(owner, document, 1), {
    ...page,
    page: 1,
    text: 'Claimant: Una Pell',
  });
  await putJson(objects, objectKeys.page(owner, document, 2), {
    ...page,
    page: 2,
    text: 'Frost split the pump of the fountain.',
  });
  await registerClaim(database, { ...claim, packetSha256: document, priority: 3 });
  const completeness = {
    documents: 1,
    rejectedDocuments: 0,
    pages: 3,
    unreadPages: 1,
    chunks: 1,
    unreadChunks: 0,
    complete: false,
  };
  await insertRecord(database, {
    ...{ ...claim, status: 'completed', reasons: [], completeness, version: 1, model: null },
    ...{ promptVersion: null, calibration: null, usage: NO_USAGE, costUsd: 0, timings: {} },
  });
  const pages = [
    { page: 1, source: 'text' as const },
    { page: 2, source: 'text' as const },
    { page: 3, source: 'unread' as const },
  ];
  await insertDocuments(database, claim, [
    { document, name: '', kind: 'text', attachedTo: null, pages, rejection: null },
  ]);
  await insertTrainingExample(database, {
    ...{ ...claim, source: 'review', documents: [document], model: null, verifiedBy: 'ana' },
    labels: { ...nothing, claimant_name: 'Una Pell', damage_description: 'Frost split the pump' },
  });
  expect(await indexVerifiedExamples(database, objects, owner)).toBe(1);
  expect(await indexVerifiedExamples(database, objects, owner)).toBe(0);
  const [found] = await search('The pump of our fountain was split by frost', { tenant: owner });
  expect(found).toMatchObject({
    id: 'V-1',
    text: 'Claimant: Una Pell\n\nFrost split the pump of the fountain.',
  });
  expect(JSON.parse(found?.answer ?? '{}')).toMatchObject({ claimant_name: 'Una Pell' });
  expect(await search('The pump of our fountain was split by frost', { tenant: owner, document })).toEqual(
    [],
  );
});

test('while the database is away the search fails so that it is tried again', async () => {
  const nowhere = openDatabase('postgres://user:secret@127.0.0.1:1/none');
  const find = similarClaims({ database: nowhere, objects });
  const chunk = { id: 'c', text: 'hail', tokens: 1, parts: [] };
  await expect(find({ tenant, model, chunk })).rejects.toMatchObject({
    type: 'DatabaseUnavailable',
    nonRetryable: false,
  });
  await nowhere.close();
});
