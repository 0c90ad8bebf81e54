import { Command } from 'commander';
import { exitWith } from './stack/exit.ts';
import { createProgress, seconds } from './stack/progress.ts';
import { setUp } from './stack/setup.ts';

const options = new Command('npm run setup --')
  .description(
    'Fetches what this machine lacks: the Temporal servers, the Python environment of vLLM, the model',
  )
  .option('--json', 'print what was set up as one JSON object')
  .parse()
  .opts<{ json?: true }>();

try {
  const startedAt = performance.now();
  const progress = createProgress();
  const components = await setUp({ progress, tests: true });
  const elapsedMs = Math.round(performance.now() - startedAt);
  if (options.json) process.stdout.write(`${JSON.stringify({ components, elapsedMs })}\n`);
  else progress.line(`Everything is there (${seconds(elapsedMs)}). Next: npm start`);
} catch (error) {
  exitWith(error);
}
