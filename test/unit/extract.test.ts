import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chunkActivities } from '../../activities/chunk.ts';
import { openEngine } from '../../activities/engine.ts';
import { gatedEngine } from '../../activities/engine-gate.ts';
import { extractActivities } from '../../activities/extract.ts';
import { StandInEngine } from '../../scripts/bench/stand-in-engine.ts';
import type { ChunkAnswer, ChunkOutcome } from '../../shared/answers.ts';
import { generateKeyring, parseKeyring } from '../../shared/codec/keyring.ts';
import { LOWEST_LOGPROB } from '../../shared/domain/answer-scores.ts';
import type { FailureType } from '../../shared/failures.ts';
import { loadModel, modelVersion } from '../../shared/model.ts';
import { objectKeys } from '../../shared/object-keys.ts';
import { getJson, type ObjectStore, putJson } from '../../shared/objects/object-store.ts';
import { openObjectStore } from '../../shared/objects/open-object-store.ts';

const { card } = loadModel('embedded-1');
const model = modelVersion(card);
const tenant = 'default';
const NOTICE =
  'Claimant: Jo March\nPolicy number: HO-4471982\nDate of loss: 08/19/2025\nEstimate: $8,450.00\n';

let server: StandInEngine;
let objects: ObjectStore;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'extract-'));
  objects = await openObjectStore(
    { OBJECT_STORE_URL: pathToFileURL(`${folder}/`).href, S3_ENDPOINT: undefined, S3_REGION: 'none' },
    parseKeyring(generateKeyring()),
  );
  server = await StandInEngine.start({ models: [card.servedName], latencyMs: 20 });
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A place for an activity to run in, without the SDK's log of failures that are meant. */
const activityPlace = (): MockActivityEnvironment =>
  new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR', () => undefined) });
const run = <I, O>(activity: (input: I) => Promise<O>, input: I, place = activityPlace()): Promise<O> =>
  place.run<[I], O, (input: I) => Promise<O>>(activity, input);

const activities = (options: { sequences?: number; timeoutMs?: number; url?: string } = {}) => {
  const { sequences = 16, timeoutMs = 5_000, url = server.url } = options;
  const engine = openEngine({ url, apiKey: 'none', timeoutMs });
  return extractActivities({ objects, engine, models: loadModel, sequences, log: pino({ enabled: false }) });
};

/** Stores a page of this text in each document and returns the ids of its chunks. */
async function chunksOf(...texts: string[]): Promise<string[]> {
  const readings = await Promise.all(
    texts.map(async (text, index) => {
      const document = String(index).repeat(64).slice(0, 64);
      await putJson(objects, objectKeys.page(tenant, document, 1), {
        document,
        page: 1,
        source: 'text',
        text,
        words: [],
      });
      return { document, pages: [1] };
    }),
  );
  const { chunkPacket } = chunkActivities({ objects, models: loadModel });
  const { chunks } = await run(chunkPacket, { tenant, model, readings });
  return chunks.map(({ id }) => id);
}

const manyChunks = (count: number): Promise<string[]> =>
  chunksOf(
    Array.from({ length: count * 140 }, (_, line) => `Line ${line} of the statement of the insured`).join(
      '\n',
    ),
  );

const extract = (
  chunks: string[],
  { extractChunks } = activities(),
  place = activityPlace(),
): Promise<ChunkOutcome[]> => run(extractChunks, { tenant, model, chunks, ask: 1 }, place);

async function failureOf(work: Promise<unknown>): Promise<ApplicationFailure> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApplicationFailure)) throw new Error('no failure of the table');
  return error;
}

