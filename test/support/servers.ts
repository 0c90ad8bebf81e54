/** Global set-up of the tests on real servers: Temporal, Postgres and vLLM, once, on free ports, in a temporary folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { isolatedSettings } from '../../scripts/stack/isolated.ts';
import { createProgress } from '../../scripts/stack/progress.ts';
import { startStack } from '../../scripts/stack/stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Environment under which a process belongs to the servers of the tests. */
    environment: Record<string, string>;
    dataFolder: string;
  }
}

/** `VLLM_URL` saves the start of a model server. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'claim-reader-test-'));
  const { environment, stop } = await startStack({
    dataFolder,
    settings: isolatedSettings(),
    usualPorts: false,
    workers: [],
    progress: createProgress(),
  });
  project.provide('environment', environment);
  project.provide('dataFolder', dataFolder);
  return async () => {
    await stop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
}
