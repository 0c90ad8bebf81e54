import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rule } from './cells.ts';
import { apply, type Matrix, multiply, type PageFrame } from './pdf-words.ts';

/** What is drawn on a page beside its text. */
export interface Drawing {
  /** Lines and the edges of boxes, in points. */
  rules: Rule[];
  /** Share of the page that its largest image covers. */
  imageShare: number;
  /** Whether anything at all is painted. */
  painted: boolean;
}

/** Thicker bars are surfaces, and then their edges are the rules. */
const MAX_LINE_PT = 2.5;
const MIN_RULE_PT = 14;

const IMAGES = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
]);
const PAINTS = new Set<number>([...IMAGES, OPS.fill, OPS.stroke, OPS.shadingFill, OPS.showText]);
const INVISIBLE = new Set<number>([OPS.endPath, OPS.clip, OPS.eoClip]);

/** Reads the page's drawing operators; nothing is painted. */
export async function readDrawing(page: PDFPageProxy, frame: PageFrame): Promise<Drawing> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const drawing: Drawing = { rules: [], imageShare: 0, painted: false };
  const saved: Matrix[] = [];
  let matrix: Matrix = frame.toPage;
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] as unknown[] | null;
    if (PAINTS.has(operator)) drawing.painted = true;
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = multiply(matrix, args as unknown as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      if (Array.isArray(args?.[0])) matrix = multiply(matrix, args[0] as unknown as Matrix);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.constructPath) addPath(drawing, args ?? [], matrix, frame);
    else if (IMAGES.has(operator)) {
      const [left, top, right, bottom] = bounds(unitSquare.map(([x, y]) => apply(matrix, x, y)));
      const share = ((right - left) * (bottom - top)) / (frame.width * frame.height);
      drawing.imageShare = Math.max(drawing.imageShare, Math.min(1, share));
    }
  }
  return drawing;
}

const unitSquare: [number, number][] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
];

type Bounds = [left: number, top: number, right: number, bottom: number];

function bounds(points: [number, number][]): Bounds {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function addPath(drawing: Drawing, args: unknown[], matrix: Matrix, frame: PageFrame): void {
  const [paint, data] = args as [number, (Float32Array | null)[] | null];
  if (INVISIBLE.has(paint)) return;
  drawing.painted = true;
  for (const path of subpaths(data?.[0] ?? new Float32Array())) {
    const points = path.points.map(([x, y]) => apply(matrix, x, y));
    if (path.curved || points.length < 2) continue;
    const [left, top, right, bottom] = bounds(points);
    if (right - left > 0.98 * frame.width && bottom - top > 0.98 * frame.height) continue;
    if (right - left <= MAX_LINE_PT || bottom - top <= MAX_LINE_PT)
      addRule(drawing, left, top, right, bottom);
    else if (points.length >= 4 && points.length <= 5 && !isTickBox(right - left, bottom - top)) {
      addRule(drawing, left, top, right, top);
      addRule(drawing, left, bottom, right, bottom);
      addRule(drawing, left, top, left, bottom);
      addRule(drawing, right, top, right, bottom);
    }
  }
}

const isTickBox = (width: number, height: number): boolean => Math.max(width, height) < 18;

function addRule(drawing: Drawing, left: number, top: number, right: number, bottom: number): void {
  if (Math.max(right - left, bottom - top) >= MIN_RULE_PT) drawing.rules.push({ left, top, right, bottom });
}

interface Subpath {
  points: [number, number][];
  curved: boolean;
}

/** pdfjs writes a path as numbers: 0 move, 1 line, 2 cubic curve, 3 quadratic curve, 4 close. */
function subpaths(data: Float32Array): Subpath[] {
  const paths: Subpath[] = [];
  let at = 0;
  while (at < data.length) {
    const step = data[at++];
    if (step === 4) continue;
    const count = step === 2 ? 3 : step === 3 ? 2 : 1;
    const point: [number, number] = [data[at + 2 * count - 2] ?? 0, data[at + 2 * count - 1] ?? 0];
    at += 2 * count;
    const path = paths.at(-1);
    if (step === 0 || !path) paths.push({ points: [point], curved: false });
    else {
      path.points.push(point);
      if (count > 1) path.curved = true;
    }
  }
  return paths;
}
