import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CALIBRATION_FILE, loadCalibration } from '../../shared/calibration.ts';
import { FIELD_KEYS, fieldSpec } from '../../shared/claim-fields.ts';
import { DEFAULT_WEIGHTS, FEATURES, type Features } from '../../shared/domain/score.ts';
import {
  type CalibrationExample,
  crossValidate,
  fitCalibration,
  judgeExamples,
  qualityOf,
} from '../../shared/evaluation/fit-calibration.ts';
import { fitLogistic, solve } from '../../shared/evaluation/logistic.ts';
import { seededRandom } from '../../shared/evaluation/statistics.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

describe('logistic regression', () => {
  const truth = [0.4, -1.2, 2];
  function rows(n: number) {
    const random = seededRandom(7);
    return Array.from({ length: n }, () => {
      const x = [1, 2 * random() - 1, random()];
      return {
        x,
        offset: 0,
        right: random() < sigmoid(x.reduce((sum, v, i) => sum + v * (truth[i] ?? 0), 0)),
      };
    });
  }

  test('finds the weights that made the data', () => {
    const weights = fitLogistic(rows(20_000), { mean: [0, 0, 0], precision: [0.01, 0.01, 0.01] });
    for (const [i, weight] of weights.entries())
      expect(Math.abs(weight - (truth[i] ?? 0))).toBeLessThan(0.12);
  });

  test('stays at the prior without data, and near it with little', () => {
    const prior = { mean: [1, 2, 3], precision: [4, 4, 4] };
    expect(fitLogistic([], prior)).toEqual([1, 2, 3]);
    const few = fitLogistic(rows(5), prior);
    for (const [i, weight] of few.entries()) expect(Math.abs(weight - (prior.mean[i] ?? 0))).toBeLessThan(1);
  });

  test('ends with finite weights when the data are separable', () => {
    const separable = [-2, -1, 1, 2].map((x) => ({ x: [x], offset: 0, right: x > 0 }));
    expect(fitLogistic(separable, { mean: [0], precision: [0.1] })[0]).toBeLessThan(20);
  });

  test('solves its equations', () => {
    const solution = solve(
      [
        [4, 1],
        [1, 3],
      ],
      [1, 2],
    );
    expect(solution[0]).toBeCloseTo(1 / 11);
    expect(solution[1]).toBeCloseTo(7 / 11);
  });
});

/** Fields whose confidence really follows from two features and from what the field is. */
function examples(claims: number, seed = 1): CalibrationExample[] {
  const random = seededRandom(seed);
  return Array.from({ length: claims }, (_, claim) =>
    FIELD_KEYS.map((key): CalibrationExample => {
      const features = Object.fromEntries(FEATURES.map((name) => [name, 0])) as Features;
      features.bias = 1;
      features.minLogProbability = -6 * random() ** 3;
      features.not_in_text = Number(random() < 0.2);
      const hard = key === 'damage_description' ? -2 : 0;
      const z = 1.5 + features.minLogProbability - 3 * features.not_in_text + hard;
      return { claim: `c${claim}`, key, features, right: random() < sigmoid(z) };
    }),
  ).flat();
}

describe('a calibration', () => {
  const fitted = fitCalibration(examples(400));

  test('finds the weights that made the data, for the fields and for each of them', () => {
    expect(fitted.shared.minLogProbability).toBeCloseTo(1, 0);
    expect(fitted.shared.not_in_text).toBeCloseTo(-3, 0);
    expect(fitted.offsets.damage_description).toBeLessThan(-1.2);
    expect(Math.abs(fitted.offsets.policy_number ?? 9)).toBeLessThan(0.6);
  });

  test('leaves what the data never show as it was set by hand', () => {
    expect(fitted.shared.ocrDoubt).toBe(DEFAULT_WEIGHTS.ocrDoubt);
  });

  test('has weights of its own for kinds with enough examples only', () => {
    expect(fitted.kinds.date).toBeDefined();
    const few = fitCalibration(examples(60));
    expect(Object.keys(few.kinds)).toEqual(['date', 'enum'].filter((kind) => few.kinds[kind as 'date']));
    expect(FIELD_KEYS.filter((key) => fieldSpec(key).kind === 'money')).toHaveLength(2);
    expect(few.kinds.money).toBeUndefined();
  });

  test('is the same for the same examples', () => {
    expect(fitCalibration(examples(60))).toEqual(fitCalibration(examples(60)));
  });

  test('is judged on claims that were left out, and is better than weights set by hand', () => {
    const sample = examples(200, 5);
    const byHand = qualityOf(judgeExamples(sample, null));
    const { auroc, ece } = crossValidate(sample);
    expect(auroc ?? 0).toBeGreaterThan(0.75);
    expect(ece).toBeLessThan(0.03);
    expect(ece).toBeLessThan(byHand.ece);
  });

  test('of unseen claims says how often it is right', () => {
    const { ece } = qualityOf(judgeExamples(examples(300, 99), { name: 'fitted', ...fitted }));
    expect(ece).toBeLessThan(0.03);
  });
});

describe('the calibration that a model version names', () => {
  let models: string;
  let settings: { folder: string; fetched: string };
  const name = 'tested-1';
  const write = (value: unknown): void => {
    mkdirSync(join(models, name), { recursive: true });
    writeFileSync(join(models, name, CALIBRATION_FILE), JSON.stringify(value));
  };
  const calibration = { name: 'c-1', shared: DEFAULT_WEIGHTS, kinds: {}, offsets: { policy_type: -0.5 } };

  beforeEach(() => {
    models = mkdtempSync(join(tmpdir(), 'calibration-'));
    settings = { folder: models, fetched: join(models, 'fetched') };
  });
  afterEach(() => rmSync(models, { recursive: true }));

  test('is read from beside its card', () => {
    write(calibration);
    expect(loadCalibration({ name, calibration: 'c-1' }, settings)).toEqual(calibration);
  });

  test('is null where it names none', () => {
    expect(loadCalibration({ name, calibration: null }, settings)).toBeNull();
  });

  test('fails with ModelMissing when it is not there, or is another one', () => {
    const load = () => loadCalibration({ name, calibration: 'c-1' }, settings);
    expect(load).toThrow(expect.objectContaining({ type: 'ModelMissing' }));
    write({ ...calibration, name: 'c-2' });
    expect(load).toThrow(expect.objectContaining({ type: 'ModelMissing' }));
  });

  test('is refused when a weight is missing', () => {
    const { bias: _bias, ...rest } = DEFAULT_WEIGHTS;
    write({ ...calibration, shared: rest });
    expect(() => loadCalibration({ name, calibration: 'c-1' }, settings)).toThrow();
  });
});
