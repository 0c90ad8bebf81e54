import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { layoutsOf } from '../../scripts/data/layouts/index.ts';
import { writeClaims } from '../../scripts/data/write.ts';
import { rootPath } from '../../scripts/stack/paths.ts';
import type { EvaluationReport } from '../../shared/evaluation/report-schema.ts';
import { ModelCardSchema } from '../../shared/model-card.ts';

const folder = mkdtempSync(join(tmpdir(), 'claim-reader-miniature-'));
const models = join(folder, 'models');
const work = join(folder, 'work');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `npm run models -- …` with models of its own and no model server but the one it starts. */
async function command(...args: string[]): Promise<unknown> {
  const { VLLM_URL: _url, OPENAI_BASE_URL: _base, ...environment } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [rootPath('scripts', 'models.ts'), ...args, '--json'],
    { env: { ...environment, MODELS_FOLDER: models }, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout);
}

const recipe = ['--recipe', rootPath('test', 'support', 'recipes', 'miniature.json'), '--work', work];
const progressOf = (step: string): Record<string, number>[] =>
  readFileSync(join(work, step, 'progress.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('a recipe is carried out from data to a model version, once', { timeout: 170_000 }, async () => {
  expect(await command('train', ...recipe)).toEqual({ model: join(models, 'miniature') });

  const losses = progressOf('base').flatMap(({ loss }) => loss ?? []);
  expect(losses.length).toBeGreaterThan(2);
  expect(losses.at(-1)).toBeLessThan(0.95 * (losses[0] ?? 0));
  const epochs = progressOf('lora').flatMap(({ evaluation_loss: loss }) => loss ?? []);
  expect(epochs).toHaveLength(2);
  expect(epochs[1]).toBeLessThan(epochs[0] ?? 0);

  const card = ModelCardSchema.parse(
    JSON.parse(readFileSync(join(models, 'miniature', 'model.json'), 'utf8')),
  );
  expect(Object.keys(card.sha256)).toEqual([
    'base/model.safetensors',
    'base/tokenizer.json',
    'adapter/adapter_model.safetensors',
  ]);
  const startedAt = performance.now();
  await command('train', ...recipe);
  expect(performance.now() - startedAt).toBeLessThan(20_000);
});

test('the model version is merged, served and judged', { timeout: 170_000 }, async () => {
  const dataset = join(folder, 'claims');
  await mkdir(dataset);
  await writeClaims({
    ...{ folder: dataset, count: 6, seed: 5, media: 'text', noise: 0 },
    layouts: layoutsOf('held-out'),
  });
  const args = ['--dataset', join(dataset, 'claims.jsonl'), '--model', 'miniature', '--ask-once'];
  const report = (await command('evaluate', ...args)) as EvaluationReport;
  expect(report.n).toBe(6);
  expect(report.fields).toBe(6 * 23);
  expect(report.answersAsked).toBeGreaterThanOrEqual(6);
  // A model of a minute's training knows nothing; that it is judged so is what is tested. Code finds more than half alone.
  expect(report.nonNullFieldAccuracy).toBeLessThan(0.8);
});
