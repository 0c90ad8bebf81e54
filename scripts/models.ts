import { userInfo } from 'node:os';
import { ApplicationFailure } from '@temporalio/common';
import { Command, InvalidArgumentError, Option } from 'commander';
import { runCommand } from './claims/outcome.ts';
import {
  type CalibrateCommand,
  type CompareCommand,
  calibrateCommand,
  compareCommand,
  type EvaluateCommand,
  evaluateCommand,
} from './models/commands.ts';
import { EVALUATED } from './models/evaluate.ts';
import {
  listModelsCommand,
  type ModelCommand,
  rollbackCommand,
  showModelCommand,
  startCommand,
  wordCommand,
} from './models/registry-commands.ts';
import {
  DEFAULT_ITERATIONS,
  DEFAULT_ITERATIONS_FOLDER,
  DEFAULT_RECIPE,
  type IterationsCommand,
  iterationsCommand,
  type TrainCommand,
  trainCommand,
} from './models/training-commands.ts';
import { StackError } from './stack/exec.ts';
import { exitWith } from './stack/exit.ts';

const count = (text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1_000_000) return value;
  throw new InvalidArgumentError('must be a whole number from 1 to 1000000');
};

const program = new Command('npm run models --')
  .description('Trains models that read claims, measures how well they do, and calibrates their confidence')
  .addHelpText(
    'after',
    `
A data set is a file of JSON Lines, one claim each:
  {"id", "documents": ["path relative to the file"…] or "text", "expected": {the 23 fields}, "uncertain": [fields]}

The commands marked (workflow), and approve, reject, rollback, list and show, use the stack that "npm start" runs,
or the servers named in the environment. The others work by themselves: a model server named in VLLM_URL (or
OPENAI_BASE_URL) is used, else vLLM is started and stopped again.
With --json use "npm run --silent models -- …", so that npm prints no heading.
Exit codes: 0 done · 1 something is away, broke or has another form · 2 refused, with the reason · 3 not found.`,
  );

const DATASET = ['--dataset <file>', 'labelled claims, JSON Lines'] as const;

const common = (command: Command): Command =>
  command
    .option('--model <name>', 'the fine-tuned model version; default: the setting MODEL')
    .option('--limit <n>', 'only the first n claims', count)
    .option('--concurrency <n>', 'claims under way at once; 1 shows the latency of a lone claim', count)
    .option('--json', 'print JSON on standard output');

const decoding = (command: Command): Command =>
  command
    .option('--verified <file>', 'claims that retrieval looks in for similar ones: a data set of texts')
    .option('--no-grammar', 'let the model write freely, to measure format compliance without help')
    .option('--ask-once', 'do not ask again for truncated and invalid answers')
    .option('--no-examples', 'leave values out of the list of mistakes');

decoding(common(program.command('evaluate')))
  .description('read a data set through the code of the claim workflow, and judge every field')
  .requiredOption(...DATASET)
  .addOption(
    new Option(
      '--extractor <extractor>',
      "fine-tuned, its base model with examples in the prompt, or the oracle: the labels' own answers in place of a model, the ceiling of what it can reach",
    )
      .choices(EVALUATED)
      .default('finetuned'),
  )
  .option('--out <file>', 'write the report with its rows for paired tests, JSON')
  .action(run<EvaluateCommand>(evaluateCommand));

decoding(common(program.command('compare')))
  .description('run the three ways of extracting one after the other, and say whether they differ')
  .option(...DATASET)
  .option('--reports <files...>', 'finished reports of "evaluate --out" instead')
  .option('--out <folder>', 'write the reports, comparison.json and comparison.html')
  .action(run<CompareCommand>(compareCommand));

common(program.command('calibrate'))
  .description('fit the confidence of a model version on claims that nothing was trained on')
  .requiredOption(...DATASET)
  .action(run<CalibrateCommand>(calibrateCommand));

