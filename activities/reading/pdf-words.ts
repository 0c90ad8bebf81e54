import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../shared/documents.ts';
import type { Fragment } from './rows.ts';

export type Matrix = readonly [number, number, number, number, number, number];

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** Quarter turns (clockwise) that bring text of this direction upright. */
export type Turn = 0 | 1 | 2 | 3;

export interface PageFrame {
  width: number;
  height: number;
  /** From the PDF's space to points from the top-left corner. */
  toPage: Matrix;
}

/** A word, with the direction in which it runs. */
export interface PlacedWord {
  text: string;
  size: number;
  /** Corners on the page: start and end of the base line, and the same at the top. */
  corners: [number, number][];
  turn: Turn;
  slanted: boolean;
}

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/** The words of a page's text layer; items are cut at blanks, in proportion to their letters. */
export async function textLayerWords(page: PDFPageProxy, frame: PageFrame): Promise<PlacedWord[]> {
  const content = await page.getTextContent({ disableNormalization: false });
  const seen = new Set<string>();
  return content.items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    // Bold type is often the same text drawn twice, a hair apart.
    const place = (item.transform as number[]).slice(4).map((value) => Math.round(value / 1.5));
    const key = `${item.str}@${place.join()}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return wordsOf(item as TextItem, frame);
  });
}

function wordsOf(item: TextItem, frame: PageFrame): PlacedWord[] {
  const [a = 1, b = 0, , , x = 0, y = 0] = item.transform;
  const matrix = multiply(frame.toPage, item.transform as unknown as Matrix);
  const scale = Math.hypot(a, b) || 1;
  const size = item.height || Math.hypot(matrix[2], matrix[3]);
  const along = [a / scale, b / scale] as const;
  const weights = [...item.str].map(letterWidth);
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const direction = Math.atan2(matrix[1], matrix[0]);
  const turn = (((Math.round(-direction / (Math.PI / 2)) % 4) + 4) % 4) as Turn;
  const off = Math.abs(direction + (turn * Math.PI) / 2);
  const slanted = Math.min(off, Math.abs(off - 2 * Math.PI)) > 0.15;
  const words: PlacedWord[] = [];
  for (const match of item.str.matchAll(/\S+/g)) {
    const before = [...item.str.slice(0, match.index)].length;
    const letters = [...match[0]].length;
    const sum = (to: number) => weights.slice(0, to).reduce((all, weight) => all + weight, 0);
    const [from, to] = [before, before + letters].map((at) => (sum(at) / total) * item.width) as [
      number,
      number,
    ];
    const corners = [
      [from, -0.2],
      [to, -0.2],
      [from, 0.85],
      [to, 0.85],
    ].map(([run = 0, rise = 0]) =>
      apply(
        frame.toPage,
        x + along[0] * run - along[1] * rise * size,
        y + along[1] * run + along[0] * rise * size,
      ),
    );
    words.push({ text: match[0].normalize('NFC'), size, corners, turn, slanted });
  }
  return words;
}

/** Relative widths of letters in common fonts: enough to find a word inside its line. */
function letterWidth(letter: string): number {
  if (/[iljtf.,:;'|!()[\] ]/.test(letter)) return 0.55;
  if (/[mwMW@%]/.test(letter)) return 1.6;
  return /[A-Z]/.test(letter) ? 1.25 : 1;
}

/** The direction in which most of the page's letters run. */
export function mainTurn(words: PlacedWord[]): Turn {
  const letters = [0, 0, 0, 0];
  for (const word of words) letters[word.turn] = (letters[word.turn] ?? 0) + word.text.length;
  return letters.indexOf(Math.max(...letters)) as Turn;
}

/** The word as the layout takes it, on a page turned so that text of direction `turn` stands upright. */
export function fragmentOf(word: PlacedWord, frame: PageFrame, turn: Turn): Fragment {
  const xs = word.corners.map(([x]) => x);
  const ys = word.corners.map(([, y]) => y);
  const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const box = fractions([left, top, right, bottom], frame.width, frame.height);
  return { text: word.text, size: word.size, box, ...turned({ left, top, right, bottom }, frame, turn) };
}

interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The rectangle on a page turned clockwise by `turn` quarters. */
export function turned(
  { left, top, right, bottom }: Rectangle,
  { width, height }: { width: number; height: number },
  turn: Turn,
): Rectangle {
  if (turn === 1) return { left: height - bottom, top: left, right: height - top, bottom: right };
  if (turn === 2)
    return { left: width - right, top: height - bottom, right: width - left, bottom: height - top };
  if (turn === 3) return { left: top, top: width - right, right: bottom, bottom: width - left };
  return { left, top, right, bottom };
}

const round = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e4) / 1e4;

export const fractions = (
  [left, top, right, bottom]: [number, number, number, number],
  width: number,
  height: number,
): Box => [round(left / width), round(top / height), round(right / width), round(bottom / height)];
