/** What a person may ask of the model workflows, each one JSON object in which everything has a default; and what they tell. */
import { z } from 'zod';
import { TenantSchema } from './contracts.ts';
import { ModelNameSchema } from './model-card.ts';

const count = z.number().int().positive();
const share = z.number().min(0).max(1);
const durationMs = z.number().int().nonnegative();

const DataSetNameSchema = z.string().regex(/^data-[0-9a-f]{12}$/, 'a data set is named data-…');
const PersonSchema = z.string().trim().min(1, 'name the person').max(100);

/** How verified and imported claims become a data set. */
export const CurateSettingsSchema = z.strictObject({
  tenant: TenantSchema.default('default'),
  /** The version on whose base models are to be trained; default: the active one's. */
  base: ModelNameSchema.optional(),
  /** Share of claims that may be learnt from; the others judge. By a fixed hash of the claim. */
  trainShare: share.default(0.9),
  /** Of these, the share that chooses the epoch and fits the confidence; by default as many as judge. */
  validationShare: share.default(0.11),
  /** Jaccard similarity of word shingles from which on two texts are the same claim. */
  nearDuplicateAt: z.number().min(0.5).max(1).default(0.9),
  /** The largest share of training claims that one type of loss may have; what is over waits as a reserve. */
  balanceShare: z.number().min(0.1).max(1).default(0.35),
  /** Fields worst in the last evaluation for which examples are added, and how many at most. */
  targetedFields: z.number().int().min(0).max(23).default(5),
  targetedAtMost: z.number().int().nonnegative().default(400),
  /** Under this many complete claims there is nothing to learn. */
  claimsAtLeast: count.default(50),
});
export type CurateSettings = z.infer<typeof CurateSettingsSchema>;
export type CurateRequest = z.input<typeof CurateSettingsSchema>;

const LORA_SETTINGS = {
  rank: z.literal([1, 8, 16, 32, 64, 128]),
  alpha: count,
  dropout: z.number().min(0).max(0.5),
  targets: z
    .array(z.enum(['q_proj', 'k_proj', 'v_proj', 'o_proj', 'gate_proj', 'up_proj', 'down_proj']))
    .min(1),
  epochs: count.max(100),
  batch: count.max(256),
  accumulation: count.max(256),
  learningRate: z.number().positive().max(1),
  warmupShare: share,
  /** For large models: less memory, more time. */
  gradientCheckpointing: z.boolean(),
  seed: z.number().int().nonnegative(),
};

/** The form of an adapter, as far as it stands in its own settings. */
export const AdapterShapeSchema = z.object({
  r: LORA_SETTINGS.rank,
  lora_alpha: LORA_SETTINGS.alpha,
  target_modules: LORA_SETTINGS.targets,
});

/** The final configuration of the four iterations; the trainer explains each. */
export const LoraSettingsSchema = z.strictObject({
  rank: LORA_SETTINGS.rank.default(32),
  alpha: LORA_SETTINGS.alpha.default(64),
  dropout: LORA_SETTINGS.dropout.default(0.05),
  targets: LORA_SETTINGS.targets.default(['q_proj', 'k_proj', 'v_proj', 'o_proj']),
  epochs: LORA_SETTINGS.epochs.default(5),
  batch: LORA_SETTINGS.batch.default(4),
  accumulation: LORA_SETTINGS.accumulation.default(4),
  learningRate: LORA_SETTINGS.learningRate.default(1e-4),
  warmupShare: LORA_SETTINGS.warmupShare.default(0.1),
  gradientCheckpointing: LORA_SETTINGS.gradientCheckpointing.default(true),
  seed: LORA_SETTINGS.seed.default(1),
});
export type LoraSettings = z.infer<typeof LoraSettingsSchema>;

