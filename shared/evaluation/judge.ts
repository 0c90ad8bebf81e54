/** Predictions against labels, field by field. Pure. */
import { FIELD_KEYS, type FieldKey, type FieldValue } from '../claim-fields.ts';
import { compareClaims } from '../domain/compare.ts';
import type { Judged } from './confidence.ts';
import type { Label } from './labels.ts';
import type { Prediction } from './prediction.ts';

export interface Comparison {
  label: Label;
  /** Absent when nothing is known of the claim; it then counts as one that nothing was read of. */
  prediction: Prediction | undefined;
  right: Record<FieldKey, boolean>;
}

/** Each label with its prediction. A claim without a usable answer is wrong in every field. */
export function comparisonsOf(predictions: readonly Prediction[], labels: readonly Label[]): Comparison[] {
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction]));
  return labels.map((label) => {
    const prediction = byId.get(label.id);
    return { label, prediction, right: compareClaims(valuesOf(prediction), label.expected) };
  });
}

function valuesOf(prediction: Prediction | undefined): Partial<Record<FieldKey, FieldValue>> | null {
  const fields = prediction?.fields;
  if (!fields) return null;
  return Object.fromEntries(
    FIELD_KEYS.flatMap((key) => {
      const field = fields[key];
      return field ? [[key, field.value]] : [];
    }),
  );
}

/** One field of one claim; what was not answered has no confidence. */
export const judgedField = ({ prediction, right }: Comparison, key: FieldKey): Judged => ({
  confidence: prediction?.fields?.[key]?.confidence ?? 0,
  right: right[key],
});
