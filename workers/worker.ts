import { ApplicationFailure } from '@temporalio/common';
import {
  type ActivityInterceptorsFactory,
  type LogMetadata,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker';
import { createDataConverter } from '../shared/codec/data-converter.ts';
import { loadKeyring } from '../shared/codec/keyring.ts';
import { type Config, loadConfig } from '../shared/config.ts';
import { createLogger, type Logger } from '../shared/log.ts';
import { DEPLOYMENT, workflowBundle } from './workflow-bundle.ts';

export interface WorkerSpec {
  taskQueue: string;
  activities: object;
  /** Activities that run at once. */
  slots: number;
  /** Whether this pool runs the workflows as well. */
  workflows?: boolean;
  interceptors?: ActivityInterceptorsFactory[];
  /** Called when the worker has stopped taking work and finished what it had. */
  close?: () => Promise<void>;
}

/**
 * Runs one pool of workers until it is told to stop (SIGINT, SIGTERM): it then takes no more work,
 * lets activities finish or cancels them after the grace time, and closes what it opened.
 * A wrong setting ends the process with one line.
 */
export async function runWorker(
  name: string,
  prepare: (config: Config, log: Logger) => Promise<WorkerSpec>,
): Promise<void> {
  try {
    const config = loadConfig();
    const log = createLogger(name, config.LOG_LEVEL);
    installRuntime(config, log);
    const spec = await prepare(config, log);
    const bundle = spec.workflows ? await workflowBundle() : null;
    const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
    const worker = await Worker.create({
      connection,
      namespace: config.TEMPORAL_NAMESPACE,
      taskQueue: spec.taskQueue,
      activities: spec.activities,
      identity: `${name}-${process.pid}`,
      dataConverter: createDataConverter(loadKeyring(config)),
      maxConcurrentActivityTaskExecutions: spec.slots,
      ...(spec.interceptors ? { interceptors: { activity: spec.interceptors } } : {}),
      shutdownGraceTime: '10 seconds',
      shutdownForceTime: '20 seconds',
      ...(bundle ? { workflowBundle: { codePath: bundle.codePath }, maxCachedWorkflows: 60 } : {}),
      ...(bundle && config.WORKER_VERSIONING
        ? {
            workerDeploymentOptions: {
              useWorkerVersioning: true,
              version: { deploymentName: DEPLOYMENT, buildId: bundle.buildId },
              // Claims wait for people for days: they move to new code, which replay tests keep compatible.
              defaultVersioningBehavior: 'AUTO_UPGRADE' as const,
            },
          }
        : {}),
    });
    log.info({ taskQueue: spec.taskQueue, slots: spec.slots }, 'worker ready');
    process.send?.({ ready: true });
    await worker.run();
    await spec.close?.();
    await connection.close();
    log.info('worker stopped');
  } catch (error) {
    // Nothing of a claim is loaded yet while a worker starts, so the message is safe to print.
    process.stderr.write(
      `${name}: ${error instanceof Error ? error.message.split('\n')[0] : describe(error)}\n`,
    );
    process.exitCode = 1;
  }
}

function installRuntime(config: Config, log: Logger): void {
  Runtime.install({
    shutdownSignals: ['SIGINT', 'SIGTERM'],
    logger: {
      log: (level, message, meta) => log[levels[level]](safeMeta(meta), message),
      trace: (message, meta) => log.trace(safeMeta(meta), message),
      debug: (message, meta) => log.debug(safeMeta(meta), message),
      info: (message, meta) => log.info(safeMeta(meta), message),
      warn: (message, meta) => log.warn(safeMeta(meta), message),
      error: (message, meta) => log.error(safeMeta(meta), message),
    },
    telemetryOptions: {
      logging: { forward: {}, filter: 'WARN' },
      ...(config.METRICS_ADDRESS ? { metrics: { prometheus: { bindAddress: config.METRICS_ADDRESS } } } : {}),
    },
  });
}

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** What the SDK logs beside a message, with errors reduced to what cannot hold a document's text. */
function safeMeta(meta: LogMetadata = {}): object {
  const { error, ...rest } = meta as LogMetadata & { error?: unknown };
  return error === undefined ? rest : { ...rest, error: describe(error) };
}

/** A failure of ours by type and message; of any other error only the name and code: its message may quote its input. */
function describe(error: unknown): string {
  if (error instanceof ApplicationFailure) return `${error.type}: ${error.message}`;
  if (!(error instanceof Error)) return 'unknown error';
  const code = 'code' in error ? ` (${String(error.code)})` : '';
  return `${error.name}${code}`;
}
