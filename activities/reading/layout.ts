import type { Box, Word } from '../../shared/documents.ts';
import { type Cell, cellsOf, type Rule } from './cells.ts';

/**
 * A word on a page. Its place is in points from the top-left corner, in the direction of reading;
 * `box` is where it lies on the page as a person holds it.
 */
export interface Fragment {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Height of the font. */
  size: number;
  box: Box;
  ocrConfidence?: number;
}

/** Words that stand together, without a wide gap between them. */
type Segment = Fragment[];

interface Row {
  segments: Segment[];
  top: number;
  bottom: number;
  size: number;
}

/** A line of the text: words, and what is written between them. */
interface Line {
  parts: (Fragment | string)[];
  top: number;
  bottom: number;
  size: number;
  /** Follows its neighbour in a row of cells without a blank line. */
  tight?: boolean;
}

export const textOf = (segment: Segment): string => segment.map((word) => word.text).join(' ');
const leftOf = (segment: Segment): number => segment[0]?.left ?? 0;
const rightOf = (segment: Segment): number => segment.at(-1)?.right ?? 0;
const sizeOf = (segment: Segment): number => Math.max(...segment.map((word) => word.size));

/** `Label:` alone, or `Label: value`. */
const ENDS_AS_LABEL = /[:：]$/;
/** A choice with its mark is a value. */
const TICKED = /(^|\s)([xX]|\[[ xX]?\]|[☐☑☒])(\s|$)/;
const STARTS_WITH_LABEL = /^[A-Z][^:.]{1,40}:(\s|$)/;

function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  const digits = text.replace(/[^\d]/g, '');
  return letters.length >= 2 && letters === letters.toUpperCase() && digits.length <= 2;
}

/** Whether `label` is printed as the caption of `value`: in capitals over small ones, or in a smaller font. */
function captions(label: Segment, value: Segment | undefined): boolean {
  const text = textOf(label);
  if (label.length > 14 || ENDS_AS_LABEL.test(text) || /\d{3}/.test(text) || TICKED.test(text)) return false;
  if (!value) return isCapitals(text);
  if (sizeOf(label) < 0.85 * sizeOf(value)) return true;
  return isCapitals(text) && !isCapitals(textOf(value).replace(/[^\p{L}\d\s]/gu, ''));
}

