import type { Word } from '../../shared/documents.ts';
import { type Cell, cellsOf, type Rule } from './cells.ts';
import { labelledLine, linesOf, rowLines } from './lines.ts';
import {
  captions,
  ENDS_AS_LABEL,
  type Fragment,
  isCapitals,
  type Line,
  median,
  type Row,
  rowsOf,
  textOf,
} from './rows.ts';

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
