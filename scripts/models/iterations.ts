/** The iterations of an adapter on one base: each adds one thing to the one before and is judged on the same claims. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { type EvaluationFile, EvaluationFileSchema } from '../../shared/evaluation/report-schema.ts';
import { sideBySide } from '../../shared/evaluation/side-by-side.ts';
import type { PairedDifference } from '../../shared/evaluation/statistics.ts';
import { loadModel } from '../../shared/model.ts';
import { layoutsOf } from '../data/layouts/index.ts';
import { writeClaims } from '../data/write.ts';
import { run } from '../stack/exec.ts';
import { rootPath } from '../stack/paths.ts';
import type { Progress } from '../stack/progress.ts';
import { ClaimsSchema, claimExamples, once, readJson, readRecipe } from './train.ts';
import { runTrainer } from './trainer.ts';

const name = z.string().regex(/^[a-z0-9-]{1,30}$/, 'must be 1 to 30 of a-z, 0-9 and dash');
const IterationsSchema = z.strictObject({
  /** Recipe of the model whose base is used, beside this file. */
  of: z.string(),
  evaluation: z.array(
    z.strictObject({
      count: z.number().int().positive(),
      seed: z.number().int().nonnegative(),
      layouts: z.enum(['train', 'held-out']),
    }),
  ),
  /** What the trainer keeps the best epoch by. */
  claimsEvaluation: z.array(ClaimsSchema).min(1),
  iterations: z
    .array(
      z.strictObject({
        name,
        /** What this one adds to the one before. */
        adds: z.string().default(''),
        claims: z.array(ClaimsSchema).min(1),
        lora: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1),
});

export interface IterationResult {
  name: string;
  adds: string;
  documents: number;
  report: EvaluationFile;
  /** Against the iteration before, on the same claims. */
  gain: PairedDifference | null;
}

/**
 * Trains and judges every iteration in the folder `work`, on the base that `base` holds; what is done
 * stays done. Throws `StackError`.
 */
export async function runIterations(
  options: { recipe: string; base: string; work: string },
  progress: Progress,
): Promise<IterationResult[]> {
  const plan = readJson(options.recipe, IterationsSchema);
  const recipe = readRecipe(join(dirname(options.recipe), plan.of));
  const at = (...parts: string[]): string => join(options.work, ...parts);
  const dataset = await evaluationSet(at('evaluation'), plan.evaluation, progress);
  const cutting = loadModel(recipe.name);
  const judged = await claimExamples(at('claims-evaluation'), plan.claimsEvaluation, cutting, progress);

  const results: IterationResult[] = [];
  for (const { name, adds, claims, lora } of plan.iterations) {
    const own = join(options.work, name);
    const learnt = await claimExamples(at('claims'), claims, cutting, progress);
    await mkdir(own, { recursive: true });
    const recipeFile = join(own, 'recipe.json');
    const candidate = `${recipe.name}-${name}`;
    await writeFile(recipeFile, JSON.stringify({ ...recipe, name: candidate, lora }));
    const trainer = (args: string[]) => (note: (text: string) => void) =>
      runTrainer([...args, '--recipe', recipeFile], { title: name, logFile: at('trainer.log'), note });
    await once(
      join(own, 'lora', 'result.json'),
      `Iteration ${name}: adapter`,
      progress,
      trainer([
        ...['lora', '--train', ...learnt, '--evaluation', ...judged],
        ...['--base', resolve(options.base), '--out', join(own, 'lora')],
      ]),
    );
    const model = at('models', candidate);
    await once(
      join(model, 'adapter'),
      `Iteration ${name}: model version`,
      progress,
      trainer([
        'export',
        '--base',
        resolve(options.base),
        '--adapter',
        join(own, 'lora', 'adapter'),
        '--out',
        model,
      ]),
    );
    const reportFile = join(own, 'report.json');
    await once(reportFile, `Iteration ${name}: evaluation`, progress, (note) =>
      evaluateApart({
        dataset,
        candidate,
        models: at('models'),
        out: reportFile,
        note,
        logFile: at('evaluation.log'),
      }),
    );
    const report = readJson(reportFile, EvaluationFileSchema);
    const before = results.at(-1);
    results.push({
      name,
      adds,
      documents: claims.reduce((sum, lot) => sum + lot.count, 0),
      report,
      gain: before ? (sideBySide([report, before.report]).differences[0]?.fieldAccuracy ?? null) : null,
    });
  }
  return results;
}

/** In a process of its own: a model version is looked for in the models folder of its process. */
const evaluateApart = (job: {
  dataset: string;
  candidate: string;
  models: string;
  out: string;
  logFile: string;
  note: (text: string) => void;
}): Promise<unknown> =>
  run(
    process.execPath,
    [
      rootPath('scripts', 'models.ts'),
      'evaluate',
      '--dataset',
      job.dataset,
      '--model',
      job.candidate,
      '--out',
      job.out,
    ],
    {
      what: `evaluating ${job.candidate}`,
      logFile: job.logFile,
      env: { MODELS_FOLDER: resolve(job.models) },
      onLine: job.note,
    },
  );

async function evaluationSet(
  folder: string,
  lots: z.infer<typeof IterationsSchema>['evaluation'],
  progress: Progress,
): Promise<string> {
  const file = join(folder, 'claims.jsonl');
  await once(file, 'Claims to judge by', progress, async () => {
    const lines: string[] = [];
    for (const { layouts, ...lot } of lots) {
      const own = join(folder, layouts);
      await mkdir(own, { recursive: true });
      await writeClaims({ ...lot, folder: own, layouts: layoutsOf(layouts), media: 'text', noise: 0 });
      lines.push(await readFile(join(own, 'claims.jsonl'), 'utf8'));
    }
    await writeFile(file, lines.join(''));
  });
  return file;
}
