import { defineQuery, setHandler, workflowInfo } from '@temporalio/workflow';
import type { ModelVersion } from '../shared/answers.ts';
import {
  type EvaluateInput,
  EvaluateInputSchema,
  type EvaluateRequest,
  MODEL_MESSAGES,
} from '../shared/model-contracts.ts';
import { judging, registry, replicas, requested } from './model-activities.ts';

export interface EvaluationState {
  claims: number;
  judged: number;
  fieldsRight: number;
}

export const evaluationStateQuery = defineQuery<EvaluationState>(MODEL_MESSAGES.evaluationState);

export interface Evaluated {
  evaluation: string;
  version: string;
  dataSet: string;
  n: number;
  fieldAccuracy: number;
  nonNullFieldAccuracy: number | null;
}

const LOAD_WITHIN_MS = 600_000;

/**
 * Judges a version on a frozen part of a data set, beside live claims, which go first. A version that no
 * replica serves is loaded for it and taken off again. Fails with `InvalidInput`, `AdapterRefused`.
 */
export async function evaluateWorkflow(request?: EvaluateRequest): Promise<Evaluated> {
  const input = requested(EvaluateInputSchema, request);
  const plan = await registry.planJudging({
    unstaged: false,
    ...(input.version === undefined ? {} : { version: input.version }),
    ...(input.dataSet === undefined ? {} : { dataSet: input.dataSet }),
  });
  const version = plan.candidate.name;
  await registry.serveVersion({ version });
  await replicas(LOAD_WITHIN_MS).awaitReplicas({ version });
  try {
    return await judge(plan.candidate, { ...input, dataSet: plan.dataSet, claims: plan.claims[input.part] });
  } finally {
    await registry.shelveVersion({ version, stage: 'shelved', reason: 'evaluated' });
  }
}

/** Shards, some at once, then the report. Its name belongs to what is asked and to who asks. */
export async function judge(
  model: ModelVersion,
  input: Pick<EvaluateInput, 'part' | 'claimsPerShard' | 'shardsAtOnce'> & {
    dataSet: string;
    claims: number;
  },
): Promise<Evaluated> {
  const { dataSet, part, claimsPerShard, claims, shardsAtOnce } = input;
  const asker = workflowInfo().firstExecutionRunId;
  const evaluation = [model.name, model.calibration ?? 'uncalibrated', dataSet, part, asker].join('.');
  const state: EvaluationState = { claims, judged: 0, fieldsRight: 0 };
  setHandler(evaluationStateQuery, () => state);
  const shards = Math.ceil(claims / claimsPerShard);
  const waiting = Array.from({ length: shards }, (_, shard) => shard);
  const lane = async (): Promise<void> => {
    for (let shard = waiting.shift(); shard !== undefined; shard = waiting.shift()) {
      const done = await judging.evaluateShard({ evaluation, dataSet, part, model, shard, claimsPerShard });
      state.judged += done.claims;
      state.fieldsRight += done.fieldsRight;
    }
  };
  await Promise.all(Array.from({ length: Math.min(shardsAtOnce, shards) }, lane));
  const report = await registry.finishEvaluation({ evaluation, dataSet, part, model, shards, shardsAtOnce });
  return { evaluation, version: model.name, dataSet, ...report };
}
