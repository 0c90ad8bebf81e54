/** The fields of a claim while it is being merged. */
import type { DoubtReason, Evidence, MergedField } from '../answers.ts';
import { type Claim, FIELD_KEYS, type FieldKey, type FieldValue } from '../claim-fields.ts';
import { unique } from './candidates.ts';

export type Fields = Record<FieldKey, MergedField>;

/** The 23 values of merged or scored fields. */
export const valuesOf = (fields: Record<FieldKey, { value: FieldValue }>): Claim =>
  Object.fromEntries(FIELD_KEYS.map((key) => [key, fields[key].value])) as Claim;

/** The first evidence of each of these fields: what a derived value is shown with. */
export const evidenceThrough = (fields: Fields, keys: readonly FieldKey[]): Evidence[] =>
  unique(keys.flatMap((key) => fields[key].evidence.slice(0, 2)));

export function addDoubt(field: MergedField, doubt: DoubtReason): void {
  if (!field.doubts.includes(doubt)) field.doubts.push(doubt);
}

/** Every value has evidence: what stands between two pages fills nothing. */
export function fill(field: MergedField, said: Partial<MergedField> & Pick<MergedField, 'evidence'>): void {
  if (said.evidence.length > 0) Object.assign(field, said);
}

/** Takes a value back that was read from the place of another field's. */
export function empty(field: MergedField): void {
  Object.assign(field, { value: null, grounding: 'none', evidence: [], doubts: ['label_disagrees'] });
  delete field.labelled;
}
