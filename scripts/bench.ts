import { Command, InvalidArgumentError } from 'commander';
import { BENCHES, type BenchName, runBenches } from './bench/run.ts';
import { exitWith } from './stack/exit.ts';

const count = (text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 100_000) return value;
  throw new InvalidArgumentError('must be a whole number from 1 to 100000');
};
const bench = (text: string): BenchName | 'all' => {
  const name = [...BENCHES, 'all' as const].find((known) => known === text);
  if (name) return name;
  throw new InvalidArgumentError(`must be one of ${[...BENCHES, 'all'].join(', ')}`);
};

const command = new Command('npm run bench --')
  .description('Measures the pipeline on servers of its own, in a temporary folder, and says what limits it')
  .argument('<bench>', `${BENCHES.join(', ')}, or all`, bench)
  .option('--repeats <n>', 'repeats of each measurement', count, 3)
  .option('--claims <n>', 'claims of one repeat; default: as many as the benchmark needs', count)
  .option('--latency <ms>', "time of one completion of engine-share's stand-in", count)
  .option('--no-real', 'engine-share: leave out vLLM')
  .option('--json', 'print JSON on standard output')
  .option('--check', 'exit code 1 when a goal is missed')
  .addHelpText(
    'after',
    `
engine-share   claims a minute of the pipeline ÷ a raw replay of the same requests, and processor time a claim
orchestration  what the workflow adds to a plain chain of its activities
packets        latency and history at 1, 4, 12 and 60 pages
memory         resident memory of each process after work
ocr            word accuracy and seconds a page of each OCR engine

A model server named in VLLM_URL (or OPENAI_BASE_URL) is measured instead of a local one; it must serve
the active model (MODEL). Every other server is the benchmark's own. Quiet machines give true figures.
With --json use "npm run --silent bench -- …", so that npm prints no heading.`,
  )
  .parse();

try {
  const [name] = command.processedArgs as [BenchName | 'all'];
  process.exitCode = await runBenches(name === 'all' ? BENCHES : [name], command.opts());
} catch (error) {
  exitWith(error);
}
