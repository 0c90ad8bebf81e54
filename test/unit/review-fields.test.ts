import { describe, expect, test } from 'vitest';
import { FIELD_KEYS, type FieldKey, type FieldValue } from '../../shared/claim-fields.ts';
import type { Evidence, Review, ReviewField } from '../../web/api/queries.ts';
import { alternativesOf, placesOf, viewFields, violationsOf } from '../../web/review/field-views.ts';

const at = (page: number): Evidence => ({ document: 'd', page, start: 0, end: 4, quote: 'read', boxes: [] });
const sureOf = (value: FieldValue): ReviewField => ({
  ...{ value, confidence: 0.99, sure: true, doubts: [], grounding: 'exact' },
  ...{ evidence: [at(1)], candidates: [] },
});

function reviewWith(fields: Partial<Record<FieldKey, Partial<ReviewField>>>): Review {
  const all = FIELD_KEYS.map((key) => [key, { ...sureOf(null), ...fields[key] }]);
  return { fields: Object.fromEntries(all) } as Review;
}

describe('the fields of a review', () => {
  const review = reviewWith({
    incident_date: { value: '2026-03-04', sure: false, doubts: ['low_confidence'] },
    policy_number: { value: 'HO-1', doubts: ['documents_contradict'] },
    reported_date: { value: '2026-03-05' },
  });

  test('stand apart by doubt, in the order of the contract', () => {
    const views = viewFields(review, {});
    expect(views.doubtful.map(({ key }) => key)).toEqual(['policy_number', 'incident_date']);
    expect(views.sure).toHaveLength(21);
    expect(views.missing).toEqual(views.doubtful);
  });

  test('are missing until they are decided, and show what was decided', () => {
    const { missing, doubtful } = viewFields(review, {
      policy_number: { decision: 'confirm' },
      incident_date: { decision: 'correct', value: '2026-03-01' },
    });
    expect(missing).toEqual([]);
    expect(doubtful.map(({ value }) => value)).toEqual(['HO-1', '2026-03-01']);
  });

  test('say at once that a correction breaks a rule', () => {
    const views = viewFields(review, { incident_date: { decision: 'correct', value: '2026-03-09' } });
    expect(violationsOf(viewFields(review, {}))).toEqual([]);
    expect(violationsOf(views)).toEqual([
      { rule: 'incident_not_after_report', fields: ['incident_date', 'reported_date'] },
    ]);
  });
});

describe('the alternatives of a field', () => {
  const candidate = (value: FieldValue, ...pages: number[]) => ({
    ...{ value, grounding: 'exact' as const, chunk: 'c' },
    evidence: pages.map(at),
  });
  const field: ReviewField = {
    ...sureOf('2026-03-04'),
    candidates: [
      candidate('2026-03-04', 1),
      candidate('2026-04-03', 2),
      candidate('no date at all', 3),
      candidate(null),
      candidate('2026-04-03', 2, 5),
    ],
  };

  test('are other values that the record would take, each once, with every place', () => {
    expect(alternativesOf('incident_date', field)).toEqual([
      { value: '2026-04-03', evidence: [at(2), at(5)] },
    ]);
  });

  test('can be jumped to behind the places of the value', () => {
    expect(placesOf('incident_date', field).map(({ page }) => page)).toEqual([1, 2, 5]);
  });
});
