/** A form's question and the answer that is printed behind or below it. */
import { cellBelow } from './cells.ts';
import type { Span } from './tokens.ts';

export interface PrintedAnswer extends Span {
  /** `null` where the line was left open: "N/A", "Not provided", "Yes / No". */
  says: 'yes' | 'no' | null;
}

const OPTIONS = /[ _]*\(?(?:y[/_]n|yes ?\/ ?no)\)?/iy;
// Marks of tables, lists and emphasis stand between a question and its answer in exports and plain forms alike.
const GAP = /(?:[\s?:;|=*_"',>~»\])–—/-]|\.{2,}|…|<\/?[a-z]{1,8}>|value=){1,60}/y;
/** "A: no" under a question of an interview. */
const SPEAKER = /a(?:nswer)?[:.)][ \t]*/iy;
const YES =
  /(?:yes|y|true|(?:one|two|three|several|[1-9]) (?:persons?|people|passengers?|occupants?))(?![a-z0-9/])/iy;
const NO =
  /(?:none(?: (?:involved|reported|claimed|known|at all))?|no ?body(?: else)?|no one(?: else)?|no others?|no|nil|n|false|zero|0)(?![a-z0-9/]|\.[a\d]|\.?[ \t]*[#\d])(?! (?:\w+ )?(?:further|more)\b)/iy;
const OPEN =
  /(?:n\.?\/?a\b|not (?:known|stated|provided|available|applicable|reported|specified|given)|unknown|unspecified|pending|tb[ad]\b)/iy;
const OTHER_OPTION = /[ \t]*(?:\/|\bor\b)?[ \t]*(?:yes|no|y|n)(?![a-z0-9])/iy;
const END_OF_CELL = /[ \t]*(?:$|[\n|;:,.!*_"\t<\]]|\/\/|\(| {2}|[–—-] )/y;
const TICK_BOX = '(?:\\[[ _]?([x✓]?) ?\\]|([☒☑])|[☐□])';
const boxes = (first: string, second: string): RegExp =>
  new RegExp(`${TICK_BOX}[ \\t]*${first}[ \\t]*${TICK_BOX}[ \\t]*${second}(?![a-z0-9])`, 'iy');
/** "[ ] Yes  [X] No". */
const YES_FIRST = boxes('y(?:es)?', 'no?');
const NO_FIRST = boxes('no?', 'y(?:es)?');

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
  const behind = endOf(GAP, text, asked);
  if (behind === null) return null;
  const start = endOf(SPEAKER, text, behind) ?? behind;
  const beside = ticked(text, start) ?? wordAt(text, asked, start);
  if (beside) return beside;
  const below = cellBelow(text, at);
  return below === null ? null : wordAt(text, asked, below);
}

/** The answer of two boxes, one of them ticked. */
function ticked(text: string, start: number): PrintedAnswer | null {
  for (const [pattern, words] of [
    [YES_FIRST, ['yes', 'no']],
    [NO_FIRST, ['no', 'yes']],
  ] as const) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) continue;
    const [first, second] = [Boolean(match[1] || match[2]), Boolean(match[3] || match[4])];
    return { says: first === second ? null : words[first ? 0 : 1], start, end: pattern.lastIndex };
  }
  return null;
}

function wordAt(text: string, asked: number, start: number): PrintedAnswer | null {
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
