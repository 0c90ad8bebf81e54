/** Evaluating one extractor on one data set. */
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import pLimit from 'p-limit';
import type { Engine } from '../../activities/engine.ts';
import {
  type Call,
  type ClaimReading,
  readingActivities,
  readLabelledClaim,
} from '../../activities/evaluate.ts';
import { createReader } from '../../activities/reading/reader.ts';
import type { Config } from '../../shared/config.ts';
import { usageCostUsd } from '../../shared/domain/cost.ts';
import { comparisonsOf } from '../../shared/evaluation/judge.ts';
import type { LabelledPacket } from '../../shared/evaluation/labels.ts';
import { type Prediction, predictedFields } from '../../shared/evaluation/prediction.ts';
import { claimRows, evaluationReport } from '../../shared/evaluation/report.ts';
import type { EvaluationFile } from '../../shared/evaluation/report-schema.ts';
import { createLogger } from '../../shared/log.ts';
import { loadModel, type Model, modelVersion } from '../../shared/model.ts';
import { LocalFolder } from '../../shared/objects/local-folder.ts';
import type { Progress } from '../stack/progress.ts';
import { filesOf } from './data-set.ts';
import { openModelServer } from './model-server.ts';
import { EvaluationProgress } from './progress.ts';

/** The three ways of extracting that are compared, the fine-tuned one being the measure. */
export const EXTRACTORS = ['finetuned', 'fewshot', 'retrieval'] as const;
export type Extractor = (typeof EXTRACTORS)[number];

/** The model version that extracts in this way: the fine-tuned one, or its base with examples in the prompt. */
export const extractorModel = (name: string, extractor: Extractor): Model =>
  loadModel(extractor === 'finetuned' ? name : `${name}.${extractor}`);

export interface EvaluationOptions {
  dataset: string;
  packets: LabelledPacket[];
  extractor: Extractor;
  /** Name of the fine-tuned model version. */
  model: string;
  grammar: boolean;
  askOnce: boolean;
  /** Whether the report shows values among its mistakes. */
  examples: boolean;
  concurrency?: number;
}

export interface Surroundings {
  config: Config;
  progress: Progress;
  signal: AbortSignal;
}

/** More claims than the server has sequences, so that none of them stands idle while a claim is read or merged. */
const claimsAtOnce = ({ INFERENCE_SEQUENCES }: Config): number => Math.ceil(INFERENCE_SEQUENCES * 1.5);

/** Reads and judges all packets; `onReading` sees each claim as it was read. */
export async function evaluate(
  options: EvaluationOptions,
  surroundings: Surroundings,
  onReading: (packet: LabelledPacket, reading: ClaimReading) => void = () => {},
): Promise<EvaluationFile> {
  const { packets, extractor, examples } = options;
  const { config, progress, signal } = surroundings;
  const model = extractorModel(options.model, extractor);
  const concurrency = options.concurrency ?? claimsAtOnce(config);
  const server = await openModelServer(model, surroundings);
  const chain = openChain(server.engine, options, config);
  const startedAt = performance.now();
  try {
    const watch = new EvaluationProgress(packets.length, progress);
    const limit = pLimit(concurrency);
    const predictions = await limit.map(packets, async (packet, index) => {
      signal.throwIfAborted();
      const reading = await chain.read(packet, index, model);
      onReading(packet, reading);
      const prediction = predictionOf(packet, reading, model, config);
      watch.done(comparisonsOf([prediction], [packet]));
      return prediction;
    });
    watch.end();
    return {
      run: {
        dataset: options.dataset,
        extractor,
        model: model.card.name,
        maturity: model.card.maturity,
        calibration: model.card.calibration ?? 'uncalibrated',
        grammar: options.grammar,
        asksAgain: !options.askOnce,
        sampling: model.card.sampling,
        threshold: config.CONFIDENCE_THRESHOLD,
        concurrency,
        seconds: (performance.now() - startedAt) / 1_000,
      },
      ...evaluationReport(predictions, packets, { examples }),
      claims: claimRows(predictions, packets),
    };
  } finally {
    await chain.close();
    await server.close();
  }
}

const predictionOf = (
  { id }: LabelledPacket,
  reading: ClaimReading,
  model: Model,
  config: Config,
): Prediction => ({
  id,
  fields: reading.scored && predictedFields(reading.scored),
  autoAccepted: reading.autoAccepted,
  firstAsks: reading.firstAsks,
  latencyMs: reading.latencyMs,
  costUsd: usageCostUsd(reading.usage, {
    prices: model.card.prices,
    engine: { usdPerHour: config.ENGINE_USD_PER_HOUR, sequences: config.INFERENCE_SEQUENCES },
  }),
});

interface ReadingChain {
  read(packet: LabelledPacket, index: number, model: Model): Promise<ClaimReading>;
  close(): Promise<void>;
}

/** The activities over a store in a temporary folder; what a claim left there goes with it. */
function openChain(engine: Engine, options: EvaluationOptions, config: Config): ReadingChain {
  const folder = mkdtempSync(join(tmpdir(), 'claim-reader-evaluation-'));
  const objects = new LocalFolder(pathToFileURL(`${folder}/`));
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
    sequences: config.INFERENCE_SEQUENCES,
    log: createLogger('models', 'silent'),
  });
  return {
    async read(packet, index, model) {
      const tenant = `claim-${index}`;
      const reading = await readLabelledClaim({
        ...{ objects, activities, call: inEnvironment, tenant },
        files: await filesOf(packet, options.dataset),
        model: modelVersion(model.card),
        threshold: config.CONFIDENCE_THRESHOLD,
        ...(options.askOnce ? { asks: 1 } : {}),
      });
      await rm(join(folder, tenant), { recursive: true, force: true });
      return reading;
    },
    async close() {
      await reader.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same engine without a grammar: what the model writes by itself. */
const writingFreely = (engine: Engine): Engine => ({
  ...engine,
  complete: (request, options) => engine.complete({ ...request, schema: null }, options),
});

const quiet = new DefaultLogger('ERROR', () => {});

/** An environment of its own for each activity, as a worker gives it. */
const inEnvironment: Call = <Input, Output>(activity: (input: Input) => Promise<Output>, input: Input) =>
  new MockActivityEnvironment({}, { logger: quiet }).run<[Input], Output, typeof activity>(activity, input);