export const TrainInputSchema = z.strictObject({
  /** Default: the newest. */
  dataSet: DataSetNameSchema.optional(),
  /**
   * `active`: goes on from the adapter of the version that reads new claims, with its rank, alpha and
   * targets, so that what it can is not learnt anew; `base`: begins on the base alone.
   */
  from: z.enum(['active', 'base']).default('active'),
  lora: LoraSettingsSchema.prefault({}),
  /** Settings to be compared, each over `lora`; the one with the least loss on unseen claims is kept. */
  sweep: z.array(z.strictObject(LORA_SETTINGS).partial()).max(32).default([]),
  /** Compiled, training is faster and starts a minute later; a C++ compiler must be there. */
  compile: z.boolean().default(true),
  /** Seconds between two checkpoints. */
  checkpointSeconds: z.number().positive().default(300),
});
export type TrainInput = z.infer<typeof TrainInputSchema>;
export type TrainRequest = z.input<typeof TrainInputSchema>;

export const EvaluateInputSchema = z.strictObject({
  /** Default: the newest trained version. */
  version: ModelNameSchema.optional(),
  /** Default: the newest. */
  dataSet: DataSetNameSchema.optional(),
  /** `validation` fits confidence, `evaluation` judges. */
  part: z.enum(['validation', 'evaluation']).default('evaluation'),
  claimsPerShard: count.max(500).default(20),
  shardsAtOnce: count.max(64).default(2),
});
export type EvaluateInput = z.infer<typeof EvaluateInputSchema>;
export type EvaluateRequest = z.input<typeof EvaluateInputSchema>;

/** What a candidate must be to take the place of the active version. Shares are 0 to 1. */
export const GatePolicySchema = z.strictObject({
  claimsAtLeast: count.default(50),
  /** Two-sided p-value of the paired bootstrap under which a gain is believed. */
  significance: z.number().positive().max(0.5).default(0.05),
  /** How much worse a field may be; a field fails when it is worse by more and that is no chance. */
  fieldMargin: share.default(0.02),
  /** How much less often answers may have the right form. */
  formatMargin: share.default(0.01),
  /** How many times the active version's latency (p95) and cost a candidate may take. */
  latencyFactor: z.number().positive().default(1.25),
  costFactor: z.number().positive().default(1.25),
  /** Largest mean difference between confidence and truth; and whether confidence must be fitted. */
  calibrationError: share.default(0.1),
  calibrated: z.boolean().default(true),
  /** Unseen claims that a fit of confidence needs. */
  calibrationClaims: count.default(50),
});
export type GatePolicy = z.infer<typeof GatePolicySchema>;

/** When a canary is stopped, and how it grows. */
export const RolloutPolicySchema = z.strictObject({
  /** Share of recorded claims that the candidate reads as well, without a say. */
  shadowShare: share.default(0.2),
  shadowClaims: z.number().int().nonnegative().default(20),
  /** Shares of new claims, one step after the other. */
  steps: z.array(share).min(1).default([0.05, 0.25, 0.5]),
  /** Claims that a step must have recorded before the next. */
  claimsPerStep: z.number().int().nonnegative().default(20),
  /** A step without enough claims ends after this time as well; 0: it waits for as long as it takes. */
  stepAtMostMs: durationMs.default(24 * 3_600_000),
  /** How long a promoted version is still watched, and rolled back by itself. */
  watchMs: durationMs.default(24 * 3_600_000),
  checkEveryMs: z.number().int().positive().default(60_000),
  limits: z
    .strictObject({
      /** How much larger than the other version's they may be, beyond chance. */
      corrections: share.default(0.02),
      failures: share.default(0.02),
      doubts: share.default(0.1),
      confidence: share.default(0.1),
      latencyFactor: z.number().positive().default(2),
      /** From this many claims on a figure says something. */
      claimsAtLeast: count.default(10),
    })
    .prefault({}),
});
export type RolloutPolicy = z.infer<typeof RolloutPolicySchema>;

export const PromoteInputSchema = z.strictObject({
  /** Default: the newest trained version that is nowhere yet. */
  version: ModelNameSchema.optional(),
  dataSet: DataSetNameSchema.optional(),
  gate: GatePolicySchema.prefault({}),
  approval: z
    .strictObject({
      /** 0: the gate alone decides. */
      persons: z.number().int().min(0).max(2).default(1),
      withinMs: z
        .number()
        .int()
        .positive()
        .default(14 * 24 * 3_600_000),
    })
    .prefault({}),
  rollout: RolloutPolicySchema.prefault({}),
  claimsPerShard: count.max(500).default(20),
  shardsAtOnce: count.max(64).default(2),
  /** How long the replicas may take to load and verify it. */
  loadWithinMs: z
    .number()
    .int()
    .positive()
    .default(10 * 60_000),
});
export type PromoteInput = z.infer<typeof PromoteInputSchema>;
export type PromoteRequest = z.input<typeof PromoteInputSchema>;

