/** The cell of a grid that belongs to a label, where the two do not stand side by side. */
import type { Line } from './labels/columns.ts';

/** An answer further away than this belongs to another question. */
const REACH = 800;

/**
 * Where the answer to the label that ends at `at` begins: in the same column of the next row, or, where several
 * labels stand one below the other and their answers after them, in the line that is the label's own.
 */
export function cellBelow(text: string, at: number): number | null {
  const near = text.slice(Math.max(0, at - REACH), at);
  const start = at - near.length + near.lastIndexOf('\n') + 1;
  const below = linesOf(text.slice(start, at + REACH), start);
  const [row] = below;
  if (!row) return null;
  if (barsIn(row.text).length > 1) return inNextCells(row, at - start, below.slice(1));
  return / {2,}/.test(row.text.trim())
    ? inNextRow(row, at - start, below.slice(1))
    : inNextBlock(above(text, start), below);
}

const barsIn = (text: string): number[] => [...text.matchAll(/[|│!]/g)].map(({ index }) => index);

/** "| Injuries | Police |" over "| none | yes |": the cell behind as many bars, in the next row of as many. */
function inNextCells(row: Line, column: number, below: readonly Line[]): number | null {
  const next = below.find(({ text }) => /\p{L}|\d/u.test(text));
  const bars = next ? barsIn(next.text) : [];
  if (!next || bars.length !== barsIn(row.text).length) return null;
  const cell = next.text.slice((bars[barsIn(row.text.slice(0, column)).length - 1] ?? -1) + 1);
  return next.at + next.text.length - cell.trimStart().length;
}

function inNextRow(row: Line, column: number, below: readonly Line[]): number | null {
  const before = row.text.slice(0, column);
  const gap = before.trimEnd().lastIndexOf('  ');
  const cell = gap < 0 ? before.length - before.trimStart().length : gap + 2;
  const next = below.find(isFilled);
  const begins = next && / /.test(next.text[cell - 1] ?? ' ') && /\S/.test(next.text[cell] ?? '');
  return begins ? next.at + cell : null;
}

function inNextBlock(before: readonly string[], below: readonly Line[]): number | null {
  const labels = below.slice(
    0,
    below.findIndex((line) => !isFilled(line)),
  );
  const rest = below.slice(labels.length);
  const from = rest.findIndex(isFilled);
  if (labels.length === 0 || from < 0) return null;
  const to = rest.findIndex((line, index) => index > from && !isFilled(line));
  const answers = rest.slice(from, to < 0 ? rest.length : to);
  // A heading can stand over the labels; it has no answer.
  const over = before.length + labels.length - answers.length;
  // Where a label stands among the lines below, they are a block of labels and answers of its own.
  const answer =
    (over === 0 || over === 1) && !answers.some(isLabel) ? answers[before.length - over] : undefined;
  return answer ? answer.at + answer.text.length - answer.text.trimStart().length : null;
}

const isLabel = ({ text }: Line): boolean => text.endsWith(':');

const isFilled = ({ text }: Line): boolean => text.trim() !== '';

const linesOf = (text: string, offset: number): Line[] =>
  [...text.matchAll(/[^\n]*(?:\n|$)/g)].map((match) => ({
    at: offset + match.index,
    text: match[0].trimEnd(),
  }));

/** The lines of the same block before the line that begins at `start`. */
const above = (text: string, start: number): string[] =>
  (
    text
      .slice(Math.max(0, start - REACH), start)
      .split(/\n[ \t]*\n/)
      .at(-1) ?? ''
  )
    .split('\n')
    .filter((line) => line.trim() !== '');
