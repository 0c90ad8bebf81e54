/** From what a reviewer typed to a value of the record: read as documents are read, held against the server's schema. */
import { type FieldKey, type FieldValue, fieldSchema, fieldSpec } from '../../shared/claim-fields.ts';
import { normaliseValue } from '../../shared/domain/normalise.ts';

export type Typed = { ok: true; value: FieldValue } | { ok: false; message: string };

/** Never throws; an empty text is no value: that a field is not stated is a decision of its own. */
export function typedValue(key: FieldKey, text: string): Typed {
  const printed = text.trim();
  if (printed === '') return { ok: false, message: 'is empty: write a value, or say that none is stated' };
  const read = normaliseValue(key, printed).value;
  // What is not understood goes to the schema as it is, which says what it must look like.
  const value = read ?? (fieldSpec(key).kind === 'names' ? [printed] : printed);
  const parsed = fieldSchema(key).safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, message: parsed.error.issues[0]?.message ?? 'has the wrong form' };
}

/** The text that an editor begins with. */
export function editableText(value: FieldValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join('; ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? value.toFixed(2) : value;
}
