import {
  captions,
  ENDS_AS_LABEL,
  type Fragment,
  type Line,
  leftOf,
  type Row,
  rightOf,
  type Segment,
  STARTS_WITH_LABEL,
  textOf,
} from './rows.ts';

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
export function linesOf(rows: Row[]): Line[] {
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

export function labelledLine(label: Segment, value: Segment, row: Row, next: Row): Line {
  const colon = ENDS_AS_LABEL.test(textOf(label)) ? '' : ':';
  const parts = [...spaced(label), colon, ...(value.length > 0 ? [' ', ...spaced(value)] : [])];
  return { parts, top: row.top, bottom: next.bottom, size: next.size };
}

const spaced = (segment: Segment): (Fragment | string)[] =>
  segment.flatMap((word, index) => (index === 0 ? [word] : [' ', word]));

/** One row as a line; a further `label: value` on it starts a line of its own. */
export function rowLines(row: Row): Line[] {
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
