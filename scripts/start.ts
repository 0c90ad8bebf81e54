import { Command } from 'commander';
import { exitWith } from './stack/exit.ts';
import { runStart, type StartOptions } from './start/run.ts';

const command = new Command('npm start --')
  .description(
    'Sets up what is missing, starts Temporal, Postgres, vLLM and the workers, runs packets as claims and stays up until Ctrl-C',
  )
  .argument('[packets...]', 'files or folders, each one claim (a folder is one packet); default: examples/')
  .option('--once', 'end when no claim is running any more; one that waits for review counts as settled')
  .option('--json', 'print one JSON line a claim on standard output, everything else on standard error')
  .option('--fresh', 'run packets again that ran before, under new ids')
  .addHelpText(
    'after',
    `
A running server named in the environment is used instead of a local one:
  TEMPORAL_ADDRESS, DATABASE_URL, OBJECT_STORE_URL, VLLM_URL (or OPENAI_BASE_URL)
With --json use "npm start --silent --", so that npm prints no heading.
Exit code 0, or 1 when something could not start or a claim failed.`,
  )
  .parse();

try {
  process.exitCode = await runStart({ ...command.opts<StartOptions>(), packets: command.args });
} catch (error) {
  exitWith(error);
}
