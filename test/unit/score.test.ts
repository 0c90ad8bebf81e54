import { describe, expect, it } from 'vitest';
import { CalibrationSchema } from '../../shared/calibration.ts';
import { FIELD_KEYS, type FieldKey, type FieldValue } from '../../shared/claim-fields.ts';
import { type Calibration, DEFAULT_WEIGHTS, scoreMerged } from '../../shared/domain/score.ts';
import { merge, PLAIN_FORM, PLAIN_VALUES, type TestChunk } from '../support/packet.ts';

const form = (change: Partial<Record<FieldKey, FieldValue>> = {}, more: Partial<TestChunk> = {}) =>
  merge([{ text: PLAIN_FORM, values: { ...PLAIN_VALUES, third_parties: [], ...change }, ...more }]);
const score = (merged: ReturnType<typeof form>, threshold = 0.8, calibration: Calibration | null = null) =>
  scoreMerged(merged, { threshold, calibration });
const confidence = (merged: ReturnType<typeof form>, key: FieldKey) => score(merged).fields[key].confidence;

describe('confidence', () => {
  it('is a probability for every field', () => {
    for (const key of FIELD_KEYS) {
      expect(confidence(form(), key)).toBeGreaterThan(0);
      expect(confidence(form(), key)).toBeLessThan(1);
    }
  });

  it('falls with hesitant tokens', () => {
    const hesitant = form({}, { scores: { policy_number: { mean: -0.6, min: -2.5, tokens: 6 } } });
    expect(confidence(hesitant, 'policy_number')).toBeLessThan(confidence(form(), 'policy_number'));
  });

  it('falls with poor OCR', () => {
    const merged = form();
    for (const evidence of merged.fields.policy_number.evidence) evidence.ocrConfidence = 0.55;
    expect(score(merged).fields.policy_number.sure).toBe(false);
  });

  it('falls far for a value that is not in the text', () => {
    expect(confidence(form({ policy_number: 'HO-000' }), 'policy_number')).toBeLessThan(0.2);
  });

  it('of a derived value is no higher than that of what it follows from', () => {
    const merged = form({}, { scores: { incident_date: { mean: -2, min: -4, tokens: 6 } } });
    expect(confidence(merged, 'coverage_determination')).toBeLessThanOrEqual(
      confidence(merged, 'incident_date'),
    );
  });

  it('of null is high where nothing of the field is in the text, and lower for a field that every claim needs', () => {
    const merged = merge([{ text: 'Policy number: PA-100-200', values: { policy_number: 'PA-100-200' } }]);
    expect(score(merged).fields.claimant_dob.sure).toBe(true);
    expect(score(merged).fields.estimated_amount.sure).toBe(false);
  });

  it('survives infinite and missing log-probabilities', () => {
    const merged = form(
      {},
      { scores: { policy_number: { mean: Number.NEGATIVE_INFINITY, min: Number.NaN, tokens: 0 } } },
    );
    expect(confidence(merged, 'policy_number')).toBeGreaterThanOrEqual(0);
    expect(confidence(merged, 'policy_number')).toBeLessThan(0.8);
  });
});

describe('a field is sure', () => {
  it('at its threshold and above, and says "low_confidence" below', () => {
    const merged = form();
    const reached = score(merged, confidence(merged, 'claimant_name')).fields.claimant_name;
    expect(reached).toMatchObject({ sure: true, doubts: [] });
    expect(score(merged, 0.999).fields.claimant_name).toMatchObject({
      sure: false,
      doubts: ['low_confidence'],
    });
  });

  it('never with a doubt, whatever the threshold', () => {
    const merged = form({ deductible_amount: null });
    expect(score(merged, 0).fields.deductible_amount).toMatchObject({
      sure: false,
      doubts: ['label_without_value'],
    });
  });
});

describe('calibration', () => {
  it('is marked missing until a model version brings it', () => {
    expect(score(form()).calibration).toBe('uncalibrated');
  });

  it('decides by kind of field where it has weights of that kind', () => {
    const sceptical = { ...DEFAULT_WEIGHTS, bias: -3 };
    const calibration: Calibration = {
      name: 'c-1',
      shared: DEFAULT_WEIGHTS,
      kinds: { date: sceptical },
      offsets: {},
    };
    const scored = score(form(), 0.8, calibration);
    expect(scored.calibration).toBe('c-1');
    expect(scored.fields.incident_date.sure).toBe(false);
    expect(scored.fields.policy_number.sure).toBe(true);
  });

  it('may weigh how hard the rest of the document was to read', () => {
    const hard = { mean: -1, min: -4, tokens: 6 };
    const elsewhere = FIELD_KEYS.filter((key) => key !== 'policy_number').map((key) => [key, hard]);
    const merged = form({}, { scores: Object.fromEntries(elsewhere) });
    const shared = { ...DEFAULT_WEIGHTS, othersLogProbability: 0.5 };
    const calibration: Calibration = { name: 'c-1', shared, kinds: {}, offsets: {} };
    const of = (one: typeof merged) => score(one, 0.8, calibration).fields.policy_number.confidence;
    expect(of(merged)).toBeLessThan(of(form()));
    // A calibration without a weight for it takes no notice.
    const { othersLogProbability: _, ...before } = DEFAULT_WEIGHTS;
    expect(CalibrationSchema.parse({ ...calibration, shared: before }).shared).toEqual(DEFAULT_WEIGHTS);
  });
});
