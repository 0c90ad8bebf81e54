// Runs a command of this folder on any Node: installs the packages where they are missing or of
// another version, then hands over to the Node that they bring. Plain JavaScript without packages.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const [command, ...args] = process.argv.slice(2);

/** Whether node_modules holds what package-lock.json says; packages of other platforms may be missing. */
function installed() {
  const installedFile = `${root}node_modules/.package-lock.json`;
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;
  const found = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    return found[path] ? found[path].version === entry.version : entry.optional || entry.peer;
  });
}

if (!installed()) {
  process.stderr.write('  … installing the packages of package-lock.json (npm ci)\n');
  const startedAt = Date.now();
  // Standard output belongs to the command.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
  process.stderr.write(`  ✓ packages  ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

const node = `${root}node_modules/.bin/node`;
const script = `${root}scripts/${command}.ts`;
if (Number(process.versions.node.split('.')[0]) >= 24) {
  process.argv = [process.execPath, script, ...args];
  await import(script);
} else {
  process.execve
    ? process.execve(node, [node, script, ...args], process.env)
    : forward(node, [script, ...args]);
}

/** Runs the child in the place of this process: signals reach it, its exit code is ours. */
async function forward(program, programArgs) {
  const { spawn } = await import('node:child_process');
  const child = spawn(program, programArgs, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 130 : 1);
  });
}
