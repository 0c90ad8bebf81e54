/** The Temporal server: a named one, or the development server of the `temporal` command. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { SEARCH_ATTRIBUTES } from '../../shared/contracts.ts';
import type { ChildSpec } from './children.ts';
import { findOnPath, run, StackError } from './exec.ts';
import { cachePath } from './paths.ts';
import type { Progress } from './progress.ts';

/** Later tags cannot be installed with `go install`: a replace directive is in their way. */
const GO_PACKAGE = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';
const DOWNLOAD_WITHIN_MS = 180_000;
const logFile = cachePath('logs', 'temporal.log');

const DYNAMIC_CONFIG = {
  // Priority and fairness of the task queues.
  'matching.useNewMatcher': true,
  'matching.enableFairness': true,
  // An activity of the workflow's own pool starts with the answer to the step that asked for it.
  'system.enableActivityEagerExecution': true,
  // By default the server looks for new tasks 20 times a second: 50 ms for each step of a lone claim.
  'history.transferProcessorMaxPollRPS': 500,
  'history.timerProcessorMaxPollRPS': 500,
};

/**
 * With the default journal every step of a workflow waits for the disk several times; under load calls
 * then pass their deadline and tasks that a worker never got wait for their timeout. In WAL mode a
 * killed server loses nothing; a machine that loses power may lose the last moments.
 */
const SQLITE_PRAGMAS = ['journal_mode=WAL', 'synchronous=NORMAL'];

const SEARCH_ATTRIBUTE_TYPES = { KEYWORD: 'Keyword', INT: 'Int' } as const;
/** `temporal.api.enums.v1.IndexedValueType` */
const INDEXED_VALUE_TYPES = { KEYWORD: 2, INT: 3 } as const;

/** Lets the SDK fetch the command that belongs to it. Throws when the download fails. */
async function downloadWithSdk(into: string): Promise<void> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const folder = cachePath('download');
  mkdirSync(folder, { recursive: true });
  const started = TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', downloadDir: folder } },
  });
  const late = AbortSignal.timeout(DOWNLOAD_WITHIN_MS);
  const environment = await Promise.race([
    started,
    new Promise<never>((_resolve, reject) => {
      late.onabort = () => reject(new StackError('the download of the Temporal server took too long'));
    }),
  ]);
  await environment.teardown();
  const [file] = readdirSync(folder).filter((name) => name.startsWith('temporal'));
  if (!file) throw new StackError('the download of the Temporal server left no file');
  renameSync(join(folder, file), into);
  rmSync(folder, { recursive: true, force: true });
}

async function installWithGo(into: string, note: (text: string) => void): Promise<void> {
  const go = findOnPath('go');
  if (!go)
    throw new StackError(
      'no Temporal server: install the temporal command, or Go, or name a running server in TEMPORAL_ADDRESS',
    );
  note('building with go install, about 3 minutes');
  let modules = 0;
  await run(go, ['install', '-v', GO_PACKAGE], {
    what: 'building the Temporal server',
    logFile,
    env: { GOBIN: dirname(into), GOFLAGS: '' },
    onLine: () => {
      modules += 1;
      note(`building with go install, about 3 minutes; ${modules} packages done`);
    },
  });
}

/** The `temporal` command: on the PATH, in the cache, downloaded by the SDK, or built with Go. */
export async function ensureTemporal(progress: Progress): Promise<string> {
  const onPath = findOnPath('temporal');
  if (onPath) return onPath;
  const cached = cachePath('bin', 'temporal');
  if (existsSync(cached)) return cached;
  mkdirSync(dirname(cached), { recursive: true });
  return progress.step('Temporal server', async (note) => {
    try {
      note('downloading');
      await downloadWithSdk(cached);
      note('downloaded');
    } catch {
      await installWithGo(cached, note);
      note('built');
    }
    return cached;
  });
}

/** Whether something accepts connections at `host:port`. */
export function accepts(address: string): Promise<boolean> {
  const [, host, port] = /^(.*):(\d+)$/.exec(address) ?? [];
  if (!host || !port) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port), timeout: 2_000 });
    const end = (open: boolean): void => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

/** Whether the server answers for the namespace, search attributes included. */
async function answers(address: string, namespace: string): Promise<boolean> {
  if (!(await accepts(address))) return false;
  const { Connection } = await import('@temporalio/client');
  try {
    const connection = await Connection.connect({ address, connectTimeout: 2_000 });
    try {
      const { customAttributes } = await connection.operatorService.listSearchAttributes({
        namespace,
      });
      return Object.keys(SEARCH_ATTRIBUTES).every((name) => name in (customAttributes ?? {}));
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
}

/** Registers the search attributes on a server that is not ours; the ones that are there stay. */
export async function ensureSearchAttributes(address: string, namespace: string): Promise<void> {
  const { Connection } = await import('@temporalio/client');
  const connection = await Connection.connect({ address });
  try {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !(name in (customAttributes ?? {})));
    if (missing.length === 0) return;
    const searchAttributes = Object.fromEntries(
      missing.map(([name, type]) => [name, INDEXED_VALUE_TYPES[type]]),
    );
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  } catch (error) {
    const names = Object.keys(SEARCH_ATTRIBUTES).join(', ');
    throw new StackError(
      `the Temporal server at ${address} lacks the search attributes ${names}: ${(error as Error).message}`,
    );
  } finally {
    await connection.close();
  }
}

/** The development server as a child: state in a file, bound to loopback. */
export function temporalChild(options: {
  executable: string;
  dataFolder: string;
  port: number;
  /** `null`: no user interface. */
  uiPort: number | null;
  codecEndpoint: string | null;
  namespace: string;
}): ChildSpec {
  const { executable, port, uiPort, namespace } = options;
  mkdirSync(options.dataFolder, { recursive: true });
  const attributes = Object.entries(SEARCH_ATTRIBUTES).map(
    ([name, type]) => `${name}=${SEARCH_ATTRIBUTE_TYPES[type]}`,
  );
  return {
    name: 'temporal',
    command: executable,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)],
      ...['--db-filename', join(options.dataFolder, 'temporal.db')],
      ...SQLITE_PRAGMAS.flatMap((pragma) => ['--sqlite-pragma', pragma]),
      ...(uiPort === null ? ['--headless'] : ['--ui-port', String(uiPort)]),
      ...(uiPort !== null && options.codecEndpoint ? ['--ui-codec-endpoint', options.codecEndpoint] : []),
      ...(namespace === 'default' ? [] : ['--namespace', namespace]),
      ...['--log-level', 'warn', '--log-format', 'json', '--color', 'never'],
      ...attributes.flatMap((attribute) => ['--search-attribute', attribute]),
      ...Object.entries(DYNAMIC_CONFIG).flatMap(([key, value]) => [
        '--dynamic-config-value',
        `${key}=${value}`,
      ]),
    ],
    // Settings of the person's own cloud account must not reach the local server.
    env: { TEMPORAL_ADDRESS: '', TEMPORAL_PROFILE: '' },
    ready: () => answers(`127.0.0.1:${port}`, namespace),
    readyWithinMs: 60_000,
    stopSignal: 'SIGINT',
    // It drains for longer when workflows are open; what it holds is in its file by then.
    stopWithinMs: 4_000,
  };
}
