/** Rows of a table, their cells, and the cell that stands under another. */

export interface Line {
  /** Where it begins in the text. */
  at: number;
  text: string;
}

export interface Cell {
  /** Where it begins in the text. */
  at: number;
  text: string;
  /** Where it begins in its line. */
  column: number;
  /** How many bars, tabs or frames stand before it in its line. */
  borders: number;
}

export const linesOf = (text: string): Line[] =>
  [...text.matchAll(/[^\n]+/g)].map((match) => ({ at: match.index, text: match[0] }));

const BORDER = /[|│┃║\t]| {3,}/g;
/** Colons and exclamation marks that are drawn around cells and between them. */
const FRAMED = /^\s*([:!])\s.*\s\1\s*$/;
export const isFramed = (line: string): boolean => FRAMED.test(line);
const FRAME = /(?<=^|\s)[:!](?=\s|$)| {3,}/g;

const bordersOf = (text: string): RegExpExecArray[] => [...text.matchAll(isFramed(text) ? FRAME : BORDER)];

/** The stretches of a line between bars, tabs and wide gaps, without the space around them. */
export function cellsOf({ at, text }: Line): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  let borders = 0;
  for (const border of [...bordersOf(text), null]) {
    const printed = text.slice(start, border?.index ?? text.length);
    const cell = printed.trim();
    const column = start + printed.length - printed.trimStart().length;
    if (cell !== '') cells.push({ at: at + column, text: cell, column, borders });
    if (!border) break;
    start = border.index + border[0].length;
    if (!border[0].startsWith(' ')) borders += 1;
  }
  return cells;
}

/** How far a cell may begin from the column of its label: what is printed is seldom exact to a letter. */
const SLACK = 1;

/** The cell of the row below that belongs to `cell` of `line`: behind as many bars or tabs, or in the same column. */
export const cellUnder = (cell: Cell, line: Line, below: readonly Cell[]): Cell | null =>
  below.find((other) =>
    /[|│┃║\t]/.test(line.text) || isFramed(line.text)
      ? other.borders === cell.borders
      : Math.abs(other.column - cell.column) <= SLACK,
  ) ?? null;
