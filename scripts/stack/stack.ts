/** The whole system on one machine: which servers are needed, in which order they start, where they are. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openEngine } from '../../activities/engine.ts';
import {
  type Config,
  engineAddress,
  loadConfig,
  type NamedServers,
  namedServers,
} from '../../shared/config.ts';
import { activeModel, type Model } from '../../shared/model.ts';
import { LOCAL_PEOPLE, openLocalIssuer } from '../../workers/sign-in/local-issuer.ts';
import { type ChildState, Supervisor } from './children.ts';
import { StackError } from './exec.ts';
import { endLeftovers } from './leftovers.ts';
import { checkNode } from './node.ts';
import { ensurePages } from './pages.ts';
import { freePort } from './ports.ts';
import { ensureDatabase, postgresChild } from './postgres.ts';
import { type Progress, seconds } from './progress.ts';
import { announce, claimFolder, releaseFolder } from './running.ts';
import { ensureCodecKeys, ensureCodecToken } from './secrets.ts';
import { accepts, ensureSearchAttributes, ensureTemporal, temporalChild } from './temporal.ts';
import { ensureServedModel, vllmChild } from './vllm.ts';
import { startWorker, WORKERS, type WorkerName } from './workers.ts';

const PORTS = { temporal: 7233, temporalUi: 8233, postgres: 5432, vllm: 8000 };
const PROBE_WITHIN_MS = 5_000;
/** Servers stop after everything that uses them. */
const STOP_ORDER = [['temporal'], ['postgres']];

export interface StackOptions {
  dataFolder: string;
  progress: Progress;
  /** `false`: any free port. */
  usualPorts: boolean;
  workers: readonly WorkerName[];
  /** Beside the environment of this process, stronger than it. */
  settings?: Record<string, string>;
  /** Ends the start and stops what runs by then. */
  signal?: AbortSignal;
}

export interface Stack {
  supervisor: Supervisor;
  config: Config;
  /** Environment under which a process belongs to this stack. */
  environment: Record<string, string>;
  /** `null` when the environment names the Temporal server. */
  temporalUi: string | null;
  codecSignIn: string;
  /** Where the HTTP API answers. */
  api: string;
  /** A sign-in link for each person of a development machine; empty where the organisation's issuer signs in. */
  signInLinks: { name: string; link: string }[];
  /** Resolves when the model server answers; rejects with a `StackError` when it never will. */
  engineReady: Promise<void>;
  engineState: () => ChildState | 'named';
  /** Stops all children in order. */
  stop: () => Promise<void>;
}

