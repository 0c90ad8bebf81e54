import type { Box } from '../../shared/documents.ts';

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
export type Segment = Fragment[];

export interface Row {
  segments: Segment[];
  top: number;
  bottom: number;
  size: number;
}

/** A line of the text: words, and what is written between them. */
export interface Line {
  parts: (Fragment | string)[];
  top: number;
  bottom: number;
  size: number;
  /** Follows its neighbour in a row of cells without a blank line. */
  tight?: boolean;
}

export const textOf = (segment: Segment): string => segment.map((word) => word.text).join(' ');
export const leftOf = (segment: Segment): number => segment[0]?.left ?? 0;
export const rightOf = (segment: Segment): number => segment.at(-1)?.right ?? 0;
export const sizeOf = (segment: Segment): number => Math.max(...segment.map((word) => word.size));

/** `Label:` alone, or `Label: value`. */
export const ENDS_AS_LABEL = /[:：]$/;
/** A choice with its mark is a value. */
const TICKED = /(^|\s)([xX]|\[[ xX]?\]|[☐☑☒])(\s|$)/;
export const STARTS_WITH_LABEL = /^[A-Z][^:.]{1,40}:(\s|$)/;

export function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  const digits = text.replace(/[^\d]/g, '');
  return letters.length >= 2 && letters === letters.toUpperCase() && digits.length <= 2;
}

/** Whether `label` is printed as the caption of `value`: in capitals over small ones, or in a smaller font. */
export function captions(label: Segment, value: Segment | undefined): boolean {
  const text = textOf(label);
  if (label.length > 14 || ENDS_AS_LABEL.test(text) || /\d{3}/.test(text) || TICKED.test(text)) return false;
  if (!value) return isCapitals(text);
  if (sizeOf(label) < 0.85 * sizeOf(value)) return true;
  return isCapitals(text) && !isCapitals(textOf(value).replace(/[^\p{L}\d\s]/gu, ''));
}

/** Rows of words whose heights overlap, top to bottom, cut into segments at wide gaps. */
export function rowsOf(fragments: Fragment[]): Row[] {
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
