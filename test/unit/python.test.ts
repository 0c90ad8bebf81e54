import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/stack/paths.ts';
import { pythonProgram } from '../../scripts/stack/python.ts';

const python = pythonProgram('python');
const env = { ...process.env, OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1', HF_HUB_OFFLINE: '1' };

test.for([
  ['the trainer', 'scripts/trainer/tests'],
  ['what vLLM loads', 'deploy/vllm'],
] as const)('%s passes its own tests', { timeout: 300_000 }, async ([, folder], { skip }) => {
  if (spawnSync(python, ['-c', 'import pytest']).status !== 0)
    skip('the Python environment in .cache/python is missing or lacks pytest');
  const { stdout } = await promisify(execFile)(
    python,
    ['-m', 'pytest', folder, '-q', '-p', 'no:cacheprovider'],
    { cwd: ROOT, env },
  ).catch((error: { stdout?: string }) => {
    throw new Error(`pytest failed:\n${error.stdout?.slice(-5_000) || error}`);
  });
  expect(stdout).toMatch(/\d+ passed/);
});
