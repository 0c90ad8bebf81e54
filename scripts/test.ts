import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitWith } from './stack/exit.ts';
import { ROOT, rootPath } from './stack/paths.ts';
import { createProgress } from './stack/progress.ts';
import { setUp } from './stack/setup.ts';

/** What vitest's JSON reporter says of a run. */
interface Outcome {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numFailedTestSuites: number;
}

/** Runs vitest to its end; Ctrl-C reaches it too, and it stops its servers. */
async function runVitest(args: string[], outcomeFile: string): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outcomeFile}`];
  const vitest = rootPath('node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

try {
  await setUp({ progress: createProgress(), tests: true });
  const folder = mkdtempSync(join(tmpdir(), 'claim-reader-outcome-'));
  const outcomeFile = join(folder, 'outcome.json');
  const asked = process.argv.slice(2);
  const named = asked.some((argument) => argument.startsWith('--project'));
  process.exitCode = await runVitest(named ? asked : ['--project=!long', ...asked], outcomeFile);
  try {
    const outcome = JSON.parse(readFileSync(outcomeFile, 'utf8')) as Outcome;
    const skipped = outcome.numPendingTests + outcome.numTodoTests;
    process.stdout.write(
      `${outcome.numPassedTests} passed, ${outcome.numFailedTests} failed, ${skipped} skipped\n`,
    );
    // A file that does not load fails without a failing test.
    if (!outcome.success) process.exitCode ||= 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} catch (error) {
  exitWith(error);
}
