/** Confidence: from what is known about a field to the probability that its value is right. */
import type {
  DoubtReason,
  Grounding,
  MergedClaim,
  MergedField,
  ScoredClaim,
  ScoredField,
} from '../answers.ts';
import { FIELD_KEYS, type FieldKey, type FieldKind, fieldSpec } from '../claim-fields.ts';
import { isSame } from './candidates.ts';
import { REQUIRED_FIELDS } from './validate.ts';

/** Doubts that merging raises; each says something else about how likely a value is right. */
const RAISED = [
  'not_in_text',
  'chunks_disagree',
  'documents_contradict',
  'invalid',
  'rule_disagrees',
  'ambiguous_date',
  'label_disagrees',
  'label_without_value',
] as const satisfies readonly DoubtReason[];

/** What the confidence of a field is computed from; every feature is a number around 0 to 1, logarithms negative. */
export type Features = {
  bias: number;
  /** Mean log-probability of the value's tokens, at least -3. */
  meanLogProbability: number;
  /** The least certain token's, at least -6. */
  minLogProbability: number;
  /** 1 minus the mean OCR confidence of the evidence. */
  ocrDoubt: number;
  partial: number;
  derived: number;
  /** A label of the field stands before the value. */
  labelled: number;
  /** Share of the naming chunks that name another value. */
  disagreement: number;
  /** The value is `null`. */
  isNull: number;
  /** It is `null` in a field without which no claim is complete. */
  requiredNull: number;
  /** Mean over the other fields of their least certain tokens: how hard the document is to read. */
  othersLogProbability: number;
} & Record<(typeof RAISED)[number], number>;

export type Weights = Record<keyof Features, number>;

/** Weights of a logistic model over the features, fitted on evaluation data of one model version. */
export interface Calibration {
  name: string;
  shared: Weights;
  /** Own weights for kinds of fields with enough evaluation data. */
  kinds: Partial<Record<FieldKind, Weights>>;
  /** What is added for a field because of what it is: some are harder to read than their features say. */
  offsets: Partial<Record<FieldKey, number>>;
}

/**
 * Weights until a model version brings its own: set by hand so that a printed value with certain tokens
 * and no doubt is near 0.95, one hesitant token (p = 0.2) costs about 0.1, a text that is only partly the
 * document's falls under 0.8, and any doubt of merging leaves it far below.
 */
export const DEFAULT_WEIGHTS: Weights = {
  bias: 2.6,
  meanLogProbability: 2,
  minLogProbability: 0.4,
  ocrDoubt: -5,
  partial: -2.2,
  derived: -0.4,
  labelled: 0.8,
  disagreement: -1.5,
  isNull: -0.2,
  requiredNull: -1.5,
  othersLogProbability: 0,
  not_in_text: -2.5,
  chunks_disagree: -2.5,
  documents_contradict: -2.5,
  invalid: -2.5,
  rule_disagrees: -2.5,
  ambiguous_date: -2.5,
  label_disagrees: -2.5,
  label_without_value: -2.5,
};

/** Names of the features, in the order in which a calibration is fitted. */
export const FEATURES = Object.keys(DEFAULT_WEIGHTS) as (keyof Features)[];

/** The scored claim; a field is sure when it reaches the threshold and no doubt was raised. Pure. */
export function scoreMerged(
  merged: MergedClaim,
  { threshold, calibration }: { threshold: number; calibration: Calibration | null },
): ScoredClaim {
  const own = new Map<FieldKey, number>();
  for (const key of FIELD_KEYS) {
    own.set(key, ownConfidence(key, featuresOf(key, merged.fields), calibration));
  }
  const scored = FIELD_KEYS.map((key): [FieldKey, ScoredField] => {
    const field = merged.fields[key];
    // What follows from other fields is no surer than they are, unless it was measured how sure it is:
    // most errors in them do not change what follows.
    const sources = calibration === null ? (field.derivation?.fields ?? []) : [];
    const from = sources.map((other) => own.get(other) ?? 0);
    const confidence = Math.min(own.get(key) ?? 0, ...from);
    const low = confidence < threshold;
    const doubts = [...field.doubts, ...(low ? (['low_confidence'] as const) : [])];
    return [key, { ...field, doubts, confidence, sure: doubts.length === 0 }];
  });
  return {
    ...merged,
    calibration: calibration?.name ?? 'uncalibrated',
    fields: Object.fromEntries(scored) as Record<FieldKey, ScoredField>,
  };
}

// A null that no chunk answered says nothing; what a rule decided has no tokens.
const NEVER_ASKED = { mean: -3, min: -6, tokens: 0 };
const DECIDED_BY_RULE = { mean: 0, min: 0, tokens: 0 };

const scoreOf = ({ score, value }: MergedField) => score ?? (value === null ? NEVER_ASKED : DECIDED_BY_RULE);

/** The features of one merged field among those of its claim; a calibration is fitted on exactly these. */
export function featuresOf(key: FieldKey, fields: MergedClaim['fields']): Features {
  const field = fields[key];
  const score = scoreOf(field);
  const rest = FIELD_KEYS.filter((other) => other !== key).map((other) => fields[other]);
  const required: readonly FieldKey[] = REQUIRED_FIELDS;
  const seen = field.evidence.flatMap(({ ocrConfidence }) =>
    ocrConfidence === undefined ? [] : [ocrConfidence],
  );
  const others = field.candidates.filter(({ value }) => !agrees(key, field, value));
  return {
    bias: 1,
    meanLogProbability: clamp(score.mean, -3),
    minLogProbability: clamp(score.min, -6),
    ocrDoubt: seen.length === 0 ? 0 : 1 - mean(seen),
    partial: is(field.grounding, 'partial'),
    derived: is(field.grounding, 'derived'),
    labelled: field.labelled ? 1 : 0,
    disagreement: field.candidates.length === 0 ? 0 : others.length / field.candidates.length,
    isNull: field.value === null ? 1 : 0,
    requiredNull: field.value === null && required.includes(key) ? 1 : 0,
    othersLogProbability: mean(rest.map((other) => clamp(scoreOf(other).min, -6))),
    ...(Object.fromEntries(RAISED.map((doubt) => [doubt, Number(field.doubts.includes(doubt))])) as Record<
      (typeof RAISED)[number],
      number
    >),
  };
}

/** The probability that a value of this field with these features is right. */
export function ownConfidence(key: FieldKey, features: Features, calibration: Calibration | null): number {
  const weights = calibration?.kinds[fieldSpec(key).kind] ?? calibration?.shared ?? DEFAULT_WEIGHTS;
  const offset = calibration?.offsets[key] ?? 0;
  return 1 / (1 + Math.exp(-FEATURES.reduce((sum, name) => sum + features[name] * weights[name], offset)));
}

// A union of names holds what each chunk saw; wordings of one story differ without disagreeing.
const agrees = (key: FieldKey, field: MergedField, value: MergedField['value']): boolean =>
  fieldSpec(key).kind === 'text' || fieldSpec(key).kind === 'names'
    ? field.value !== null
    : isSame(key, field.value, value);

// A token of probability zero has no finite logarithm.
const clamp = (value: number, least: number): number =>
  Number.isNaN(value) ? least : Math.max(least, Math.min(0, value));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const is = (grounding: Grounding, kind: Grounding): number => (grounding === kind ? 1 : 0);

/** How many fields of the claim are expected to be wrong. */
export const expectedErrors = ({ fields }: Pick<ScoredClaim, 'fields'>): number =>
  FIELD_KEYS.reduce((sum, key) => sum + 1 - fields[key].confidence, 0);
