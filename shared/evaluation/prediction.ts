/** What one labelled claim was read as, and what the reading took. */
import type { ScoredClaim } from '../answers.ts';
import { FIELD_KEYS, type FieldKey, type FieldValue } from '../claim-fields.ts';

export interface PredictedField {
  value: FieldValue;
  /** 0 to 1. */
  confidence: number;
}

export interface Prediction {
  id: string;
  /** `null`: no chunk got a usable answer, or no document could be read. A key that is missing is wrong. */
  fields: Partial<Record<FieldKey, PredictedField>> | null;
  /** Whether the claim would have been recorded without a person. */
  autoAccepted: boolean;
  /** Answers that were asked for the first time, and how many of them were complete and valid. */
  firstAsks: { asked: number; compliant: number };
  latencyMs: number;
  costUsd: number;
}

/** The 23 values with their confidences. */
export const predictedFields = ({ fields }: ScoredClaim): Record<FieldKey, PredictedField> =>
  Object.fromEntries(
    FIELD_KEYS.map((key) => [key, { value: fields[key].value, confidence: fields[key].confidence }]),
  ) as Record<FieldKey, PredictedField>;
