/** Judging a version on a frozen part of a data set, some claims at a time, beside live claims. */
import { Context } from '@temporalio/activity';
import pLimit from 'p-limit';
import type { ModelVersion } from '../shared/answers.ts';
import { CALIBRATION_FILE, CalibrationSchema } from '../shared/calibration.ts';
import { FIELD_KEYS } from '../shared/claim-fields.ts';
import type { Database } from '../shared/database/database.ts';
import {
  type DataSet,
  type EvaluationFigures,
  findDataSet,
  insertEvaluation,
  setCalibration,
} from '../shared/database/registry.ts';
import { compareClaims } from '../shared/domain/compare.ts';
import { type EnginePrice, usageCostUsd } from '../shared/domain/cost.ts';
import { featuresOf } from '../shared/domain/score.ts';
import { type CalibrationExample, fitCalibration } from '../shared/evaluation/fit-calibration.ts';
import type { Label } from '../shared/evaluation/labels.ts';
import { type Prediction, predictedFields } from '../shared/evaluation/prediction.ts';
import { claimRows, evaluationReport } from '../shared/evaluation/report.ts';
import type { EvaluationFile } from '../shared/evaluation/report-schema.ts';
import { failure } from '../shared/failures.ts';
import type { LoadModel } from '../shared/model.ts';
import { objectKeys } from '../shared/object-keys.ts';
import { getJson, type ObjectStore, putJson } from '../shared/objects/object-store.ts';
import { OverlayStore } from '../shared/objects/overlay-store.ts';
import { sha256 } from '../shared/packet.ts';
import { checkedObject } from './checkpoints.ts';
import type { FrozenClaim } from './curate.ts';
import { answeringActivities, type ClaimReading, readFrozenClaim } from './evaluate.ts';
import type { ExtractDependencies } from './extract.ts';

/** Names an evaluation and what it judges. */
export interface EvaluationRef {
  evaluation: string;
  dataSet: string;
  part: 'validation' | 'evaluation';
}

export interface ShardRequest extends EvaluationRef {
  model: ModelVersion;
  /** From 0. */
  shard: number;
  claimsPerShard: number;
}

/** What a shard leaves in the store for the report. */
interface Shard {
  predictions: Prediction[];
  examples: CalibrationExample[];
  seconds: number;
}

const HEARTBEAT_MS = 2_000;
/** Claims of one shard under way at once: one is merged while another is asked about. */
const CLAIMS_AT_ONCE = 4;

export interface ShardDeps extends ExtractDependencies {
  database: Database;
  price: EnginePrice;
  /** A field under this confidence is in doubt. */
  threshold: number;
}

export const shardActivities = (deps: ShardDeps) => ({
  /**
   * Reads the claims of one shard with the code of the claim workflow and keeps what it read for the report;
   * what it makes on the way stays in memory. `deps.engine` must let live claims go first. Idempotent. Fails
   * with `DataSetDamaged`, `EngineUnavailable`, `ModelMissing`.
   */
  async evaluateShard(request: ShardRequest): Promise<{ claims: number; fieldsRight: number }> {
    const { database, objects, models, price, threshold } = deps;
    const { evaluation, model, shard, claimsPerShard } = request;
    const context = Context.current();
    const set = await dataSetOf(database, request.dataSet);
    const all = await frozenClaims(set, request.part, objects);
    const claims = all.slice(shard * claimsPerShard, (shard + 1) * claimsPerShard);
    const { tenant } = set;
    // The version's own answers to live claims would be found, and nothing would be asked.
    const overlay = new OverlayStore(objects, (key) => key.startsWith(`${tenant}/answers/`));
    const activities = answeringActivities({ ...deps, objects: overlay });
    const startedAt = performance.now();
    const made: Shard = { predictions: [], examples: [], seconds: 0 };
    const timer = setInterval(
      () => context.heartbeat({ done: made.predictions.length, of: claims.length }),
      HEARTBEAT_MS,
    );
    try {
      const work = pLimit(CLAIMS_AT_ONCE).map(claims, async (claim) => {
        const reading = await readFrozenClaim({
          ...{ objects: overlay, activities, tenant, model, threshold, readings: claim.readings },
          call: (activity, input) => activity(input),
        });
        made.predictions.push(predictionOf(claim, reading, models(model.name).card.prices, price));
        made.examples.push(...examplesOf(claim, reading));
        context.heartbeat({ done: made.predictions.length, of: claims.length });
      });
      await Promise.race([work, context.cancelled]);
    } finally {
      clearInterval(timer);
    }
    made.seconds = (performance.now() - startedAt) / 1_000;
    await putJson(objects, objectKeys.evaluation(tenant, evaluation, `shard-${shard}.json`), made);
    const right = made.predictions.map(({ id, fields }) => {
      const values =
        fields && Object.fromEntries(Object.entries(fields).map(([key, { value }]) => [key, value]));
      const expected = claims.find((claim) => claim.id === id)?.expected;
      return expected ? Object.values(compareClaims(values, expected)).filter(Boolean).length : 0;
    });
    return { claims: claims.length, fieldsRight: right.reduce((sum, one) => sum + one, 0) };
  },
});