describe('an answered chunk', () => {
  test('is stored with its values, scores and usage, and reported as answered', async () => {
    const chunks = await chunksOf(NOTICE);
    const outcomes = await extract(chunks);
    expect(outcomes).toMatchObject([{ chunk: chunks[0], status: 'answered', usage: { requests: 1 } }]);
    const answer = await getJson<ChunkAnswer>(
      objects,
      objectKeys.answer(tenant, chunks[0] ?? '', model.name),
    );
    expect(answer.values).toMatchObject({
      claimant_name: 'Jo March',
      incident_date: '08/19/2025',
      estimated_amount: '$8,450.00',
      police_report_number: null,
    });
    expect(answer.scores.claimant_name.tokens).toBe(3);
    expect(answer.scores.claimant_name.mean).toBeGreaterThan(-0.1);
    expect(answer.usage.engineMs).toBeGreaterThanOrEqual(15);
  });

  test('is not asked about again', async () => {
    const chunks = await chunksOf(NOTICE);
    const first = await extract(chunks);
    const second = await extract(chunks);
    expect(second).toEqual(first);
    expect(server.requests).toHaveLength(1);
  });

  test("is asked about with the card's sampling and the grammar of the fields and the coverage facts", async () => {
    await extract(await chunksOf(NOTICE));
    const [request] = server.requests;
    expect(request).toMatchObject({
      model: card.servedName,
      max_tokens: card.maxOutputTokens,
      vllm_xargs: { loop_penalty: card.sampling.loopPenalty },
      logprobs: true,
    });
    expect(Object.keys(request?.response_format?.json_schema?.schema.properties ?? {})).toHaveLength(27);
    expect(request?.messages).toEqual([{ role: 'user', content: NOTICE }]);
  });

  test('a value that reached the length limit of the grammar scores lowest', async () => {
    const chunks = await chunksOf(`Claimant: ${'Jo '.repeat(60)}\nPolicy number: 7\n`);
    await extract(chunks);
    const { scores } = await getJson<ChunkAnswer>(
      objects,
      objectKeys.answer(tenant, chunks[0] ?? '', model.name),
    );
    expect(scores.claimant_name.mean).toBe(LOWEST_LOGPROB);
    expect(scores.policy_number.mean).toBeGreaterThan(-1);
  });
});

describe('an answer that cannot be used', () => {
  test.each([
    ['truncate', 'AnswerTruncated'],
    ['invalid', 'AnswerInvalid'],
    ['wrong_schema', 'AnswerInvalid'],
  ] as const)('%s: the outcome is %s, with its usage, and nothing is stored', async (behaviour, type) => {
    server.behaviour = () => behaviour;
    const chunks = await chunksOf(NOTICE);
    expect(await extract(chunks)).toMatchObject([
      { status: 'failed', failure: type, usage: { requests: 1 } },
    ]);
    expect(await objects.has(objectKeys.answer(tenant, chunks[0] ?? '', model.name))).toBe(false);
  });

  test('a refused request is the outcome of its chunk alone', async () => {
    const chunks = await manyChunks(3);
    server.behaviour = ({ messages }) =>
      messages[0]?.content.includes('Line 0 ') ? { status: 400 } : 'answer';
    const outcomes = await extract(chunks);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'failed',
      ...chunks.slice(1).map(() => 'answered'),
    ]);
    expect(outcomes[0]).toMatchObject({ failure: 'EngineRefused' satisfies FailureType });
  });
});

describe('a server that is away', () => {
  test.each([408, 409, 429, 500, 503])(
    'status %i is EngineUnavailable and may be tried again',
    async (status) => {
      server.behaviour = () => ({ status, retryAfter: '7' });
      const error = await failureOf(extract(await chunksOf(NOTICE)));
      expect(error.type).toBe('EngineUnavailable');
      expect(error.nonRetryable).toBe(false);
      expect(error.nextRetryDelay).toBe(7_000);
      expect(server.requests).toHaveLength(1);
    },
  );

  test('a closed connection, a refused one and a silent server are EngineUnavailable', async () => {
    const chunks = await chunksOf(NOTICE);
    server.behaviour = () => 'close';
    expect((await failureOf(extract(chunks))).type).toBe('EngineUnavailable');
    const refused = activities({ url: 'http://127.0.0.1:9/v1' });
    expect((await failureOf(extract(chunks, refused))).type).toBe('EngineUnavailable');
    server.behaviour = () => 'answer';
    expect((await failureOf(extract(chunks, activities({ timeoutMs: 5 })))).type).toBe('EngineUnavailable');
  });

  test('a model that it does not serve is ModelMissing', async () => {
    const { extractChunks } = activities();
    const other = { ...model, servedName: 'other' };
    const work = run(extractChunks, {
      tenant,
      model: other,
      chunks: await chunksOf(NOTICE),
      ask: 1,
    });
    expect((await failureOf(work)).type).toBe('ModelMissing');
  });

  test('costs no answer that the other chunks of the group got', async () => {
    const chunks = await manyChunks(4);
    server.behaviour = ({ messages }) =>
      messages[0]?.content.includes('Line 0 ') ? { status: 503 } : 'answer';
    expect((await failureOf(extract(chunks))).type).toBe('EngineUnavailable');
    const before = server.requests.length;
    server.behaviour = () => 'answer';
    expect((await extract(chunks)).every(({ status }) => status === 'answered')).toBe(true);
    expect(server.requests.length - before).toBe(1);
  });

  test('failure messages hold no text of the document', async () => {
    server.behaviour = () => ({ status: 400 });
    const chunks = await chunksOf(NOTICE);
    server.behaviour = () => ({ status: 500 });
    expect((await failureOf(extract(chunks))).message).toMatch(
      /^the model server answered 500 \(request [0-9a-f-]{36}\)$/,
    );
  });

  test('holds requests back at the gate until it is ready', async () => {
    const engine = gatedEngine(openEngine({ url: server.url, apiKey: 'none', timeoutMs: 5_000 }), {
      patienceMs: 5_000,
      pollMs: 10,
    });
    const gated = extractActivities({
      objects,
      engine,
      models: loadModel,
      sequences: 4,
      log: pino({ enabled: false }),
    });
    const chunks = await chunksOf(NOTICE);
    const { port } = server;
    await server.close();
    expect((await failureOf(extract(chunks, gated))).type).toBe('EngineUnavailable');
    const again = extract(chunks, gated);
    await new Promise((resolve) => setTimeout(resolve, 100));
    server = await StandInEngine.start({ models: [card.servedName], port });
    expect(await again).toMatchObject([{ status: 'answered' }]);
  });
});