program
  .command('train')
  .description('carry out the recipe of a model: data, tokenizer, base, adapter; an interrupted call goes on')
  .option('--recipe <file>', 'settings, JSON', DEFAULT_RECIPE)
  .option('--work <folder>', 'where everything in between lies; default: .cache/training/NAME')
  .option('--models <folder>', 'where the model version is put; default: the setting MODELS_FOLDER')
  .option('--json', 'print JSON on standard output')
  .action(run<TrainCommand>(trainCommand));

program
  .command('iterations')
  .description('train and judge the iterations of an adapter on one base, each against the one before')
  .option('--recipe <file>', 'the iterations, JSON', DEFAULT_ITERATIONS)
  .requiredOption('--base <folder>', 'the base model with its tokenizer')
  .option('--work <folder>', 'where everything in between lies', DEFAULT_ITERATIONS_FOLDER)
  .option('--json', 'print JSON on standard output')
  .action(run<IterationsCommand>(iterationsCommand));

const onStack = (command: Command): Command => command.option('--json', 'print JSON on standard output');

const STARTED: Record<ModelCommand, string> = {
  curate: 'make a frozen data set of verified and imported claims (workflow)',
  'fine-tune': 'train an adapter on a data set (workflow)',
  'evaluate-version': 'judge a trained version on a data set, beside live claims (workflow)',
  promote: 'judge a version against the active one, and roll it out when it is better (workflow)',
  round: 'curate, fine-tune and promote, one after the other (workflow)',
  loop: 'start rounds whenever they are due, until stopped (workflow)',
};
for (const [name, description] of Object.entries(STARTED) as [ModelCommand, string][]) {
  const command = onStack(program.command(name))
    .description(description)
    .option('--input <json>', "the workflow's input, one JSON object or a file with one; default: {}")
    .option('--id <id>', "the workflow's id")
    .option('--wait', 'wait for its end and print what it ended with');
  if (name === 'evaluate-version' || name === 'promote')
    command.option('--candidate <name>', 'the version; default: the newest trained one');
  if (name !== 'curate' && name !== 'round' && name !== 'loop')
    command.option('--data-set <name>', 'default: the newest');
  command.action(runCommand(startCommand(name)));
}

for (const word of ['approve', 'reject'] as const)
  onStack(program.command(word))
    .description(`${word} the promotion that waits for a word`)
    .option('--person <name>', 'who says it (recorded as unverified)', userInfo().username)
    .option('--note <text>', 'a note for the record', '')
    .option('--id <id>', "the promotion's workflow id")
    .action(runCommand(wordCommand(word)));

onStack(program.command('rollback'))
  .description('stop the version on its way, or read new claims with the version before again')
  .option('--person <name>', 'who asks for it', userInfo().username)
  .option('--reason <text>', 'why', 'asked for')
  .action(runCommand(rollbackCommand));

onStack(program.command('list'))
  .description('versions with their stage, data sets, runs and alerts')
  .option('--limit <n>', 'how many of each', count, 20)
  .action(runCommand(listModelsCommand));

onStack(program.command('show'))
  .description(
    'a version with its lineage, a data set, a run, a workflow (models/…), or with --claim where an answer comes from',
  )
  .argument('<name>')
  .option('--claim', "the name is a claim's id")
  .option('--tenant <tenant>', 'whose claim', 'default')
  .action(runCommand(showModelCommand));

/** Carries a command out; what it returns is printed. */
function run<T extends { json?: true }>(
  carryOut: (options: T) => Promise<{ json: unknown; text: string }>,
): (options: T) => Promise<void> {
  return async (options) => {
    try {
      const { json, text } = await carryOut(options);
      process.stdout.write(`${options.json ? JSON.stringify(json) : text}\n`);
    } catch (error) {
      // What an activity or a model's card failed with is told in its own sentence.
      exitWith(error instanceof ApplicationFailure ? new StackError(error.message) : error);
    }
  };
}

await program.parseAsync();
