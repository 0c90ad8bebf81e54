/** Order statistics and growth of what a benchmark measured. */

export interface Spread {
  min: number;
  median: number;
  max: number;
}

/** The value below which the share `p` of the values lies, interpolated between neighbours. Needs one value at least. */
export function percentile(values: readonly number[], p: number): number {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const spreadOf = (values: readonly number[]): Spread => ({
  min: Math.min(...values),
  median: median(values),
  max: Math.max(...values),
});

export interface Point {
  x: number;
  y: number;
}

/**
 * How much steeper a curve is behind `knee` than before it: 1 for a straight line, more when growth
 * gets faster. Points are sorted by `x`; `knee` is the `x` of one of them that is neither the first nor the last.
 */
export function steepening(points: readonly Point[], knee: number): number {
  const sorted = points.toSorted((a, b) => a.x - b.x);
  const [first, middle, last] = [sorted[0], sorted.find(({ x }) => x === knee), sorted.at(-1)];
  if (!first || !middle || !last || first === middle || middle === last) throw new RangeError('no knee');
  const slope = (a: Point, b: Point): number => (b.y - a.y) / (b.x - a.x);
  return slope(middle, last) / slope(first, middle);
}
