/** A text made ready for grounding: its words, labels and the conventions of the documents it comes from. */
import { type FieldKey, type FieldValue, fieldSpec } from '../claim-fields.ts';
import { addressTokens } from './addresses.ts';
import { type DayFirst, type PrintedDate, scanDates } from './dates.ts';
import { findLabels, type Label } from './labels/labels.ts';
import { normaliseValue, saysNothing } from './normalise.ts';
import { injuryStatements, noOthersStatements } from './statements.ts';
import { type Span, type Token, tokenise, wordsOf } from './tokens.ts';
import { statedValues } from './vocabulary.ts';

export interface Reading {
  text: string;
  labels: Label[];
  tokens: Token[];
  addressTokens: Token[];
  /** All days that are printed. */
  dates: PrintedDate[];
  dayFirstAt: (offset: number) => DayFirst;
  foreignAt: (offset: number) => boolean;
}

/** Prepares a text once; `dayFirstAt` and `foreignAt` say what the document at an offset proves about its dates. */
export function prepare(
  text: string,
  conventions: {
    dayFirstAt?: (offset: number) => DayFirst;
    foreignAt?: (offset: number) => boolean;
    /** The labels of the whole document where `text` is a part of it: headings before the part count. */
    labels?: Label[];
  } = {},
): Reading {
  const printed = withoutRules(text);
  const dayFirstAt = conventions.dayFirstAt ?? (() => undefined);
  return {
    text: printed,
    labels: conventions.labels ?? findLabels(text),
    tokens: tokenise(text),
    addressTokens: addressTokens(text),
    dates: scanDates(printed, { dayFirst: dayFirstAt }),
    dayFirstAt,
    foreignAt: conventions.foreignAt ?? (() => false),
  };
}

/**
 * The lines that a form draws for its answers are no part of them: "__$250.00______", "_Salem_"; those of a
 * table are bars. Offsets stay.
 */
const withoutRules = (text: string): string =>
  text
    .replace(/_{2,}|(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/gu, (rule) => ' '.repeat(rule.length))
    .replace(/[│┃║]/g, '|');

export interface LabelledValue {
  label: Label;
  value: FieldValue;
  /** The line that it was read from. */
  span: Span;
}

/**
 * What stands behind the labels of a field, read by code: enough to know that something is stated there
 * and whether it is the same. Taken as the value only where no answer gives one.
 */
export function labelledValues(key: FieldKey, reading: Reading): LabelledValue[] {
  return reading.labels.flatMap((label) => {
    if (!label.keys.includes(key)) return [];
    const printed = reading.text.slice(label.value.start, label.value.end);
    if (saysNothing(printed)) return [];
    const { start } = label.value;
    const [line = ''] = printed.split('\n');
    const value = readPrinted(key, line, reading, start);
    return value === null ? [] : [{ label, value, span: { start, end: start + line.trimEnd().length } }];
  });
}

function readPrinted(key: FieldKey, line: string, reading: Reading, at: number): FieldValue {
  const { value } = normaliseValue(key, line, { dayFirst: reading.dayFirstAt(at) });
  switch (fieldSpec(key).kind) {
    case 'identifier':
      return typeof value === 'string' && /\d/.test(value) ? value : null;
    case 'name':
      return typeof value === 'string' && /^[A-Z]/.test(value) && between(wordsOf(value).length, 2, 6)
        ? value
        : null;
    case 'names':
      return Array.isArray(value) && value.length > 0 && value.every(looksLikeName) ? value : null;
    case 'text':
    case 'address':
      return typeof value === 'string' && (wordsOf(value).length >= 2 || isKindOfThing(key, value))
        ? value
        : null;
    default:
      return value;
  }
}

/** "Vehicle: Coupe". */
const isKindOfThing = (key: FieldKey, value: string): boolean =>
  key === 'insured_item' &&
  /^(?:car|vehicle|auto|automobile|sedan|coupe|hatchback|suv|pickup|truck|van|minivan|wagon|convertible|motorcycle|trailer|house|home|building|dwelling|apartment|condominium|duplex|townhouse|property)$/i.test(
    value,
  );

const looksLikeName = (name: string): boolean => /^(?:\p{Lu}[\p{L}.'’-]*\s?){2,6}$/u.test(name);

const between = (n: number, low: number, high: number): boolean => n >= low && n <= high;

// Labels that forms use for many things count only in the claimant's own section.
const OWN_EVEN_IF_GENERIC: readonly FieldKey[] = [
  'claimant_phone',
  'claimant_email',
  'claimant_address',
  'claimant_dob',
  'incident_time',
];

/** Whether a reader would expect a value: a filled label of the field stands in the text, or words that state one. */
export function expectsValue(key: FieldKey, reading: Reading): boolean {
  if (expectedValues(key, reading).length > 0) return true;
  switch (key) {
    case 'injuries_reported':
      return injuryStatements(reading.text).length > 0;
    case 'third_parties':
      return noOthersStatements(reading.text).length > 0;
    case 'incident_type':
      return statedValues(key, reading.text).some(({ value }) => value !== 'other');
    default:
      return false;
  }
}

/** What stands behind those labels of a field that leave no doubt about whose value it is. */
export const expectedValues = (key: FieldKey, reading: Reading): LabelledValue[] =>
  labelledValues(key, reading).filter(
    ({ label }) => !label.generic || label.party === 'insured' || OWN_EVEN_IF_GENERIC.includes(key),
  );
