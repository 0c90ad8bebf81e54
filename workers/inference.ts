/** The pool beside a model server: as many requests at once as the server decodes sequences. */
import { hostname } from 'node:os';
import { adapterServer } from '../activities/adapter-server.ts';
import { openEngine } from '../activities/engine.ts';
import { engineReady, gatedEngine } from '../activities/engine-gate.ts';
import { engineTurns } from '../activities/engine-turns.ts';
import { shardActivities } from '../activities/evaluate-version.ts';
import { exampleSource, similarClaims } from '../activities/examples.ts';
import { extractActivities } from '../activities/extract.ts';
import { versionFetcher } from '../activities/fetch-version.ts';
import { loadKeyring } from '../shared/codec/keyring.ts';
import { engineAddress } from '../shared/config.ts';
import { openDatabase } from '../shared/database/database.ts';
import { activeModel, loadModel } from '../shared/model.ts';
import { baseServedName, parseModelName } from '../shared/model-card.ts';
import { openObjectStore } from '../shared/objects/open-object-store.ts';
import { TASK_QUEUES } from '../shared/task-queues.ts';
import { Replica } from './replica.ts';
import { versionsAtHand } from './version-interceptor.ts';
import { runWorker } from './worker.ts';

/** How long a request waits for a server that went away, before Temporal is told and tries again. */
const PATIENCE_MS = 45_000;

await runWorker('inference', async (config, log) => {
  const { card } = activeModel(config);
  const address = engineAddress(config, card);
  const engine = openEngine({ ...address, timeoutMs: config.INFERENCE_TIMEOUT_MS });

  // Until then the claims wait in the queue, where any other worker of the pool can take them. Nothing
  // is open yet, so a signal may end the process at once.
  const stop = (): never => process.exit(0);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  log.info({ model: card.name }, 'waiting for the model server');
  await engineReady(engine, card.servedName, { signal: new AbortController().signal });
  process.off('SIGINT', stop).off('SIGTERM', stop);

  const objects = await openObjectStore(config, loadKeyring(config));
  const database = openDatabase(config.DATABASE_URL);
  const replica = new Replica({
    ...{ database, objects, log },
    name: config.REPLICA_NAME ?? `${hostname()}-${process.pid}`,
    server: config.SERVE_ADAPTERS && !address.hosted ? adapterServer(address) : null,
    base: parseModelName(card.name).base,
    baseServedName: baseServedName(card),
    rankAtMost: config.MAX_LORA_RANK,
  });
  await replica.start();
  const turns = engineTurns(gatedEngine(engine, { patienceMs: PATIENCE_MS }), {
    sequences: config.INFERENCE_SEQUENCES,
  });
  const deps = {
    ...{ objects, models: loadModel, sequences: config.INFERENCE_SEQUENCES, log },
    examples: exampleSource({ search: similarClaims({ database, objects }) }),
  };
  return {
    taskQueue: TASK_QUEUES.inference,
    // The server gets no more requests than it serves sequences. Activities beyond them fetch their chunks,
    // or hand in their answers, while the others are at the server; without them its sequences stand idle then.
    slots: Math.ceil(config.INFERENCE_SEQUENCES * 1.5),
    activities: {
      ...extractActivities({ ...deps, engine: turns.live }),
      ...shardActivities({
        ...{ ...deps, engine: turns.batch, database, threshold: config.CONFIDENCE_THRESHOLD },
        price: { usdPerHour: config.ENGINE_USD_PER_HOUR, sequences: config.INFERENCE_SEQUENCES },
      }),
    },
    interceptors: [versionsAtHand(versionFetcher({ database, objects }))],
    close: async () => {
      await replica.close();
      await database.close();
    },
  };
});