/** Starts what is missing; resolves as soon as claims can be handed in, while the model server may still be loading. */
export async function startStack(options: StackOptions): Promise<Stack> {
  checkNode();
  const { dataFolder, progress } = options;
  const given = { ...process.env, ...options.settings };
  const named = namedServers(given);
  const settings = loadConfig(given);
  claimFolder(dataFolder);
  const left = await endLeftovers(join(dataFolder, 'run'));
  if (left.length > 0) progress.line(`  ended what an earlier start had left: ${left.join(', ')}`);

  const supervisor = new Supervisor(dataFolder, (name) =>
    progress.line(`  ! ${name} died and is started again`),
  );
  let stopped: Promise<void> | null = null;
  const stop = (): Promise<void> => {
    stopped ??= supervisor.stop(STOP_ORDER).then(() => releaseFolder(dataFolder));
    return stopped;
  };
  const aborted = new Promise<never>((_resolve, reject) => {
    options.signal?.addEventListener('abort', () => reject(new StackError('interrupted')));
  });
  try {
    return await Promise.race([startAll(), aborted]);
  } catch (error) {
    await stop();
    throw error;
  }

  async function startAll(): Promise<Stack> {
    const portFor = (server: keyof typeof PORTS): Promise<number> =>
      freePort(options.usualPorts ? PORTS[server] : undefined);
    const codecPort = await freePort(options.usualPorts ? settings.CODEC_SERVER_PORT : undefined);
    const codecServer = `http://127.0.0.1:${codecPort}`;
    const apiPort = await freePort(options.usualPorts ? settings.API_PORT : undefined);
    const api = settings.API_PUBLIC_URL ?? `http://127.0.0.1:${apiPort}`;
    const issuer = settings.OIDC_ISSUER
      ? {}
      : { LOCAL_ISSUER_KEY_FILE: settings.LOCAL_ISSUER_KEY_FILE ?? join(dataFolder, 'local-issuer-key') };
    // Refused at once, not by a worker's log.
    const localIssuer = openLocalIssuer({ ...settings, ...issuer });
    const uiPort = named.temporalAddress ? null : await portFor('temporalUi');
    const temporalUi = uiPort === null ? (settings.TEMPORAL_UI_URL ?? null) : `http://127.0.0.1:${uiPort}`;
    const keysFile = given['CODEC_KEYS_FILE'] || join(dataFolder, 'codec-keys');
    if (!settings.CODEC_KEYS) ensureCodecKeys(keysFile);
    const codecToken = settings.CODEC_SERVER_TOKEN ?? ensureCodecToken(join(dataFolder, 'codec-token'));

    const model = activeModel(settings);
    const elsewhere = engineIsElsewhere(named, model);
    const engineUrl = elsewhere
      ? engineAddress(settings, model.card).url
      : `http://127.0.0.1:${await portFor('vllm')}/v1`;
    const engineStarted = startEngine();
    // It may fail before anybody waits for it.
    engineStarted.catch(() => {});
    const [temporalAddress, databaseUrl] = await Promise.all([
      startTemporal(),
      startPostgres(),
      options.workers.includes('api') ? preparePages() : null,
    ]);

    const environment: Record<string, string> = {
      ...options.settings,
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: settings.TEMPORAL_NAMESPACE,
      DATABASE_URL: databaseUrl,
      VLLM_URL: engineUrl,
      OBJECT_STORE_URL: given['OBJECT_STORE_URL'] || pathToFileURL(join(dataFolder, 'objects/')).href,
      FETCHED_MODELS_FOLDER: given['FETCHED_MODELS_FOLDER'] || join(dataFolder, 'models'),
      TRAINING_FOLDER: given['TRAINING_FOLDER'] || join(dataFolder, 'training'),
      CODEC_KEYS_FILE: keysFile,
      CODEC_SERVER_PORT: String(codecPort),
      CODEC_SERVER_TOKEN: codecToken,
      CODEC_SERVER_PUBLIC_URL: settings.CODEC_SERVER_PUBLIC_URL ?? codecServer,
      API_PORT: String(apiPort),
      ...issuer,
      ...(temporalUi ? { TEMPORAL_UI_URL: temporalUi } : {}),
      ...(named.temporalAddress ? {} : { WORKER_VERSIONING: 'true' }),
    };
    const config = loadConfig({ ...given, ...environment });
    const start = (name: WorkerName): Promise<string> => startWorker(supervisor, name, config, environment);
    const waiting = options.workers.includes('inference') ? start('inference') : Promise.resolve();
    const engineReady = Promise.all([engineStarted, waiting]).then(() => {});
    engineReady.catch(() => {});
    await progress.step('Workers', async (note) => {
      await Promise.all(options.workers.filter((name) => name !== 'inference').map(start));
      note(options.workers.join(', '));
    });
    announce(dataFolder, environment);
    return {
      supervisor,
      config,
      environment,
      temporalUi,
      codecSignIn: `${codecServer}/sign-in?token=${codecToken}`,
      api,
      signInLinks: localIssuer
        ? await Promise.all(
            LOCAL_PEOPLE.map(async (person) => ({
              name: person.name ?? person.subject,
              link: `${api}/sign-in?token=${await localIssuer.mint(person)}`,
            })),
          )
        : [],
      engineReady,
      engineState: () => (elsewhere ? 'named' : supervisor.state('vllm')),
      stop,
    };

    /** Claims are read without the pages too. */
    async function preparePages(): Promise<void> {
      await ensurePages(progress).catch((error: unknown) => {
        if (!(error instanceof StackError)) throw error;
        progress.line(`  ! ${error.message}; the API serves no pages`);
      });
    }

    async function startTemporal(): Promise<string> {
      if (named.temporalAddress) {
        const address = named.temporalAddress;
        if (!(await accepts(address)))
          throw new StackError(`no Temporal server answers at ${address} (TEMPORAL_ADDRESS)`);
        await ensureSearchAttributes(address, settings.TEMPORAL_NAMESPACE);
        return address;
      }
      const executable = await ensureTemporal(progress);
      const port = await portFor('temporal');
      return progress.step('Temporal', async (note) => {
        await supervisor.start(
          temporalChild({
            executable,
            dataFolder,
            port,
            uiPort,
            namespace: settings.TEMPORAL_NAMESPACE,
            codecEndpoint: codecServer,
          }),
        );
        note(`127.0.0.1:${port}`);
        return `127.0.0.1:${port}`;
      });
    }

    async function startPostgres(): Promise<string> {
      if (named.databaseUrl) return named.databaseUrl;
      const port = await portFor('postgres');
      return progress.step('Postgres', async (note) => {
        await supervisor.start(await postgresChild({ dataFolder, port }));
        note(`127.0.0.1:${port}`);
        return ensureDatabase({ dataFolder, port });
      });
    }

    async function startEngine(): Promise<void> {
      if (elsewhere) {
        const { servedName } = model.card;
        const engine = openEngine({ ...engineAddress(settings, model.card), timeoutMs: PROBE_WITHIN_MS });
        if (!(await engine.serves(servedName, { signal: AbortSignal.timeout(PROBE_WITHIN_MS) })))
          progress.line(`  ! ${engineUrl} does not serve ${servedName} yet; claims wait until it does`);
        return;
      }
      const adapters = settings.SERVE_ADAPTERS ? { rank: settings.MAX_LORA_RANK } : null;
      const weights = await ensureServedModel(model, progress, { adapters: adapters !== null });
      const startedAt = performance.now();
      progress.line(`  … vLLM with ${model.card.name} is loading; claims wait for it`);
      const port = Number(new URL(engineUrl).port);
      const sequences = settings.INFERENCE_SEQUENCES;
      await supervisor.start(vllmChild({ model, weights, port, sequences, adapters }));
      progress.line(
        `  ✓ vLLM with ${model.card.name}: ${engineUrl}  ${seconds(performance.now() - startedAt)}`,
      );
    }
  }
}

const engineIsElsewhere = (named: NamedServers, { card }: Model): boolean =>
  named.engineUrl !== null || card.serving.weights === 'remote';

export { WORKERS };
