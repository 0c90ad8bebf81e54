/** Cuts page text into the smallest stretches that chunking may move: lines, long ones in pieces. */

/** How good a place to cut is after a unit; `held`: the unit is a label, its value follows. */
export const BREAKS = ['held', 'word', 'sentence', 'line', 'paragraph', 'page', 'document'] as const;
export type Break = (typeof BREAKS)[number];

export interface Unit {
  /** Offsets in the page's text; the units of a page cover it without gap. */
  start: number;
  end: number;
  tokens: number;
  breakAfter: Break;
}

export interface UnitLimits {
  /** No unit is larger. */
  maxTokens: number;
  /** Prose lines above this are cut at sentences, so that chunks fill well and can overlap. */
  sentenceTokens: number;
  countTokens: (text: string) => number;
}

const LABEL_WORDS =
  /\b(accident|address|agency|agent|amount|birth|carrier|cause|claim|claimant|company|contact|coverage|damages?|date|deductible|description|determination|dob|driver|effective|e-?mail|estimated?|expir\w+|facts|incident|injur\w+|insured|item|line of business|location|loss|make|mobile|model|name|no|number|owner|party|parties|peril|phone|place|police|policy|policyholder|property|remarks|report|reported|telephone|time|total|type|vehicle|vin|when|where|year)\b/i;

/**
 * Whether the line names a value that follows on the next one: it ends in a colon, or every cell of it
 * is a few words without digits or a sentence's end, a label's word among them (a table's heading).
 */
export function isLabelLine(line: string): boolean {
  const text = line.trim();
  if (text === '') return false;
  if (/[:：]$/.test(text)) return true;
  if (/^[\s|:+=-]+$/.test(text)) return text.includes('|');
  const cells = text.split(/\s{2,}|\t|\|/).filter((cell) => cell.trim() !== '');
  return cells.every((cell) => {
    const words = cell.trim().split(/\s+/);
    return (
      words.length <= 6 && cell.length <= 60 && !/[\d.!?;,@$]$|\d|: /.test(cell) && LABEL_WORDS.test(cell)
    );
  });
}

const isRow = (line: string): boolean => /[\t|]|\S\s{2,}\S/.test(line);
const isLabelled = (line: string): boolean => /^\s*[^.!?:]{1,40}:\s+\S/.test(line);

/** The units of one page, in order and without gap. The last one ends in `page`. */
export function pageUnits(text: string, limits: UnitLimits): Unit[] {
  const units: Unit[] = [];
  for (const line of lines(text)) {
    const words = text.slice(line.start, line.contentEnd);
    const breakAfter = isLabelLine(words) ? 'held' : line.paragraphEnds ? 'paragraph' : 'line';
    for (const unit of lineUnits(text, line.start, line.end, breakAfter, words, limits)) units.push(unit);
  }
  const last = units.at(-1);
  if (last) last.breakAfter = 'page';
  return units;
}

interface Line {
  start: number;
  contentEnd: number;
  end: number;
  paragraphEnds: boolean;
}

/** Every line with the blank ones after it; blank ones at the head of the page belong to the first. */
function lines(text: string): Line[] {
  const found: Line[] = [];
  let start = 0;
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline + 1;
    const content = text.slice(from, end).trimEnd();
    const last = found.at(-1);
    if (content === '') {
      if (last) {
        last.end = end;
        last.paragraphEnds = true;
        start = end;
      } else if (end === text.length) {
        found.push({ start, contentEnd: end, end, paragraphEnds: true });
      }
    } else {
      found.push({ start, contentEnd: from + content.length, end, paragraphEnds: false });
      start = end;
    }
    from = end;
  }
  return found;
}

function lineUnits(
  text: string,
  start: number,
  end: number,
  breakAfter: Break,
  words: string,
  { maxTokens, sentenceTokens, countTokens }: UnitLimits,
): Unit[] {
  const whole: Unit = { start, end, tokens: countTokens(text.slice(start, end)), breakAfter };
  const mayCut =
    whole.tokens > maxTokens || (whole.tokens > sentenceTokens && !isRow(words) && !isLabelled(words));
  if (!mayCut) return [whole];
  const cut = (from: number, to: number, pattern: RegExp, name: Break): Unit[] =>
    pieces(text, from, to, pattern).map(([a, b]) => ({
      start: a,
      end: b,
      tokens: countTokens(text.slice(a, b)),
      breakAfter: name,
    }));
  const units = cut(start, end, /[.!?;]["')\]]*\s+/g, 'sentence').flatMap((sentence) =>
    sentence.tokens <= maxTokens
      ? [sentence]
      : cut(sentence.start, sentence.end, /\s+/g, 'word').flatMap((word) =>
          word.tokens <= maxTokens ? [word] : characters(text, word, maxTokens, countTokens),
        ),
  );
  const last = units.at(-1);
  if (last) last.breakAfter = breakAfter;
  return units;
}

/** Offsets of the stretches between the ends of `pattern`'s matches. */
function pieces(text: string, start: number, end: number, pattern: RegExp): [number, number][] {
  const ends = [...text.slice(start, end).matchAll(pattern)].map(
    (match) => start + match.index + match[0].length,
  );
  const bounds = [start, ...ends.filter((at) => at > start && at < end), end];
  return bounds.slice(1).map((to, index) => [bounds[index] ?? start, to]);
}

/** Pieces of a word without any space (a long run of characters), never cut inside a surrogate pair. */
function characters(
  text: string,
  word: Unit,
  maxTokens: number,
  countTokens: (text: string) => number,
): Unit[] {
  const middle = (word.start + word.end) >> 1;
  const at = /[\uDC00-\uDFFF]/.test(text.charAt(middle)) ? middle - 1 : middle;
  if (word.tokens <= maxTokens || at <= word.start) return [word];
  return [
    [word.start, at],
    [at, word.end],
  ].flatMap(([start = 0, end = 0]) =>
    characters(
      text,
      { start, end, tokens: countTokens(text.slice(start, end)), breakAfter: 'word' },
      maxTokens,
      countTokens,
    ),
  );
}
