/** From a value as printed, or as a model wrote it, to the form that claim-fields demands. */
import type { DoubtReason } from '../answers.ts';
import { type FieldKey, type FieldValue, fieldSpec } from '../claim-fields.ts';
import { normaliseAddress } from './addresses.ts';
import { emailOf, phoneOf, scanEmails } from './contacts.ts';
import { type DayFirst, scanDates } from './dates.ts';
import { withoutFillers } from './labels/interviews.ts';
import { amountOf, scanMoney } from './money.ts';
import { isFirm, isNoName, isUnnamed, normaliseName, sameName, saysNobody } from './names.ts';
import { scanTimes } from './times.ts';
import { oneLine, type Span } from './tokens.ts';
import { valueOfPhrase } from './vocabulary.ts';

export { detectDayFirst } from './dates.ts';

/** What the document around a value says about how to read it. */
export interface ReadingContext {
  /** What other dates of the same document prove about the order of day and month. */
  dayFirst?: DayFirst;
  /** Foreign addresses or currency in the same document. */
  foreign?: boolean;
}

export interface Normalised {
  value: FieldValue;
  doubts: DoubtReason[];
}

/** Words that fill a form's line without stating a value. */
const NOTHING =
  /^(?:(?:n\.?\/?a\.?|none|nil|null|unknown|unspecified|undisclosed|not (?:known|stated|provided|available|applicable|reported|specified|given|yet known|determined)|tb[adc]|to be (?:determined|confirmed|advised)|pending|see (?:above|below|attached)|same)\.?|[-–—_.\s/]*)$/i;

export const saysNothing = (printed: string): boolean => NOTHING.test(printed.trim());

/**
 * The value in the form of `ClaimSchema`, `null` when what is printed states none or leaves a choice.
 * Never throws: whatever a model wrote is accepted and at worst gives `null`.
 */
export function normaliseValue(key: FieldKey, raw: unknown, context: ReadingContext = {}): Normalised {
  if (raw === null || raw === undefined) return { value: null, doubts: [] };
  const kind = fieldSpec(key).kind;
  if (kind === 'names') return sure(namesOf(raw));
  if (kind === 'boolean') return sure(typeof raw === 'boolean' ? raw : yesOrNo(raw));
  if (kind === 'money' && typeof raw === 'number') {
    return sure(Number.isFinite(raw) && raw >= 0 ? Math.round(raw * 100) / 100 : null);
  }
  if (typeof raw !== 'string' && typeof raw !== 'number') return sure(null);
  const printed = String(raw);
  if (kind === 'date') return dateOf(key, printed, context);
  // An answer to a question ("Police report: YES") is no name, number or place.
  if (saysNothing(printed) || /^\s*(?:yes|no|y|n|true|false)\s*$/i.test(printed)) return sure(null);
  switch (kind) {
    case 'time':
      return sure(timeOf(printed));
    case 'money':
      return sure(amountOf(printed));
    case 'phone':
      return sure(phoneOf(printed));
    case 'email':
      return sure(emailOf(printed));
    case 'name':
      return sure(nameOf(printed));
    case 'address':
      return sure(isOfAnotherKind(printed) ? null : normaliseAddress(withoutFillers(printed)) || null);
    case 'identifier':
      return sure(identifierOf(printed));
    case 'enum':
      return sure(enumOf(key, printed));
    default:
      return sure(isOfAnotherKind(printed) ? null : textOf(key, printed));
  }
}

/** A form's names for the parts of a vehicle: "Year: 2024 Make: Ford". */
const PART_LABELS = /(?<![\p{L}\p{N}])(?:year|make|model|trim)(?:\s*:\s*|$)/giu;
const withoutPartLabels = (printed: string): string => printed.replace(PART_LABELS, '');

const textOf = (key: FieldKey, printed: string): string | null =>
  withoutFillers(oneLine(key === 'insured_item' ? withoutPartLabels(printed) : printed)) || null;

