/** Order statistics and growth of what a benchmark measured. */
import { percentile } from '../../shared/evaluation/statistics.ts';

export { percentile };

export interface Spread {
  min: number;
  median: number;
  max: number;
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
