import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openEngine } from '../../activities/engine.ts';
import { type ExampleSource, exampleSource } from '../../activities/examples.ts';
import { extractActivities } from '../../activities/extract.ts';
import { StandInEngine } from '../../scripts/bench/stand-in-engine.ts';
import type { Chunk, ChunkAnswer, ChunkOutcome, Extractor } from '../../shared/answers.ts';
import { FIELD_KEYS } from '../../shared/claim-fields.ts';
import { modelSettings } from '../../shared/config.ts';
import { parseExamples } from '../../shared/extractors/examples.ts';
import { failure } from '../../shared/failures.ts';
import { loadModel, type Model, modelVersion, readModel } from '../../shared/model.ts';
import { parseModelName } from '../../shared/model-card.ts';
import { objectKeys } from '../../shared/object-keys.ts';
import { LocalFolder } from '../../shared/objects/local-folder.ts';
import { getJson, type ObjectStore, putJson } from '../../shared/objects/object-store.ts';

const folder = fileURLToPath(new URL('../support/models/tiny/', import.meta.url));
const tiny = (extractor: Extractor): Model => readModel({ folder, extractor, settings: modelSettings({}) });

/** The version that asks with examples, its card or its committed examples being others. */
function changed({ examples = '', ...entries }: { examples?: string; fewshot?: undefined }): Model {
  const copy = mkdtempSync(join(tmpdir(), 'tiny-'));
  try {
    const models = fileURLToPath(new URL('../../models', import.meta.url));
    const card = readFileSync(join(folder, 'model.json'), 'utf8');
    const here = card.replaceAll('../../../../models', relative(copy, models));
    writeFileSync(join(copy, 'model.json'), JSON.stringify({ ...JSON.parse(here), ...entries }));
    writeFileSync(join(copy, 'instruction.txt'), 'Read the claim.');
    writeFileSync(join(copy, 'examples.jsonl'), examples);
    return readModel({ folder: copy, extractor: 'fewshot', settings: modelSettings({}) });
  } finally {
    rmSync(copy, { recursive: true });
  }
}

describe('a version that asks the base with examples', () => {
  const learnt = tiny('finetuned');
  const shown = tiny('fewshot');

  test('is named after the model and lies in its folder', () => {
    expect(parseModelName('embedded-1.fewshot')).toEqual({ base: 'embedded-1', extractor: 'fewshot' });
    expect(parseModelName('llama-3.1-8b.retrieval')).toEqual({
      base: 'llama-3.1-8b',
      extractor: 'retrieval',
    });
    expect(parseModelName('llama-3.1-8b')).toEqual({ base: 'llama-3.1-8b', extractor: 'finetuned' });
  });

  test('has no adapter, no reasoning and no calibration, and another name at the server', () => {
    expect(learnt.weights?.adapter).not.toBeNull();
    expect(shown.weights).toEqual({ base: learnt.weights?.base, adapter: null });
    expect(shown.card).toMatchObject({
      name: 'tiny.fewshot',
      servedName: 'tiny-base',
      reasons: false,
      calibration: null,
    });
  });

  test('leaves room for the examples beside instruction, template, chunk and answer', () => {
    const instruction = learnt.countTokens(learnt.instruction ?? '');
    expect(learnt.chunkTokens).toBe(4096 - 1000 - 10 - instruction);
    expect(shown.chunkTokens).toBe(learnt.chunkTokens - 1200);
  });

  test('has a prompt version that changes with the committed examples', () => {
    const [line] = readFileSync(join(folder, 'examples.jsonl'), 'utf8').split('\n');
    const other = changed({ examples: `${line}\n` });
    expect(shown.card.promptVersion).toMatch(/^document-9\.fewshot\.[0-9a-f]{8}$/);
    expect(other.card.promptVersion).not.toBe(shown.card.promptVersion);
    expect(tiny('retrieval').card.promptVersion).toBe('document-9.retrieval');
  });

  test('is what a history keeps of it; a fine-tuned version is kept as it always was', () => {
    expect(modelVersion(shown.card)).toMatchObject({ name: 'tiny.fewshot', extractor: 'fewshot' });
    expect(modelVersion(learnt.card)).toEqual({
      name: 'tiny',
      servedName: 'tiny',
      promptVersion: 'document-9',
      answerFormat: 'verbatim',
      reasons: true,
      contextTokens: 4096,
      maxOutputTokens: 1000,
      calibration: 'tiny-1',
    });
  });

  test('is missing where the card does not say how the base is asked', () => {
    expect(() => changed({ fewshot: undefined })).toThrow('does not say how it is asked with examples');
    expect(() => loadModel('nobody.fewshot')).toThrow('not on this machine');
  });
});

