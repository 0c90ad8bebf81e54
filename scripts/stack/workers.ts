/** The project's own processes: the pools of workers, the HTTP API and the codec server. */

import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import type { Config } from '../../shared/config.ts';
import { DEPLOYMENT, workflowBuildId } from '../../workers/workflow-bundle.ts';
import type { Supervisor } from './children.ts';
import { StackError } from './exec.ts';
import { rootPath } from './paths.ts';
import { freePort } from './ports.ts';
import { accepts } from './temporal.ts';

export const WORKERS = ['codec-server', 'api', 'claims', 'documents', 'inference', 'training'] as const;
export type WorkerName = (typeof WORKERS)[number];

const ENGINE_WITHIN_MS = 1_200_000;
const REGISTERED_WITHIN_MS = 30_000;
/** The SDK's own limit for a graceful stop is 20 s; what is left then is killed and retried elsewhere. */
const STOP_WITHIN_MS = 12_000;

/** V8 lets garbage pile up for as long as the machine has memory; told to spare it, a worker holds less than half. */
const HEAP = ['--optimize-for-size', '--max-old-space-size=384', '--max-semi-space-size=2'];

/** Starts a pool as a child; resolves with the address of its metrics when it takes work. */
export async function startWorker(
  supervisor: Supervisor,
  name: WorkerName,
  config: Config,
  environment: Record<string, string>,
  options: { restart?: boolean } = {},
): Promise<string> {
  const metrics = `127.0.0.1:${await freePort()}`;
  await supervisor.start({
    name,
    command: process.execPath,
    args: [...HEAP, rootPath('workers', `${name}.ts`)],
    // One address cannot serve several processes.
    env: { ...environment, METRICS_ADDRESS: metrics },
    ready: name === 'codec-server' ? () => accepts(`127.0.0.1:${config.CODEC_SERVER_PORT}`) : 'message',
    // The pool of the model server takes work when that answers, and it may still be loading.
    ...(name === 'inference' ? { readyWithinMs: ENGINE_WITHIN_MS } : {}),
    stopWithinMs: STOP_WITHIN_MS,
    ...options,
  });
  if (name === 'claims' && config.WORKER_VERSIONING) await makeCurrent(config);
  return `http://${metrics}/metrics`;
}

/** Routes claims to the version of the workflow code that was just started. */
async function makeCurrent(config: Config): Promise<void> {
  const connection = await Connection.connect({ address: config.TEMPORAL_ADDRESS });
  const deadline = performance.now() + REGISTERED_WITHIN_MS;
  try {
    for (;;) {
      try {
        await connection.workflowService.setWorkerDeploymentCurrentVersion({
          namespace: config.TEMPORAL_NAMESPACE,
          deploymentName: DEPLOYMENT,
          buildId: workflowBuildId(),
          identity: 'npm start',
          ignoreMissingTaskQueues: true,
        });
        return;
      } catch (error) {
        // The server learns of the version from its worker's first polls.
        if (performance.now() > deadline)
          throw new StackError(`Temporal does not know the workers' version: ${(error as Error).message}`);
        await sleep(200);
      }
    }
  } finally {
    await connection.close();
  }
}
