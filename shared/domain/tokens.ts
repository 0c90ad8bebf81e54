/** Words of a text with their places: the ground on which values are compared and found again. */

/** Offsets in a text, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface Token extends Span {
  /** Lower case, without accents and apostrophes. */
  text: string;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** Lower case without accents and apostrophes; the length may change. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();

/** The words of a text; punctuation, case and white space are gone. */
export function tokenise(text: string): Token[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export const wordsOf = (text: string): string[] => tokenise(text).map((token) => token.text);

/** White space runs become one space. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Letters and digits only, lower case. */
export const lettersAndDigits = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Harmonic mean of precision and recall over the two bags of words; 1 when both are empty. */
export function tokenF1(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}

/** The text before a place, no further back than `reach`. */
export const textBefore = (text: string, { start }: Pick<Span, 'start'>, reach: number): string =>
  text.slice(Math.max(0, start - reach), start);

/**
 * The pattern with either case of each of its letters. Groups that ignore case, `(?i:…)`, at times stopped
 * matching in the middle of a process (Node 24.21), so none are used.
 */
export const inAnyCase = (pattern: string): string =>
  pattern.replace(/\\.|\[[^\]]*\]|[a-z]/gi, (part) =>
    part.length > 1 ? part : `[${part.toLowerCase()}${part.toUpperCase()}]`,
  );