/** Rows of words whose heights overlap, top to bottom, cut into segments at wide gaps. */
function rowsOf(fragments: Fragment[]): Row[] {
  const rows: { words: Fragment[]; top: number; bottom: number }[] = [];
  for (const word of fragments.toSorted((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const height = word.bottom - word.top;
    const row = rows.findLast((candidate) => {
      const shared = Math.min(candidate.bottom, word.bottom) - Math.max(candidate.top, word.top);
      return shared > 0.5 * Math.min(height, candidate.bottom - candidate.top);
    });
    if (!row) rows.push({ words: [word], top: word.top, bottom: word.bottom });
    else {
      row.words.push(word);
      // The band follows the row's own words; a tall one must not swallow its neighbours.
      if (height < 1.3 * (row.bottom - row.top)) {
        row.top = Math.min(row.top, word.top);
        row.bottom = Math.max(row.bottom, word.bottom);
      }
    }
  }
  return rows
    .map(({ words, top, bottom }) => {
      const size = median(words.map((word) => word.size));
      return { segments: segmentsOf(words), top, bottom, size };
    })
    .toSorted((a, b) => a.top - b.top);
}

function segmentsOf(words: Fragment[]): Segment[] {
  const segments: Segment[] = [];
  for (const word of words.toSorted((a, b) => a.left - b.left)) {
    const last = segments.at(-1);
    const before = last?.at(-1);
    if (!last || !before) {
      segments.push([word]);
      continue;
    }
    const size = Math.max(before.size, word.size);
    const gap = word.left - before.right;
    if (gap < 0.08 * size && gap > -0.5 * size) last[last.length - 1] = joined(before, word);
    else if (gap < 1.5 * size) last.push(word);
    else segments.push([word]);
  }
  return segments;
}

/** Two pieces of one word. */
function joined(a: Fragment, b: Fragment): Fragment {
  const box: Box = [
    Math.min(a.box[0], b.box[0]),
    Math.min(a.box[1], b.box[1]),
    Math.max(a.box[2], b.box[2]),
    Math.max(a.box[3], b.box[3]),
  ];
  const confidence = [a.ocrConfidence, b.ocrConfidence].filter((value) => value !== undefined);
  return {
    ...a,
    text: a.text + b.text,
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
    size: Math.max(a.size, b.size),
    box,
    ...(confidence.length ? { ocrConfidence: Math.min(...confidence) } : {}),
  };
}

export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** An empty strip from top to bottom of the rows `from` to `to`, with text on both sides. */
interface Gutter {
  from: number;
  to: number;
  left: number;
  right: number;
}

const MIN_COLUMN_ROWS = 4;

function gutterFrom(rows: Row[], from: number): Gutter | null {
  const first = rows[from];
  if (!first || first.segments.length < 2) return null;
  let best: Gutter | null = null;
  for (let index = 0; index + 1 < first.segments.length; index++) {
    let [left, right] = [rightOf(first.segments[index] ?? []), leftOf(first.segments[index + 1] ?? [])];
    let to = from;
    for (let next = from + 1; next < rows.length; next++) {
      const segments = rows[next]?.segments ?? [];
      const middle = (left + right) / 2;
      if (segments.some((segment) => leftOf(segment) < middle && rightOf(segment) > middle)) break;
      const before = Math.max(left, ...segments.map(rightOf).filter((edge) => edge <= middle));
      const after = Math.min(right, ...segments.map(leftOf).filter((edge) => edge >= middle));
      if (after - before < 1.2 * first.size) break;
      [left, right, to] = [before, after, next];
    }
    if (to - from + 1 >= MIN_COLUMN_ROWS && (!best || to > best.to)) best = { from, to, left, right };
  }
  return best;
}

/** Whether both sides of a gutter read on their own: columns of prose, or of `label: value` lines. */
function isColumns(rows: Row[], gutter: Gutter): boolean {
  const middle = (gutter.left + gutter.right) / 2;
  const side = (keep: (segment: Segment) => boolean) =>
    rows.map((row) => row.segments.filter(keep)).filter((segments) => segments.length > 0);
  const lefts = side((segment) => rightOf(segment) <= middle);
  const rights = side((segment) => leftOf(segment) >= middle);
  if (lefts.length < 3 || rights.length < 3) return false;
  const share = (lines: Segment[][], is: (line: Segment[]) => boolean): number =>
    lines.filter(is).length / lines.length;
  const prose = (line: Segment[]) => line.length === 1 && (line[0]?.length ?? 0) >= 4;
  if (share(lefts, prose) >= 0.6 && share(rights, prose) >= 0.6) return true;
  const labelled = (line: Segment[]) => STARTS_WITH_LABEL.test(line.map(textOf).join(' '));
  const open = (line: Segment[]) => ENDS_AS_LABEL.test(textOf(line.at(-1) ?? []));
  return share(lefts, labelled) >= 0.5 && share(rights, labelled) >= 0.5 && share(lefts, open) < 0.3;
}

function sideOf(row: Row, keep: (segment: Segment) => boolean): Row[] {
  const segments = row.segments.filter(keep);
  return segments.length > 0 ? [{ ...row, segments }] : [];
}

/** The lines of running text, column after column. */
function linesOf(rows: Row[]): Line[] {
  for (let from = 0; from < rows.length; from++) {
    const gutter = gutterFrom(rows, from);
    if (!gutter) continue;
    const inside = rows.slice(gutter.from, gutter.to + 1);
    if (!isColumns(inside, gutter)) continue;
    const middle = (gutter.left + gutter.right) / 2;
    return [
      ...plainLines(rows.slice(0, gutter.from)),
      ...linesOf(inside.flatMap((row) => sideOf(row, (segment) => rightOf(segment) <= middle))),
      ...linesOf(inside.flatMap((row) => sideOf(row, (segment) => leftOf(segment) >= middle))),
      ...linesOf(rows.slice(gutter.to + 1)),
    ];
  }
  return plainLines(rows);
}

function plainLines(rows: Row[]): Line[] {
  const lines: Line[] = [];
  for (let index = 0; index < rows.length; index++) {
    const [row, next, after] = [rows[index], rows[index + 1], rows[index + 2]];
    if (!row) continue;
    const pairs = next && pairedRows(row, next, after);
    if (pairs) {
      lines.push(...pairs);
      index++;
    } else lines.push(...rowLines(row));
  }
  return lines;
}

/** A row of captions over one row of values, as `caption: value` lines; `null` where it is a table's head or prose. */
function pairedRows(row: Row, next: Row, after: Row | undefined): Line[] | null {
  if (next.top - row.bottom > 2.5 * Math.max(row.size, next.size)) return null;
  const slots = slotsOf(row, next);
  if (!slots) return null;
  const single = row.segments.length === 1;
  const small = row.size < 0.85 * next.size;
  if (single && !small) return null;
  if (!row.segments.every((label, index) => captions(label, slots[index]))) return null;
  const table =
    after &&
    after.segments.length > 1 &&
    next.segments.length > 1 &&
    after.top - next.bottom < 2.5 * next.size &&
    slotsOf(row, after) !== null &&
    !after.segments.some((segment) => captions(segment, undefined)) &&
    Math.abs(after.size - next.size) < 0.15 * next.size;
  if (table) return null;
  return row.segments.map((label, index) => labelledLine(label, slots[index] ?? [], row, next));
}

/** The segments of `values` under each segment of `labels`; `null` where one stands under none. */
function slotsOf(labels: Row, values: Row): (Segment | undefined)[] | null {
  const slots: (Segment | undefined)[] = labels.segments.map(() => undefined);
  for (const segment of values.segments) {
    const slot = labels.segments.findLastIndex((label) => leftOf(label) <= leftOf(segment) + labels.size);
    if (slot < 0 || slots[slot] || STARTS_WITH_LABEL.test(textOf(segment))) return null;
    slots[slot] = segment;
  }
  return slots;
}

function labelledLine(label: Segment, value: Segment, row: Row, next: Row): Line {
  const colon = ENDS_AS_LABEL.test(textOf(label)) ? '' : ':';
  const parts = [...spaced(label), colon, ...(value.length > 0 ? [' ', ...spaced(value)] : [])];
  return { parts, top: row.top, bottom: next.bottom, size: next.size };
}

const spaced = (segment: Segment): (Fragment | string)[] =>
  segment.flatMap((word, index) => (index === 0 ? [word] : [' ', word]));

/** One row as a line; a further `label: value` on it starts a line of its own. */
function rowLines(row: Row): Line[] {
  const lines: Line[] = [];
  let parts: (Fragment | string)[] = [];
  let previous = '';
  for (const segment of row.segments) {
    const text = textOf(segment);
    if (previous && STARTS_WITH_LABEL.test(text) && !ENDS_AS_LABEL.test(previous)) {
      lines.push({ parts, top: row.top, bottom: row.bottom, size: row.size });
      parts = [];
    } else if (previous) {
      parts.push(/[:：#]$/.test(previous) || isMarker(previous) ? ' ' : ' | ');
    }
    parts.push(...spaced(segment));
    previous = text;
  }
  return [...lines, { parts, top: row.top, bottom: row.bottom, size: row.size }];
}

/** A bullet, a number or a tick box before what it belongs to. */
const isMarker = (text: string): boolean =>
  /^([-–•·*▪●○◦]|\(?[\dA-Za-z]{1,2}[.)]|\[[ xX]\]|[☐☑☒])$/.test(text);

/** A band of the page: a row of ruled cells, or running text. */
type Band = { top: number; cells: Cell[] } | { top: number; words: Fragment[] };

function bandsOf(cells: Cell[], free: Fragment[]): Band[] {
  const rows: Cell[][] = [];
  for (const cell of cells.toSorted((a, b) => a.top - b.top || a.left - b.left)) {
    const row = rows.find((members) =>
      members.every((member) => {
        const shared = Math.min(member.bottom, cell.bottom) - Math.max(member.top, cell.top);
        return shared > 0.6 * Math.min(member.bottom - member.top, cell.bottom - cell.top);
      }),
    );
    if (row) row.push(cell);
    else rows.push([cell]);
  }
  const ruled = rows.map((members) => {
    const top = Math.min(...members.map((cell) => cell.top));
    return { top, bottom: Math.max(...members.map((cell) => cell.bottom)), members };
  });
  const loose: { top: number; words: Fragment[] }[] = [];
  for (const word of free.toSorted((a, b) => a.top - b.top)) {
    const middle = (word.top + word.bottom) / 2;
    // A caption left of its box stands in the row of that box.
    const beside = ruled.find(
      (row) => middle > row.top && middle < row.bottom && row.bottom - row.top < 3 * word.size,
    );
    if (beside) {
      const near = beside.members.find((cell) => cell.loose && Math.abs(cell.right - word.left) < word.size);
      if (near) {
        near.words.push(word);
        near.right = word.right;
      } else beside.members.push({ ...word, words: [word], loose: true });
      continue;
    }
    const over = ruled.filter((row) => row.top <= middle).length;
    const band = loose[over];
    if (band) band.words.push(word);
    else loose[over] = { top: word.top, words: [word] };
  }
  return [
    ...ruled.map(({ top, members }) => ({ top, cells: members.toSorted((a, b) => a.left - b.left) })),
    ...loose.filter(() => true),
  ].toSorted((a, b) => a.top - b.top);
}

/** A row of cells: `caption: value` lines where it is a form's, one line with bars where it is a table's. */
function cellLines(cells: Cell[]): Line[] {
  const contents = cells.map((cell) => ({ cell, rows: rowsOf(cell.words) }));
  const form = contents.some(({ cell, rows }) => captionRows(cell, rows) > 0);
  if (form) return contents.flatMap(({ cell, rows }) => formCellLines(cell, rows));
  const [only] = contents;
  if (contents.length === 1 && only) return linesOf(only.rows);
  const row: Row = {
    segments: contents.map(({ rows }) => rows.flatMap((line) => line.segments.flat())),
    top: Math.min(...contents.map(({ rows }) => rows[0]?.top ?? 0)),
    bottom: Math.max(...contents.map(({ rows }) => rows.at(-1)?.bottom ?? 0)),
    size: median(contents.map(({ rows }) => rows[0]?.size ?? 0)),
  };
  return rowLines(row);
}

/** The rows at the top of a box that are its caption; 0 where it has none. */
function captionRows(cell: Cell, rows: Row[]): number {
  const [first] = rows;
  if (!first || cell.loose || first.segments.length > 1) return 0;
  const label = first.segments[0] ?? [];
  if (rows.length === 1) {
    const room = cell.bottom - first.bottom;
    const empty = isCapitals(textOf(label)) && room > 1.8 * first.size && first.top - cell.top < 0.4 * room;
    return empty && captions(label, undefined) ? 1 : 0;
  }
  if (ENDS_AS_LABEL.test(textOf(label)) && label.length < 10) return 1;
  const value = rows.findIndex((row, index) => index > 0 && captions(label, row.segments[0]));
  const between = rows.slice(1, Math.max(1, value));
  const all =
    value > 0 &&
    value <= 3 &&
    between.every((row) => captions(row.segments[0] ?? [], rows[value]?.segments[0]));
  return all ? value : 0;
}

function formCellLines(cell: Cell, rows: Row[]): Line[] {
  const count = captionRows(cell, rows);
  const [first] = rows;
  if (count === 0 || !first) return linesOf(rows);
  const label = rows.slice(0, count).flatMap((row) => row.segments.flat());
  const [value, ...rest] = rows.slice(count);
  const line = labelledLine(label, [], first, value ?? first);
  for (const { parts } of value ? rowLines(value) : []) line.parts.push(' ', ...parts);
  return [line, ...linesOf(rest)];
}

/** Lines of cells reach as far as the cells themselves. */
function bandLines(cells: Cell[]): Line[] {
  const top = Math.min(...cells.map((cell) => cell.top));
  const bottom = Math.max(...cells.map((cell) => cell.bottom));
  return cellLines(cells).map((line, index) => ({ ...line, top, bottom, tight: index > 0 }));
}

/** A wide gap, or the step from the foot of one column to the head of the next. */
function isParagraphBreak(before: Line, line: Line): boolean {
  if (line.tight) return false;
  const gap = line.top - before.bottom;
  return gap > 0.9 * Math.max(before.size, line.size) || gap < -3 * line.size;
}

/** The text of a page in reading order, captions beside their values, and where each word lies in it. */
export function layOut(fragments: Fragment[], rules: Rule[] = []): { text: string; words: Word[] } {
  const { cells, free } = cellsOf(fragments, rules);
  const lines = bandsOf(cells, free).flatMap((band) =>
    'cells' in band ? bandLines(band.cells) : linesOf(rowsOf(band.words)),
  );
  let text = '';
  const words: Word[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    if (last) text += isParagraphBreak(last, line) ? '\n\n' : '\n';
    for (const part of line.parts) {
      if (typeof part === 'string') text += part;
      else {
        const { box, ocrConfidence } = part;
        const end = text.length + part.text.length;
        words.push({
          start: text.length,
          end,
          box,
          ...(ocrConfidence === undefined ? {} : { ocrConfidence }),
        });
        text += part.text;
      }
    }
    last = line;
  }
  return { text, words };
}
