import { fileURLToPath } from 'node:url';
import type { WorkflowClient } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, Runtime, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { testServerPath } from '../../scripts/stack/time-skipping.ts';
import { SEARCH_ATTRIBUTES } from '../../shared/contracts.ts';
import { TASK_QUEUES } from '../../shared/task-queues.ts';

export interface TimeSkipping {
  /** Serves all queues with these activities while `use` runs. */
  withWorker<T>(activities: object, use: (client: { workflow: WorkflowClient }) => Promise<T>): Promise<T>;
  /** Lets this much time pass at once. */
  skip(ms: number): Promise<void>;
  stop(): Promise<void>;
}

const INDEXED = { KEYWORD: 2, INT: 3 } as const;

/** A Temporal server whose clock can be moved, with the project's workflows bundled once. */
export async function startTimeSkipping(): Promise<TimeSkipping> {
  quietRuntime();
  const path = await testServerPath();
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  await env.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: Object.fromEntries(
      Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => [name, INDEXED[type]]),
    ),
  });
  const workflowBundle = await bundleWorkflows(new URL('../../workflows/index.ts', import.meta.url));
  return {
    async withWorker(activities, use) {
      const common = {
        connection: env.nativeConnection,
        activities,
        shutdownForceTime: '5 seconds',
      } as const;
      const workers = await Promise.all([
        Worker.create({ ...common, taskQueue: TASK_QUEUES.claims, workflowBundle }),
        Worker.create({ ...common, taskQueue: TASK_QUEUES.documents }),
        Worker.create({ ...common, taskQueue: TASK_QUEUES.inference }),
        Worker.create({ ...common, taskQueue: TASK_QUEUES.training }),
      ]);
      const [first, ...others] = workers as [Worker, ...Worker[]];
      const running = others.map((worker) => worker.run());
      try {
        return await first.runUntil(() => use(env.client));
      } finally {
        for (const worker of others) worker.shutdown();
        await Promise.all(running);
      }
    },
    skip: (ms) => env.sleep(ms),
    stop: () => env.teardown(),
  };
}

/** The SDK in this process logs errors only. To be called once, before any worker. */
export function quietRuntime(): void {
  Runtime.install({ logger: quiet, telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } } });
}

/** The bundle of the workflows that this file exports. */
export const bundleWorkflows = (workflows: URL): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({ workflowsPath: fileURLToPath(workflows), logger: quiet });

const ignore = () => {};
const quiet = { log: ignore, trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore };
