import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerJsonSchema, chunkAnswer, readAnswer } from '../../activities/answer.ts';
import { type EngineRequest, openEngine } from '../../activities/engine.ts';
import { exampleSource } from '../../activities/examples.ts';
import { StandInEngine } from '../../scripts/bench/stand-in-engine.ts';
import { createProgress } from '../../scripts/stack/progress.ts';
import { ensureServedModel } from '../../scripts/stack/vllm.ts';
import { vllmArguments } from '../../scripts/stack/vllm-flags.ts';
import type { Extractor } from '../../shared/answers.ts';
import { FIELD_KEYS, fieldSpec } from '../../shared/claim-fields.ts';
import { engineAddress, loadConfig, modelSettings } from '../../shared/config.ts';
import { usageCostUsd } from '../../shared/domain/cost.ts';
import { type PromptMessage, promptMessages } from '../../shared/extractors/prompt.ts';
import { loadModel, type Model, modelVersion, readModel } from '../../shared/model.ts';
import { ModelCardSchema } from '../../shared/model-card.ts';
import { sha256 } from '../../shared/packet.ts';

const models = fileURLToPath(new URL('../../models/', import.meta.url));
const tokenizer = join(models, 'embedded-1/base');
const REMOTE = {
  REMOTE_MODEL_URL: 'https://models.example.com/v1/',
  REMOTE_MODEL_API_KEY: 'a-key',
  REMOTE_MODEL_NAME: 'vendor/Large-1',
  REMOTE_MODEL_USD_PER_MILLION_INPUT: '2.5',
  REMOTE_MODEL_USD_PER_MILLION_OUTPUT: '10',
};

const read = (name: string, extractor: Extractor = 'finetuned', environment = {}): Model =>
  readModel({ folder: join(models, name), extractor, settings: modelSettings(environment) });
const remote = (extractor: Extractor = 'finetuned', settings = {}): Model =>
  read('remote', extractor, { ...REMOTE, ...settings });

const examplesOf = (model: Model) =>
  exampleSource({ search: null })({ tenant: 'a', model, chunk: { id: 'c', text: '', tokens: 0, parts: [] } });

describe.each(['llama-3.1-8b', 'remote'])('the folder of %s', (name) => {
  const model = read(name, 'fewshot', REMOTE);

  test('holds the files that its card names', () => {
    for (const [file, hash] of Object.entries(model.card.sha256))
      expect(sha256(readFileSync(join(model.folder, file))), file).toBe(hash);
  });

  test('has an instruction that names every key, every choice, and what to do with what is not stated', () => {
    for (const key of FIELD_KEYS) {
      expect(model.instruction).toContain(key);
      for (const value of fieldSpec(key).values ?? []) expect(model.instruction).toContain(value);
    }
    for (const fact of ['exclusions', 'exclusion_scope', 'fault_disputed', 'adjuster_finding'])
      expect(model.instruction).toContain(fact);
    expect(model.instruction).toMatch(/null[.;].*never guess/is);
  });

  test('has committed examples, of which more than one fits', async () => {
    expect((await examplesOf(model)).length).toBeGreaterThan(1);
  });
});

