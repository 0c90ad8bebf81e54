import { type Bitmap, binarise } from './skew.ts';

export interface Grey {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Share of the ink that stands alone, point by point, from which a page counts as speckled. */
const SPECKLED = 0.02;

/** Share of a page's ink points without a neighbour. */
export function isolatedShare(bitmap: Bitmap): number {
  let [all, isolated] = [0, 0];
  eachInner(bitmap, (at, neighbours) => {
    if (bitmap.ink[at] !== 1) return;
    all++;
    if (neighbours === 0) isolated++;
  });
  return all === 0 ? 0 : isolated / all;
}

/**
 * Removes single dark points on paper and single light ones in ink, where a page has many: what
 * a bad line adds to a fax. It has to happen at the image's own resolution, before a point becomes a blot.
 */
export function despeckle({ data, width, height }: Grey): Uint8Array {
  const bitmap = binarise(data, width, height);
  if (isolatedShare(bitmap) < SPECKLED) return data;
  const clean = new Uint8Array(data);
  eachInner(bitmap, (at, neighbours) => {
    const ink = bitmap.ink[at] === 1;
    if (ink ? neighbours === 0 : neighbours >= 7) clean[at] = meanAround(data, at, width);
  });
  return clean;
}

const around = (width: number): number[] => [
  -width - 1,
  -width,
  -width + 1,
  -1,
  1,
  width - 1,
  width,
  width + 1,
];

function meanAround(data: Uint8Array, at: number, width: number): number {
  return Math.round(around(width).reduce((sum, step) => sum + (data[at + step] ?? 255), 0) / 8);
}

function eachInner({ width, height, ink }: Bitmap, visit: (at: number, neighbours: number) => void): void {
  const steps = around(width);
  for (let y = 1; y + 1 < height; y++) {
    for (let x = 1; x + 1 < width; x++) {
      const at = y * width + x;
      let neighbours = 0;
      for (const step of steps) neighbours += ink[at + step] ?? 0;
      visit(at, neighbours);
    }
  }
}
