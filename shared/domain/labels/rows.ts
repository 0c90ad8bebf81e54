/** Labels without a sign: cells of a table, a label over its value, a label at the start of a line or cell. */
import { cellBelow } from '../cells.ts';
import { type Cell, cellsOf, cellUnder, type Line, linesOf } from './columns.ts';
import { AT_START, areShort, classify, type LabelWords, type Mark, unknownLabel, WHOLE } from './words.ts';

export function cellMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  const lines = linesOf(text);
  for (const [index, line] of lines.entries()) {
    const cells = cellsOf(line).map((cell) => ({ cell, mark: wholeLabel(cell) }));
    const below = isRowOfLabels(cells) ? answersBelow(lines.slice(index + 1, index + 4)) : null;
    for (const { cell, mark } of cells) {
      const end = cell.at + cell.text.length;
      if (below)
        marks.push({
          ...(mark ?? unknownLabel(cell.text, cell.at)),
          ...{ end, ...placeOf(cellUnder(cell, line, below), end) },
        });
      else if (mark && isInBlockOfLabels(lines, index))
        marks.push({ ...mark, end, ...answerInNextBlock(text, end) });
      else if (mark && !isRuledOff(text, end)) marks.push({ ...mark, end, valueStart: afterCell(text, end) });
      const leading = /:/.test(cell.text.slice(0, 40))
        ? null
        : classify(cell.text.slice(0, 200), cell.at, AT_START);
      if (leading && opensItsCell(leading, cell))
        marks.push({ ...leading, valueStart: leading.end, valueEnd: end });
    }
  }
  return marks;
}

/** A line under it makes it a title. */
const isRuledOff = (text: string, end: number): boolean =>
  /^\s*\n?[ \t]*(?:-{3,}|={3,}|_{3,})/.test(text.slice(end, end + 200));

/** "Policy no. HO-4471982": a label of more than a word before a figure, before "none", or in other letters than its value. */
const opensItsCell = ({ keys, generic, start, end }: LabelWords, { at, text }: Cell): boolean =>
  !generic &&
  / |#/.test(text.slice(start - at, end - at)) &&
  (areShort(keys) ? /\d|none/i.test(text) : isInCapitals(text.slice(0, end - at), text.slice(end - at)));

/** "STATE OF THE PROPERTY Antenna bent; roof scratched". */
const isInCapitals = (label: string, value: string): boolean =>
  label === label.toUpperCase() && /\p{Ll}/u.test(value);

const wholeLabel = ({ text, at }: Cell): LabelWords | null =>
  text.includes(':') || text.length >= 60 ? null : classify(text, at, WHOLE);

/** An empty column is an open question. */
const placeOf = (cell: Cell | null, end: number): Pick<Mark, 'valueStart' | 'valueEnd'> =>
  cell ? { valueStart: cell.at, valueEnd: cell.at + cell.text.length } : { valueStart: end, valueEnd: end };

/** Whether a row asks and the row below answers: "POLICY NO    COVERAGE    EXPIRES". */
function isRowOfLabels(cells: readonly { cell: Cell; mark: LabelWords | null }[]): boolean {
  // Two cells can be a question and its answer: "Insured property | Car".
  const known = cells.filter(
    ({ mark }) => mark && !(mark.generic && mark.keys.includes('insured_item')),
  ).length;
  const asks = cells.every(({ cell }) => !/\d{2}|[@$€£₹:]/.test(cell.text));
  return asks && (known > 2 || (known === 2 && cells.length < 5)) && known * 2 >= cells.length;
}

/** More lines than that are a text. */
const MOST_LABELS = 10;

/** Whether labels stand one below the other, their answers in a block of their own: "POLICY NO", "EXPIRES", "", "4711", …. */
function isInBlockOfLabels(lines: readonly Line[], index: number): boolean {
  const isNext = (line: Line | undefined, next: Line | undefined): boolean =>
    line !== undefined && next !== undefined && line.at + line.text.length + 1 === next.at;
  let [first, last] = [index, index];
  while (last - first < MOST_LABELS && isNext(lines[first - 1], lines[first])) first -= 1;
  while (last - first < MOST_LABELS && isNext(lines[last], lines[last + 1])) last += 1;
  const block = lines.slice(first, last + 1).map(({ at, text }) => ({ at, text, column: 0, borders: 0 }));
  const asks = block.every(({ text }) => !/\d{2}|[@$€£₹:|\t]| {3}/.test(text.trim()));
  return asks && block.length < MOST_LABELS && block.filter((cell) => wholeLabel(cell) !== null).length > 1;
}

function answerInNextBlock(text: string, end: number): Pick<Mark, 'valueStart' | 'valueEnd'> {
  const at = cellBelow(text, end);
  const line = at === null ? '' : (/[^\n]*/.exec(text.slice(at))?.[0] ?? '');
  return at === null
    ? { valueStart: end, valueEnd: end }
    : { valueStart: at, valueEnd: at + line.trimEnd().length };
}

/** The next row of a table, if it is no row of labels itself. */
function answersBelow(lines: readonly Line[]): Cell[] | null {
  const row = lines.find(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const cells = row ? cellsOf(row) : [];
  const asking = cells.filter((cell) => wholeLabel(cell) !== null).length;
  return cells.length > 0 && asking * 2 <= cells.length ? cells : null;
}

function afterCell(text: string, end: number): number {
  let at = end;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return text[at] === '|' ? at + 1 : at;
}
