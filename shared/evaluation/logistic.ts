/** Logistic regression with a normal prior. Pure and deterministic. */

export interface LogisticRow {
  x: readonly number[];
  /** Added to the sum as it is: what an earlier fit has decided. */
  offset: number;
  right: boolean;
}

/** What the weights are before the data speak: a mean, and how hard each weight is held there (1 ÷ variance). */
export interface Prior {
  mean: readonly number[];
  precision: readonly number[];
}

const ITERATIONS = 60;
const CONVERGED = 1e-8;

/** The weights of largest posterior probability, by Newton's method with halved steps. */
export function fitLogistic(rows: readonly LogisticRow[], { mean, precision }: Prior): number[] {
  let weights = [...mean];
  let loss = lossOf(rows, weights, { mean, precision });
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const { gradient, hessian } = slopes(rows, weights, { mean, precision });
    const step = solve(hessian, gradient);
    let [scale, next, nextLoss] = [1, weights, Number.POSITIVE_INFINITY];
    for (; scale > 1e-6 && !(nextLoss <= loss); scale /= 2) {
      const by = scale;
      next = weights.map((weight, i) => weight - by * at(step, i));
      nextLoss = lossOf(rows, next, { mean, precision });
    }
    if (!(nextLoss <= loss)) break;
    const gained = loss - nextLoss;
    [weights, loss] = [next, nextLoss];
    if (gained < CONVERGED * (1 + Math.abs(loss))) break;
  }
  return weights;
}

const at = (values: readonly number[], index: number): number => values[index] ?? 0;

const sumOf = ({ x, offset }: LogisticRow, weights: readonly number[]): number =>
  x.reduce((sum, value, i) => sum + value * at(weights, i), offset);

/** Negative log-posterior without its constants. */
function lossOf(
  rows: readonly LogisticRow[],
  weights: readonly number[],
  { mean, precision }: Prior,
): number {
  const held = weights.reduce((sum, w, i) => sum + (at(precision, i) * (w - at(mean, i)) ** 2) / 2, 0);
  return rows.reduce((sum, row) => {
    const z = row.right ? -sumOf(row, weights) : sumOf(row, weights);
    // log(1 + e^z) without overflow.
    return sum + Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }, held);
}

function slopes(rows: readonly LogisticRow[], weights: readonly number[], { mean, precision }: Prior) {
  const size = weights.length;
  const gradient = weights.map((weight, i) => at(precision, i) * (weight - at(mean, i)));
  const hessian = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (i === j ? at(precision, i) : 0)),
  );
  for (const row of rows) {
    const p = 1 / (1 + Math.exp(-sumOf(row, weights)));
    const filled = [...row.x.keys()].filter((i) => at(row.x, i) !== 0);
    for (const i of filled) {
      gradient[i] = at(gradient, i) + (p - Number(row.right)) * at(row.x, i);
      const line = hessian[i] ?? [];
      for (const j of filled) line[j] = at(line, j) + p * (1 - p) * at(row.x, i) * at(row.x, j);
    }
  }
  return { gradient, hessian };
}

/** Solves `matrix · x = right` for a symmetric positive definite matrix (Cholesky). */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const lower: number[][] = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const l = (i: number, j: number): number => lower[i]?.[j] ?? 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= l(i, k) * l(j, k);
      const line = lower[i] as number[];
      line[j] = i === j ? Math.sqrt(Math.max(sum, Number.EPSILON)) : sum / l(j, j);
    }
  }
  const forward: number[] = [];
  for (let i = 0; i < size; i++)
    forward[i] = (at(right, i) - forward.reduce((sum, value, k) => sum + l(i, k) * value, 0)) / l(i, i);
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let sum = at(forward, i);
    for (let k = i + 1; k < size; k++) sum -= l(k, i) * at(solution, k);
    solution[i] = sum / l(i, i);
  }
  return solution;
}
