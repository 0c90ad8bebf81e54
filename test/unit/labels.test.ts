import { describe, expect, it } from 'vitest';
import type { FieldKey } from '../../shared/claim-fields.ts';
import { labelledValues, prepare } from '../../shared/domain/reading.ts';

const read = (text: string, key: FieldKey) => labelledValues(key, prepare(text)).map(({ value }) => value);

describe('what stands behind a label', () => {
  it.each<[string, FieldKey, unknown[]]>([
    ['Policyholder Name: John Anderson', 'claimant_name', ['John Anderson']],
    [
      'NAME OF INSURED (First, Middle, Last): Robert James Thompson',
      'claimant_name',
      ['Robert James Thompson'],
    ],
    ['| Insured | Ann Marie Lee |', 'claimant_name', ['Ann Marie Lee']],
    ['D.O.B.: 04/30/1978', 'claimant_dob', ['1978-04-30']],
    ['Daytime phone number: (415) 555-0142', 'claimant_phone', ['(415) 555-0142']],
    ['Policy No. HO-4471982', 'policy_number', ['HO-4471982']],
    ['POLICY #: HO-4471982', 'policy_number', ['HO-4471982']],
    ['POLICY NUMBER\nHO-4471982', 'policy_number', ['HO-4471982']],
    ['Policy number\tHO-4471982\tLine of business\tHomeowners', 'policy_type', ['homeowners']],
    ['Date of Loss 08/19/2025', 'incident_date', ['2025-08-19']],
    ['DATE OF LOSS AND TIME: 05/01/2024 2:45 PM', 'incident_date', ['2024-05-01']],
    ['DATE OF LOSS AND TIME: 05/01/2024 2:45 PM', 'incident_time', ['14:45']],
    ['Policy period: 01/01/2025 to 12/31/2025', 'policy_effective_date', ['2025-01-01']],
    ['Policy period: 01/01/2025 to 12/31/2025', 'policy_expiration_date', ['2025-12-31']],
    ['Name: Rahul Sharma Date of Birth: 12/05/1998 Status: Single', 'claimant_dob', ['1998-12-05']],
    ['Name: Rahul Sharma Date of Birth: 12/05/1998 Status: Single', 'claimant_name', ['Rahul Sharma']],
    ['Total Estimated Repair Cost: $3,800.00', 'estimated_amount', [3800]],
    [
      'Third Parties: Angela Brooks (driver), Marcus Lee (driver)',
      'third_parties',
      [['Angela Brooks', 'Marcus Lee']],
    ],
    ['Police report no.: 25-118734', 'police_report_number', ['25-118734']],
    ['Date reported: 08/20/2025', 'reported_date', ['2025-08-20']],
    ['AGENT: Policy number, please?\nCALLER: Sure. It’s HO-4471982', 'policy_number', ['HO-4471982']],
    ['Q: And your date of birth?\nA: 04/30/1978', 'claimant_dob', ['1978-04-30']],
    ['Insurer:\n\nLodestar Mutual\n\nPOL NO:\n\nHO-4471982', 'policy_number', ['HO-4471982']],
    ['**E-mail**: ann@mail.test', 'claimant_email', ['ann@mail.test']],
    ['Electronic mail: ann@mail.test', 'claimant_email', ['ann@mail.test']],
    ['{\n  "policyNo": "HO-4471982",\n  "effectiveTo": "05/01/2024"\n}', 'policy_number', ['HO-4471982']],
    [
      '{\n  "policyNo": "HO-4471982",\n  "effectiveTo": "05/01/2024"\n}',
      'policy_expiration_date',
      ['2024-05-01'],
    ],
    [
      "<insured>O'Brien, Ann</insured><effective_to>05/01/2024</effective_to>",
      'claimant_name',
      ["O'Brien, Ann"],
    ],
    ['Expiry Date.....05/01/2024', 'policy_expiration_date', ['2024-05-01']],
    ['> TIME OF LOSS -> 2:45 PM', 'incident_time', ['14:45']],
    ['<td>Policy end</td><td>05/01/2024</td>', 'policy_expiration_date', ['2024-05-01']],
    ['REPORTING PARTY: Ann Marie Lee', 'claimant_name', ['Ann Marie Lee']],
    ['DESK: When did this happen?\nMS. LEE: Well, on 08/19/2025', 'incident_date', ['2025-08-19']],
    ['CLERK: Were you injured?\nMS. LEE: Yes', 'injuries_reported', [true]],
    [
      'POLICY NO       COVERAGE TYPE    EXP. DATE\nHO-4471982      Homeowners       05/01/2024',
      'policy_number',
      ['HO-4471982'],
    ],
    [
      'POLICY NO       COVERAGE TYPE    EXP. DATE\nHO-4471982      Homeowners       05/01/2024',
      'policy_expiration_date',
      ['2024-05-01'],
    ],
    ['| Insured | Policy number |\n|---|---|\n| Ann Lee | HO-4471982 |', 'policy_number', ['HO-4471982']],
    [
      ': Insured  : Policy number :\n...........................\n: Ann Lee  : HO-4471982    :',
      'claimant_name',
      ['Ann Lee'],
    ],
    ['COVERAGE\nPOLICY NO.\nEXPIRES\n\nHO-4471982\n05/01/2024', 'policy_expiration_date', ['2024-05-01']],
    ['Our file 12    POL. NO. OF INSURED HO-4471982    Line: Auto', 'policy_number', ['HO-4471982']],
    ['<b>POLICY</b> HO-4471982<br>', 'policy_number', ['HO-4471982']],
    ['[Complaint no.]\n   25-118734', 'police_report_number', ['25-118734']],
    [
      'BOT. State your name for the record.\nYOU. That would be Ann Marie Lee',
      'claimant_name',
      ['Ann Marie Lee'],
    ],
    [
      '[Desk] Under which policy?\n[You] Let me look. The card says HO-4471982',
      'policy_number',
      ['HO-4471982'],
    ],
    [
      'them> And the location?\nme> Sure. 12 Elm St, Salem, OR',
      'incident_location',
      ['12 Elm St, Salem, OR'],
    ],
    ['Others: Ann Lee & Sam Poe', 'third_parties', [['Ann Lee', 'Sam Poe']]],
  ])('%j states %s', (text, key, values) => {
    expect(read(text, key)).toEqual(values);
  });
});

