/** Labels as people and older systems wrote them, in the one form of claim-fields. Pure. */
import { type Claim, FIELD_KEYS, type FieldKey, fieldSchema, fieldSpec } from '../claim-fields.ts';
import { valuesMatch } from '../domain/compare.ts';
import { normaliseValue } from '../domain/normalise.ts';
import { isComplete } from '../domain/validate.ts';

export interface StandardisedLabels {
  labels: Claim;
  /** Fields whose label was written in another form. */
  changed: FieldKey[];
  /** Fields whose label stated something that has no standard form; it is now `null`. */
  lost: FieldKey[];
  /** Whether the claim may teach and judge: what must be stated is, and no validator fails. */
  complete: boolean;
}

/** Never throws: what no rule can read becomes `null` and is named in `lost`. */
export function standardiseLabels(raw: Readonly<Record<string, unknown>>): StandardisedLabels {
  const changed: FieldKey[] = [];
  const lost: FieldKey[] = [];
  const values = FIELD_KEYS.map((key) => {
    const given = raw[key] ?? null;
    const value = standardValue(key, given);
    if (value === null && given !== null && !saysNothing(given)) lost.push(key);
    else if (JSON.stringify(value) !== JSON.stringify(given)) changed.push(key);
    return [key, value];
  });
  const labels = Object.fromEntries(values) as Claim;
  return { labels, changed, lost, complete: isComplete(labels) };
}

function standardValue(key: FieldKey, given: unknown): unknown {
  const kept = fieldSchema(key).safeParse(given);
  // A name's honorific and an e-mail's capitals are let through by the schema and are no standard form.
  const { value } = normaliseValue(key, given);
  if (!kept.success) return fieldSchema(key).safeParse(value).success ? value : null;
  const asPrinted = !['name', 'names', 'email'].includes(fieldSpec(key).kind);
  const same = value !== null && valuesMatch(key, value, kept.data);
  return asPrinted || !same ? kept.data : value;
}

const saysNothing = (given: unknown): boolean => typeof given === 'string' && /^[\s\p{P}]*$/u.test(given);
