/** How well confidence ranks errors and says how often it is right. Pure. */

/** One value with its confidence, and whether it was right. */
export interface Judged {
  confidence: number;
  right: boolean;
}

/** Values of one confidence: none of them can be accepted or reviewed before another. */
interface Tie {
  confidence: number;
  n: number;
  errors: number;
}

/** The surest first. */
function tiesOf(judged: readonly Judged[]): Tie[] {
  const ties: Tie[] = [];
  for (const { confidence, right } of judged.toSorted((a, b) => b.confidence - a.confidence)) {
    let tie = ties.at(-1);
    if (!tie || tie.confidence !== confidence) {
      tie = { confidence, n: 0, errors: 0 };
      ties.push(tie);
    }
    tie.n += 1;
    if (!right) tie.errors += 1;
  }
  return ties;
}

/**
 * The probability that a right value has more confidence than a wrong one, ties counted half
 * (Mann-Whitney); `null` when all are right or all are wrong.
 */
export function auroc(judged: readonly Judged[]): number | null {
  const errors = judged.filter(({ right }) => !right).length;
  const pairs = errors * (judged.length - errors);
  if (pairs === 0) return null;
  let [won, errorsLeft] = [0, errors];
  for (const tie of tiesOf(judged)) {
    errorsLeft -= tie.errors;
    won += (tie.n - tie.errors) * (errorsLeft + tie.errors / 2);
  }
  return won / pairs;
}

export interface ReliabilityBin {
  from: number;
  to: number;
  n: number;
  /** Mean of the confidences in the bin, and the share that was right; `null` in an empty bin. */
  confidence: number | null;
  accuracy: number | null;
}

const BINS = 10;

/** Ten bins of equal width: what was claimed, and what was true. */
export function reliability(judged: readonly Judged[]): ReliabilityBin[] {
  const bins = Array.from({ length: BINS }, () => ({ n: 0, confidence: 0, right: 0 }));
  for (const { confidence, right } of judged) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (!bin) throw new RangeError('a confidence is a number from 0 to 1');
    bin.n += 1;
    bin.confidence += confidence;
    if (right) bin.right += 1;
  }
  return bins.map(({ n, confidence, right }, index) => ({
    from: index / BINS,
    to: (index + 1) / BINS,
    n,
    confidence: n === 0 ? null : confidence / n,
    accuracy: n === 0 ? null : right / n,
  }));
}

/** Mean distance of confidence and accuracy over the bins, each weighted by what it holds; 0 without values. */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  if (n === 0) return 0;
  return (
    bins.reduce((sum, bin) => sum + bin.n * Math.abs((bin.confidence ?? 0) - (bin.accuracy ?? 0)), 0) / n
  );
}

export interface RiskPoint {
  /** Share of the values accepted, the surest first. */
  coverage: number;
  /** Share of wrong values among them. */
  risk: number;
}

/** Risk and coverage at every confidence that occurs, thinned to one point for each hundredth of coverage. */
export function riskCoverage(judged: readonly Judged[]): RiskPoint[] {
  const points = acceptances(judged);
  return points.filter(
    ({ coverage }, index) =>
      index === points.length - 1 ||
      Math.floor(coverage * 100) > Math.floor((points[index - 1]?.coverage ?? 0) * 100),
  );
}

/** The largest share of values that can be accepted by confidence with at most this share of errors among them. */
export const coverageAtRisk = (judged: readonly Judged[], risk: number): number =>
  Math.max(0, ...acceptances(judged).flatMap((point) => (point.risk <= risk ? [point.coverage] : [])));

function acceptances(judged: readonly Judged[]): RiskPoint[] {
  let [accepted, errors] = [0, 0];
  return tiesOf(judged).map((tie) => {
    accepted += tie.n;
    errors += tie.errors;
    return { coverage: accepted / judged.length, risk: errors / accepted };
  });
}

/** Share of all errors among the least sure `share` of the values, ties counted in proportion; `null` without errors. */
export function errorsCaught(judged: readonly Judged[], share: number): number | null {
  const errors = judged.filter(({ right }) => !right).length;
  if (errors === 0) return null;
  let [left, caught] = [judged.length * share, 0];
  for (const tie of tiesOf(judged).reverse()) {
    const reviewed = Math.min(1, left / tie.n);
    caught += tie.errors * reviewed;
    left -= tie.n * reviewed;
    if (left <= 0) break;
  }
  return caught / errors;
}
