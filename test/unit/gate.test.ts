import { describe, expect, test } from 'vitest';
import { FIELD_KEYS } from '../../shared/claim-fields.ts';
import { seededRandom } from '../../shared/evaluation/statistics.ts';
import { GatePolicySchema } from '../../shared/model-contracts.ts';
import { type Criterion, type Judged, judgeCandidate } from '../../shared/promotion/gate.ts';

const POLICY = GatePolicySchema.parse({});
const STATED = '1'.repeat(FIELD_KEYS.length);

/** An evaluation in which each field of each claim is right as `isRight` says. */
function evaluation(
  claims: number,
  isRight: (claim: number, field: number) => boolean,
  more: Partial<Judged> = {},
): Judged {
  const rows = Array.from({ length: claims }, (_, claim) => ({
    id: `claim-${claim}`,
    right: FIELD_KEYS.map((_key, field) => (isRight(claim, field) ? '1' : '0')).join(''),
    stated: STATED,
    confidence: FIELD_KEYS.map(() => 0.9),
  }));
  return {
    n: claims,
    ...{ fieldAccuracy: 0, nonNullFieldAccuracy: 0, costUsdPerClaim: 0.001, ece: 0.02 },
    ...{ formatCompliance: 1, answersAsked: claims },
    latencyMs: { p50: 500, p95: 1_000 },
    claims: rows,
    run: { calibration: 'logistic-1' },
    ...more,
  };
}

/** Claims that are hard or easy as a whole, so that the fields of one are right or wrong together. */
function drawn(random: () => number, accuracy: number, claims = 100): Judged {
  const ease = Array.from({ length: claims }, () => (random() - 0.5) * 0.3);
  return evaluation(claims, (claim) => random() < accuracy + (ease[claim] ?? 0));
}

const failedOf = (candidate: Judged, active: Judged, policy = POLICY): Criterion[] =>
  judgeCandidate(candidate, active, policy).findings.flatMap(({ criterion, passed }) =>
    passed ? [] : [criterion],
  );

describe('when nothing changed', () => {
  test('at most one candidate in twenty passes', () => {
    const random = seededRandom(7);
    const ROUNDS = 200;
    let [passed, believed] = [0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      const result = judgeCandidate(drawn(random, 0.8), drawn(random, 0.8), POLICY);
      if (result.passed) passed += 1;
      if (result.findings.find(({ criterion }) => criterion === 'better_overall')?.passed) believed += 1;
    }
    expect(passed / ROUNDS).toBeLessThanOrEqual(0.05);
    // The test itself keeps its level: half of its two sides is a gain.
    expect(believed / ROUNDS).toBeLessThanOrEqual(0.05);
  }, 120_000);

  test('the same answers are no gain', () => {
    const same = evaluation(100, (claim) => claim % 5 !== 0);
    expect(failedOf(same, same)).toEqual(['better_overall']);
  });
});

test('a gain of three points on 200 claims is nearly always seen', () => {
  const random = seededRandom(3);
  const ROUNDS = 40;
  let seen = 0;
  for (let round = 0; round < ROUNDS; round++)
    if (!failedOf(drawn(random, 0.84, 200), drawn(random, 0.8, 200)).includes('better_overall')) seen += 1;
  expect(seen / ROUNDS).toBeGreaterThan(0.8);
}, 120_000);

describe('a candidate that is better overall is still refused', () => {
  const active = evaluation(100, (claim) => claim % 4 !== 0);
  const better = (more: Partial<Judged> = {}) => evaluation(100, (claim) => claim % 10 !== 0, more);

  test('passes when nothing else is wrong', () => {
    expect(failedOf(better(), active)).toEqual([]);
  });

  test('when one field is worse beyond chance, named in the sentence', () => {
    const candidate = evaluation(100, (claim, field) => (field === 3 ? claim % 2 === 0 : claim % 10 !== 0));
    const result = judgeCandidate(candidate, active, POLICY);
    const finding = result.findings.find(({ criterion }) => criterion === 'no_field_worse');
    expect(result.passed).toBe(false);
    expect(finding?.passed).toBe(false);
    expect(finding?.sentence).toContain('E-mail');
  });

  test('when it was judged on too few claims', () => {
    const [few, other] = [evaluation(20, () => true), evaluation(20, (claim) => claim % 3 !== 0)];
    expect(failedOf(few, other)).toEqual(['enough_claims']);
  });

  test.each<[Criterion, Partial<Judged>]>([
    ['format', { formatCompliance: 0.9 }],
    ['latency', { latencyMs: { p50: 500, p95: 1_300 } }],
    ['cost', { costUsdPerClaim: 0.002 }],
    ['calibration', { ece: 0.2 }],
    ['calibration', { run: { calibration: 'uncalibrated' } }],
  ])('for its %s', (criterion, more) => {
    expect(failedOf(better(more), active)).toEqual([criterion]);
  });

  test('but not for one answer in a hundred that chance has spoilt', () => {
    expect(failedOf(better({ formatCompliance: 0.98 }), active)).toEqual([]);
  });

  test('when it was judged on other claims', () => {
    const other = { ...better(), claims: better().claims.slice(1) };
    expect(failedOf(other, active)).toEqual(['same_claims']);
  });
});
