/** The insured vehicle of a form that asks for its year, make and model apart. */
import type { Label } from '../labels/labels.ts';
import type { Reading } from '../reading.ts';
import { oneLine } from '../tokens.ts';
import type { ToldText } from './told.ts';

const PARTS = [
  /^\W*(?:model[ _.]?|vehicle[ _.]?)?(?:year|yr)\b/i,
  /^\W*(?:make|mk|mfr|maker|manufacturer)\b/i,
  /^\W*(?:model|mdl|mod)\b/i,
];
const YEAR = /^(?:19|20)\d\d$/;
const LONGEST_PART = 30;
/** Labels that may stand between two of them: trim, body, plate. */
const BETWEEN = 2;

/** "2019 Ford Focus", from labels that follow one another, with the places of its parts. */
export const vehiclesInParts = (reading: Reading): ToldText[] =>
  reading.labels.flatMap((_, index) => {
    const parts = partsFrom(reading.labels.slice(index, index + PARTS.length + BETWEEN), reading);
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last || parts.length < PARTS.length || !YEAR.test(first.value)) return [];
    const value = parts.map((part) => part.value).join(' ');
    return [{ value, start: first.start, end: last.end, spans: parts }];
  });

/** The parts in their order, from the first of `labels` on. */
function partsFrom(labels: readonly Label[], reading: Reading): ToldText[] {
  const found: ToldText[] = [];
  for (const [index, label] of labels.entries()) {
    const asks = PARTS[found.length]?.test(reading.text.slice(label.start, label.end));
    const part = asks && label.keys.includes('insured_item') ? partOf(label, reading) : null;
    if (part) found.push(part);
    else if (asks || index === 0) return [];
  }
  return found;
}

function partOf({ value }: Label, { text }: Reading): ToldText | null {
  const [line = ''] = text.slice(value.start, value.end).split('\n');
  const [printed = ''] = /[\p{L}\p{N}][\p{L}\p{N} .&+/-]*/u.exec(line) ?? [];
  const part = oneLine(printed.split(/ {3,}/)[0] ?? '');
  if (part === '' || part.length > LONGEST_PART) return null;
  const start = value.start + line.indexOf(part);
  return { value: part, start, end: start + part.length };
}