export const RollbackInputSchema = z.strictObject({
  person: PersonSchema.default('somebody at the Temporal UI'),
  reason: z.string().max(500).default('asked for'),
});
export type RollbackRequest = z.input<typeof RollbackInputSchema>;

/** One round: curate ▸ train ▸ evaluate ▸ gate ▸ approve ▸ roll out. */
export const RoundInputSchema = z.strictObject({
  curate: CurateSettingsSchema.prefault({}),
  train: TrainInputSchema.omit({ dataSet: true }).prefault({}),
  promote: PromoteInputSchema.omit({ version: true, dataSet: true }).prefault({}),
});
export type RoundInput = z.infer<typeof RoundInputSchema>;
export type RoundRequest = z.input<typeof RoundInputSchema>;

/** When the loop starts a round by itself. */
export const LoopInputSchema = z.strictObject({
  tenant: TenantSchema.default('default'),
  round: RoundInputSchema.prefault({}),
  newClaims: count.default(200),
  /** 0: only on enough claims or drift. */
  everyMs: durationMs.default(30 * 24 * 3_600_000),
  checkEveryMs: z.number().int().positive().default(3_600_000),
  /** How far accuracy in production (blind audits) may lie under that of the evaluation. */
  gapMargin: share.default(0.03),
  auditsAtLeast: count.default(20),
  /** What an earlier run of the same loop knew; set by the loop itself. */
  state: z
    .strictObject({ rounds: z.number().int().nonnegative(), lastRoundAt: z.number().nonnegative() })
    .optional(),
});
export type LoopInput = z.infer<typeof LoopInputSchema>;
export type LoopRequest = z.input<typeof LoopInputSchema>;

/** A word on a promotion, by update or as the one JSON payload of a signal. */
export const ApprovalSchema = z.strictObject({
  person: PersonSchema,
  note: z.string().max(2_000).default(''),
});
export type ApprovalRequest = z.input<typeof ApprovalSchema>;

/** Names of the messages, as they appear in the Temporal UI. */
export const MODEL_MESSAGES = {
  approvePromotion: 'approvePromotion',
  rejectPromotion: 'rejectPromotion',
  approve: 'approve',
  reject: 'reject',
  promotionState: 'promotionState',
  trainingState: 'trainingState',
  trainingProgress: 'trainingProgress',
  evaluationState: 'evaluationState',
  roundState: 'roundState',
  loopState: 'loopState',
  startRound: 'startRound',
  stopLoop: 'stopLoop',
} as const;

/** What the trainer last said. */
export interface TrainingProgress {
  step: number;
  /** Of all epochs; 0 until the trainer has counted them. */
  steps: number;
  loss: number | null;
  evaluationLoss: number | null;
  tokensPerSecond: number | null;
  secondsLeft: number | null;
  /** The step of the checkpoint that it went on from; 0: from the start. */
  fromStep: number;
  /** Both losses after each epoch, at its last step: they part where a training begins to memorise. */
  epochs: { epoch: number; step: number; loss: number | null; evaluationLoss: number }[];
}

export const NO_TRAINING: TrainingProgress = {
  step: 0,
  steps: 0,
  loss: null,
  evaluationLoss: null,
  tokensPerSecond: null,
  secondsLeft: null,
  fromStep: 0,
  epochs: [],
};

export const PROMOTION_STATES = [
  'loading',
  'evaluating',
  'judging',
  'awaiting_approval',
  'shadow',
  'canary',
  'watching',
  'promoted',
  'refused',
  'rejected',
  'rolled_back',
] as const;
export type PromotionStatus = (typeof PROMOTION_STATES)[number];

/** The id under which only one promotion runs at a time: two would fight over the canary. */
export const PROMOTION_WORKFLOW_ID = 'models/promotion';
export const LOOP_WORKFLOW_ID = 'models/loop';
