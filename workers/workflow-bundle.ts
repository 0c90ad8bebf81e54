import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Name of the deployment whose versions the workflow code belongs to. */
export const DEPLOYMENT = 'claim-reader';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Everything that can end up in the bundle. */
const SOURCES = ['workflows', 'shared'];

/** A hash over the code that workflows are made of, libraries included: the version that running claims are on. */
export function workflowBuildId(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of SOURCES) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.ts')).sort()) {
      hash.update(file).update(readFileSync(join(root, folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * The workflow code as one file, made once for each state of its sources. Bundling runs in a process
 * of its own, because it takes more memory than the worker ever does afterwards.
 */
export async function workflowBundle(): Promise<{ buildId: string; codePath: string }> {
  const buildId = workflowBuildId();
  const codePath = join(root, '.cache', 'workflows', `${buildId}.js`);
  if (!existsSync(codePath)) {
    const bundler = fileURLToPath(new URL('bundle-workflows.ts', import.meta.url));
    await promisify(execFile)(process.execPath, [bundler, codePath]);
  }
  return { buildId, codePath };
}