describe('what is no value of the field', () => {
  it('is the next question of whoever asks', () => {
    expect(read('AGENT: Policy number, please?\nAGENT: HO-4471982, is it?', 'policy_number')).toEqual([]);
  });
  it.each<[string, string, FieldKey]>([
    ['a blank line', 'Policy number: ____________\nDate of loss: 08/19/2025', 'policy_number'],
    ['a word for nothing', 'Deductible: N/A', 'deductible_amount'],
    ['the answer to a question', 'Police Report: YES', 'police_report_number'],
    ["the agent's phone", 'Agent phone: (312) 555-0100', 'claimant_phone'],
    ["a witness's name", 'WITNESSES\nName: Amit Verma', 'claimant_name'],
    ["the other driver's policy", '=== OTHER VEHICLE ===\nPolicy Number: EV-2024-33221', 'policy_number'],
    ["the other driver's estimate", 'OTHER VEHICLE INFORMATION\nEstimate: $8,900', 'estimated_amount'],
    [
      "the other driver's in an export",
      '"otherDriver": {\n  "policyNo": "EV-2024-33221"\n}',
      'policy_number',
    ],
    ['a relation', 'Relation to Insured: Self Help', 'claimant_name'],
    ['other insurance', 'Other Insurance on Vehicle: NO DATA', 'insured_item'],
    ['the policy of somebody else', 'Policy number (other insurance): EV-2024-33221', 'policy_number'],
    [
      'the answer beside its question',
      '| Insured property | Car |\n| VIN | 1FQYD49T1FT823355 |',
      'claimant_name',
    ],
    ['the label of the next column', 'MEMBER NAME    MARITAL STATUS    PHONE\n', 'claimant_name'],
    ['a vehicle', 'Policy: 2005 Mini Countryman', 'policy_number'],
    ['words of a form', 'Insured: ADDRESS OF LOSS', 'claimant_name'],
    ['a building', 'Insured: Brick bungalow', 'claimant_name'],
    ['a time in the text', 'The meeting at 10:30 AM was short', 'incident_time'],
  ])('%s', (_what, text, key) => {
    expect(read(text, key)).toEqual([]);
  });
});
