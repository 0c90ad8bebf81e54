/**
 * Texts in capitals, as old systems print them, in the letters of running text (truecasing). A small model
 * knows words as running text writes them; in capitals each letter is a token of its own, and it reads them
 * worse. A list says which words stand small; every other word is taken for a name. Pure.
 */
import { FIELD_KEYS, fieldSpec, type ModelAnswer } from '../claim-fields.ts';
import { STATE_CODES } from '../domain/addresses.ts';
import { SMALL_WORDS } from './small-words.ts';

/** Of the letters; what is printed small in such a text is an address on the internet or a model's name. */
const CAPITALS_SHARE = 0.9;
/** Fewer letters are a heading or a stamp. */
const LETTERS_AT_LEAST = 40;

/** An address on the internet, a number of letters and figures (`POL-7010-61`), a word. */
const WORD =
  /\S*@\S+|(?:[\p{L}\p{N}]+[-/.])*\p{L}*\p{N}[\p{L}\p{N}]*(?:[-/.][\p{L}\p{N}]+)*|\p{L}[\p{L}'’]*/gu;
const DATE = /^\d{1,2}[-/.]\p{L}{3,9}[-/.]\d{2,4}$/u;
const ORDINAL = /^\d+(?:ST|ND|RD|TH)$/;
/** Of companies, directions, makes and forms. */
const ACRONYMS = new Set(
  'ACORD BMW CAD DOB DOL EB EUR FNOL GBP GMC HVAC II III INR IV LLC LLP NB NE NW PLC PM PO RV SB SE SUV SW TV USA USD VIN VW WB'.split(
    ' ',
  ),
);
const HOUR_BEFORE = /\d ?$/;
/** The letters of a state stand before a ZIP code or behind a comma. */
const ZIP_BEHIND = /^[ ,]*\d{5}/;
const BEGINNING = /(?:^|[.!?:|\t]\s*|\n[\s>]*)$/;
/** A line of running text that goes on in the next one. */
const GOES_ON = /(?:^|\n)[^\n]{60,}[^\s.!?:]\s*\n$/;
const LINE_CHARACTERS = 200;
/** O'Brien, D'Angelo. */
const FIRST_LETTERS = /^(?:[od]['’])?\p{L}/u;

export function isInCapitals(text: string): boolean {
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  const large = text.match(/\p{Lu}/gu)?.length ?? 0;
  return large >= LETTERS_AT_LEAST && large > CAPITALS_SHARE * (large + small);
}

/** The text with the case of its letters changed where it is in capitals; other texts as they are. */
export const naturalCase = (text: string): string =>
  isInCapitals(text)
    ? text.replace(WORD, (word, at: number) =>
        inNaturalCase(word, text.slice(0, at), text.slice(at + word.length)),
      )
    : text;

function inNaturalCase(word: string, before: string, behind: string): string {
  const small = word.toLowerCase();
  if (word.includes('@') || ORDINAL.test(word)) return small;
  if (DATE.test(word)) return small.replace(/\p{L}/u, (letter) => letter.toUpperCase());
  if (isKept(word, before, behind)) return word;
  const line = before.slice(-LINE_CHARACTERS);
  const begins = BEGINNING.test(line) && (behind.startsWith(':') || !GOES_ON.test(line));
  const isSmall = SMALL_WORDS.has(small.replace(/['’]s$/, ''));
  return isSmall && !begins ? small : small.replace(FIRST_LETTERS, (letters) => letters.toUpperCase());
}

/** Numbers, initials, acronyms, states. */
function isKept(word: string, before: string, behind: string): boolean {
  if (/\p{N}/u.test(word) || ACRONYMS.has(word)) return true;
  if (word.length === 1) return word !== 'A' || behind.startsWith('.');
  if (word === 'AM') return HOUR_BEFORE.test(before.slice(-2));
  return STATE_CODES.has(word.toLowerCase()) && (ZIP_BEHIND.test(behind) || before.endsWith(', '));
}

/** What an answer quotes; the rest of it is chosen. */
const QUOTED = [...FIELD_KEYS.filter((key) => fieldSpec(key).kind !== 'enum'), 'exclusions'] as const;

/** The values of an answer to a text in capitals as the text prints them: in capitals. */
export const inPrintedCase = (answer: ModelAnswer, text: string): ModelAnswer =>
  isInCapitals(text)
    ? { ...answer, ...Object.fromEntries(QUOTED.map((key) => [key, inCapitals(answer[key])])) }
    : answer;

function inCapitals(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inCapitals);
  return typeof value === 'string' ? value.toUpperCase() : value;
}
