/** Workers and servers as a test on real servers needs them: started, killed, started again. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { Supervisor } from '../../scripts/stack/children.ts';
import { recall, signalGroup } from '../../scripts/stack/leftovers.ts';
import { startWorker, type WorkerName } from '../../scripts/stack/workers.ts';
import { loadConfig } from '../../shared/config.ts';

export interface Workers {
  pids: Partial<Record<WorkerName, number>>;
  /** URLs of the workers' metrics. */
  metrics: Partial<Record<WorkerName, string>>;
  /** Folder of the workers' log files. */
  logs: string;
  /** Kills a worker and its children without warning; it stays down. */
  kill9(name: WorkerName): void;
  /** Starts a worker that was killed or stopped; resolves when it takes work. */
  restart(name: WorkerName): Promise<void>;
  stop(): Promise<void>;
}

/** Starts workers against the servers of the tests, `settings` over their environment. */
export async function startWorkers(options: {
  workers: readonly WorkerName[];
  settings?: Record<string, string>;
}): Promise<Workers> {
  const environment = { ...inject('environment'), ...options.settings };
  const config = loadConfig({ ...process.env, ...environment });
  const folder = mkdtempSync(join(inject('dataFolder'), 'workers-'));
  const supervisor = new Supervisor(folder);
  const workers: Workers = {
    pids: {},
    metrics: {},
    logs: join(folder, 'logs'),
    kill9: (name) => supervisor.kill9(name),
    async restart(name) {
      await supervisor.stopOne(name);
      const metrics = await startWorker(supervisor, name, config, environment, { restart: false });
      workers.metrics[name] = metrics;
      workers.pids[name] = supervisor.pid(name) ?? 0;
    },
    stop: () => supervisor.stop(),
  };
  try {
    await Promise.all(options.workers.map((name) => workers.restart(name)));
  } catch (error) {
    await workers.stop();
    throw error;
  }
  return workers;
}

type Server = 'temporal' | 'postgres' | 'vllm';

/** Waits until a server is ready; with `after`, until it is so as another process than that one. */
export async function serverReady(
  server: Server,
  options: { withinMs: number; after?: number },
): Promise<number> {
  const run = join(inject('dataFolder'), 'run');
  const deadline = performance.now() + options.withinMs;
  for (;;) {
    const child = recall(run, server);
    if (child?.ready && child.pid !== options.after) return child.pid;
    if (performance.now() > deadline) throw new Error(`${server} is not ready after ${options.withinMs} ms`);
    await sleep(100);
  }
}

/** Kills a ready server without warning; resolves when it, started again, is ready. */
export async function crashServer(server: Server, withinMs = 280_000): Promise<void> {
  const pid = await serverReady(server, { withinMs });
  signalGroup(pid, 'SIGKILL');
  await serverReady(server, { withinMs, after: pid });
}

/** An empty database of its own on the Postgres of the tests; resolves with its URL. */
export async function freshDatabase(name: string): Promise<string> {
  const server = inject('environment')['DATABASE_URL'] ?? '';
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const database = client.escapeIdentifier(name);
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
