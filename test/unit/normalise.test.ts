import { describe, expect, it } from 'vitest';
import type { FieldKey, FieldValue } from '../../shared/claim-fields.ts';
import { detectDayFirst, normaliseValue } from '../../shared/domain/normalise.ts';

const table = (key: FieldKey, cases: [unknown, FieldValue][]) =>
  it.each(cases)(`${key}: %j becomes %j`, (raw, value) => {
    expect(normaliseValue(key, raw).value).toEqual(value);
  });

describe('dates', () => {
  table('incident_date', [
    ['08/19/2025', '2025-08-19'],
    ['8/9/25', '2025-08-09'],
    ['08-19-2025', '2025-08-19'],
    ['19/08/2025', '2025-08-19'],
    ['04/05/2026', '2026-04-05'],
    ['19.08.2025', '2025-08-19'],
    ['2025-08-19', '2025-08-19'],
    ['2025-08-19T14:30:00Z', '2025-08-19'],
    ['2025/8/9', '2025-08-09'],
    ['August 19, 2025', '2025-08-19'],
    ['Aug. 19, 2025', '2025-08-19'],
    ['Tuesday, August 19th, 2025 at 2:30 PM', '2025-08-19'],
    ['19 August 2025', '2025-08-19'],
    ['19-Aug-25', '2025-08-19'],
    ['the 3rd day of March, 2025', '2025-03-03'],
    ['1st of May 2025', '2025-05-01'],
    ['08/19/2025 2:30 PM', '2025-08-19'],
    ['Sept 4 2025', '2025-09-04'],
    ['02/30/2025', null],
    ['2024-00-01', null],
    ['13/13/2025', null],
    ['yesterday', null],
    ['August 2025', null],
    ['', null],
    [42, null],
    [{ a: 1 }, null],
  ]);
  table('claimant_dob', [
    ['03/14/71', '1971-03-14'],
    ['3/14/48', '1948-03-14'],
    ['14 Mar 1971', '1971-03-14'],
  ]);
  table('policy_expiration_date', [['01/01/2025 - 12/31/2025', '2025-12-31']]);
  table('policy_effective_date', [['01/01/2025 to 12/31/2025', '2025-01-01']]);

  it('follows the day-first order that another date of the document proves', () => {
    expect(detectDayFirst('Reported 15/04/2026, loss on 04/05/2026')).toBe(true);
    expect(normaliseValue('incident_date', '04/05/2026', { dayFirst: true }).value).toBe('2026-05-04');
  });

  it.each([
    ['04/15/2026 and 04/05/2026', false],
    ['04/05/2026', undefined],
    ['15/04/2026 and 04/15/2026', undefined],
    ['no date at all', undefined],
  ])('in "%s" the day comes first: %s', (text, expected) => {
    expect(detectDayFirst(text)).toBe(expected);
  });

  it('doubts an unproven order only in a foreign document', () => {
    const doubts = (raw: string, context: object) => normaliseValue('incident_date', raw, context).doubts;
    expect(doubts('04/05/2026', { foreign: true })).toEqual(['ambiguous_date']);
    expect(doubts('04/05/2026', { foreign: false })).toEqual([]);
    expect(doubts('04/05/2026', { foreign: true, dayFirst: true })).toEqual([]);
    expect(doubts('04/25/2026', { foreign: true })).toEqual([]);
    expect(doubts('05/05/2026', { foreign: true })).toEqual([]);
  });
});

describe('times', () => {
  table('incident_time', [
    ['2:30 PM', '14:30'],
    ['02:15 PM', '14:15'],
    ['2:30 p.m.', '14:30'],
    ['2.30 pm', '14:30'],
    ['14:30', '14:30'],
    ['14:30:05', '14:30'],
    ['1430 hrs', '14:30'],
    ['0730 hours', '07:30'],
    ['1430', '14:30'],
    ['approximately 3:30 p.m.', '15:30'],
    ['around 7 AM', '07:00'],
    ['3:15 in the afternoon', '15:15'],
    ['noon', '12:00'],
    ['12 midnight', '00:00'],
    ['12:05 AM', '00:05'],
    ['12:05 PM', '12:05'],
    ['25:00', null],
    ['12:75', null],
    ['in the evening', null],
    ['unknown', null],
    ['2.30', null],
  ]);
});

describe('money', () => {
  table('estimated_amount', [
    ['$3,500', 3500],
    ['$3,500.00', 3500],
    ['$1850', 1850],
    ['3,800.00 USD', 3800],
    ['USD 1.850,00', 1850],
    ['15000', 15000],
    ['$15k', 15000],
    ['$1.2 million', 1200000],
    ['₹1,85,000', 185000],
    ['approx. $4,090.56', 4090.56],
    ['$78,500 (preliminary; list price was $125,000)', 78500],
    [8450, 8450],
    [8450.256, 8450.26],
    [-5, null],
    [Number.NaN, null],
    ['$3,000 - $4,000', null],
    ['1.850', null],
    ['-$500', null],
    ['TBD', null],
    ['pending inspection', null],
  ]);
});

