/** How well the labelled packets were read. */
import { FIELD_KEYS, type FieldKey } from '../../shared/claim-fields.ts';
import type { ClaimReport } from '../../shared/contracts.ts';
import { valuesMatch } from '../../shared/domain/compare.ts';
import type { Label } from './packets.ts';

export interface Reading {
  fields: number;
  right: number;
  /** Of the fields whose label states a value. */
  stated: number;
  statedRight: number;
}

export const NOTHING_READ: Reading = { fields: 0, right: 0, stated: 0, statedRight: 0 };

/** Compares a report with its label; a field that the report lacks is wrong, whatever the label says. */
export function scoreReport(fields: ClaimReport['fields'], { expected }: Label): Reading {
  const isRight = (key: FieldKey): boolean => {
    const field = fields[key];
    return field !== undefined && valuesMatch(key, field.value, expected[key]);
  };
  const stated = FIELD_KEYS.filter((key) => expected[key] !== null);
  return {
    fields: FIELD_KEYS.length,
    right: FIELD_KEYS.filter(isRight).length,
    stated: stated.length,
    statedRight: stated.filter(isRight).length,
  };
}

export const addReadings = (a: Reading, b: Reading): Reading => ({
  fields: a.fields + b.fields,
  right: a.right + b.right,
  stated: a.stated + b.stated,
  statedRight: a.statedRight + b.statedRight,
});

const percent = (part: number, whole: number): string =>
  whole === 0 ? '' : ` (${((100 * part) / whole).toFixed(1)} %)`;

/** `180 of 230 fields read right (78.3 %); of the values that the documents state 120 of 160 (75.0 %)`. */
export const describeReading = ({ fields, right, stated, statedRight }: Reading): string =>
  `${right} of ${fields} labelled fields read right${percent(right, fields)}; of the values that the documents state ${statedRight} of ${stated}${percent(statedRight, stated)}`;
