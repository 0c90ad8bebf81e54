/** The chain that reads labelled claims, over a store and a database of its own that end with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { Engine } from '../../activities/engine.ts';
import {
  type Call,
  type ClaimReading,
  readingActivities,
  readLabelledClaim,
} from '../../activities/evaluate.ts';
import { exampleSource } from '../../activities/examples.ts';
import { createReader } from '../../activities/reading/reader.ts';
import type { Config } from '../../shared/config.ts';
import type { LabelledPacket } from '../../shared/evaluation/labels.ts';
import { createLogger } from '../../shared/log.ts';
import { loadModel, type Model } from '../../shared/model.ts';
import { modelVersion } from '../../shared/model-card.ts';
import { LocalFolder } from '../../shared/objects/local-folder.ts';
import type { Progress } from '../stack/progress.ts';
import { filesOf } from './data-set.ts';
import { openVerifiedClaims } from './verified-claims.ts';

export interface ChainOptions {
  dataset: string;
  model: Model;
  engine: Engine;
  /** Whether a grammar holds the answers to the schema. */
  grammar: boolean;
  askOnce: boolean;
  /** Claims in which similar ones are looked for; needed by a model version that is asked with them. */
  verified: readonly LabelledPacket[];
}

export interface Chain {
  /** `index`: another one for each packet. */
  read(packet: LabelledPacket, index: number): Promise<ClaimReading>;
  close(): Promise<void>;
}

export async function openChain(options: ChainOptions, config: Config, progress: Progress): Promise<Chain> {
  const { model, engine } = options;
  const folder = mkdtempSync(join(tmpdir(), 'claim-reader-evaluation-'));
  const objects = new LocalFolder(pathToFileURL(`${folder}/objects/`));
  const similar =
    model.card.extractor === 'retrieval'
      ? await openVerifiedClaims({ claims: options.verified, dataFolder: folder, objects, progress })
      : null;
  const reader = createReader({
    processes: config.READER_PROCESSES,
    timeoutMs: config.READER_TIMEOUT_MS,
    memoryMb: config.READER_MEMORY_MB,
  });
  const activities = readingActivities({
    objects,
    reader,
    engine: options.grammar ? engine : writingFreely(engine),
    models: loadModel,
    examples: exampleSource({ search: similar?.search ?? null }),
    sequences: config.INFERENCE_SEQUENCES,
    log: createLogger('models', 'silent'),
  });
  return {
    async read(packet, index) {
      const tenant = `claim-${index}`;
      const reading = await readLabelledClaim({
        ...{ objects, activities, call: inEnvironment, tenant },
        files: await filesOf(packet, options.dataset),
        model: modelVersion(model.card),
        threshold: config.CONFIDENCE_THRESHOLD,
        ...(options.askOnce ? { asks: 1 } : {}),
      });
      // What a claim left in the store goes with it.
      await rm(join(folder, 'objects', tenant), { recursive: true, force: true });
      return reading;
    },
    async close() {
      await reader.close();
      await similar?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same engine without a grammar: what the model writes by itself. */
export const writingFreely = (engine: Engine): Engine => ({
  ...engine,
  complete: (request, options) => engine.complete({ ...request, schema: null }, options),
});

const quiet = new DefaultLogger('ERROR', () => {});

/** An environment of its own for each activity, as a worker gives it. */
export const inEnvironment: Call = <Input, Output>(
  activity: (input: Input) => Promise<Output>,
  input: Input,
) =>
  new MockActivityEnvironment({}, { logger: quiet }).run<[Input], Output, typeof activity>(activity, input);
