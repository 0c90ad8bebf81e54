/** When a prediction matches a label: the comparison column of claim-fields. */
import { type Claim, FIELD_KEYS, type FieldKey, type FieldValue, fieldSpec } from '../claim-fields.ts';
import { addressWords } from './addresses.ts';
import { phoneDigits } from './contacts.ts';
import { scanDates } from './dates.ts';
import { nameWords } from './names.ts';
import { scanTimes } from './times.ts';
import { lettersAndDigits, tokenF1, wordsOf } from './tokens.ts';

const TEXT_MATCH_F1 = 0.8;

/** Whether a predicted value counts as the expected one. Both `null` is a match, one `null` is none. */
export function valuesMatch(key: FieldKey, predicted: FieldValue, expected: FieldValue): boolean {
  if (predicted === null || expected === null) return predicted === expected;
  const kind = fieldSpec(key).kind;
  if (kind === 'names') {
    return Array.isArray(predicted) && Array.isArray(expected) && sameNames(predicted, expected);
  }
  if (kind === 'boolean') return predicted === expected;
  if (kind === 'money') {
    return (
      typeof predicted === 'number' &&
      typeof expected === 'number' &&
      Math.round(predicted * 100) === Math.round(expected * 100)
    );
  }
  if (typeof predicted !== 'string' || typeof expected !== 'string') return false;
  switch (kind) {
    case 'text':
      return tokenF1(wordsOf(predicted), wordsOf(expected)) >= TEXT_MATCH_F1;
    case 'enum':
      return predicted === expected;
    default:
      return comparable(kind, predicted) === comparable(kind, expected);
  }
}

/** Which of the 23 fields of a prediction match; a missing key and an answer that is no claim are wrong. */
export function compareClaims(
  predicted: Partial<Record<FieldKey, FieldValue>> | null,
  expected: Claim,
): Record<FieldKey, boolean> {
  const matches = FIELD_KEYS.map((key) => {
    const value = predicted?.[key];
    return [key, value !== undefined && valuesMatch(key, value, expected[key])];
  });
  return Object.fromEntries(matches) as Record<FieldKey, boolean>;
}

function comparable(kind: string, value: string): string {
  switch (kind) {
    case 'name':
      return nameWords(value).join(' ');
    case 'date':
      return scanDates(value)[0]?.value ?? value.trim();
    case 'time':
      return scanTimes(value)[0]?.value ?? value.trim();
    case 'phone':
      return phoneDigits(value);
    case 'email':
      return value.trim().toLowerCase();
    case 'address':
      return addressWords(value).join(' ');
    default:
      return lettersAndDigits(value);
  }
}

function sameNames(a: string[], b: string[]): boolean {
  const left = new Set(a.map((name) => nameWords(name).join(' ')));
  const right = new Set(b.map((name) => nameWords(name).join(' ')));
  return left.size === right.size && [...left].every((name) => right.has(name));
}