describe('the load on the server', () => {
  test('never exceeds the sequences, over all activities of the worker', async () => {
    const chunks = await manyChunks(12);
    const shared = activities({ sequences: 3 });
    await Promise.all([
      extract(chunks.slice(0, 4), shared),
      extract(chunks.slice(4, 8), shared),
      extract(chunks.slice(8, 12), shared),
    ]);
    expect(server.maxInFlight).toBe(3);
    expect(server.completed).toBe(12);
  });

  test('heartbeats tell how many chunks have ended', async () => {
    const environment = activityPlace();
    const beats: unknown[] = [];
    environment.on('heartbeat', (details: unknown) => beats.push(details));
    const chunks = await manyChunks(3);
    await extract(chunks, activities(), environment);
    expect(beats).toContainEqual({ ended: chunks.length, of: chunks.length });
  });

  test('a cancelled activity ends at once and aborts its requests', async () => {
    const slow = await StandInEngine.start({ models: [card.servedName], latencyMs: 60_000 });
    const environment = activityPlace();
    const chunks = await manyChunks(4);
    const work = extract(chunks, activities({ url: slow.url, sequences: 2, timeoutMs: 90_000 }), environment);
    await expect.poll(() => slow.inFlight, { timeout: 10_000 }).toBe(2);
    environment.cancel();
    await expect(work).rejects.toBeInstanceOf(CancelledFailure);
    await expect.poll(() => slow.aborted, { timeout: 10_000 }).toBe(2);
    expect(slow.requests).toHaveLength(2);
    await slow.close();
  });
});

describe('chunks of a packet', () => {
  test('have the same ids when they are made again, and others in another document', async () => {
    const [first] = await chunksOf(NOTICE);
    expect(await chunksOf(NOTICE)).toEqual([first]);
    const document = 'f'.repeat(64);
    await putJson(objects, objectKeys.page(tenant, document, 1), {
      document,
      page: 1,
      source: 'text',
      text: NOTICE,
      words: [],
    });
    const { chunkPacket } = chunkActivities({ objects, models: loadModel });
    const readings = [{ document, pages: [1] }];
    const { chunks } = await run(chunkPacket, { tenant, model, readings });
    expect(chunks.map(({ id }) => id)).not.toEqual([first]);
    expect(chunks).toMatchObject([{ pages: [{ document, page: 1 }] }]);
  });

  test('a page that was never stored fails with ObjectMissing', async () => {
    const { chunkPacket } = chunkActivities({ objects, models: loadModel });
    const readings = [{ document: 'e'.repeat(64), pages: [1] }];
    const work = run(chunkPacket, { tenant, model, readings });
    expect((await failureOf(work)).type).toBe('ObjectMissing');
  });
});
