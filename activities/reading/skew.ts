/** A page in black and white, `1` is ink. */
export interface Bitmap {
  width: number;
  height: number;
  ink: Uint8Array;
}

/** Otsu's threshold: the grey that best divides paper from ink. */
export function threshold(grey: Uint8Array): number {
  const histogram = new Float64Array(256);
  for (const value of grey) histogram[value] = (histogram[value] ?? 0) + 1;
  const sum = histogram.reduce((all, count, value) => all + count * value, 0);
  let [below, belowSum, best, bestAt] = [0, 0, -1, 128];
  for (let value = 0; value < 256; value++) {
    const count = histogram[value] ?? 0;
    below += count;
    belowSum += count * value;
    const above = grey.length - below;
    if (below === 0 || above === 0) continue;
    const distance = belowSum / below - (sum - belowSum) / above;
    const between = below * above * distance * distance;
    if (between > best) [best, bestAt] = [between, value];
  }
  return bestAt;
}

export function binarise(grey: Uint8Array, width: number, height: number): Bitmap {
  const limit = threshold(grey);
  return { width, height, ink: grey.map((value) => (value <= limit ? 1 : 0)) };
}

const MAX_DEGREES = 8;
const MAX_POINTS = 60_000;

/**
 * Degrees (counter-clockwise positive) by which the page's lines of text are turned. Projected along
 * the lines, ink falls into sharp bands: the sum of squared steps between bands is greatest there.
 */
export function skewDegrees(bitmap: Bitmap): number {
  const points = inkPoints(bitmap);
  if (points.length < 400) return 0;
  const score = (degrees: number) => bandedness(points, bitmap, degrees);
  const coarse = bestOf(range(-MAX_DEGREES, MAX_DEGREES, 0.5), score);
  const fine = bestOf(range(coarse - 0.5, coarse + 0.5, 0.1), score);
  return score(fine) > 1.05 * score(0) ? fine : 0;
}

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);

function bestOf(values: number[], score: (value: number) => number): number {
  let [best, bestScore] = [0, -1];
  for (const value of values) {
    const reached = score(value);
    if (reached > bestScore) [best, bestScore] = [value, reached];
  }
  return best;
}

/** The lower edges of strokes: they mark the base lines, and rules and solid areas count for little. */
function inkPoints({ width, height, ink }: Bitmap): number[] {
  const points: number[] = [];
  for (let y = 0; y + 1 < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (ink[at] === 1 && ink[at + width] === 0) points.push(at);
    }
  }
  const step = Math.ceil(points.length / MAX_POINTS);
  return step > 1 ? points.filter((_, index) => index % step === 0) : points;
}

function bandedness(points: number[], { width, height }: Bitmap, degrees: number): number {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const offset = Math.ceil(width * Math.abs(sine)) + 1;
  const bands = new Float64Array(height + 2 * offset + 2);
  for (const at of points) {
    const band = Math.round(Math.floor(at / width) * cosine + (at % width) * sine) + offset;
    bands[band] = (bands[band] ?? 0) + 1;
  }
  let score = 0;
  for (let index = 1; index < bands.length; index++) {
    const step = (bands[index] ?? 0) - (bands[index - 1] ?? 0);
    score += step * step;
  }
  return score;
}
