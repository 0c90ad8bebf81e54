/** The pool that runs the claim and audit workflows and their light activities. */
import { auditActivities } from '../activities/audit.ts';
import { chunkActivities } from '../activities/chunk.ts';
import { disagreementActivities } from '../activities/disagreement.ts';
import { reportActivities } from '../activities/evaluate-version.ts';
import { versionFetcher } from '../activities/fetch-version.ts';
import { mergeActivities } from '../activities/merge.ts';
import { notifyActivities } from '../activities/notify.ts';
import { openActivities } from '../activities/open.ts';
import { versionsFor } from '../activities/pin.ts';
import { planActivities } from '../activities/plan-models.ts';
import { promoteActivities } from '../activities/promote.ts';
import { recordActivities } from '../activities/record.ts';
import { reviewActivities } from '../activities/review.ts';
import { roundActivities } from '../activities/round.ts';
import { scoreActivities } from '../activities/score.ts';
import { shadowActivities } from '../activities/shadow.ts';
import { watchActivities } from '../activities/watch.ts';
import { loadKeyring } from '../shared/codec/keyring.ts';
import { ConfigError } from '../shared/config.ts';
import { openDatabase } from '../shared/database/database.ts';
import { migrate } from '../shared/database/migrate.ts';
import { activeModel, loadModel } from '../shared/model.ts';
import { openObjectStore } from '../shared/objects/open-object-store.ts';
import { TASK_QUEUES } from '../shared/task-queues.ts';
import { versionsAtHand } from './version-interceptor.ts';
import { runWorker } from './worker.ts';

/** Light activities wait for Postgres and the object store more than they compute. */
const SLOTS = 24;

await runWorker('claims', async (config, log) => {
  const database = openDatabase(config.DATABASE_URL);
  for (const name of await migrate(database)) log.info({ migration: name }, 'migration applied');
  const objects = await openObjectStore(config, loadKeyring(config));
  const shipped = () => activeModel(config).card;
  const { INTAKE_WEBHOOK_URL: url, INTAKE_WEBHOOK_SECRET: secret } = config;
  if (url && !secret) throw new ConfigError('setting INTAKE_WEBHOOK_SECRET: INTAKE_WEBHOOK_URL needs it');
  return {
    taskQueue: TASK_QUEUES.claims,
    workflows: true,
    slots: SLOTS,
    activities: {
      ...openActivities({ database, versionsFor: versionsFor({ database, shipped }) }),
      ...chunkActivities({ objects, models: loadModel }),
      ...mergeActivities({ objects }),
      ...scoreActivities({ objects }),
      ...reviewActivities({ database, log }),
      ...recordActivities({
        database,
        objects,
        engine: { usdPerHour: config.ENGINE_USD_PER_HOUR, sequences: config.INFERENCE_SEQUENCES },
        pricesOf: (model) => loadModel(model).card.prices,
      }),
      ...auditActivities({ database, log }),
      ...planActivities({ database, shipped }),
      ...promoteActivities({ database, objects, shipped, log }),
      ...reportActivities({ database, objects, models: loadModel, threshold: config.CONFIDENCE_THRESHOLD }),
      ...roundActivities({ database }),
      ...watchActivities({ database, shipped, log }),
      ...shadowActivities({ database, objects }),
      ...disagreementActivities({ database, log }),
      ...notifyActivities({ database, webhook: url && secret ? { url, secret } : null }),
    },
    interceptors: [versionsAtHand(versionFetcher({ database, objects }))],
    close: () => database.close(),
  };
});
