/** Evaluating one extractor on one data set. */
import { once } from 'node:events';
import pLimit from 'p-limit';
import type { ClaimReading } from '../../activities/evaluate.ts';
import type { Config } from '../../shared/config.ts';
import { usageCostUsd } from '../../shared/domain/cost.ts';
import { comparisonsOf } from '../../shared/evaluation/judge.ts';
import type { LabelledPacket } from '../../shared/evaluation/labels.ts';
import { type Prediction, predictedFields } from '../../shared/evaluation/prediction.ts';
import { claimRows, evaluationReport } from '../../shared/evaluation/report.ts';
import type { EvaluationFile } from '../../shared/evaluation/report-schema.ts';
import { loadModel, type Model } from '../../shared/model.ts';
import type { Progress } from '../stack/progress.ts';
import { openChain } from './chain.ts';
import { type ModelServer, openModelServer } from './model-server.ts';
import { openOracle } from './oracle.ts';
import { EvaluationProgress } from './progress.ts';

/** The three ways of extracting that are compared, the fine-tuned one being the measure. */
export const EXTRACTORS = ['finetuned', 'fewshot', 'retrieval'] as const;
/** What can be evaluated: these, and the ceiling of them all, which asks no model. */
export const EVALUATED = [...EXTRACTORS, 'oracle'] as const;
export type Extractor = (typeof EVALUATED)[number];

/** The model version that extracts in this way: the fine-tuned one, or its base with examples in the prompt. */
const extractorModel = (name: string, extractor: Extractor): Model =>
  loadModel(extractor === 'finetuned' || extractor === 'oracle' ? name : `${name}.${extractor}`);

export interface EvaluationOptions {
  dataset: string;
  packets: LabelledPacket[];
  /** Claims that retrieval looks in; none of those that are evaluated. */
  verified: readonly LabelledPacket[];
  extractor: Extractor;
  /** Name of the fine-tuned model version. */
  model: string;
  /** Whether a grammar holds the answers to the schema. */
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

/**
 * Reads and judges all packets; `onReading` sees each claim as it was read. Rejects with the signal's reason
 * as soon as it is aborted: a claim under way would wait for the model server that ends with it.
 */
export async function evaluate(
  options: EvaluationOptions,
  surroundings: Surroundings,
  onReading: (packet: LabelledPacket, reading: ClaimReading) => void = () => {},
): Promise<EvaluationFile> {
  const { packets, extractor, examples } = options;
  const { config, progress, signal } = surroundings;
  const model = extractorModel(options.model, extractor);
  const concurrency = options.concurrency ?? claimsAtOnce(config);
  const server = await openEngine(options, model, surroundings);
  try {
    const chain = await openChain({ ...options, model, engine: server.engine }, config, progress);
    try {
      const startedAt = performance.now();
      const watch = new EvaluationProgress(packets.length, progress);
      const reading = pLimit(concurrency).map(packets, async (packet, index) => {
        signal.throwIfAborted();
        const claim = await chain.read(packet, index);
        onReading(packet, claim);
        const prediction = predictionOf(packet, claim, model, config);
        watch.done(comparisonsOf([prediction], [packet]));
        return prediction;
      });
      const predictions = await Promise.race([reading, aborted(signal)]);
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
    }
  } finally {
    await server.close();
  }
}

async function aborted(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}

async function openEngine(
  options: EvaluationOptions,
  model: Model,
  surroundings: Surroundings,
): Promise<ModelServer> {
  if (options.extractor !== 'oracle') return openModelServer(model, surroundings);
  const engine = await openOracle({ ...options, model }, surroundings.config);
  return { engine, close: () => Promise.resolve() };
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
