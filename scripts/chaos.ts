/** `npm run chaos`: claims handed in over HTTP while the API, a worker and Postgres are killed. */
import { Command, InvalidArgumentError } from 'commander';
import { runChaos } from './chaos/run.ts';
import { exitWith } from './stack/exit.ts';

const count = (text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 10_000) return value;
  throw new InvalidArgumentError('must be a whole number from 1 to 10000');
};

const command = new Command('npm run chaos --')
  .description(
    'Hands claims in over HTTP at once, kills the API, Postgres and a worker once each, and counts the records',
  )
  .option('--claims <n>', 'how many claims', count, 200)
  .option('--json', 'print JSON on standard output')
  .addHelpText(
    'after',
    `
The servers are its own, in a temporary folder; the model server is a stand-in of known speed.
Exit code 1 where an accepted claim has not exactly one record and one run, or a refusal was unclear.`,
  )
  .parse();

try {
  process.exitCode = await runChaos(command.opts<{ claims: number; json?: true }>());
} catch (error) {
  exitWith(error);
}
