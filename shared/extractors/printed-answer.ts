/** From a claim's labels back to what a verbatim model is to answer. Pure. */
import {
  type Claim,
  FIELD_KEYS,
  fieldSpec,
  type ModelAnswer,
  NO_COVERAGE_FACTS,
  type RawValue,
} from '../claim-fields.ts';
import { ground } from '../domain/ground.ts';
import { prepare, type Reading } from '../domain/reading.ts';
import { oneLine } from '../domain/tokens.ts';

/**
 * The labels as they are printed in the text. A value that is not printed is `null`, because an example
 * that answers what its document does not say teaches to guess; chosen values (types, yes and no) stay.
 * Facts of the coverage rule are in no label and stay `null`.
 */
export function printedAnswer(text: string, labels: Claim): ModelAnswer {
  const reading = { ...prepare(text), line: oneLine(text) };
  const values = FIELD_KEYS.map((key) => [key, printed(key, labels, reading)]);
  return { ...Object.fromEntries(values), ...NO_COVERAGE_FACTS } as ModelAnswer;
}

function printed(
  key: (typeof FIELD_KEYS)[number],
  labels: Claim,
  reading: Reading & { line: string },
): RawValue {
  const value = labels[key];
  const { kind } = fieldSpec(key);
  if (value === null || kind === 'enum' || kind === 'boolean' || kind === 'names') return value;
  if (typeof value === 'string' && reading.line.includes(value)) return value;
  const { spans } = ground(key, value, reading);
  return spans.length === 0
    ? null
    : oneLine(spans.map(({ start, end }) => reading.text.slice(start, end)).join(' '));
}