describe('Llama 3.1 8B', () => {
  /** The form that Meta publishes for its chat format; the server renders the tokenizer's own template. */
  const rendered = (messages: PromptMessage[]): string =>
    [
      '<|begin_of_text|>',
      '<|start_header_id|>system<|end_header_id|>\n\nCutting Knowledge Date: December 2023\nToday Date: 26 Jul 2024\n\n',
      ...messages.map(({ role, content }) =>
        role === 'system'
          ? `${content}<|eot_id|>`
          : `<|start_header_id|>${role}<|end_header_id|>\n\n${content}<|eot_id|>`,
      ),
      '<|start_header_id|>assistant<|end_header_id|>\n\n',
    ].join('');
  /** A control token is one token, whatever the estimate makes of its letters. */
  const tokensOf = (prompt: string, model: Model): number => {
    const parts = prompt.split(/<\|[a-z_]+\|>/);
    return parts.length - 1 + parts.reduce((sum, part) => sum + model.countTokens(part), 0);
  };
  const document = 'The insured vehicle was struck at 7:15 AM; estimate $3,418.20.\n';

  test.each(['finetuned', 'fewshot'] as const)(
    '%s: a full chunk and its answer fit the context',
    async (extractor) => {
      const model = read('llama-3.1-8b', extractor);
      let text = '';
      while (model.countTokens(text + document) <= model.chunkTokens) text += document;
      const examples = await examplesOf(model);
      const prompt = rendered(promptMessages({ instruction: model.instruction, examples, text }));
      const { contextTokens, maxOutputTokens } = model.card;
      expect(tokensOf(prompt, model) + maxOutputTokens).toBeLessThanOrEqual(contextTokens);
      expect(model.chunkTokens).toBeGreaterThan(1_000);
    },
  );

  test('is decoded as the mission did', () => {
    const { card } = read('llama-3.1-8b');
    expect(card).toMatchObject({ contextTokens: 4096, maxOutputTokens: 1024 });
    expect(card.sampling).toEqual({ temperature: 0.1, topP: 0.95, frequencyPenalty: 0, loopPenalty: 0 });
    expect(card.serving).toMatchObject({ loraRank: 32, dtype: 'bfloat16' });
  });

  test('is served from the folder of the setting, merged; with an adapter beside it, through LoRA', () => {
    const merged = read('llama-3.1-8b', 'finetuned', { MODEL_WEIGHTS: tokenizer });
    const flags = vllmArguments(merged, { device: 'gpu', sequences: 8 }).join(' ');
    expect(flags).toContain('--served-model-name llama-3.1-8b --max-model-len 4096 --max-num-seqs 8');
    expect(flags).not.toContain('lora');
    // Its tokenizer brings the template.
    expect(flags).not.toContain('--chat-template ');

    const adapted = read('llama-3.1-8b', 'finetuned', {
      MODEL_WEIGHTS: tokenizer,
      MODEL_ADAPTER: '/adapter',
    });
    expect(vllmArguments(adapted, { device: 'gpu', sequences: 8 }).join(' ')).toContain(
      '--served-model-name llama-3.1-8b-base --enable-lora --max-lora-rank 32 --lora-modules llama-3.1-8b=/adapter',
    );
  });

  test('with examples is the base alone, whatever adapter is set', () => {
    const settings = { MODEL_WEIGHTS: tokenizer, MODEL_ADAPTER: '/adapter' };
    const base = read('llama-3.1-8b', 'fewshot', settings);
    expect(base.weights).toEqual({ base: tokenizer, adapter: null });
    expect(vllmArguments(base, { device: 'gpu', sequences: 8 }).join(' ')).toMatch(
      /^--served-model-name llama-3.1-8b-base --max-model-len/,
    );
  });

  test('counts with the tokenizer of its weights, and estimates where they are on another machine', () => {
    const here = read('llama-3.1-8b', 'finetuned', { MODEL_WEIGHTS: tokenizer });
    expect(here.countTokens(document)).toBe(loadModel('embedded-1').countTokens(document));
    const elsewhere = read('llama-3.1-8b');
    expect(elsewhere.weights).toBeNull();
    expect(elsewhere.tokenizerSha256).not.toBe(here.tokenizerSha256);
    expect(elsewhere.neutralise('a <|eot_id|> b')).toBe('a \u2039|eot_id|> b');
  });

  test('without weights and without a server it is one line that names the setting', async () => {
    const work = ensureServedModel(read('llama-3.1-8b'), createProgress());
    await expect(work).rejects.toThrow('setting MODEL_WEIGHTS: the model llama-3.1-8b needs it');
  });
});

test('a grammar leaves no value and no list without an end where the card limits values', () => {
  const endless: unknown[] = [];
  JSON.stringify(answerJsonSchema(loadModel('embedded-1').card), (_key, part) => {
    if (part?.type === 'string' && !part.enum && !part.maxLength) endless.push(part);
    if (part?.type === 'array' && !part.maxItems) endless.push(part);
    return part;
  });
  expect(endless).toEqual([]);
});

test('a processor and a GPU are told the same about the model, and other things about themselves', () => {
  const model = loadModel('embedded-1');
  const [cpu, gpu] = (['cpu', 'gpu'] as const).map((device) =>
    vllmArguments(model, { device, sequences: 16 }),
  );
  const common = cpu?.slice(0, cpu.indexOf('--enforce-eager'));
  expect(gpu?.slice(0, common?.length)).toEqual(common);
  expect(common?.join(' ')).toContain('--logits-processors loop_penalty:LoopPenaltyLogitsProcessor');
  expect(cpu).toContain('--enforce-eager');
  expect(gpu).toContain('--gpu-memory-utilization');
});