describe('committed examples', () => {
  test('are written as the model is to write: compact, all keys in order, no reasoning', () => {
    const [first] = tiny('fewshot').examples;
    expect(first?.answer).toMatch(/^\{"claimant_name":"Ida Quill","claimant_dob":null,/);
    expect(Object.keys(JSON.parse(first?.answer ?? '{}'))).toEqual([
      ...FIELD_KEYS,
      ...['exclusions', 'exclusion_scope', 'fault_disputed', 'adjuster_finding'],
    ]);
  });

  test('of another form are refused with the line that holds them', () => {
    expect(() => parseExamples('{"text": "a", "answer": {}}', 'verbatim')).toThrow('line 1');
    expect(() => parseExamples('\nno JSON', 'normalised')).toThrow('line 2');
  });
});

describe('extraction with examples', () => {
  const tenant = 'default';
  const TEXT = 'Claimant: Jo March\nPolicy number: HO-4471982\n';
  const chunk: Chunk = { id: 'c'.repeat(64), text: TEXT, tokens: 20, parts: [] };
  let server: StandInEngine;
  let objects: ObjectStore;
  let store: string;
  const lines: { examples?: number; msg: string }[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) });

  beforeEach(async () => {
    lines.length = 0;
    store = mkdtempSync(join(tmpdir(), 'extractors-'));
    objects = new LocalFolder(pathToFileURL(`${store}/`));
    await putJson(objects, objectKeys.chunk(tenant, chunk.id), chunk);
    server = await StandInEngine.start({ models: ['tiny', 'tiny-base'] });
  });
  afterEach(async () => {
    await server.close();
    rmSync(store, { recursive: true });
  });

  const extract = (extractor: Extractor, search: ExampleSource | null = null): Promise<ChunkOutcome[]> => {
    const model = tiny(extractor);
    const { extractChunks } = extractActivities({
      ...{ objects, sequences: 4, log },
      engine: openEngine({ url: server.url, apiKey: 'none', timeoutMs: 5_000 }),
      models: () => model,
      examples: exampleSource({ search }),
    });
    const place = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR', () => undefined) });
    const request = { tenant, model: modelVersion(model.card), chunks: [chunk.id], ask: 1 };
    return place.run<[typeof request], ChunkOutcome[], typeof extractChunks>(extractChunks, request);
  };
  const stored = (name: string): Promise<ChunkAnswer> =>
    getJson<ChunkAnswer>(objects, objectKeys.answer(tenant, chunk.id, name));

  test('the fine-tuned model is asked with its instruction and the document alone', async () => {
    await extract('finetuned');
    expect(server.requests[0]).toMatchObject({
      model: 'tiny',
      messages: [
        { role: 'system', content: 'Read the claim.' },
        { role: 'user', content: TEXT },
      ],
    });
  });

  test('few-shot shows the committed examples that fit as earlier turns, and stores which', async () => {
    const examples = tiny('fewshot').examples;
    expect(await extract('fewshot')).toMatchObject([{ status: 'answered' }]);
    const [request] = server.requests;
    expect(request?.model).toBe('tiny-base');
    // The second one is too long, and two are the most: the fourth is left out.
    expect(request?.messages.map(({ role }) => role)).toEqual([
      ...['system', 'user', 'assistant', 'user', 'assistant', 'user'],
    ]);
    expect(request?.messages.slice(1, 5).map(({ content }) => content)).toEqual([
      ...[examples[0]?.text, examples[0]?.answer, examples[2]?.text, examples[2]?.answer],
    ]);
    expect(request?.messages.at(-1)?.content).toBe(TEXT);
    expect(Object.keys(request?.response_format?.json_schema?.schema.properties ?? {})).toHaveLength(27);
    expect((await stored('tiny.fewshot')).examples).toEqual(['example-1', 'example-3']);
    expect(lines.find(({ msg }) => msg === 'chunk answered')).toMatchObject({ examples: 2 });
  });

  test('answers of different ways lie side by side and are never taken for one another', async () => {
    await extract('fewshot');
    await extract('retrieval', async () => []);
    expect(server.requests).toHaveLength(2);
    expect((await stored('tiny.fewshot')).examples).toHaveLength(2);
    expect((await stored('tiny.retrieval')).examples).toEqual([]);
  });

  test('retrieval shows what the search finds, and says once when it finds nothing', async () => {
    const found = tiny('fewshot').examples.slice(0, 1);
    await extract('retrieval', async () => found);
    expect(server.requests[0]?.messages).toHaveLength(4);
    expect(lines.filter(({ msg }) => msg.startsWith('no example'))).toHaveLength(0);
  });

  test('while the search is away the chunk waits, it is not asked about without examples', async () => {
    const away: ExampleSource = () => Promise.reject(failure('DatabaseUnavailable', 'away'));
    await expect(extract('retrieval', away)).rejects.toMatchObject({
      type: 'DatabaseUnavailable',
      nonRetryable: false,
    });
    await expect(extract('retrieval')).rejects.toMatchObject({ type: 'DatabaseUnavailable' });
    expect(server.requests).toHaveLength(0);
  });

  test('an empty index is logged and the model is asked without examples', async () => {
    await extract('retrieval', async () => []);
    expect(server.requests[0]?.messages).toHaveLength(2);
    expect(lines.filter(({ msg }) => msg.startsWith('no example'))).toHaveLength(1);
  });
});
