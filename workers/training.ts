/** The pool that curates and trains, beside the GPU that trains. */
import { curateActivities } from '../activities/curate.ts';
import { createReader } from '../activities/reading/reader.ts';
import { trainActivities } from '../activities/train.ts';
import { loadKeyring } from '../shared/codec/keyring.ts';
import { openDatabase } from '../shared/database/database.ts';
import { openObjectStore } from '../shared/objects/open-object-store.ts';
import { TASK_QUEUES } from '../shared/task-queues.ts';
import { runWorker } from './worker.ts';

await runWorker('training', async (config, log) => {
  const database = openDatabase(config.DATABASE_URL);
  const objects = await openObjectStore(config, loadKeyring(config));
  const reader = createReader({
    processes: config.READER_PROCESSES,
    timeoutMs: config.READER_TIMEOUT_MS,
    memoryMb: config.READER_MEMORY_MB,
  });
  return {
    taskQueue: TASK_QUEUES.training,
    slots: config.TRAINING_SLOTS,
    activities: {
      ...curateActivities({ database, objects, reader, log }),
      ...trainActivities({
        ...{ database, objects, log },
        folder: config.TRAINING_FOLDER,
        python: config.TRAINER_PYTHON,
        trainer: config.TRAINER_FOLDER,
      }),
    },
    close: async () => {
      await reader.close();
      await database.close();
    },
  };
});
