/** The arithmetic of charts. Pure. */

export type Range = readonly [low: number, high: number];

export interface LinePoint {
  value: number | null;
  interval?: Range;
  /** On how much the value stands, in words: "n 460". */
  n?: string;
}

/** From values to places. A domain of one value lies in the middle. */
export const linear =
  ([low, high]: Range, [from, to]: Range) =>
  (value: number): number =>
    high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from);

/** A step of 1, 2 or 5 times a power of ten that takes at most `most` steps over the span. */
export function niceStep(span: number, most: number): number {
  if (!(span > 0)) return 1;
  const rough = span / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Round values from the last one under `low` to the first one over `high`. */
export function niceTicks([low, high]: Range, most: number): number[] {
  const step = niceStep(high - low, most);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) => round((first + index) * step, step));
}

/** Without the dust of binary fractions: 0.30000000000000004 is 0.3. */
const round = (value: number, step: number): number => {
  const digits = Math.max(0, 1 - Math.floor(Math.log10(step)));
  return Number(value.toFixed(Math.min(12, digits)));
};

/** The stretches of a series between its gaps, each as the indices of its points; `over` goes on over gaps. */
export function runsOf(values: readonly (number | null)[], over = false): number[][] {
  const runs: number[][] = [];
  let open: number[] | null = null;
  values.forEach((value, index) => {
    if (value === null) {
      if (!over) open = null;
      return;
    }
    if (!open) {
      open = [];
      runs.push(open);
    }
    open.push(index);
  });
  return runs;
}

/** Every how many labels of this width one finds place, so that the last one is always written. */
export const labelEvery = (count: number, width: number, labelWidth: number): number =>
  Math.max(1, Math.ceil((count * labelWidth) / Math.max(1, width)));
