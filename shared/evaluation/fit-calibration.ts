/** Fitting a model version's confidence on claims that it read and whose labels are known. Pure and deterministic. */
import { FIELD_KEYS, type FieldKey, type FieldKind, fieldSpec } from '../claim-fields.ts';
import {
  type Calibration,
  DEFAULT_WEIGHTS,
  FEATURES,
  type Features,
  ownConfidence,
  type Weights,
} from '../domain/score.ts';
import { auroc, calibrationError, type Judged, reliability } from './confidence.ts';
import { fitLogistic } from './logistic.ts';

/** One field of one claim as it was merged, and whether its value was right. */
export interface CalibrationExample {
  claim: string;
  key: FieldKey;
  features: Features;
  right: boolean;
}

export type FittedWeights = Omit<Calibration, 'name'>;

/** A kind of field has weights of its own from this many examples on. */
const ENOUGH_FOR_A_KIND = 200;
/** How hard the shared weights are held to the ones set by hand, and those of a kind to the shared ones. */
const HELD_TO_DEFAULT = 1;
const HELD_TO_SHARED = 4;
/** How hard the offset of a field is held to none. */
const HELD_TO_NO_OFFSET = 4;
const FOLDS = 5;

/**
 * Shared weights and an offset for each field in one fit, then own weights for the kinds with enough
 * examples, the offsets staying as they are.
 */
export function fitCalibration(examples: readonly CalibrationExample[]): FittedWeights {
  const defaults = FEATURES.map((name) => DEFAULT_WEIGHTS[name]);
  const weights = fitLogistic(
    examples.map(({ key, features, right }) => ({
      x: [...FEATURES.map((name) => features[name]), ...FIELD_KEYS.map((field) => Number(field === key))],
      offset: 0,
      right,
    })),
    {
      mean: [...defaults, ...FIELD_KEYS.map(() => 0)],
      precision: [...defaults.map(() => HELD_TO_DEFAULT), ...FIELD_KEYS.map(() => HELD_TO_NO_OFFSET)],
    },
  );
  const shared = weights.slice(0, FEATURES.length);
  const offsets = Object.fromEntries(
    FIELD_KEYS.map((key, i) => [key, rounded(weights[FEATURES.length + i] ?? 0)]),
  ) as Record<FieldKey, number>;

  const byKind = Map.groupBy(examples, ({ key }) => fieldSpec(key).kind);
  const kinds: Partial<Record<FieldKind, Weights>> = {};
  for (const [kind, members] of byKind) {
    if (members.length < ENOUGH_FOR_A_KIND) continue;
    const rows = members.map(({ key, features, right }) => ({
      x: FEATURES.map((name) => features[name]),
      offset: offsets[key],
      right,
    }));
    kinds[kind] = named(fitLogistic(rows, { mean: shared, precision: shared.map(() => HELD_TO_SHARED) }));
  }
  return { shared: named(shared), kinds, offsets };
}

const rounded = (value: number): number => Number(value.toFixed(4));

const named = (weights: readonly number[]): Weights =>
  Object.fromEntries(FEATURES.map((name, i) => [name, rounded(weights[i] ?? 0)])) as Weights;

export interface CalibrationQuality {
  auroc: number | null;
  ece: number;
}

/** What confidence fitted on four fifths of the claims is worth on the last fifth, each fifth once. */
export function crossValidate(examples: readonly CalibrationExample[]): CalibrationQuality {
  const claims = [...new Set(examples.map(({ claim }) => claim))];
  const foldOf = new Map(claims.map((claim, index) => [claim, index % FOLDS]));
  const judged = Array.from({ length: FOLDS }, (_, fold): Judged[] => {
    const isIn = ({ claim }: CalibrationExample): boolean => foldOf.get(claim) === fold;
    const calibration = { name: 'fold', ...fitCalibration(examples.filter((example) => !isIn(example))) };
    return judgeExamples(examples.filter(isIn), calibration);
  }).flat();
  return qualityOf(judged);
}

/** Confidence and truth of each example under a calibration, or under the weights set by hand. */
export const judgeExamples = (
  examples: readonly CalibrationExample[],
  calibration: Calibration | null,
): Judged[] =>
  examples.map(({ key, features, right }) => ({
    confidence: ownConfidence(key, features, calibration),
    right,
  }));

export const qualityOf = (judged: readonly Judged[]): CalibrationQuality => ({
  auroc: auroc(judged),
  ece: calibrationError(reliability(judged)),
});
