import { describe, expect, test } from 'vitest';
import {
  auroc,
  calibrationError,
  coverageAtRisk,
  errorsCaught,
  type Judged,
  reliability,
  riskCoverage,
} from '../../shared/evaluation/confidence.ts';
import {
  type PairedClaim,
  pairedBootstrap,
  percentile,
  seededRandom,
  shareDifference,
  wilsonInterval,
} from '../../shared/evaluation/statistics.ts';

const judged = (...values: [confidence: number, right: 0 | 1][]): Judged[] =>
  values.map(([confidence, right]) => ({ confidence, right: right === 1 }));

describe("Wilson's interval", () => {
  // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is the published one', (right, n, low, high) => {
    expect(wilsonInterval(right, n)[0]).toBeCloseTo(low, 4);
    expect(wilsonInterval(right, n)[1]).toBeCloseTo(high, 4);
  });

  test('of nothing is everything', () => expect(wilsonInterval(0, 0)).toEqual([0, 1]));
});

describe("Newcombe's interval of a difference", () => {
  // Newcombe 1998, Statistics in Medicine 17, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [0, 10, 0, 10, -0.2775, 0.2775],
  ])('of %i in %i and %i in %i is the published one', (right, n, otherRight, otherN, low, high) => {
    const { interval } = shareDifference([right, n], [otherRight, otherN]);
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });

  test('of nothing is everything', () =>
    expect(shareDifference([0, 0], [1, 1])).toEqual({ difference: 0, interval: [-1, 1] }));
});

describe('percentiles', () => {
  test('are interpolated between neighbours', () => {
    expect(percentile([40, 10, 30, 20], 0.5)).toBe(25);
    expect(percentile([1, 2, 3, 4, 5], 0.95)).toBeCloseTo(4.8);
  });
});

describe('AUROC', () => {
  test('counts the pairs that are in order: three of four', () => {
    expect(auroc(judged([0.1, 0], [0.4, 0], [0.35, 1], [0.8, 1]))).toBe(0.75);
  });

  test('counts ties half', () => {
    expect(auroc(judged([0.5, 0], [0.5, 1]))).toBe(0.5);
    expect(auroc(judged([0.5, 0], [0.5, 1], [0.9, 1], [0.9, 0]))).toBe(0.5);
  });

  test('is 1 when every error is below, 0 when every error is above, and unknown without errors', () => {
    expect(auroc(judged([0.2, 0], [0.3, 1], [0.4, 1]))).toBe(1);
    expect(auroc(judged([0.2, 1], [0.3, 0]))).toBe(0);
    expect(auroc(judged([0.2, 1], [0.3, 1]))).toBeNull();
  });
});

describe('calibration error', () => {
  const ece = (values: Judged[]): number => calibrationError(reliability(values));

  test('is zero when the share that is right is what confidence says', () => {
    expect(ece(judged([0.75, 1], [0.75, 1], [0.75, 1], [0.75, 0]))).toBeCloseTo(0);
  });

  test('weights the distance of each bin with what it holds', () => {
    expect(ece(judged([0.95, 0], [0.15, 0], [0.15, 0], [0.15, 0]))).toBeCloseTo(0.25 * 0.95 + 0.75 * 0.15);
  });

  test('puts a confidence of 1 into the last bin', () => {
    expect(reliability(judged([1, 1]))[9]).toEqual({ from: 0.9, to: 1, n: 1, confidence: 1, accuracy: 1 });
  });
});

describe('accepting by confidence', () => {
  const values = judged([0.9, 1], [0.8, 1], [0.7, 0], [0.6, 1]);

  test('raises the risk with the coverage', () => {
    expect(riskCoverage(values)).toEqual([
      { coverage: 0.25, risk: 0 },
      { coverage: 0.5, risk: 0 },
      { coverage: 0.75, risk: 1 / 3 },
      { coverage: 1, risk: 0.25 },
    ]);
  });

  test('goes as far as the risk allows, also past an error', () => {
    expect(coverageAtRisk(values, 0.01)).toBe(0.5);
    expect(coverageAtRisk(values, 0.25)).toBe(1);
    expect(coverageAtRisk(judged([0.9, 0]), 0.01)).toBe(0);
  });

  test('never splits values of one confidence', () => {
    expect(coverageAtRisk(judged([0.9, 1], [0.9, 1], [0.9, 0]), 0.01)).toBe(0);
  });
});

describe('errors caught by review', () => {
  test('are those among the least sure tenth', () => {
    const values = judged([0.1, 0], [0.2, 0], ...Array.from({ length: 8 }, (): [number, 1] => [0.9, 1]));
    expect(errorsCaught(values, 0.1)).toBe(0.5);
    expect(errorsCaught(values, 0.2)).toBe(1);
  });

  test('are the share to be expected where confidence makes no difference', () => {
    const values = judged(...Array.from({ length: 20 }, (_, i): [number, 0 | 1] => [0.5, i < 4 ? 0 : 1]));
    expect(errorsCaught(values, 0.1)).toBeCloseTo(0.1);
    expect(errorsCaught(judged([0.5, 1]), 0.1)).toBeNull();
  });
});

describe('the paired bootstrap', () => {
  /** Two systems on the same claims of 23 fields; the harder the claim, the more both get wrong. */
  function claims(random: () => number, n: number, advantage: number): PairedClaim[] {
    return Array.from({ length: n }, () => {
      const ease = 0.5 + 0.4 * random();
      const right = (share: number): number =>
        Array.from({ length: 23 }, () => Number(random() < share)).reduce((sum, one) => sum + one, 0);
      return { difference: right(ease + advantage) - right(ease), weight: 23 };
    });
  }

  test('finds nothing in 95 of 100 repetitions when nothing differs', () => {
    const random = seededRandom(11);
    const repetitions = 300;
    const found = Array.from({ length: repetitions }, (_, seed) =>
      pairedBootstrap(claims(random, 60, 0), { seed, resamples: 400 }),
    ).filter(({ p }) => p < 0.05).length;
    // Two standard errors of a share of 5 % over the repetitions.
    expect(found / repetitions).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / repetitions));
    expect(found).toBeGreaterThan(0);
  });

  test('finds a difference of five points over 200 claims, and its size', () => {
    const { difference, interval, p } = pairedBootstrap(claims(seededRandom(3), 200, 0.05));
    expect(p).toBeLessThan(0.01);
    expect(interval[0]).toBeLessThan(difference);
    expect(interval[1]).toBeGreaterThan(difference);
    expect(difference).toBeGreaterThan(0.02);
    expect(difference).toBeLessThan(0.08);
  });

  test('gives the same interval for the same seed', () => {
    const one = claims(seededRandom(5), 30, 0.02);
    expect(pairedBootstrap(one, { seed: 4 })).toEqual(pairedBootstrap(one, { seed: 4 }));
    expect(pairedBootstrap(one, { seed: 4 })).not.toEqual(pairedBootstrap(one, { seed: 5 }));
  });
});
