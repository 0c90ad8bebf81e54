/** Calendar dates in their printed forms. */
import { isCalendarDate } from '../claim-fields.ts';
import type { Span } from './tokens.ts';

/** Whether numeric dates put the day first; `undefined`: nothing proves either. */
export type DayFirst = boolean | undefined;

export interface PrintedDate extends Span {
  /** ISO 8601. */
  value: string;
  /** The other date that the same digits can name when nothing in the document proves the order. */
  exchanged?: string;
  /** The order is only the convention: no other date of the document proves it. */
  unproven: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?';
const YEAR = "('?\\d{2}|\\d{4})";

const ISO = /(?<![\d/.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)/g;
const NUMERIC = /(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d|[-/.]\d)/g;
const MONTH_FIRST = new RegExp(`\\b${MONTH}[\\s>-]+${DAY}(?:,[\\s>]*|[\\s>]+|-)${YEAR}(?!\\d|:\\d)`, 'gi');
const DAY_NAMED = new RegExp(
  `(?<![\\d/.:-])${DAY}(?:\\s+day)?(?:\\s+of)?[\\s>-]*${MONTH},?[\\s>-]*${YEAR}(?!\\d|:\\d)`,
  'gi',
);

/**
 * All dates printed in `text`, in order. `dayFirst` (a value or a function of the offset) is what other
 * dates of the same document prove; `birth` reads a two-digit year as a year of birth.
 */
export function scanDates(
  text: string,
  options: { dayFirst?: DayFirst | ((offset: number) => DayFirst); birth?: boolean } = {},
): PrintedDate[] {
  const { dayFirst, birth = false } = options;
  const orderAt = typeof dayFirst === 'function' ? dayFirst : () => dayFirst;
  const found: PrintedDate[] = [];
  const add = (match: RegExpExecArray, year: string, month: number, day: number): void => {
    const value = iso(fullYear(year, birth), month, day);
    if (value) found.push({ value, unproven: false, ...spanOf(match) });
  };
  for (const match of text.matchAll(ISO)) add(match, match[1] ?? '', Number(match[3]), Number(match[4]));
  for (const match of text.matchAll(MONTH_FIRST))
    add(match, match[3] ?? '', monthOf(match[1]), Number(match[2]));
  for (const match of text.matchAll(DAY_NAMED))
    add(match, match[3] ?? '', monthOf(match[2]), Number(match[1]));
  for (const match of text.matchAll(NUMERIC)) {
    const date = numericDate(match, orderAt(match.index), birth);
    if (date) found.push({ ...date, ...spanOf(match) });
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * What the numeric dates of a document prove about their order: `true` day first, `false` month first,
 * `undefined` when none is conclusive or they contradict each other.
 */
export function detectDayFirst(text: string): DayFirst {
  let proof: DayFirst;
  for (const match of text.matchAll(NUMERIC)) {
    const [first, second] = [Number(match[1]), Number(match[3])];
    const dayFirst = first > 12 && first <= 31 && second >= 1 && second <= 12;
    const monthFirst = second > 12 && second <= 31 && first >= 1 && first <= 12;
    if (!dayFirst && !monthFirst) continue;
    if (proof !== undefined && proof !== dayFirst) return undefined;
    proof = dayFirst;
  }
  return proof;
}

function numericDate(
  match: RegExpExecArray,
  proof: DayFirst,
  birth: boolean,
): Omit<PrintedDate, keyof Span> | null {
  const year = fullYear(match[4] ?? '', birth);
  const [first, second] = [Number(match[1]), Number(match[3])];
  const monthFirst = iso(year, first, second);
  const dayFirst = iso(year, second, first);
  // Points between the parts are a day-first convention; slashes and dashes are read as American.
  const preferDay = proof ?? match[2] === '.';
  const value = (preferDay ? dayFirst : monthFirst) ?? monthFirst ?? dayFirst;
  if (!value) return null;
  const exchanged = value === dayFirst ? monthFirst : dayFirst;
  if (!exchanged || exchanged === value) return { value, unproven: false };
  return { value, exchanged, unproven: proof === undefined };
}

function iso(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCalendarDate(text) ? text : null;
}

function fullYear(text: string, birth: boolean): number {
  const year = Number(text.replace(/\D/g, ''));
  if (text.replace(/\D/g, '').length === 4) return year;
  // No claimant is a small child, and no policy is older than a generation.
  return year > (birth ? 15 : 69) ? 1900 + year : 2000 + year;
}

const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });
