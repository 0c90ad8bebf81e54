/** Finds a value's words again in a text, whatever the case, punctuation and line breaks. */
import type { Span, Token } from './tokens.ts';

export interface Alignment {
  /** Runs of words; several when label words stand in between. */
  spans: Span[];
  /** 1 for the same words in the same order, else the F1 of the best window. */
  f1: number;
  /** How many of the value's words are printed there. */
  covered: number;
}

/** Words of a form between the parts of one value: "Year: 2024 Make: Ford". */
const BETWEEN = new Set(
  (
    'street city state zip code country county address location of loss year make model body type vehicle ' +
    'name first middle last mi suffix line no number'
  ).split(' '),
);
const MOST_SKIPPED = 4;

/** Every place where exactly these words stand in this order; label words may stand in between where `acrossLabels`. */
export function findSequence(
  text: readonly Token[],
  words: readonly string[],
  acrossLabels = false,
): Alignment[] {
  const found: Alignment[] = [];
  const first = words[0];
  if (first === undefined) return found;
  for (let start = 0; start < text.length; start++) {
    if (text[start]?.text !== first) continue;
    const spans = sequenceFrom(text, start, words, acrossLabels);
    if (spans) found.push({ spans, f1: 1, covered: words.length });
  }
  return found;
}

function sequenceFrom(
  text: readonly Token[],
  start: number,
  words: readonly string[],
  acrossLabels: boolean,
): Span[] | null {
  const spans: Span[] = [];
  let at = start;
  let skipped = 0;
  for (let i = 0; i < words.length; ) {
    const token = text[at];
    if (!token) return null;
    if (token.text === words[i]) {
      const run = spans.at(-1);
      if (run && skipped === 0) run.end = token.end;
      else spans.push({ start: token.start, end: token.end });
      i += 1;
      skipped = 0;
    } else if (!acrossLabels || !BETWEEN.has(token.text) || ++skipped > MOST_SKIPPED) {
      return null;
    }
    at += 1;
  }
  return spans;
}

/** The stretch of text that shares most words with the value, cut to its first and last shared word. */
export function bestWindow(text: readonly Token[], words: readonly string[]): Alignment | null {
  let best: { f1: number; from: number; to: number } | null = null;
  const sizes = new Set([1, 0.75, 1.15, 1.3].map((share) => Math.ceil(words.length * share)));
  for (const size of sizes) {
    const window = slide(text, words, size);
    if (window && window.f1 > (best?.f1 ?? 0)) best = window;
  }
  if (!best) return null;
  const wanted = new Set(words);
  const inside = text.slice(best.from, best.to).filter((token) => wanted.has(token.text));
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return null;
  return { spans: [{ start: first.start, end: last.end }], f1: best.f1, covered: inside.length };
}

function slide(
  text: readonly Token[],
  words: readonly string[],
  size: number,
): { f1: number; from: number; to: number } | null {
  const missing = new Map<string, number>();
  for (const word of words) missing.set(word, (missing.get(word) ?? 0) + 1);
  let shared = 0;
  let best: { f1: number; from: number; to: number } | null = null;
  for (let to = 0; to < text.length; to++) {
    const entering = text[to]?.text ?? '';
    const left = missing.get(entering);
    if (left !== undefined) {
      if (left > 0) shared += 1;
      missing.set(entering, left - 1);
    }
    const leaving = text[to - size]?.text;
    const back = leaving === undefined ? undefined : missing.get(leaving);
    if (leaving !== undefined && back !== undefined) {
      if (back >= 0) shared -= 1;
      missing.set(leaving, back + 1);
    }
    const from = Math.max(0, to - size + 1);
    const f1 = (2 * shared) / (words.length + (to + 1 - from));
    if (f1 > (best?.f1 ?? 0)) best = { f1, from, to: to + 1 };
  }
  return best;
}
