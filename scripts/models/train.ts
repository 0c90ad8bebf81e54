/** The recipe of an embedded model, carried out: data, tokenizer, base, claims, adapter, model version. What is done stays done. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { modelSettings } from '../../shared/config.ts';
import { type Model, readModel } from '../../shared/model.ts';
import { writeExamples } from '../data/examples.ts';
import { makeGeneric } from '../data/generic.ts';
import type { Layout } from '../data/layout.ts';
import { layoutsOf } from '../data/layouts/index.ts';
import { MEDIA } from '../data/media.ts';
import { TARGETS } from '../data/targets.ts';
import { writeClaims, writeLines } from '../data/write.ts';
import { StackError } from '../stack/exec.ts';
import type { Progress } from '../stack/progress.ts';
import { ensurePython } from '../stack/python.ts';
import { runTrainer } from './trainer.ts';

const count = z.number().int().positive();
const seed = z.number().int().nonnegative();
const GenericSchema = z.strictObject({ count, seed, longest: count });

/** Claims of training layouts that are drawn together. */
export const ClaimsSchema = z.strictObject({
  count,
  seed,
  media: z.enum(MEDIA).default('text'),
  noise: z.number().min(0).max(0.2).default(0),
  targeted: z.array(z.enum(TARGETS)).default([]),
  /** Families of layouts to draw from; all where none is named. */
  families: z.array(z.string()).default([]),
});
export type Claims = z.infer<typeof ClaimsSchema>;

/** One pass of the adapter: the claims that it learns from, and what it sets differently from the recipe's `lora`. */
const PassSchema = z.strictObject({
  lots: z.array(ClaimsSchema).min(1),
  lora: z.record(z.string(), z.unknown()).default({}),
});

/** What of a recipe concerns the data; the trainer checks the rest. */
const RecipeSchema = z.looseObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'must be a model name'),
  data: z.strictObject({
    base: GenericSchema,
    baseEvaluation: GenericSchema,
    /** The passes of the adapter: each goes on from the one before, over claims of its own. */
    claims: z.array(PassSchema).min(1),
    claimsEvaluation: z.array(ClaimsSchema).min(1),
  }),
});
export type Recipe = z.infer<typeof RecipeSchema>;

export interface TrainOptions {
  recipe: string;
  /** Folder of everything in between; a call that was interrupted goes on from it. */
  work: string;
  /** Folder of model versions. */
  models: string;
}

/** Makes the model version `<models>/<name>`. Throws `StackError` with what went wrong and where its log is. */
export async function train(options: TrainOptions, progress: Progress): Promise<{ model: string }> {
  const recipe = readRecipe(options.recipe);
  const at = (...parts: string[]): string => join(options.work, ...parts);
  const model = join(options.models, recipe.name);
  const trainer = (title: string, done: string, args: string[]): Promise<void> =>
    once(done, title, progress, (note) =>
      runTrainer([...args, '--recipe', resolve(options.recipe)], { title, logFile: at('trainer.log'), note }),
    );
  await ensurePython(progress);
  await mkdir(options.work, { recursive: true });

  await generic(at('base.jsonl'), recipe.data.base, progress);
  await generic(at('base-evaluation.jsonl'), recipe.data.baseEvaluation, progress);
  await trainer('Tokenizer', at('tokenizer', 'tokenizer.json'), [
    ...['tokenizer', '--train', at('base.jsonl'), '--out', at('tokenizer')],
  ]);
  await trainer('Base model', at('base', 'model', 'model.safetensors'), [
    ...['base', '--train', at('base.jsonl'), '--evaluation', at('base-evaluation.jsonl')],
    ...['--tokenizer', at('tokenizer'), '--out', at('base')],
  ]);
  // Chunks are cut by the model's own tokenizer and limits: the examples need its card before it has weights.
  await trainer('Card', at('card', 'model.json'), ['export', '--base', at('tokenizer'), '--out', at('card')]);
  const cutting = readModel({ folder: at('card'), extractor: 'finetuned', settings: modelSettings() });
  const judged = await claimExamples(
    at('claims-evaluation'),
    recipe.data.claimsEvaluation,
    cutting,
    progress,
  );
  let adapter = '';
  for (const [index, pass] of recipe.data.claims.entries()) {
    const learnt = await claimExamples(at('claims'), pass.lots, cutting, progress);
    const out = at(index === 0 ? 'lora' : `lora-${index + 1}`);
    await trainer(
      `LoRA adapter, pass ${index + 1} of ${recipe.data.claims.length}`,
      join(out, 'result.json'),
      [
        ...['lora', '--train', ...learnt, '--evaluation', ...judged],
        ...['--base', at('base', 'model'), '--out', out, '--lora', JSON.stringify(pass.lora)],
        ...(adapter ? ['--start', adapter] : []),
      ],
    );
    adapter = join(out, 'adapter');
  }
  await trainer('Model version', at('exported'), [
    ...['export', '--base', at('base', 'model'), '--adapter', adapter, '--out', model],
  ]);
  return { model };
}

export const readRecipe = (file: string): Recipe => readJson(file, RecipeSchema);

/** A JSON file of this form. Throws `StackError` that names the file and the entry. */
export function readJson<T>(file: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StackError(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StackError(`${file}: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** Runs a step whose sign of being done is a file; a step that leaves none of its own gets one with its result. */
export async function once(
  done: string,
  title: string,
  progress: Progress,
  work: (note: (text: string) => void) => Promise<unknown>,
): Promise<void> {
  if (existsSync(done)) return;
  const result = await progress.step(title, work);
  if (!existsSync(done)) await writeFile(done, `${JSON.stringify(result)}\n`);
}

const generic = (
  file: string,
  { count, seed, longest }: z.infer<typeof GenericSchema>,
  progress: Progress,
): Promise<void> =>
  once(file, `Documents of other schemas: ${count}`, progress, async () => {
    await writeLines(`${file}.part`, count, (index) => makeGeneric(seed, index, longest));
    await rename(`${file}.part`, file);
  });

/** Draws each lot of claims and turns it into examples as the model sees them; resolves with their files. */
export async function claimExamples(
  folder: string,
  lots: readonly Claims[],
  model: Model,
  progress: Progress,
): Promise<string[]> {
  const files: string[] = [];
  for (const lot of lots) {
    const own = join(folder, lotName(lot));
    const file = join(own, 'examples.jsonl');
    files.push(file);
    await once(file, `Claims: ${lot.count}`, progress, async () => {
      await mkdir(own, { recursive: true });
      await writeClaims({ ...lot, folder: own, layouts: trainingLayouts(lot) });
      return writeExamples({ dataset: join(own, 'claims.jsonl'), model, out: own }, progress);
    });
  }
  return files;
}

/** The training layouts that a lot draws from. Throws `StackError` for a family that has none. */
function trainingLayouts({ families }: Claims): Layout[] {
  const all = layoutsOf('train');
  const unknown = families.find((family) => !all.some((layout) => layout.family === family));
  if (unknown !== undefined) throw new StackError(`${unknown}: no training layout is of this family`);
  return families.length === 0 ? all : all.filter(({ family }) => families.includes(family));
}

/** Lots of the same settings are the same claims. */
const lotName = ({ count, seed, media, noise, targeted, families }: Claims): string =>
  [seed, count, media, ...(noise > 0 ? [`noise-${noise}`] : []), ...targeted, ...families].join('-');
