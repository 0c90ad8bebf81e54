/** Model versions and the rounds of training that make them. */
import { z } from 'zod';
import { ModelNameSchema } from '../../../shared/model-card.ts';
import { type Contract, moment, responseSchema } from './contract.ts';
import { field, share } from './values.ts';

const roles = ['ml', 'auditor', 'senior_reviewer'] as const;
const interval = z.array(z.number()).length(2);

const Evaluation = z.object({
  dataset: z.string(),
  at: moment,
  claims: z.number(),
  fieldAccuracy: share,
  fieldAccuracyInterval: interval.meta({ description: '95 %' }),
  statedAccuracy: share.nullable().meta({ description: 'over the fields whose label states a value' }),
  formatCompliance: share.nullable(),
  ece: z.number().nullable().meta({ description: 'expected calibration error' }),
  auroc: share.nullable(),
  latencyMsP50: z.number().nullable(),
  costUsdPerClaim: z.number().nullable(),
  perField: z.array(z.object({ field, n: z.number(), accuracy: share, interval })),
});

const ModelLine = z.object({
  name: z.string(),
  active: z.boolean().meta({ description: 'reads new claims' }),
  stage: z.string().meta({ description: 'where it stands on its way to production' }),
  maturity: z.string(),
  promptVersion: z.string(),
  calibration: z.string().nullable(),
  contextTokens: z.number(),
  licence: z.string(),
  origin: z.string(),
  evaluation: Evaluation.omit({ perField: true })
    .nullable()
    .meta({ description: 'the newest; null: none is stored' }),
});

const Model = responseSchema(
  'Model',
  ModelLine.omit({ evaluation: true }).extend({
    stages: z.array(
      z.object({ stage: z.string(), at: moment, by: z.string().nullable(), reason: z.string().nullable() }),
    ),
    evaluations: z.array(Evaluation).meta({ description: 'the newest first' }),
    claimsRead: z.number().meta({ description: 'claims of this tenant that it read' }),
  }),
);

const RoundLine = z.object({
  id: z.string(),
  state: z.enum(['running', 'waiting', 'promoted', 'refused', 'failed', 'cancelled']),
  step: z.string(),
  model: z.string().nullable(),
  startedAt: moment,
  endedAt: moment.nullable(),
});

const Round = responseSchema(
  'Round',
  RoundLine.extend({
    steps: z.array(
      z.object({
        step: z.string(),
        state: z.enum(['waiting', 'running', 'done', 'failed']),
        startedAt: moment.nullable(),
        endedAt: moment.nullable(),
        done: z.number().nullable(),
        of: z.number().nullable(),
      }),
    ),
    training: z
      .object({
        step: z.number(),
        steps: z.number(),
        tokensPerSecond: z.number().nullable(),
        secondsLeft: z.number().nullable(),
      })
      .nullable(),
    losses: z.array(
      z.object({ step: z.number(), loss: z.number().nullable(), evalLoss: z.number().nullable() }),
    ),
    temporalUrl: z.string().nullable(),
  }),
);

export const modelContracts = {
  listModels: {
    method: 'GET',
    path: '/v1/models',
    summary: 'Model versions, and which of them reads new claims',
    roles,
    responses: { 200: responseSchema('ModelList', z.object({ models: z.array(ModelLine) })) },
    problems: [],
  },
  showModel: {
    method: 'GET',
    path: '/v1/models/{name}',
    summary: 'A model version: its stages and evaluations',
    roles,
    params: z.object({ name: ModelNameSchema }),
    responses: { 200: Model },
    problems: ['model_not_found'],
  },
  listRounds: {
    method: 'GET',
    path: '/v1/rounds',
    summary: 'Rounds of training, the newest first',
    roles,
    responses: { 200: responseSchema('RoundList', z.object({ rounds: z.array(RoundLine) })) },
    problems: [],
  },
  showRound: {
    method: 'GET',
    path: '/v1/rounds/{id}',
    summary: 'How far a round of training is',
    roles,
    params: z.object({ id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/) }),
    responses: { 200: Round },
    problems: ['round_not_found'],
  },
} as const satisfies Record<string, Contract>;
