/** Phone numbers, e-mail addresses and identifiers: values whose separators do not matter. */
import { lettersAndDigits, type Span } from './tokens.ts';

// Bounded, so that a long run of letters is not tried from each of its letters to its end. OCR likes to
// part the sign from its words.
const EMAIL =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-][A-Za-z0-9._%+'-]{0,63} ?@ ?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,6}\.[A-Za-z]{2,24}/g;
const PHONE = /(?:\+|\b|\()\d[\d\s().+/-]{5,22}\d(?!\d)(?:\s*(?:x|ext\.?|extension)\s*\d{1,6})?/gi;

/** The digits of a phone number without the country code 1. */
export function phoneDigits(printed: string): string {
  const digits = printed.replace(/\D/g, '');
  return digits.length >= 11 && digits.startsWith('1') ? digits.slice(1) : digits;
}

/** The first phone number in a printed value, as printed; `null` without 7 to 15 digits. */
export function phoneOf(printed: string): string | null {
  for (const [match] of printed.matchAll(PHONE)) {
    const count = match.replace(/(?:x|ext).*$/i, '').replace(/\D/g, '').length;
    if (count < 7 || count > 15) continue;
    // A bracket that closes outside of the number is not part of it.
    return match.startsWith('(') && !match.includes(')') ? match.slice(1) : match;
  }
  return null;
}

const joinedEmail = (match: string): string => match.replaceAll(' ', '').toLowerCase();

export function emailOf(printed: string): string | null {
  const match = printed.match(EMAIL)?.[0];
  return match === undefined ? null : joinedEmail(match);
}

/** Every e-mail address of a text. */
export const scanEmails = (text: string): (Span & { value: string })[] =>
  [...text.matchAll(EMAIL)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: joinedEmail(match[0]),
  }));

export function findEmails(text: string, value: string): Span[] {
  return scanEmails(text)
    .filter((email) => email.value === joinedEmail(value))
    .map(({ start, end }) => ({ start, end }));
}

/** All places where exactly these digits are printed, whatever stands between them; a country code may precede. */
export function findPhones(text: string, value: string): Span[] {
  const digits = phoneDigits(value);
  if (digits.length < 7) return [];
  return findJoined(text, digits, /[0-9]/, /[\s>().+/-]/, /[0-9]/).concat(
    findJoined(text, `1${digits}`, /[0-9]/, /[\s>().+/-]/, /[0-9]/),
  );
}

/** All places where exactly these letters and digits are printed, whatever punctuation stands between them. */
export function findIdentifiers(text: string, value: string): Span[] {
  const wanted = lettersAndDigits(value);
  if (wanted.length < 3) return [];
  return findJoined(text.toLowerCase(), wanted, /[\p{L}\p{N}]/u, /[\s>\-–—./#_:]/, /[\p{L}\p{N}]/u);
}

/** Where a number is printed of which these letters and digits are only the beginning, each with the whole number. */
export function findCutIdentifiers(text: string, value: string): (Span & { value: string })[] {
  const wanted = lettersAndDigits(value);
  if (wanted.length < LEAST_OF_A_CUT) return [];
  const found = findJoined(text.toLowerCase(), wanted, /[\p{L}\p{N}]/u, /[-–—./#_:]/, /(?!)/);
  return found.flatMap(({ start, end }) => {
    const [rest = ''] = /^(?:[./_-][A-Za-z\d]+)+/.exec(text.slice(end, end + 40)) ?? [];
    return rest === ''
      ? []
      : [{ start, end: end + rest.length, value: text.slice(start, end + rest.length) }];
  });
}

const LEAST_OF_A_CUT = 6;
const MOST_SEPARATORS = 3;

function findJoined(
  text: string,
  wanted: string,
  part: RegExp,
  separator: RegExp,
  neighbour: RegExp,
): Span[] {
  const found: Span[] = [];
  const first = wanted[0] ?? '';
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    if (continues(text[start - 1], text[start - 2], neighbour)) continue;
    const end = matchFrom(text, start, wanted, part, separator);
    if (end !== null && !continues(text[end], text[end + 1], neighbour)) {
      // The bracket of an area code belongs to the number.
      const opened = text[start - 1] === '(' && text.slice(start, end).includes(')');
      found.push({ start: opened ? start - 1 : start, end });
    }
  }
  return found;
}

// "POL-2024" is not the number where "POL-2024-001234" is printed.
const continues = (next = ' ', afterNext = ' ', neighbour: RegExp): boolean =>
  neighbour.test(next) || (/[-/_.]/.test(next) && neighbour.test(afterNext));

function matchFrom(
  text: string,
  start: number,
  wanted: string,
  part: RegExp,
  separator: RegExp,
): number | null {
  let at = start;
  let skipped = 0;
  for (let i = 0; i < wanted.length; ) {
    const char = text[at];
    if (char === undefined) return null;
    if (char === wanted[i]) {
      i += 1;
      skipped = 0;
    } else if (part.test(char) || !separator.test(char) || ++skipped > MOST_SEPARATORS) {
      return null;
    }
    at += 1;
  }
  return at;
}
