import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mergeActivities } from '../../activities/merge.ts';
import { scoreActivities } from '../../activities/score.ts';
import type { MergedClaim, ScoredClaim } from '../../shared/answers.ts';
import { generateKeyring, parseKeyring } from '../../shared/codec/keyring.ts';
import { objectKeys } from '../../shared/object-keys.ts';
import { getJson, type ObjectStore, putJson } from '../../shared/objects/object-store.ts';
import { openObjectStore } from '../../shared/objects/open-object-store.ts';
import { MODEL, PLAIN_FORM, PLAIN_VALUES, packet } from '../support/packet.ts';

let folder: string;
let objects: ObjectStore;
const claim = { tenant: 'default', claimId: 'c-1', round: 1, model: MODEL };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'merge-'));
  const config = { OBJECT_STORE_URL: `${pathToFileURL(folder).href}/`, S3_REGION: 'us-east-1' };
  objects = await openObjectStore(config, parseKeyring(generateKeyring()));
});
afterAll(() => rm(folder, { recursive: true }));

async function store({ chunks, answers, pages }: ReturnType<typeof packet>): Promise<void> {
  for (const chunk of chunks) await putJson(objects, objectKeys.chunk('default', chunk.id), chunk);
  for (const answer of answers) {
    await putJson(objects, objectKeys.answer('default', answer.chunk, MODEL.name), answer);
  }
  for (const page of pages)
    await putJson(objects, objectKeys.page('default', page.document, page.page), page);
}

it('merges and scores through the object store and returns references and counts only', async () => {
  await store(
    packet([{ text: PLAIN_FORM, values: { ...PLAIN_VALUES, third_parties: [], deductible_amount: null } }]),
  );
  const { object } = await mergeActivities({ objects }).mergeAnswers({ ...claim, chunks: ['chunk-0'] });
  expect((await getJson<MergedClaim>(objects, object)).fields.claimant_name.value).toBe('Nadia Okafor');

  const summary = await scoreActivities({ objects }).scoreClaim({ ...claim, merged: object, threshold: 0.8 });
  expect(summary).toEqual({
    object: objectKeys.scored('default', 'c-1', 1),
    expectedErrors: expect.closeTo(1.1, 2),
    sure: 22,
    doubts: { deductible_amount: ['label_without_value', 'low_confidence'] },
    stated: 23,
  });
  const scored = await getJson<ScoredClaim>(objects, summary.object);
  expect(scored.calibration).toBe('uncalibrated');
  expect(JSON.stringify(summary)).not.toContain('Okafor');
});

it('doubts what the labels of an unread chunk announce', async () => {
  await store(
    packet([
      { text: 'Policy number: PA-100-200', values: { policy_number: 'PA-100-200' } },
      { text: 'Deductible: $500', values: null },
    ]),
  );
  const { object } = await mergeActivities({ objects }).mergeAnswers({
    ...claim,
    round: 2,
    chunks: ['chunk-0'],
    unread: ['chunk-1'],
  });
  const merged = await getJson<MergedClaim>(objects, object);
  expect(merged.fields.deductible_amount.doubts).toEqual(['label_without_value']);
});

it('fails with ObjectMissing when a chunk is gone', async () => {
  await expect(
    mergeActivities({ objects }).mergeAnswers({ ...claim, chunks: ['chunk-99'] }),
  ).rejects.toMatchObject({ type: 'ObjectMissing' });
});
