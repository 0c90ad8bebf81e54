/** Lints and checks the format of the Python sources. */
import { spawnSync } from 'node:child_process';
import { exitWith } from './stack/exit.ts';
import { rootPath } from './stack/paths.ts';
import { ensureRuff } from './stack/python.ts';

try {
  const ruff = await ensureRuff();
  const sources = [rootPath('deploy'), rootPath('scripts', 'trainer')];
  for (const args of [['check'], ['format', '--check']]) {
    const { status } = spawnSync(ruff, [...args, ...sources], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
} catch (error) {
  exitWith(error);
}