/** Whether all that stands where words or a place are asked for is a day, a time, an amount, a phone or an address of e-mail. */
function isOfAnotherKind(printed: string): boolean {
  const text = oneLine(printed);
  const isWhole = ({ start, end }: Span): boolean => start === 0 && end === text.length;
  return (
    [scanDates(text), scanTimes(text), scanMoney(text), scanEmails(text)].some((found) =>
      found.some(isWhole),
    ) || /^[+(]?\d[\d\s().-]{5,20}\d$/.test(text)
  );
}

const sure = (value: FieldValue): Normalised => ({ value, doubts: [] });

function nameOf(printed: string): string | null {
  const name = normaliseName(printed);
  return name === '' || isUnnamed(printed) || isNoName(name) ? null : name;
}

function dateOf(key: FieldKey, printed: string, context: ReadingContext): Normalised {
  const dates = scanDates(printed, { dayFirst: context.dayFirst, birth: key === 'claimant_dob' });
  const [first, ...others] = dates;
  if (!first) return sure(null);
  // A period ("01/01/2025 - 12/31/2025") states its start and its end.
  const date = key === 'policy_expiration_date' && others.length === 1 ? (others[0] ?? first) : first;
  return { value: date.value, doubts: date.unproven && context.foreign ? ['ambiguous_date'] : [] };
}

function timeOf(printed: string): string | null {
  const times = scanTimes(printed);
  if (times[0]) return times[0].value;
  const bare = /^\s*([01]\d|2[0-3])([0-5]\d)\s*$/.exec(printed);
  return bare ? `${bare[1]}:${bare[2]}` : null;
}

function yesOrNo(raw: unknown): boolean | null {
  const word = String(raw).trim().toLowerCase().replace(/[.!]$/, '');
  if (/^(?:true|yes|y|x|checked|reported)$/.test(word)) return true;
  if (/^(?:false|no|n|none|nil|0|no injur(?:y|ies)(?: reported)?)$/.test(word)) return false;
  return null;
}

// Before a space, "No" is a label, and "NO" in capitals may be the first part of the number itself.
const NUMBER_SIGN =
  /^(?:[Nn](?:[Oo]|[Rr]|[Uu][Mm]|[Uu][Mm][Bb][Ee][Rr])\s*[.:#]+\s*|(?:[Nn](?:o|r|um|umber)|NUMBER)\s+|#\s*)(?=\S*\d)/;

/** Words of the sentence before it, of the form or of whoever says it: "The card says 4711", "CALLER: Um, 4711", "A. 4711". */
const BEFORE_NUMBER =
  /^(?:(?:\p{Lu}?\p{Ll}{2,}|a|NUMBER|POLICY|INSURED|OF|IS)\s+)*(?:(?:[\p{Lu} ]{2,20}:|\p{Lu}?\p{Ll}+:|A\.|\p{Lu}\p{Ll}+ -)\s+(?:\p{L}{2,5},\s+)?)?(?=\S*\d)/u;

/** What follows a number in its sentence: "HO-4471982, in force since …". */
const AFTER_NUMBER = /(?<=\d\S*)[.,;] .*$/;

/** A number has a figure and is more than a day: words of the document are none. */
function identifierOf(printed: string): string | null {
  const text = oneLine(printed)
    .replace(BEFORE_NUMBER, '')
    .replace(NUMBER_SIGN, '')
    .replace(AFTER_NUMBER, '')
    .replace(/[.,;:]+$/, '');
  const [date] = scanDates(text);
  const isDate = date !== undefined && date.start === 0 && date.end === text.length;
  return /\d/.test(text) && !isDate && !VEHICLE.test(text) ? text : null;
}

/** "2005 Mini Countryman". */
const VEHICLE = /^(?:19|20)\d\d \p{L}{3,}(?: |$)/u;

function enumOf(key: FieldKey, printed: string): string | null {
  const word = printed
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return fieldSpec(key).values?.includes(word) ? word : valueOfPhrase(key, printed);
}

function namesOf(raw: unknown): string[] | null {
  const entries = Array.isArray(raw) ? raw : typeof raw === 'string' ? splitNames(raw) : null;
  if (!entries) return null;
  const printed = entries.filter(
    (entry): entry is string => typeof entry === 'string' && /[\p{L}\p{N}]/u.test(entry),
  );
  // Dashes and rules are a form's blank line; only an empty list of the model's own says "nobody".
  if (printed.length === 0) return Array.isArray(raw) && raw.length === 0 ? [] : null;
  if (printed.every(saysNobody)) return [];
  const names = printed
    .filter((entry) => !saysNobody(entry) && !isUnnamed(entry))
    .flatMap(partnersOf)
    .map(normaliseName)
    .filter((name) => name !== '' && !isNoName(name));
  if (names.length === 0) return null;
  return names.filter((name, index) => names.findIndex((other) => sameName(other, name)) === index);
}

/** "Ann Lee & Sam Poe" and "Ann Lee, Sam Poe" are two people where each has two names; "Lee & Sons" is a firm. */
function partnersOf(entry: string): string[] {
  const parts = entry.split(/ ?(?:,|&|\band\b) ?/);
  const whole = parts.length < 2 || isFirm(entry) || parts.some((part) => !isFullName(part));
  return whole ? [entry] : parts;
}

const isFullName = (part: string): boolean =>
  /^(?:\p{Lu}[\p{L}.'’-]*|de|la|van|von|der|del)(?: (?:\p{Lu}[\p{L}.'’-]*|de|la|van|von|der|del))+$/u.test(
    part,
  );

/** A printed list, at semicolons, line ends, "and" and those commas that do not turn "Last, First" around. */
function splitNames(printed: string): string[] {
  const parts = printed.split(/\s*(?:[;\n|]|\s&\s|\band\b)\s*/i).filter((part) => part !== '');
  return parts.flatMap((part) => {
    const pieces = part.split(/\s*,\s*/);
    const whole = pieces.length === 2 && pieces.some((piece) => !/\s/.test(piece.trim()));
    return whole || pieces.length === 1 ? [part] : pieces;
  });
}
