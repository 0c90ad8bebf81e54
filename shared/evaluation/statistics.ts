/** Small statistics that evaluation rests on. Pure; what is random takes a seed. */

/** 95 % of the normal distribution lie within this many standard deviations. */
const Z95 = 1.959964;

export type Interval = [low: number, high: number];

/** Wilson's 95 % score interval of a share of `right` out of `n`; everything when `n` is 0. */
export function wilsonInterval(right: number, n: number): Interval {
  if (n === 0) return [0, 1];
  const share = right / n;
  const z2 = Z95 ** 2 / n;
  const centre = share + z2 / 2;
  const half = Z95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n));
  return [Math.max(0, (centre - half) / (1 + z2)), Math.min(1, (centre + half) / (1 + z2))];
}

/**
 * What the first share has over the second one, with the 95 % interval of two independent samples
 * (Newcombe 1998, method 10: the hybrid of both Wilson intervals).
 */
export function shareDifference(
  [right, n]: readonly [right: number, n: number],
  [otherRight, otherN]: readonly [right: number, n: number],
): { difference: number; interval: Interval } {
  if (n === 0 || otherN === 0) return { difference: 0, interval: [-1, 1] };
  const [share, other] = [right / n, otherRight / otherN];
  const [low, high] = wilsonInterval(right, n);
  const [otherLow, otherHigh] = wilsonInterval(otherRight, otherN);
  const difference = share - other;
  return {
    difference,
    interval: [
      difference - Math.hypot(share - low, otherHigh - other),
      difference + Math.hypot(high - share, other - otherLow),
    ],
  };
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

/** Numbers from 0 up to 1, always the same ones for a seed (xorshift of 32 bits). */
export function seededRandom(seed: number): () => number {
  // Zero is the one state that never changes; neighbouring seeds are driven apart.
  let state = Math.imul(seed + 1, 0x9e3779b1) | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 8; i++) next();
  return next;
}

/** One claim's share in a comparison of two systems: what the first has more than the second, of how much. */
export interface PairedClaim {
  difference: number;
  weight: number;
}

export interface PairedDifference {
  difference: number;
  interval: Interval;
  /** Two-sided: how often resampled claims would turn the difference to the other side. */
  p: number;
}

const RESAMPLES = 2_000;

/**
 * The difference of two systems on the same claims, with the 95 % interval of the percentile bootstrap.
 * Whole claims are drawn, because the fields of one claim are right or wrong together.
 */
export function pairedBootstrap(
  claims: readonly PairedClaim[],
  { resamples = RESAMPLES, seed = 1 }: { resamples?: number; seed?: number } = {},
): PairedDifference {
  if (claims.length === 0) throw new RangeError('no claims');
  const random = seededRandom(seed);
  const differences = Array.from({ length: resamples }, () => {
    let [difference, weight] = [0, 0];
    for (let i = 0; i < claims.length; i++) {
      const drawn = claims[Math.floor(random() * claims.length)];
      difference += drawn?.difference ?? 0;
      weight += drawn?.weight ?? 0;
    }
    return weight === 0 ? 0 : difference / weight;
  });
  const below = differences.filter((difference) => difference <= 0).length;
  const above = differences.filter((difference) => difference >= 0).length;
  const weight = claims.reduce((sum, claim) => sum + claim.weight, 0);
  return {
    difference: weight === 0 ? 0 : claims.reduce((sum, claim) => sum + claim.difference, 0) / weight,
    interval: [percentile(differences, 0.025), percentile(differences, 0.975)],
    // A finite number of draws proves no probability of zero.
    p: Math.min(1, (2 * (Math.min(below, above) + 1)) / (resamples + 1)),
  };
}