describe('a hosted model', () => {
  let server: StandInEngine;
  beforeEach(async () => {
    server = await StandInEngine.start({ models: ['vendor/Large-1'] });
  });
  afterEach(() => server.close());

  const address = (model: Model, settings = {}) =>
    engineAddress(loadConfig({ ...REMOTE, REMOTE_MODEL_URL: server.url, ...settings }), model.card);
  const complete = (model: Model, options: { hosted?: EngineRequest['dialect']; settings?: object } = {}) => {
    const { card, instruction } = model;
    return openEngine({ ...address(model, options.settings), timeoutMs: 5_000 }).complete(
      {
        servedName: card.servedName,
        messages: promptMessages({ instruction, examples: [], text: 'Claimant: Jo March\n' }),
        schema: answerJsonSchema(card),
        maxTokens: 50,
        temperature: 0,
        topP: 1,
        stop: [],
        ...(options.hosted ? { dialect: options.hosted } : {}),
      },
      { signal: AbortSignal.timeout(5_000) },
    );
  };

  test.each(Object.keys(REMOTE))('without the setting %s is one line that names it', (name) => {
    const environment = { ...REMOTE, [name]: '' };
    expect(() => engineAddress(loadConfig(environment), read('remote', 'fewshot', environment).card)).toThrow(
      new RegExp(`^setting ${name}: the model remote(?:.fewshot)? needs it$`),
    );
  });

  test('has the name and the prices of the settings, and answers that no other one gets', () => {
    const { card } = remote('fewshot');
    expect(card).toMatchObject({ name: 'remote.fewshot', servedName: 'vendor/Large-1' });
    expect(card.promptVersion).toMatch(/^remote-1@vendor\/Large-1\.fewshot\./);
    expect(remote('fewshot', { REMOTE_MODEL_NAME: 'other' }).card.promptVersion).not.toBe(card.promptVersion);
    const usage = { promptTokens: 2_000_000, completionTokens: 100_000, engineMs: 9_000 };
    const engine = { usdPerHour: 1, sequences: 1 };
    expect(usageCostUsd(usage, { prices: card.prices, engine })).toBeCloseTo(6);
    expect(usageCostUsd(usage, { prices: undefined, engine })).toBeCloseTo(0.0025);
  });

  test('is asked with a schema that has no limits of length, in the words that it knows', async () => {
    const model = remote();
    expect(JSON.stringify(answerJsonSchema(model.card))).not.toMatch(/maxLength|maxItems/);
    await complete(model);
    await complete(model, {
      hosted: { answers: 'json_object', logprobs: false, limit: 'max_completion_tokens' },
    });
    await complete(model, { hosted: { answers: 'text', logprobs: false, limit: 'max_tokens' } });
    expect(server.requests[0]).toMatchObject({ logprobs: true, max_tokens: 50, model: 'vendor/Large-1' });
    expect(server.requests[0]?.messages[0]).toMatchObject({ role: 'system' });
    expect(server.requests[1]).toMatchObject({
      max_completion_tokens: 50,
      logprobs: false,
      response_format: { type: 'json_object' },
    });
    expect(server.requests[2]?.response_format).toBeUndefined();
  });

  test('that gives no log-probabilities leaves every value without certainty, so a person looks', async () => {
    const model = remote();
    const reply = await complete(model, {
      hosted: { answers: 'json_schema', logprobs: false, limit: 'max_tokens' },
    });
    const answer = readAnswer(reply, model.card);
    if (typeof answer === 'string') throw new Error(answer);
    const { values, scores } = chunkAnswer('c', modelVersion(model.card), model.card, answer, reply);
    expect(values.claimant_name).toBe('Jo March');
    expect(scores.claimant_name).toMatchObject({ tokens: 0 });
  });

  test.each([401, 402, 403])(
    'that answers %i about its key or account makes the claim wait',
    async (status) => {
      server.behaviour = () => ({ status });
      await expect(complete(remote())).rejects.toMatchObject({
        type: 'EngineUnavailable',
        nonRetryable: false,
      });
    },
  );

  test('is ready when it answers, listed or not', async () => {
    const signal = AbortSignal.timeout(5_000);
    const engine = openEngine({ ...address(remote()), timeoutMs: 5_000 });
    expect(await engine.serves('never-listed', { signal })).toBe(true);
    const nowhere = openEngine({
      ...address(remote(), { REMOTE_MODEL_URL: 'http://127.0.0.1:9/v1' }),
      timeoutMs: 500,
    });
    expect(await nowhere.serves('never-listed', { signal })).toBe(false);
  });

  test('is asked for no loop penalty: its card may name none', () => {
    const { extractor: _, ...card } = remote().card;
    const sampling = { ...card.sampling, loopPenalty: 0.5 };
    expect(() => ModelCardSchema.parse({ ...card, sampling })).toThrow(
      'a hosted model knows no loop penalty',
    );
    expect(ModelCardSchema.parse(card).sampling.loopPenalty).toBe(0);
  });

  test('is not served here', async () => {
    await expect(ensureServedModel(remote(), createProgress())).rejects.toThrow('is hosted');
    expect(vllmArguments(remote(), { device: 'cpu', sequences: 1 })).toEqual([]);
  });
});
