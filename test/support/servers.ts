/** Global set-up of the tests on real servers: Temporal, Postgres and vLLM, once, on free ports, in a temporary folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createProgress } from '../../scripts/stack/progress.ts';
import { startStack } from '../../scripts/stack/stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Environment under which a process belongs to the servers of the tests. */
    environment: Record<string, string>;
    dataFolder: string;
  }
}

/** What the person's own environment names must not be tested against. */
const NOT_INHERITED = [
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'DATABASE_URL',
  'OBJECT_STORE_URL',
  'CODEC_KEYS',
  'CODEC_KEYS_FILE',
  'CODEC_SERVER_TOKEN',
  'INTAKE_WEBHOOK_URL',
  'INTAKE_WEBHOOK_SECRET',
];

/** `VLLM_URL` saves the start of a model server. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'claim-reader-test-'));
  const { environment, stop } = await startStack({
    dataFolder,
    settings: Object.fromEntries(NOT_INHERITED.map((name) => [name, ''])),
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
