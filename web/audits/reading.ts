/** A blind reading while it is typed, field by field. Pure. */
import { z } from 'zod';
import { type Claim, FIELD_KEYS, type FieldKey, type FieldValue } from '../../shared/claim-fields.ts';
import { type Violation, violations } from '../../shared/domain/validate.ts';
import { readText } from '../words/read-text.ts';

const field = z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]]);
/** Texts as they were typed; a field without one is open. */
export const ReadingSchema = z.partialRecord(field, z.string());
export type Reading = z.infer<typeof ReadingSchema>;

/** In the order in which a form is read; every field once. */
export const GROUPS: { title: string; fields: FieldKey[] }[] = [
  {
    title: 'Claimant',
    fields: ['claimant_name', 'claimant_dob', 'claimant_phone', 'claimant_email', 'claimant_address'],
  },
  {
    title: 'Policy',
    fields: ['policy_number', 'policy_type', 'policy_effective_date', 'policy_expiration_date'],
  },
  {
    title: 'Loss',
    fields: [
      ...(['incident_date', 'incident_time', 'incident_type', 'incident_location'] as const),
      ...(['incident_description', 'damage_description', 'insured_item'] as const),
    ],
  },
  {
    title: 'Amounts, people, outcome',
    fields: [
      ...(['estimated_amount', 'deductible_amount', 'injuries_reported', 'third_parties'] as const),
      ...(['police_report_number', 'reported_date', 'coverage_determination'] as const),
    ],
  },
];

export const READING_ORDER: FieldKey[] = GROUPS.flatMap(({ fields }) => fields);

/** Fields that still need an answer or another one, in the order of the form. */
export const missingFields = (reading: Reading): FieldKey[] =>
  READING_ORDER.filter((key) => readText(key, reading[key] ?? '').kind !== 'value');

/** All 23 values; `null` while one is missing. */
export function valuesOf(reading: Reading): Claim | null {
  const values: [FieldKey, FieldValue][] = [];
  for (const key of FIELD_KEYS) {
    const read = readText(key, reading[key] ?? '');
    if (read.kind !== 'value') return null;
    values.push([key, read.value]);
  }
  return Object.fromEntries(values) as unknown as Claim;
}

/** What no true set of values does; a document may say it all the same, so it only warns. */
export function contradictions(reading: Reading): Violation[] {
  const values = FIELD_KEYS.map((key): [FieldKey, FieldValue] => {
    const read = readText(key, reading[key] ?? '');
    return [key, read.kind === 'value' ? read.value : null];
  });
  return violations(Object.fromEntries(values) as unknown as Claim).filter(
    ({ rule }) => rule !== 'well_formed',
  );
}
