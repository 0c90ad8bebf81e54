import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { ExamplesOptions } from './data/examples.ts';
import { makeGeneric } from './data/generic.ts';
import { layoutsOf, SPLITS, type Split } from './data/layouts/index.ts';
import { MEDIA, type Media } from './data/media.ts';
import { TARGETS, type TargetName } from './data/targets.ts';
import { writeClaims, writeLines } from './data/write.ts';
import { exitWith } from './stack/exit.ts';
import { createProgress } from './stack/progress.ts';

const number = (low: number, high: number) => (text: string) => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new InvalidArgumentError(`must be a whole number from ${low} to ${high}`);
};
const share = (text: string): number => {
  const value = Number(text);
  if (value >= 0 && value <= 0.2) return value;
  throw new InvalidArgumentError('must be a share from 0 to 0.2');
};

const targets = (text: string, before: TargetName[]): TargetName[] => {
  const named = text.split(',').map((one) => TARGETS.find((name) => name === one.trim()));
  if (named.includes(undefined)) throw new InvalidArgumentError(`must be of ${TARGETS.join(', ')}`);
  return [...before, ...named.filter((one) => one !== undefined)];
};

interface Options {
  out: string;
  count: number;
  seed: number;
  layouts: Split;
  media: Media;
  noise: number;
  longest: number;
  targeted: TargetName[];
  json?: true;
}

const program = new Command('npm run data --').description('Makes claims data for training and evaluation');

const common = (command: Command): Command =>
  command
    .requiredOption('--out <folder>', 'where to write')
    .option('--count <n>', 'how many', number(1, 10_000_000), 100)
    .option('--seed <n>', 'the same seed gives the same bytes', number(0, 1_000_000), 1)
    .option('--json', 'print what was made as JSON on standard output');

common(program.command('generate'))
  .description('claim packets with their labels: claims.jsonl, and documents for other media than text')
  .addOption(
    new Option(
      '--layouts <split>',
      'which layouts: all are train and held-out; reserved ones are for one last measurement',
    )
      .choices([...SPLITS])
      .default('train'),
  )
  .addOption(new Option('--media <media>', 'what the documents are').choices([...MEDIA]).default('text'))
  .option(
    '--targeted <kinds>',
    `only such cases, in turn: ${TARGETS.join(', ')} (repeat it, or part them by commas)`,
    targets,
    [],
  )
  .option('--noise <share>', 'share of characters misread outside of values (text only)', share, 0)
  .action(async (options: Options) => {
    await mkdir(options.out, { recursive: true });
    const made = await writeClaims({ ...options, folder: options.out, layouts: layoutsOf(options.layouts) });
    report(options, { claims: options.count, file: join(options.out, 'claims.jsonl'), ...made });
  });

common(program.command('generic'))
  .description(
    'documents of claims and of other trades, asked for under other schemas than the claim, some with solved examples: generic.jsonl',
  )
  .option('--longest <characters>', 'of the texts of one example', number(1_500, 100_000), 3_500)
  .action(async (options: Options) => {
    await mkdir(options.out, { recursive: true });
    const file = join(options.out, 'generic.jsonl');
    await writeLines(file, options.count, (index) => makeGeneric(options.seed, index, options.longest));
    report(options, { examples: options.count, file });
  });

program
  .command('examples')
  .description(
    'labelled claims as training examples: read and cut into chunks as for the model, each chunk with its answer: examples.jsonl',
  )
  .requiredOption('--dataset <file>', 'labelled claims as "generate" writes them, JSON Lines')
  .requiredOption('--model <name>', 'the model version for which texts are cut, a folder of models/')
  .requiredOption('--out <folder>', 'where to write')
  .option('--concurrency <n>', 'claims read at once; default: one for each processor', number(1, 64))
  .option('--json', 'print the summary as JSON on standard output')
  .action(async (options: Omit<ExamplesOptions, 'model'> & { model: string; json?: true }) => {
    try {
      // What reads documents is loaded only where documents are read.
      const { describeExamples, writeExamples } = await import('./data/examples.ts');
      const { loadModel } = await import('../shared/model.ts');
      const summary = await writeExamples({ ...options, model: loadModel(options.model) }, createProgress());
      process.stdout.write(`${options.json ? JSON.stringify(summary) : describeExamples(summary)}\n`);
    } catch (error) {
      exitWith(error);
    }
  });

program
  .command('import')
  .description(
    'hand in labelled claims from before this system; data sets are made of them as of verified claims',
  )
  .argument('<file>', 'JSON Lines: {"id", "documents": [path…] or "text", "expected": {the 23 fields}}')
  .option('--tenant <tenant>', 'whose claims', 'default')
  .option('--json', 'print what was done as JSON on standard output')
  .action(async (...given: unknown[]) => {
    const { importCommand } = await import('./data/import.ts');
    const { runCommand } = await import('./claims/outcome.ts');
    await runCommand(importCommand)(...given);
  });

function report(options: Options, made: Record<string, unknown>): void {
  const lines = Object.entries(made).filter(([, value]) => typeof value !== 'object');
  process.stdout.write(
    options.json
      ? `${JSON.stringify(made)}\n`
      : `${lines.map(([key, value]) => `${key}: ${value}`).join('\n')}\n`,
  );
}

await program.parseAsync();
