/** The pool that reads and recognises documents: bound by the processor, so as many slots as reading processes. */
import { readActivities } from '../activities/read.ts';
import { createReader } from '../activities/reading/reader.ts';
import { recogniseActivities } from '../activities/recognise.ts';
import { loadKeyring } from '../shared/codec/keyring.ts';
import { openObjectStore } from '../shared/objects/open-object-store.ts';
import { TASK_QUEUES } from '../shared/task-queues.ts';
import { runWorker } from './worker.ts';

await runWorker('documents', async (config, log) => {
  const reader = createReader({
    processes: config.READER_PROCESSES,
    timeoutMs: config.READER_TIMEOUT_MS,
    memoryMb: config.READER_MEMORY_MB,
  });
  const deps = { objects: await openObjectStore(config, loadKeyring(config)), reader, log };
  return {
    taskQueue: TASK_QUEUES.documents,
    // One activity more than processes: its objects are fetched while the others are read.
    slots: config.READER_PROCESSES + 1,
    activities: { ...readActivities(deps), ...recogniseActivities(deps) },
    close: () => reader.close(),
  };
});
