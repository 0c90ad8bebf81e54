/** What the training commands of `npm run models` do with their options. */
import { relative } from 'node:path';
import Table from 'cli-table3';
import { modelSettings } from '../../shared/config.ts';
import { PLAIN } from '../claims/render.ts';
import { cachePath, rootPath } from '../stack/paths.ts';
import { createProgress } from '../stack/progress.ts';
import { points, probability, withInterval } from './figures.ts';
import { type IterationResult, runIterations } from './iterations.ts';
import { readRecipe, train } from './train.ts';

const recipePath = (name: string): string =>
  relative(process.cwd(), rootPath('scripts', 'trainer', 'recipes', name));

export const DEFAULT_RECIPE = recipePath('embedded-1.json');
export const DEFAULT_ITERATIONS = recipePath('iterations.json');
export const DEFAULT_ITERATIONS_FOLDER = relative(process.cwd(), cachePath('training', 'iterations'));

export interface TrainCommand {
  recipe: string;
  work?: string;
  models?: string;
  json?: true;
}

export interface IterationsCommand {
  recipe: string;
  base: string;
  work: string;
  json?: true;
}

export async function trainCommand(options: TrainCommand): Promise<{ json: unknown; text: string }> {
  const { name } = readRecipe(options.recipe);
  const trained = await train(
    {
      recipe: options.recipe,
      work: options.work ?? cachePath('training', name),
      models: options.models ?? modelSettings().folder,
    },
    createProgress(),
  );
  return { json: trained, text: `The model version lies in ${trained.model}` };
}

export async function iterationsCommand(
  options: IterationsCommand,
): Promise<{ json: unknown; text: string }> {
  const results = await runIterations(options, createProgress());
  return {
    json: results.map(({ report: { claims: _rows, ...report }, ...result }) => ({ ...result, report })),
    text: table(results),
  };
}

function table(results: readonly IterationResult[]): string {
  const rows = new Table({
    ...PLAIN,
    head: ['iteration', 'documents', 'field accuracy', 'over stated values', 'gain in points', 'p'],
  });
  for (const { name, adds, documents, report, gain } of results)
    rows.push([
      adds === '' ? name : `+ ${adds}`,
      documents,
      withInterval(report.fieldAccuracy, report.fieldAccuracyInterval),
      withInterval(report.nonNullFieldAccuracy, report.nonNullFieldAccuracyInterval),
      gain ? points(gain) : '',
      gain ? probability(gain.p) : '',
    ]);
  return `${rows.toString()}\njudged on the same ${results[0]?.report.n ?? 0} unseen claims each`;
}
