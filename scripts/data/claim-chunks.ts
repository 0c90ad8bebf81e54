/** Claims read and cut as in production, without a model server. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { chunkingActivities, chunkLabelledClaim } from '../../activities/evaluate.ts';
import { createReader } from '../../activities/reading/reader.ts';
import type { Chunk } from '../../shared/answers.ts';
import type { Config } from '../../shared/config.ts';
import { failure } from '../../shared/failures.ts';
import { createLogger } from '../../shared/log.ts';
import { type Model, modelVersion } from '../../shared/model.ts';
import { type ObjectKey, objectKeys } from '../../shared/object-keys.ts';
import { getJson, type ObjectStore } from '../../shared/objects/object-store.ts';
import type { SubmittedFile } from '../../shared/submit.ts';
import { inEnvironment } from '../models/chain.ts';
import type { LabelledClaim } from './labelled-claims.ts';

export interface ClaimChunks {
  texts: string[];
  unreadableDocuments: number;
  unreadPages: number;
}

export interface ChunkReader {
  /** Documents lie beside the file `dataset`. */
  read(claim: LabelledClaim, dataset: string): Promise<ClaimChunks>;
  close(): Promise<void>;
}

export function openChunkReader(model: Model, config: Config): ChunkReader {
  const reader = createReader({
    processes: config.READER_PROCESSES,
    timeoutMs: config.READER_TIMEOUT_MS,
    memoryMb: config.READER_MEMORY_MB,
  });
  const log = createLogger('data', 'silent');
  return {
    async read(claim, dataset) {
      // One store for each claim: what it leaves behind goes with it.
      const objects = new Memory();
      const run = await chunkLabelledClaim({
        objects,
        activities: chunkingActivities({ objects, reader, log, models: () => model }),
        call: inEnvironment,
        tenant: TENANT,
        files: await filesOf(claim, dataset),
        model: modelVersion(model.card),
      });
      const texts: string[] = [];
      for (const id of run.chunks.keys())
        texts.push((await getJson<Chunk>(objects, objectKeys.chunk(TENANT, id))).text);
      const { rejectedDocuments, unreadPages } = run.completeness();
      return { texts, unreadableDocuments: rejectedDocuments, unreadPages };
    },
    close: () => reader.close(),
  };
}

const TENANT = 'examples';

async function filesOf(
  { id, text, documents = [] }: LabelledClaim,
  dataset: string,
): Promise<SubmittedFile[]> {
  if (text !== undefined) return [{ name: `${basename(id)}.txt`, bytes: Buffer.from(text) }];
  return Promise.all(
    documents.map(async (path) => ({ name: path, bytes: await readFile(join(dirname(dataset), path)) })),
  );
}

class Memory implements ObjectStore {
  readonly #objects = new Map<ObjectKey, Uint8Array>();

  async put(key: ObjectKey, bytes: Uint8Array): Promise<void> {
    this.#objects.set(key, bytes);
  }
  async get(key: ObjectKey): Promise<Uint8Array> {
    const bytes = this.#objects.get(key);
    if (!bytes) throw failure('ObjectMissing', `object ${key} is not in the store`);
    return bytes;
  }
  async has(key: ObjectKey): Promise<boolean> {
    return this.#objects.has(key);
  }
  async delete(key: ObjectKey): Promise<void> {
    this.#objects.delete(key);
  }
}
