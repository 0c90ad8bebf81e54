import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { afterAll, afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Engine, openEngine } from '../../activities/engine.ts';
import { readingActivities, readLabelledClaim } from '../../activities/evaluate.ts';
import { createReader } from '../../activities/reading/reader.ts';
import { StandInEngine } from '../../scripts/bench/stand-in-engine.ts';
import { inEnvironment, writingFreely } from '../../scripts/models/chain.ts';
import { evaluate } from '../../scripts/models/evaluate.ts';
import { createProgress } from '../../scripts/stack/progress.ts';
import { loadConfig } from '../../shared/config.ts';
import { predictedFields } from '../../shared/evaluation/prediction.ts';
import { loadModel } from '../../shared/model.ts';
import { modelVersion } from '../../shared/model-card.ts';
import { LocalFolder } from '../../shared/objects/local-folder.ts';
import { PLAIN_FORM, PLAIN_VALUES } from '../support/packet.ts';

const { card } = loadModel('embedded-1');
const reader = createReader({ processes: 1, timeoutMs: 20_000, memoryMb: 500 });
let folder: string;
let server: StandInEngine;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evaluation-chain-'));
  server = await StandInEngine.start({ models: [card.servedName] });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
afterAll(() => reader.close());

function read(
  text: string,
  { asks, engine = (one) => one }: { asks?: number; engine?: (engine: Engine) => Engine } = {},
) {
  const objects = new LocalFolder(pathToFileURL(`${folder}/`));
  const opened = openEngine({ url: server.url, apiKey: 'none', hosted: false, timeoutMs: 5_000 });
  const activities = readingActivities({
    ...{ objects, reader, engine: engine(opened), models: loadModel },
    ...{ sequences: 4, log: pino({ enabled: false }) },
  });
  return readLabelledClaim({
    ...{ objects, activities, call: inEnvironment, tenant: 'claim-0' },
    files: [{ name: 'a.txt', bytes: Buffer.from(text) }],
    model: modelVersion(card),
    threshold: 0.8,
    ...(asks === undefined ? {} : { asks }),
  });
}

describe('a labelled claim', () => {
  test('is read through the steps of the claim workflow up to scored fields', async () => {
    const reading = await read(PLAIN_FORM);
    expect(reading.scored && predictedFields(reading.scored)).toMatchObject({
      claimant_name: { value: 'Nadia Okafor' },
      incident_date: { value: '2025-11-02' },
      estimated_amount: { value: 14_320.5 },
    });
    expect(reading.firstAsks).toEqual({ asked: 1, compliant: 1 });
    expect(reading.usage.requests).toBe(1);
    expect(reading.latencyMs).toBeGreaterThan(0);
  });

  test('has pages where form feeds part them', async () => {
    const number = 'Police report no.: 25-00417\n';
    const { scored } = await read(`${PLAIN_FORM.replace(number, '')}\f${number}`);
    expect(scored?.fields.police_report_number).toMatchObject({ value: '25-00417', evidence: [{ page: 2 }] });
  });

  test('is asked about again after an unusable answer; format compliance keeps the first', async () => {
    server.behaviour = () => (server.requests.length === 1 ? 'truncate' : 'answer');
    const reading = await read(PLAIN_FORM);
    expect(reading.scored?.fields.policy_number.value).toBe('HO-881-2207');
    expect(reading.firstAsks).toEqual({ asked: 1, compliant: 0 });
    expect(reading.usage.requests).toBe(2);
  });

  test('without any usable answer has no fields', async () => {
    server.behaviour = () => 'invalid';
    const reading = await read(PLAIN_FORM);
    expect(reading).toMatchObject({ scored: null, autoAccepted: false, usage: { requests: 3 } });
  });

  test('is asked about once where that is wanted', async () => {
    server.behaviour = () => 'wrong_schema';
    const reading = await read(PLAIN_FORM, { asks: 1 });
    expect(reading).toMatchObject({ scored: null, usage: { requests: 1 } });
  });

  test('is read without a grammar where that is wanted', async () => {
    await read(PLAIN_FORM, { engine: writingFreely, asks: 1 });
    expect(server.requests[0]?.response_format).toBeUndefined();
  });

  test('of which no document can be read has no fields', async () => {
    const reading = await read('');
    expect(reading).toMatchObject({ scored: null, firstAsks: { asked: 0, compliant: 0 } });
  });

  test('survives a server that is away for a moment, and ends with the failure when it stays away', async () => {
    server.behaviour = () => (server.requests.length === 1 ? { status: 503 } : 'answer');
    expect((await read(PLAIN_FORM)).scored).not.toBeNull();
    server.behaviour = () => ({ status: 503 });
    await expect(read(`${PLAIN_FORM}\nOther`)).rejects.toMatchObject({ type: 'EngineUnavailable' });
  });
});

test('an evaluation that is interrupted does not wait for its model server', {
  timeout: 20_000,
}, async () => {
  vi.stubEnv('VLLM_URL', server.url);
  onTestFinished(() => void vi.unstubAllEnvs());
  server.latencyMs = 60_000;
  const abort = new AbortController();
  const expected = { ...PLAIN_VALUES };
  const label = { id: 'plain', expected, uncertain: [], groups: {}, packet: { text: PLAIN_FORM } };
  const evaluation = evaluate(
    {
      ...{ dataset: 'plain.jsonl', packets: [label], verified: [], extractor: 'finetuned' },
      ...{ model: card.name, grammar: true, askOnce: false, examples: false },
    },
    { config: loadConfig(), progress: createProgress(() => {}), signal: abort.signal },
  );
  await vi.waitFor(() => expect(server.inFlight).toBe(1), 10_000);
  abort.abort(new Error('interrupted'));
  await expect(evaluation).rejects.toThrow('interrupted');
  expect(server.completed).toBe(0);
});
