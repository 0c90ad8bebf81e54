/** A form's question and the answer that is printed behind or below it. */
import type { Span } from './tokens.ts';

export interface PrintedAnswer extends Span {
  /** `null` where the line was left open: "N/A", "Not provided", "Yes / No". */
  says: 'yes' | 'no' | null;
}

const OPTIONS = /[ _]*\(?(?:y[/_]n|yes ?\/ ?no)\)?/iy;
// Marks of tables, lists and emphasis stand between a question and its answer in exports and plain forms alike.
const GAP = /[\s?:|=*_"',>–—-]{1,60}/y;
const YES = /(?:yes|y|true)(?![a-z0-9/])/iy;
const NO =
  /(?:none|no|nil|n|false|zero|0)(?![a-z0-9/]|\.[a\d]|\.?[ \t]*[#\d])(?! (?:\w+ )?(?:further|more)\b)/iy;
const OPEN =
  /(?:n\.?\/?a\b|not (?:known|stated|provided|available|applicable|reported|specified|given)|unknown|unspecified|pending|tb[ad]\b)/iy;
const OTHER_OPTION = /[ \t]*(?:\/|\bor\b)?[ \t]*(?:yes|no|y|n)(?![a-z0-9])/iy;
const END_OF_CELL = /[ \t]*(?:$|[\n|;,.!*_"\t]| {2}|[–—-] )/y;

const endOf = (pattern: RegExp, text: string, at: number): number | null => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
};

/**
 * The answer to the question that ends at `at`, `null` where none follows. Behind a colon or question mark
 * the line may go on after the answer; elsewhere the answer must fill its line or cell.
 */
export function answerAfter(text: string, at: number): PrintedAnswer | null {
  const asked = endOf(OPTIONS, text, at) ?? at;
  const start = endOf(GAP, text, asked);
  if (start === null) return null;
  const open = endOf(OPEN, text, start);
  if (open !== null) return { says: null, start, end: open };
  const yes = endOf(YES, text, start);
  const end = yes ?? endOf(NO, text, start);
  if (end === null) return null;
  if (endOf(OTHER_OPTION, text, end) !== null) return { says: null, start, end };
  const gap = text.slice(asked, start);
  const plain = gap.includes('\n') || !/[?:|=]/.test(gap);
  if (plain && endOf(END_OF_CELL, text, end) === null) return null;
  return { says: yes === null ? 'no' : 'yes', start, end };
}

const CELL_BORDER = /[\n|\t;]|","| {3,}/;
const REACH = 80;

/** What stands before and behind a place in its line or table cell, as far as is near it. */
export function cellAround(text: string, place: Span): { before: string; after: string } {
  const before = text.slice(Math.max(0, place.start - REACH), place.start).split(CELL_BORDER);
  const after = text.slice(place.end, place.end + REACH).split(CELL_BORDER);
  return { before: before.at(-1) ?? '', after: after[0] ?? '' };
}
