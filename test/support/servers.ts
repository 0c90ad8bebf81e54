/** Global set-up of the tests on real servers: Temporal, Postgres and vLLM, once, on free ports, in a temporary folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createProgress } from '../../scripts/stack/progress.ts';
import { type Stack, startStack } from '../../scripts/stack/stack.ts';

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

let shared: { stack: Promise<Stack>; dataFolder: string; users: number } | null = null;

/** The projects that need servers share them. `VLLM_URL` saves the start of a model server. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!shared) {
    const dataFolder = mkdtempSync(join(tmpdir(), 'claim-reader-test-'));
    const settings = Object.fromEntries(NOT_INHERITED.map((name) => [name, '']));
    const stack = startStack({
      dataFolder,
      settings,
      usualPorts: false,
      workers: [],
      progress: createProgress(),
    });
    shared = { stack, dataFolder, users: 0 };
  }
  const current = shared;
  current.users += 1;
  const { environment, stop } = await current.stack;
  project.provide('environment', environment);
  project.provide('dataFolder', current.dataFolder);
  return async () => {
    current.users -= 1;
    if (current.users > 0) return;
    shared = null;
    await stop();
    rmSync(current.dataFolder, { recursive: true, force: true });
  };
}
