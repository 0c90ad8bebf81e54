/** The form of an evaluation report, as it is printed, kept in a file and read again. Fractions are 0 to 1. */
import { z } from 'zod';
import { FIELD_KEYS, type FieldKey } from '../claim-fields.ts';
import { MistakeSchema } from './mistakes.ts';

const number = z.number();
const field = z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]]);
const interval = z.tuple([number, number]);

export const AccuracySchema = z.object({
  /** Fields that were compared: claims × 23, less those left out. */
  fields: number,
  fieldAccuracy: number,
  /** Wilson's 95 % interval, each field taken for itself. */
  fieldAccuracyInterval: interval,
  /** Of the fields whose label states a value. */
  nonNull: number,
  nonNullFieldAccuracy: number.nullable(),
  nonNullFieldAccuracyInterval: interval,
});
export type Accuracy = z.infer<typeof AccuracySchema>;

export const FieldReportSchema = z.object({
  n: number,
  accuracy: number,
  interval,
  nonNull: number,
  nonNullAccuracy: number.nullable(),
  nonNullInterval: interval,
  /** `null` where all values are right, or all wrong. */
  auroc: number.nullable(),
  ece: number,
  /** Share of the errors among the least sure tenth. */
  errorCapture10: number.nullable(),
});
export type FieldReport = z.infer<typeof FieldReportSchema>;

const GroupSchema = AccuracySchema.extend({ n: number });

export const EvaluationReportSchema = AccuracySchema.extend({
  /** Claims. */
  n: number,
  /** The same without the fields whose label is a judgement. */
  certain: AccuracySchema,
  perField: z.record(field, FieldReportSchema),
  worstFields: z.array(z.object({ key: field, accuracy: number })),
  /** Complete, valid answers ÷ answers asked for, each chunk's first ask only. */
  formatCompliance: number.nullable(),
  formatComplianceInterval: interval,
  answersAsked: number,
  /** Claims without any usable answer. */
  unanswered: number,
  latencyMs: z.object({ p50: number, p95: number }),
  costUsdPerClaim: number,
  costUsdPerMonth: number,
  auroc: number.nullable(),
  ece: number,
  errorCapture10: number.nullable(),
  /** Share of claims recorded without a person, and of the wrong fields in them. */
  autoAcceptRate: number,
  autoAcceptedFieldError: number.nullable(),
  /** Largest share of fields that confidence lets pass with 1 % of errors among them. */
  fieldAutoAcceptAt1pct: number,
  riskCoverage: z.array(z.object({ coverage: number, risk: number })),
  reliability: z.array(
    z.object({
      from: number,
      to: number,
      n: number,
      confidence: number.nullable(),
      accuracy: number.nullable(),
    }),
  ),
  mistakes: z.array(MistakeSchema),
  /** By grouping (`split`, `family`, `layout`) and its values, as far as the label lines name them. */
  groups: z.record(z.string(), z.record(z.string(), GroupSchema)),
});
export type EvaluationReport = z.infer<typeof EvaluationReportSchema>;

/** What was evaluated, and how. */
export const RunSchema = z.object({
  dataset: z.string(),
  extractor: z.string(),
  model: z.string(),
  maturity: z.string(),
  calibration: z.string(),
  /** Whether a grammar held the answers to the schema. */
  grammar: z.boolean(),
  /** Whether truncated and invalid answers were asked for again, as the claim workflow does. */
  asksAgain: z.boolean(),
  sampling: z.object({
    temperature: number,
    topP: number,
    frequencyPenalty: number.default(0),
    loopPenalty: number.default(0),
  }),
  threshold: number,
  /** Claims under way at once: a part of their latency is waiting for each other. */
  concurrency: number,
  seconds: number,
});

/** One claim in a report's file, for paired tests: a digit (`1` yes) or a number for each of the 23 fields. */
const ClaimRowSchema = z.object({
  id: z.string(),
  right: z.string().regex(/^[01]{23}$/),
  stated: z.string().regex(/^[01]{23}$/),
  confidence: z.array(number).length(FIELD_KEYS.length),
});
export type ClaimRow = z.infer<typeof ClaimRowSchema>;

export const EvaluationFileSchema = EvaluationReportSchema.extend({
  run: RunSchema,
  claims: z.array(ClaimRowSchema),
});
export type EvaluationFile = z.infer<typeof EvaluationFileSchema>;