describe('phone, e-mail, identifiers', () => {
  table('claimant_phone', [
    ['(415) 555-0142', '(415) 555-0142'],
    ['(212) 555-0199 (CELL)', '(212) 555-0199'],
    ['+1 415 555 0142', '+1 415 555 0142'],
    ['john@example.com, (555) 123-4567', '(555) 123-4567'],
    ['12345', null],
    ['N/A', null],
  ]);
  table('claimant_email', [
    ['Margaret.Ellison@Example.com', 'margaret.ellison@example.com'],
    ['mailto: a@b.co (work)', 'a@b.co'],
    ['margaret at example', null],
  ]);
  table('policy_number', [
    ['HO-4471982', 'HO-4471982'],
    ['No. HO-4471982', 'HO-4471982'],
    ['# 4471', '4471'],
    ['Number 4471', '4471'],
    ['no: 25-777', '25-777'],
    ['NO.4471', '4471'],
    // A prefix in capitals belongs to the number, as the hyphen after it does.
    ['NR-1586-95453', 'NR-1586-95453'],
    ['NR 38 4603 91', 'NR 38 4603 91'],
    ['NO 38 4603 91', 'NO 38 4603 91'],
    ['No-4471', 'No-4471'],
    ['unknown', null],
    ['YES', null],
    ['HO-4471982, in force since 2024', 'HO-4471982'],
    ['44 71982. The car stood outside.', '44 71982'],
    ['Sgt. Miller, 4471', 'Sgt. Miller, 4471'],
    // Words of the document and days are no numbers.
    ['Hoping to hear from you', null],
    ['4/10/2026', null],
    ['2026-04-10-771', '2026-04-10-771'],
  ]);
});

describe('names, addresses, lists', () => {
  table('claimant_name', [
    ['Mr. John Q. Public', 'John Q. Public'],
    ['Dr Margaret Ellison', 'Margaret Ellison'],
    ['Ellison, Margaret', 'Ellison, Margaret'],
    ['  Ann\n Lee ', 'Ann Lee'],
    ['Robert Hale Jr.', 'Robert Hale Jr.'],
    ['Mister Plumbing LLC', 'Mister Plumbing LLC'],
    ['Unknown', null],
    ['Sure. Ann Lee', 'Ann Lee'],
    ['My name is Dr. Ann Lee', 'Ann Lee'],
    ["It's Ann Lee", 'Ann Lee'],
    ['So Young Kim', 'So Young Kim'],
    ['Ludwig van der Berg', 'Ludwig van der Berg'],
    ['Church of the Redeemer', 'Church of the Redeemer'],
    ['1-800 Movers Inc.', '1-800 Movers Inc.'],
    ['ann marie lee', 'ann marie lee'],
    ['LR-55-2284', null],
    ['GBP 5,000.00', null],
    ['Fractured ankle and bruised hip', null],
  ]);
  table('claimant_address', [
    ['118 Cedar Lane\nSalem, OR 97301', '118 Cedar Lane, Salem, OR 97301'],
    ['118 Cedar Lane,\nSalem ,  OR', '118 Cedar Lane, Salem, OR'],
  ]);
  table('incident_location', [
    ['Well, at the corner of Oak and Main', 'at the corner of Oak and Main'],
    ['12/21/2022', null],
    ['1231 hours', null],
    ['$1,200.00', null],
    ['(415) 555-0142', null],
    ['I-95 near exit 12', 'I-95 near exit 12'],
  ]);
  table('damage_description', [
    ['OK, sprained wrist', 'sprained wrist'],
    ['Well water ran into the basement', 'Well water ran into the basement'],
    ['ann@mail.test', null],
  ]);
  table('third_parties', [
    [[], []],
    [['None'], []],
    ['N/A', []],
    ['unknown', null],
    ['-', null],
    ['', null],
    [['--', '__'], null],
    [['-', 'None'], []],
    [['-', 'Sam Poe'], ['Sam Poe']],
    [['Unknown driver'], null],
    [['Mr. Sam Poe', 'SAM POE', 'Unknown'], ['Sam Poe']],
    [
      'Angela Brooks (driver of vehicle 2), Marcus Lee (driver of vehicle 3)',
      ['Angela Brooks', 'Marcus Lee'],
    ],
    ['Poe, Samuel', ['Poe, Samuel']],
    [17, null],
  ]);
});

describe('booleans and enumerations', () => {
  table('injuries_reported', [
    [true, true],
    ['No', false],
    ['None', false],
    ['Yes', true],
    ['perhaps', null],
  ]);
  table('policy_type', [
    ['homeowners', 'homeowners'],
    ['Personal Auto - Premium Coverage', 'personal_auto'],
    ['AUTOMOBILE LOSS NOTICE', 'personal_auto'],
    ['Commercial Auto', 'commercial_auto'],
    ['Business Auto', 'commercial_auto'],
    ['HO-4', 'renters'],
    ["Businessowner's Policy", 'commercial_property'],
    ['CGL', 'general_liability'],
    ['zebra', null],
  ]);
  table('incident_type', [
    ['Water damage', 'water_damage'],
    ['rear-end collision', 'collision'],
    ['Wind/Hail', 'wind_hail'],
    ['Slip and fall', 'liability_injury'],
  ]);
  table('coverage_determination', [
    ['Not covered', 'not_covered'],
    ['Claim denied', 'not_covered'],
    ['under investigation', 'needs_investigation'],
  ]);
});
