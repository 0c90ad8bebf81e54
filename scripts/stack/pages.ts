/** The pages of people, built where they are missing or older than what they are made of. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './exec.ts';
import { cachePath, ROOT, rootPath } from './paths.ts';
import type { Progress } from './progress.ts';

const BUILT = rootPath('dist', 'web', 'index.html');
/** What the build reads beside `web/`: contracts, fields and sentences are the server's own. */
const SOURCES = ['web', 'shared', 'workers/api/contracts', 'vite.config.ts', 'package-lock.json'];
const BUILD_WITHIN_MS = 300_000;

/** Resolves with the folder of the built pages. Throws `StackError` when they cannot be built. */
export async function ensurePages(progress: Progress): Promise<string> {
  const folder = rootPath('dist', 'web');
  // A checkout without the sources of the pages has an API all the same.
  if (!existsSync(rootPath('web', 'index.html'))) return folder;
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= newest(SOURCES.map((path) => rootPath(path))))
    return folder;
  await progress.step('Pages', () =>
    run(
      process.execPath,
      [rootPath('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
      {
        what: 'building the pages',
        logFile: cachePath('logs', 'pages.log'),
        cwd: ROOT,
        timeoutMs: BUILD_WITHIN_MS,
      },
    ),
  );
  return folder;
}

/** The latest change below these paths. */
function newest(paths: string[]): number {
  const times = paths.filter(existsSync).flatMap((path) => {
    if (!statSync(path).isDirectory()) return [statSync(path).mtimeMs];
    return readdirSync(path, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  });
  return Math.max(0, ...times);
}