export const reportActivities = ({
  database,
  objects,
  models,
  threshold,
}: {
  database: Database;
  objects: ObjectStore;
  models: LoadModel;
  threshold: number;
}) => ({
  /** Puts the shards together as the version's evaluation: figures in the registry, rows and mistakes in the store. Idempotent. */
  async finishEvaluation(
    request: EvaluationRef & { model: ModelVersion; shards: number; shardsAtOnce: number },
  ): Promise<{ n: number; fieldAccuracy: number; nonNullFieldAccuracy: number | null }> {
    const { evaluation, dataSet, part, model } = request;
    const set = await dataSetOf(database, dataSet);
    const shards = await shardsOf(set, evaluation, request.shards, objects);
    const labels = (await frozenClaims(set, part, objects)).map(labelOf);
    const predictions = shards.flatMap((shard) => shard.predictions);
    const { maturity, sampling } = models(model.name).card;
    const report = evaluationReport(predictions, labels, { examples: false });
    const file: EvaluationFile = {
      run: {
        dataset: `${dataSet} (${part})`,
        extractor: model.extractor ?? 'finetuned',
        model: model.name,
        maturity,
        calibration: model.calibration ?? 'uncalibrated',
        grammar: true,
        asksAgain: true,
        sampling,
        threshold,
        concurrency: CLAIMS_AT_ONCE * request.shardsAtOnce,
        seconds: shards.reduce((sum, { seconds }) => sum + seconds, 0),
      },
      ...report,
      claims: claimRows(predictions, labels),
    };
    const object = objectKeys.evaluation(set.tenant, evaluation, 'report.json');
    await putJson(objects, object, file);
    const { riskCoverage: _curve, reliability: _bins, mistakes: _mistakes, ...figures } = report;
    await insertEvaluation(database, {
      ...{ evaluation, model: model.name, dataSet, part, n: report.n, object },
      figures: { ...figures, calibration: file.run.calibration } as unknown as EvaluationFigures,
    });
    const { n, fieldAccuracy, nonNullFieldAccuracy } = report;
    return { n, fieldAccuracy, nonNullFieldAccuracy };
  },

  /**
   * Fits the version's confidence on claims that nothing was learnt from, and gives it to the version: from
   * here on it is this version's. Idempotent, because the fit is.
   */
  async fitConfidence({
    evaluation,
    dataSet,
    shards: count,
    model,
  }: {
    evaluation: string;
    dataSet: string;
    shards: number;
    model: ModelVersion;
  }): Promise<{ calibration: string; claims: number }> {
    const set = await dataSetOf(database, dataSet);
    const shards = await shardsOf(set, evaluation, count, objects);
    const examples = shards
      .flatMap((shard) => shard.examples)
      .sort(
        (a, b) => a.claim.localeCompare(b.claim) || FIELD_KEYS.indexOf(a.key) - FIELD_KEYS.indexOf(b.key),
      );
    const weights = fitCalibration(examples);
    const name = `logistic-${sha256(JSON.stringify(weights)).slice(0, 12)}`;
    const bytes = Buffer.from(`${JSON.stringify(CalibrationSchema.parse({ name, ...weights }), null, 2)}\n`);
    const object = objectKeys.version(model.name, CALIBRATION_FILE);
    await objects.put(object, bytes);
    await setCalibration(database, {
      name: model.name,
      calibration: name,
      file: { path: CALIBRATION_FILE, object, sha256: sha256(bytes), bytes: bytes.length },
    });
    return { calibration: name, claims: new Set(examples.map(({ claim }) => claim)).size };
  },
});

async function dataSetOf(database: Database, name: string): Promise<DataSet> {
  const set = await findDataSet(database, name);
  if (!set) throw failure('InvalidInput', `there is no data set ${name}`);
  return set;
}

/** Fails with `DataSetDamaged` where the part is not what its checksum says. */
async function frozenClaims(
  { parts }: DataSet,
  part: EvaluationRef['part'],
  objects: ObjectStore,
): Promise<FrozenClaim[]> {
  const kept = part === 'validation' ? parts.judgeValidation : parts.judgeEvaluation;
  const text = Buffer.from(await checkedObject(objects, kept)).toString();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as FrozenClaim);
}

const shardsOf = (set: DataSet, evaluation: string, count: number, objects: ObjectStore): Promise<Shard[]> =>
  Promise.all(
    Array.from({ length: count }, (_, shard) =>
      getJson<Shard>(objects, objectKeys.evaluation(set.tenant, evaluation, `shard-${shard}.json`)),
    ),
  );

const labelOf = ({ id, expected, uncertain }: FrozenClaim): Label => ({
  id,
  expected,
  uncertain,
  groups: {},
});

const predictionOf = (
  { id }: FrozenClaim,
  reading: ClaimReading,
  prices: Parameters<typeof usageCostUsd>[1]['prices'],
  engine: EnginePrice,
): Prediction => ({
  id,
  fields: reading.scored && predictedFields(reading.scored),
  autoAccepted: reading.autoAccepted,
  firstAsks: reading.firstAsks,
  latencyMs: reading.latencyMs,
  costUsd: usageCostUsd(reading.usage, { prices, engine }),
});

function examplesOf({ id, expected }: FrozenClaim, { scored }: ClaimReading): CalibrationExample[] {
  if (!scored) return [];
  const values = Object.fromEntries(FIELD_KEYS.map((key) => [key, scored.fields[key].value]));
  const right = compareClaims(values, expected);
  return FIELD_KEYS.map((key) => ({
    ...{ claim: id, key, right: right[key] },
    features: featuresOf(key, scored.fields),
  }));
}
