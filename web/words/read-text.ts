/** What a form's text says of a field: nothing yet, that no value is stated, a value, or something that is none. */
import type { FieldKey, FieldValue } from '../../shared/claim-fields.ts';
import { typedValue } from './typed-value.ts';

export type ReadText =
  | { kind: 'open' }
  | { kind: 'value'; value: FieldValue }
  | { kind: 'wrong'; message: string };

/** Typed instead of a value it says that the documents state none. */
export const NOT_STATED = '-';

export function readText(key: FieldKey, text: string): ReadText {
  const typed = text.trim();
  if (typed === '') return { kind: 'open' };
  if (typed === NOT_STATED) return { kind: 'value', value: null };
  const read = typedValue(key, typed);
  return read.ok ? { kind: 'value', value: read.value } : { kind: 'wrong', message: read.message };
}
