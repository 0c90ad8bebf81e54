import { describe, expect, it } from 'vitest';
import { type Claim, FIELD_KEYS, type FieldKey, type FieldValue } from '../../shared/claim-fields.ts';
import { compareClaims, valuesMatch } from '../../shared/domain/compare.ts';

describe('values that match', () => {
  it.each<[FieldKey, FieldValue, FieldValue]>([
    ['claimant_name', 'ELLISON, Margaret', 'Mrs. Margaret Ellison'],
    ['claimant_name', "o'brien, pat", 'Pat OBrien'],
    ['claimant_name', 'Hale Motors, LLC', 'HALE MOTORS LLC'],
    ['claimant_phone', '+1 (415) 555-0142', '415.555.0142'],
    ['claimant_email', 'A@B.com', 'a@b.com'],
    ['claimant_address', '118 Cedar Ln., Salem, Oregon 97301', '118 Cedar Lane, Salem, OR 97301'],
    ['incident_location', 'Interstate 5 South, Apt. 4, New York', 'I-5 S, Apartment 4, NY'],
    ['policy_number', 'ho 4471982', 'HO-4471982'],
    ['police_report_number', '25/118734', '25-118734'],
    ['incident_date', '2025-08-19', '2025-08-19'],
    ['incident_time', '14:30', '14:30'],
    ['estimated_amount', 3500.004, 3500],
    ['third_parties', ['Poe, Sam', 'Ann Lee'], ['Ann Lee', 'Sam Poe']],
    ['third_parties', [], []],
    [
      'damage_description',
      'Rear bumper dented, tail light cracked',
      'rear bumper dented; tail light cracked.',
    ],
    ['injuries_reported', false, false],
    ['claimant_dob', null, null],
  ])('%s: %j and %j', (key, predicted, expected) => {
    expect(valuesMatch(key, predicted, expected)).toBe(true);
  });
});

describe('values that do not match', () => {
  it.each<[FieldKey, FieldValue, FieldValue]>([
    ['claimant_name', 'Margaret Ellis', 'Margaret Ellison'],
    ['claimant_phone', '415 555 0143', '415 555 0142'],
    ['claimant_address', '119 Cedar Lane', '118 Cedar Lane'],
    ['policy_number', 'HO-4471982', 'HO-4471983'],
    ['incident_date', '2025-08-19', '2025-08-20'],
    ['incident_time', '02:30', '14:30'],
    ['estimated_amount', 3500.01, 3500],
    ['third_parties', ['Sam Poe'], ['Sam Poe', 'Ann Lee']],
    ['third_parties', [], null],
    ['damage_description', 'rear bumper', 'rear bumper dented and tail light cracked'],
    ['injuries_reported', null, false],
    ['incident_type', 'theft', 'collision'],
    ['estimated_amount', '3500', 3500],
  ])('%s: %j and %j', (key, predicted, expected) => {
    expect(valuesMatch(key, predicted, expected)).toBe(false);
  });
});

describe('a whole claim', () => {
  const expected = Object.fromEntries(FIELD_KEYS.map((key) => [key, null])) as Claim;

  it('counts a missing key as wrong even where the label is null', () => {
    const { claimant_dob: _left, ...rest } = expected;
    const matches = compareClaims(rest, expected);
    expect(matches.claimant_dob).toBe(false);
    expect(matches.claimant_name).toBe(true);
  });

  it('counts every field of an answer that is no claim as wrong', () => {
    expect(Object.values(compareClaims(null, expected))).toEqual(FIELD_KEYS.map(() => false));
  });
});
