import { describe, expect, it } from 'vitest';
import { type Claim, FIELD_KEYS, NO_COVERAGE_FACTS } from '../../shared/claim-fields.ts';
import { type CoverageContext, determineCoverage } from '../../shared/domain/coverage.ts';
import { policeReportSaid } from '../../shared/domain/statements.ts';
import { isComplete, violations } from '../../shared/domain/validate.ts';

const nothing = Object.fromEntries(FIELD_KEYS.map((key) => [key, null])) as Claim;
const insured: Claim = {
  ...nothing,
  claimant_name: 'Margaret Ellison',
  policy_number: 'HO-1',
  policy_effective_date: '2025-01-01',
  policy_expiration_date: '2025-12-31',
  incident_date: '2025-08-19',
  incident_type: 'water_damage',
  damage_description: 'soaked carpet',
  estimated_amount: 8450,
  coverage_determination: 'covered',
};
const determine = (claim: Partial<Claim>, facts = {}, context: CoverageContext = {}) =>
  determineCoverage({ ...insured, ...claim }, { ...NO_COVERAGE_FACTS, ...facts }, context);

describe('the coverage rule, in its order', () => {
  it.each([
    [
      'adjuster_finding',
      'partially_covered',
      determine({ incident_date: '2030-01-01' }, { adjuster_finding: 'partially_covered' }),
    ],
    [
      'outside_policy_period',
      'not_covered',
      determine({ incident_date: '2026-01-01' }, { fault_disputed: true }),
    ],
    ['outside_policy_period', 'not_covered', determine({ incident_date: '2024-12-31' })],
    ['exclusion_of_all', 'not_covered', determine({}, { exclusions: ['wear'], exclusion_scope: 'all' })],
    [
      'exclusion_of_part',
      'partially_covered',
      determine({}, { exclusions: ['wear'], exclusion_scope: 'part' }),
    ],
    ['theft_without_police_report', 'needs_investigation', determine({ incident_type: 'theft' })],
    ['fault_disputed', 'needs_investigation', determine({}, { fault_disputed: true })],
    ['contradiction', 'needs_investigation', determine({}, {}, { contradictions: ['incident_date'] })],
    ['contradiction', 'needs_investigation', determine({ reported_date: '2025-08-01' })],
    ['nothing_speaks_against_it', 'covered', determine({})],
    ['nothing_speaks_against_it', 'covered', determine({ incident_date: '2025-12-31' })],
  ])('%s gives %s', (rule, value, finding) => {
    expect(finding).toMatchObject({ rule, value });
  });

  it('names the fields that a finding follows from', () => {
    expect(determine({ incident_date: '2026-01-01' }).fields).toEqual([
      'incident_date',
      'policy_expiration_date',
    ]);
  });

  it('takes a theft with a police report as covered, numbered or not', () => {
    expect(determine({ incident_type: 'theft', police_report_number: '25-1' }).value).toBe('covered');
    expect(determine({ incident_type: 'theft' }, {}, { policeReportSaid: true }).value).toBe('covered');
  });

  it('gives null without any policy information, and covered with a policy number alone', () => {
    expect(
      determineCoverage({ ...nothing, incident_date: '2025-08-19' }, NO_COVERAGE_FACTS).value,
    ).toBeNull();
    expect(determineCoverage({ ...nothing, policy_number: 'X1' }, NO_COVERAGE_FACTS).value).toBe('covered');
  });

  it('is decisive about "covered" only where the facts were asked for', () => {
    expect(determine({}).decisive).toBe(false);
    expect(determine({}, { exclusions: [], fault_disputed: false }).decisive).toBe(true);
  });
});

describe('a report to the police', () => {
  it.each([
    'Police Report Filed: Yes',
    '**Police Notified:** Yes',
    'Police or Fire Department Contacted:Y',
    '| Police Report | Yes |',
    'police_report_filed: true',
    'Police Contacted: __Yes__________',
    '"Reported to Police","YES"',
    'POLICE REPORT FILED\n\nYes\n\nLOSS',
    'Did you call the police? Yes.',
    'A police report was filed.',
    'My neighbor called the police.',
    'A deputy took a report the same evening.',
    'The incident was reported to the\n> police (Salem PD).',
    'The car was not locked, and I filed a report with the police.',
    'The police were\ncalled. No injuries were reported.',
    'Attachments: photos, police report attached',
    'Police Report Filed: No\nLater note: the theft was reported to the police.',
  ])('is said: %j', (text) => {
    expect(policeReportSaid(text)).toBe(true);
  });

  it.each([
    'Police Report Filed: No',
    'Reported to Police: No',
    'Reported to Police    NO\nOther',
    '- **Police Contacted:** N',
    'Police Report Filed: __No_____',
    'Police Report Filed\nNo\n\nLOSS',
    'Police Report Filed\tNot provided',
    'Police Report Filed: N/A',
    'REPORTED TO POLICE\nDESCRIPTION OF LOSS\n\nNo\nA lamp fell',
    'Police report filed? Yes / No',
    'Police Report Filed *',
    'No police report was made.',
    'No\npolice report was filed.',
    'It was never reported to the police.',
    'We never called the police.',
    "I haven't reported it to the police yet.",
    'The police were not contacted.',
    'A theft must be reported to the police.',
    'Was it reported to the police?',
    'The police were called but declined to take a report.',
    'A lamp fell.',
  ])('is not said: %j', (text) => {
    expect(policeReportSaid(text)).toBe(false);
  });
});

describe('validators', () => {
  it.each<[string, Partial<Claim>, string[]]>([
    ['birth after the incident', { claimant_dob: '2025-08-20' }, ['claimant_dob', 'incident_date']],
    ['incident after the report', { reported_date: '2025-08-18' }, ['incident_date', 'reported_date']],
    [
      'an empty policy period',
      { policy_expiration_date: '2025-01-01' },
      ['policy_effective_date', 'policy_expiration_date'],
    ],
    ['a date that does not exist', { incident_date: '2025-02-30' }, ['incident_date']],
    ['a negative amount', { estimated_amount: -1 }, ['estimated_amount']],
    ['thirds of a cent', { deductible_amount: 1.005 }, ['deductible_amount']],
    ['an e-mail without a domain', { claimant_email: 'margaret@' }, ['claimant_email']],
    ['a phone number of four digits', { claimant_phone: '5550' }, ['claimant_phone']],
    ['a time past midnight', { incident_time: '24:10' }, ['incident_time']],
  ])('%s is a violation', (_what, values, fields) => {
    expect(violations({ ...insured, ...values }).flatMap((violation) => violation.fields)).toEqual(fields);
    expect(isComplete({ ...insured, ...values })).toBe(false);
  });

  it('lets a loss be reported on the day on which it happened', () => {
    expect(violations({ ...insured, reported_date: '2025-08-19' })).toEqual([]);
  });

  it('calls a claim complete with the seven required values, and not without one of them', () => {
    expect(isComplete(insured)).toBe(true);
    expect(isComplete({ ...insured, estimated_amount: null })).toBe(false);
  });
});
