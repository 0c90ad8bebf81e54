/** The pool beside a model server: as many requests at once as the server decodes sequences. */

import { openEngine } from '../activities/engine.ts';
import { engineReady, gatedEngine } from '../activities/engine-gate.ts';
import { exampleSource, similarClaims } from '../activities/examples.ts';
import { extractActivities } from '../activities/extract.ts';
import { loadKeyring } from '../shared/codec/keyring.ts';
import { engineAddress } from '../shared/config.ts';
import { openDatabase } from '../shared/database/database.ts';
import { activeModel, loadModel } from '../shared/model.ts';
import { openObjectStore } from '../shared/objects/open-object-store.ts';
import { TASK_QUEUES } from '../shared/task-queues.ts';
import { runWorker } from './worker.ts';

/** How long a request waits for a server that went away, before Temporal is told and tries again. */
const PATIENCE_MS = 45_000;

await runWorker('inference', async (config, log) => {
  const { card } = activeModel(config);
  const engine = openEngine({
    ...engineAddress(config, card),
    timeoutMs: config.INFERENCE_TIMEOUT_MS,
  });

  // Until then the claims wait in the queue, where any other worker of the pool can take them. Nothing
  // is open yet, so a signal may end the process at once.
  const stop = (): never => process.exit(0);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  log.info({ model: card.name }, 'waiting for the model server');
  await engineReady(engine, card.servedName, { signal: new AbortController().signal });
  process.off('SIGINT', stop).off('SIGTERM', stop);

  const objects = await openObjectStore(config, loadKeyring(config));
  // Opened by the first search, that is, only where the model version is asked with similar claims.
  const database = openDatabase(config.DATABASE_URL);
  return {
    taskQueue: TASK_QUEUES.inference,
    // The server gets no more requests than it serves sequences. Activities beyond them fetch their chunks,
    // or hand in their answers, while the others are at the server; without them its sequences stand idle then.
    slots: Math.ceil(config.INFERENCE_SEQUENCES * 1.5),
    activities: extractActivities({
      objects,
      engine: gatedEngine(engine, { patienceMs: PATIENCE_MS }),
      models: loadModel,
      examples: exampleSource({ search: similarClaims({ database, objects }) }),
      sequences: config.INFERENCE_SEQUENCES,
      log,
    }),
    close: () => database.close(),
  };
});
