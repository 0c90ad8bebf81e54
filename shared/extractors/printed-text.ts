/** Whether a value stands in a text as it was read, and what stands there where it was misread. */
import type { FieldKey } from '../claim-fields.ts';

/** On one line, as an answer writes it; the marks of a quoted mail are not part of a value. */
export const oneLine = (text: string): string =>
  text
    .replace(/\n(?:> ?)+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** How a value that is put together from several places is joined. */
const JOINS: Partial<Record<FieldKey, string>> = {
  claimant_address: ', ',
  incident_location: ', ',
  damage_description: ', ',
  insured_item: ' ',
};
/** A misread value has at most this share of its characters wrong, or this many. */
const WRONG_SHARE = 0.15;
const WRONG_CHARACTERS = 2;
/** How much longer or shorter than the value its misreading may be: lines of prose gain and lose blanks. */
const LENGTH_SHARE = 0.05;
const LENGTH_CHARACTERS = 2;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** A text ready to be searched: one line, blanks folded. */
export class PrintedText {
  readonly text: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(text: string) {
    this.text = oneLine(text);
    for (let at = 0; at <= this.text.length; at++) {
      if (this.#startsWord(at)) this.#starts.push(at);
      if (this.#endsWord(at)) this.#ends.push(at);
    }
  }

  /** Whether the words stand here as they are, not as a part of longer ones. */
  holds(words: string): boolean {
    if (words === '') return false;
    for (let at = this.text.indexOf(words); at >= 0; at = this.text.indexOf(words, at + 1))
      if (!this.#within(at, at + words.length)) return true;
    return false;
  }

  /** Whether the value is printed, in one place or in its parts. */
  holdsValue(key: FieldKey, value: string): boolean {
    return this.holds(value) || partsOf(key, value).every((part) => this.holds(part));
  }

  /** The value as it stands here: itself, a close misreading of it that is none of `others`, or `null`. */
  reading(key: FieldKey, value: string, others: ReadonlySet<string>): string | null {
    const words = oneLine(value);
    if (this.holdsValue(key, words)) return value;
    const whole = this.#misreading(words, others);
    if (whole !== null) return whole;
    const parts = partsOf(key, words);
    if (parts.length < 2) return null;
    const read = parts.map((part) => (this.holds(part) ? part : this.#misreading(part, others)));
    return read.includes(null) ? null : read.join(JOINS[key]);
  }

  /** The nearest text between word borders that differs little enough. */
  #misreading(words: string, others: ReadonlySet<string>): string | null {
    const slack = Math.max(LENGTH_CHARACTERS, Math.floor(words.length * LENGTH_SHARE));
    let wrong = Math.max(WRONG_CHARACTERS, Math.floor(words.length * WRONG_SHARE));
    // Of a short word everything could be wrong.
    if (words.length <= 2 * wrong) return null;
    let nearest: string | null = null;
    let firstEnd = 0;
    for (const start of this.#starts) {
      while ((this.#ends[firstEnd] ?? Number.POSITIVE_INFINITY) < start + words.length - slack) firstEnd++;
      for (
        let at = firstEnd;
        (this.#ends[at] ?? Number.POSITIVE_INFINITY) <= start + words.length + slack;
        at++
      ) {
        const candidate = this.text.slice(start, this.#ends[at]);
        if (others.has(candidate)) continue;
        const distance = editDistance(words, candidate, wrong);
        if (distance > wrong) continue;
        nearest = candidate;
        wrong = distance - 1;
      }
    }
    return nearest;
  }

  #within(start: number, end: number): boolean {
    const goesOn = (at: number): boolean => LETTER_OR_DIGIT.test(this.text.charAt(at));
    const before = goesOn(start) && start > 0 && goesOn(start - 1);
    const after = goesOn(end - 1) && (goesOn(end) || /^[.,]\d/.test(this.text.slice(end, end + 2)));
    return before || after;
  }

  #startsWord(at: number): boolean {
    const { text } = this;
    return at < text.length && text[at] !== ' ' && (at === 0 || !LETTER_OR_DIGIT.test(text.charAt(at - 1)));
  }

  #endsWord(at: number): boolean {
    const { text } = this;
    return at > 0 && text[at - 1] !== ' ' && !LETTER_OR_DIGIT.test(text.charAt(at));
  }
}

const partsOf = (key: FieldKey, value: string): string[] => {
  const join = JOINS[key];
  return join === undefined ? [value] : value.split(join);
};

/** Levenshtein distance, or more than `most` where it is greater. */
export function editDistance(a: string, b: string, most: number): number {
  if (most < 0 || Math.abs(a.length - b.length) > most) return most + 1;
  let row = Int32Array.from({ length: b.length + 1 }, (_, at) => at);
  let next = new Int32Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    next.fill(most + 1);
    if (i <= most) next[0] = i;
    let least = next[0] ?? 0;
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      const cost = Math.min((row[j - 1] ?? 0) + same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [row, next] = [next, row];
  }
  return row[b.length] ?? most + 1;
}
