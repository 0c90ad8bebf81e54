import { describe, expect, it } from 'vitest';
import type { FieldKey, FieldValue } from '../../shared/claim-fields.ts';
import { detectDayFirst } from '../../shared/domain/dates.ts';
import { ground } from '../../shared/domain/ground.ts';
import { prepare } from '../../shared/domain/reading.ts';
import { injuryStatements, policeReportSaid } from '../../shared/domain/statements.ts';

function find(text: string, key: FieldKey, value: FieldValue, foreign = false) {
  const reading = prepare(text, { dayFirstAt: () => detectDayFirst(text), foreignAt: () => foreign });
  const { spans, ...found } = ground(key, value, reading);
  return { ...found, quotes: spans.map((span) => text.slice(span.start, span.end)) };
}

describe('a printed value is found in whatever form it is written', () => {
  it.each<[FieldKey, FieldValue, string, string]>([
    ['incident_date', '2025-08-19', 'It happened on Tuesday, August 19th, 2025.', 'August 19th, 2025'],
    ['incident_date', '08/19/2025', 'Date of loss: 08/19/2025', '08/19/2025'],
    ['incident_time', '14:30', 'at about 2:30 in the afternoon', '2:30 in the afternoon'],
    ['estimated_amount', 3500, 'Estimate: $3,500.00', '$3,500.00'],
    ['estimated_amount', '$3,500.00', 'Estimate: $3,500.00', '$3,500.00'],
    ['claimant_phone', '4155550142', 'call me at (415) 555-0142 please', '(415) 555-0142'],
    ['claimant_email', 'a.lee@example.com', 'E-mail: A.Lee@Example.com', 'A.Lee@Example.com'],
    ['claimant_email', 'a.lee @example.com', 'E-mail: a.lee @example.com', 'a.lee @example.com'],
    ['policy_number', 'HO4471982', 'policy HO-447 1982 is mine', 'HO-447 1982'],
    ['claimant_name', 'Margaret Ellison', 'Insured: ELLISON, MARGARET', 'ELLISON, MARGARET'],
    ['claimant_name', 'Margaret Ellison', 'Yours,\nMargaret\nEllison', 'Margaret\nEllison'],
    [
      'claimant_address',
      '118 Cedar Lane, Salem, OR 97301',
      '118 Cedar Ln.\nSalem, Oregon 97301',
      '118 Cedar Ln.\nSalem, Oregon 97301',
    ],
    ['policy_number', '266833 0U 9668', 'This concerns policy 266833\n0U 9668 for', '266833\n0U 9668'],
    ['policy_number', 'NBT.11523.AR5', 'Policy No:\nNBT.11523.AR5 Coverage Type: Home', 'NBT.11523.AR5'],
    ['claimant_phone', '+1 376 555 2753', '> My phone is +1 376\n> 555 2753', '376\n> 555 2753'],
    ['deductible_amount', 250, 'Deductible: __$250.00_______', '$250.00'],
    ['insured_item', 'Utility trailer', 'Property: Utility trailer V.I.N.: 4WRCZ48Q', 'Utility trailer'],
    ['policy_type', 'personal_auto', 'I am insured under policy no. 7, line of business Auto.', 'Auto'],
    ['policy_type', 'personal_auto', 'LINE OF BUSINESS\nAuto', 'Auto'],
    ['policy_type', 'general_liability', 'Type of Insurance: General\nLiability', 'General\nLiability'],
    [
      'damage_description',
      'soaked carpet and drywall',
      'We found soaked carpet\nand drywall.',
      'soaked carpet\nand drywall',
    ],
  ])('%s %j in %j', (key, value, text, quote) => {
    const found = find(text, key, value);
    expect(found.quotes).toEqual([quote]);
    expect(['exact', 'normalised']).toContain(found.grounding);
  });

  it('across the labels of a form', () => {
    const text = 'Year: 2024\nMake: Mercedes-Benz\nModel: S-Class S580';
    expect(find(text, 'insured_item', '2024 Mercedes-Benz S-Class S580').quotes).toEqual([
      '2024',
      'Mercedes-Benz',
      'S-Class S580',
    ]);
  });

  it('a vehicle without the names of its parts, also where the model strayed', () => {
    const text = 'Year: 2024\nMake: Mercedes-Benz\nModel: S-Class S580';
    expect(find(text, 'insured_item', '2024 Make: Mercedes-Benz Model: S-Class S580')).toMatchObject({
      value: '2024 Mercedes-Benz S-Class S580',
    });
    expect(find(text, 'insured_item', '2024 Mercedes-Benz Model E').value).toBe('2024 Mercedes-Benz');
  });

  it('an address with its country, without the names of its parts', () => {
    const text = 'Location: Street: 12 Elm Ave City: Salem State: OR ZIP: 97301, USA\nPolice: none';
    expect(find(text, 'incident_location', 'Street: 12 Elm Ave, Salem, OR 97301')).toMatchObject({
      value: '12 Elm Ave, Salem, OR 97301, USA',
      quotes: ['12 Elm Ave', 'Salem', 'OR', '97301, USA'],
    });
  });

  it('in the rows of a table, with other cells between', () => {
    const text = 'rear bumper (corroded)   $3,300.00\nfog lamp (soaked)   $2,600.00\nTOTAL: $5,900.00';
    expect(find(text, 'damage_description', 'rear bumper (corroded), fog lamp (soaked)')).toMatchObject({
      value: 'rear bumper (corroded), fog lamp (soaked)',
      grounding: 'normalised',
      quotes: ['rear bumper (corroded', 'fog lamp (soaked'],
    });
  });

  it('an address in the cells of its street and its town', () => {
    const text =
      '<street>8557 100th Place</street>\n<city_state_zip>Port Lindworth, SC 29066</city_state_zip>';
    const address = '8557 100th Place, Port Lindworth, SC 29066';
    expect(find(text, 'incident_location', address)).toMatchObject({ value: address, grounding: 'partial' });
    expect(find(text, 'incident_location', '8559 100th Place, Port Lindworth, SC 29066').value).toBeNull();
  });
});

describe('what is printed nowhere is not found', () => {
  it.each<[string, FieldKey, FieldValue, string]>([
    [
      'a name drifting into the text',
      'claimant_name',
      'Margaret Ellllather the basement',
      'Claimant: Margaret Ellison\nA burst pipe flooded the basement',
    ],
    ['a name cut in two', 'claimant_name', 'James Whit', 'Policyholder: James Whitfield'],
    ['another surname', 'claimant_name', 'David Lee Brown', 'Insured: David Lee Smith'],
    ['an e-mail made up', 'claimant_email', 'james.whiti@email.com', 'james.whitfield@email.com'],
    ['a phone of other digits', 'claimant_phone', '415 555 0143', '(415) 555-0142'],
    ['a phone inside a longer number', 'claimant_phone', '5550142', 'VIN 41555501427'],
    [
      'the beginning of two policy numbers',
      'policy_number',
      'POL-2024',
      'Policy Number: POL-2024-001234, before POL-2024-000917',
    ],
    [
      'another house number',
      'claimant_address',
      '120 Cedar Lane, Salem, OR 97301',
      '118 Cedar Lane, Salem, OR 97301',
    ],
    ['an amount', 'estimated_amount', 8451, 'Estimate: $8,450.00'],
    ['a date', 'incident_date', '2025-08-18', 'Date of loss: 08/19/2025'],
    ['an impossible date', 'policy_expiration_date', '2024-00-01', 'Effective 01/01/2024'],
    ['a name that is a label', 'third_parties', ['Party Name'], 'Third Party Name: Sarah Johnson'],
    [
      'a story',
      'incident_description',
      'The dog ate the homework of my son',
      'A burst pipe flooded the basement',
    ],
    ['a line of business from the asset alone', 'policy_type', 'personal_auto', 'Asset: auto, 2019 BMW'],
    [
      'a line of business from the carrier',
      'policy_type',
      'personal_auto',
      'Carrier: Reliable Auto Insurance',
    ],
    ['nobody hurt, unsaid', 'injuries_reported', false, 'A burst pipe flooded the basement'],
    ['nobody else, unsaid', 'third_parties', [], 'A burst pipe flooded the basement'],
    [
      'an injury in boilerplate',
      'injuries_reported',
      true,
      'Describe any injuries:\nBodily injury coverage may apply',
    ],
  ])('%s', (_what, key, value, text) => {
    expect(find(text, key, value)).toMatchObject({ value: null, grounding: 'none', quotes: [] });
  });

  it.each([
    ['The bath ran over and the ceiling came down'],
    ['Policyholder was rear-ended by another vehicle'],
  ])('a kind of loss that no words of %j name stands in doubt', (text) => {
    expect(find(text, 'incident_type', 'water_damage')).toMatchObject({
      ...{ value: 'water_damage', grounding: 'derived', doubts: ['not_in_text'], quotes: [] },
    });
  });

  describe.each([
    ['injuries_reported', false, 'Persons injured: nobody'],
    ['injuries_reported', true, 'Casualties .. one person'],
    ['injuries_reported', false, 'Q: Any injury to any person?\nA: No'],
    ['third_parties', [], 'Adverse party name    nobody else\n'],
    ['third_parties', [], 'OV owner/driver .. none\n'],
  ] as [FieldKey, FieldValue, string][])('%s, %j', (key, value, text) => {
    it(`is stated by ${JSON.stringify(text)}`, () => expect(find(text, key, value)).toMatchObject({ value }));
  });

  it('lines drawn around a value are no part of it', () => {
    expect(find('It took effect on _Nov 12, 2022_.', 'policy_effective_date', '2022-11-12')).toMatchObject({
      value: '2022-11-12',
    });
  });

  describe('identifiers', () => {
    it('are found in the line that announces them', () => {
      expect(find('Re policy HO6-3226601: my roof leaks', 'policy_number', 'HO6-3226601')).toMatchObject({
        value: 'HO6-3226601',
        grounding: 'exact',
      });
    });
  });
});

describe('of several places', () => {
  it('the one behind the label of the field is meant', () => {
    const text = 'Letter of 08/20/2025\nDate of loss: 08/20/2025';
    const found = find(text, 'incident_date', '2025-08-20');
    expect(found.labelled).toBe(true);
    expect(prepare(text).labels.some((label) => label.keys.includes('incident_date'))).toBe(true);
  });

  it.each<[string, FieldKey, FieldValue, string]>([
    [
      'a date behind another label',
      'incident_date',
      '2025-08-20',
      'Date of loss: 08/19/2025\nDate reported: 08/20/2025',
    ],
    [
      "the third party's e-mail",
      'claimant_email',
      'sarah@b.com',
      'Claimant Contact: john@a.com\nThird Party Contact: sarah@b.com',
    ],
    [
      'a first guess where a total is printed',
      'estimated_amount',
      3000,
      'Initial Estimate: $3,000\nEstimated Damage: $3,500',
    ],
    [
      'an address cut short',
      'incident_location',
      '123 Main Street, Springfield',
      'Location of loss: 123 Main Street, Springfield, IL 62701',
    ],
    [
      'a kind of loss against the printed cause',
      'incident_type',
      'fire',
      'Cause of loss: Water damage\nThe fire department came',
    ],
  ])('%s is doubted', (_what, key, value, text) => {
    expect(find(text, key, value).doubts).toContain('label_disagrees');
  });
});

describe('statements', () => {
  it.each<[FieldValue, string, string]>([
    [false, 'Injuries: None', 'Injuries: None'],
    [false, 'Thankfully no one was hurt.', 'no one was hurt'],
    [false, 'There were no reported injuries.', 'no reported injuries'],
    [true, 'She complained of neck pain.', 'neck pain'],
    [true, 'Injuries: Yes, see below', 'Injuries: Yes'],
    [true, 'He was taken to the hospital.', 'taken to the hospital'],
  ])('injuries %s: %j', (value, text, quote) => {
    expect(find(text, 'injuries_reported', value)).toMatchObject({ value, quotes: [quote] });
  });

  it.each([
    ['Injuries Y/N: No', false],
    ['- **Was anyone injured:** No', false],
    ['Injuries Reported\tNone', false],
    ['Bodily Injury\n    No\nWitness 1', false],
    ['| Anyone Injured | N |', false],
    ['Injuries: N Witness: Ann Lee', false],
    ['Injuries: __No______', false],
    ['injuries_y_n: NO', false],
    ['"Any Injuries","NO"', false],
    ['[PERSONS]\nInjuries No\nWitness Ann Lee', false],
    ['Was anyone hurt? No.', false],
    ['There were no\n> injuries.', false],
    ['Everyone was unhurt.', false],
    ['Injuries Y/N: YES', true],
    ['**ANYONE INJURED**: YES - CHEST SORENESS', true],
    ['was_anyone_injured: Yes', true],
    ['Any Injuries - Yes - minor cuts', true],
    ['Injuries reported.', true],
    ['Injuries Reported\tYes', true],
    ['There was an injury: minor cuts.', true],
    ['Bodily injury was sustained by the driver.', true],
    ['Not a soul was hurt.', false],
    ['Persons were not\nhurt.', false],
    ['Somebody was hurt: ringing ears.', true],
    ['Pol 4711 // Hurt: 0 // Agent Ann Lee', false],
    ['Two cars, no inj. The lane was shut.', false],
    ['He was injured - no seat belt was worn.', true],
    ['INJURIES\nShe was hurt in the arm.', true],
  ])('in %j somebody was hurt: %s', (text, hurt) => {
    expect(injuryStatements(text).map((said) => said.hurt)).toEqual([hurt]);
  });

  it.each([
    'Was anyone injured *',
    'Was anyone injured *\nWitness: Ann Lee',
    'Injuries Y/N: __Not provided__',
    'INJURIES Y/N: Not provided',
    'Injuries: N/A',
    'Injuries: Yes / No',
    'DAMAGE                    INJURIES AND WITNESSES\nEstimate: $8,600    Witness: Ann Lee',
    'Damage | Injuries Reported | Witnesses\n--- | --- | ---',
    'Injured.\nWitness Name: Ann Lee',
    'Injuries and witnesses.\nWitness Name: Ann Lee',
    '## Injuries\n\nNo prior claims are known.',
    'What is broken, hurt or missing? - a windshield',
    'Nature of damage or injury - a windshield',
    '[_] fire  [_] injury to others',
  ])('in %j nothing is said about injuries', (text) => {
    expect(injuryStatements(text)).toEqual([]);
  });

  it('stand in doubt where a question is answered in words that code does not know', () => {
    expect(find('Anyone hurt? All fine, thank heaven.', 'injuries_reported', false)).toMatchObject({
      value: false,
      doubts: ['not_in_text'],
    });
    expect(find('All fine, thank heaven.', 'injuries_reported', false).value).toBeNull();
  });

  it('are found in time that grows with the length of the text alone', () => {
    for (const hostile of ['any ', 'injuries ', 'injuries: ', 'no ', 'was police report ', ' \t*_']) {
      const text = `injuries${hostile.repeat(60_000)}`;
      const start = performance.now();
      injuryStatements(text);
      policeReportSaid(text);
      expect(performance.now() - start, hostile).toBeLessThan(2_000);
    }
  });

  it('doubts "nobody hurt" where somebody is said to be', () => {
    expect(find('Injuries: None\nHe complained of neck pain.', 'injuries_reported', false).doubts).toEqual([
      'label_disagrees',
    ]);
  });

  it.each([
    'Other parties: None',
    'Third Party: N/A',
    'No other vehicles were involved.',
    'a single-vehicle accident',
  ])('nobody else: %j', (text) => {
    expect(find(text, 'third_parties', [])).toMatchObject({ value: [], grounding: 'normalised' });
  });

  it('a witness is no third party', () => {
    const text = 'Other driver: Sam Poe\nWitness: Ann Lee';
    expect(find(text, 'third_parties', ['Sam Poe', 'Ann Lee'])).toMatchObject({
      value: ['Sam Poe'],
      doubts: ['not_in_text'],
    });
  });

  it('the kind of loss follows from the story, a title names a line of business', () => {
    expect(find('A burst pipe flooded the basement', 'incident_type', 'water_damage').grounding).toBe(
      'derived',
    );
    expect(find('AUTOMOBILE LOSS NOTICE\nVehicle: 2019 BMW', 'policy_type', 'personal_auto').quotes).toEqual([
      'AUTOMOBILE LOSS NOTICE',
    ]);
  });
});

describe('the document decides', () => {
  it('the order of day and month, not the model', () => {
    const text = 'Reported 15/04/2026. Date of loss: 04/05/2026';
    expect(find(text, 'incident_date', '2026-04-05')).toMatchObject({ value: '2026-05-04', doubts: [] });
  });

  it('that an order which nothing proves is doubtful abroad', () => {
    expect(find('Date of loss: 04/05/2026', 'incident_date', '2026-04-05', true).doubts).toEqual([
      'ambiguous_date',
    ]);
    expect(find('Date of loss: 04/05/2026', 'incident_date', '2026-04-05', false).doubts).toEqual([]);
  });

  it('the half of the day that a model lost', () => {
    expect(find('Time of loss: 5:15 PM', 'incident_time', '05:15')).toMatchObject({
      value: '17:15',
      grounding: 'partial',
    });
  });

  it('all the words behind the label where the model strayed from them', () => {
    const text = 'Description: A kitchen fire started on the stove and spread to the cabinets\nDamage: smoke';
    expect(find(text, 'incident_description', 'A kitchen fire started on the the cabinets')).toMatchObject({
      value: 'A kitchen fire started on the stove and spread to the cabinets',
      grounding: 'partial',
    });
  });

  it('the words where the model strayed a little', () => {
    const text = 'We saw that the rear bumper is dented and the left tail light is cracked. Photos follow.';
    const found = find(text, 'damage_description', 'the rear bumper is dented and the left light cracked');
    expect(found).toMatchObject({
      grounding: 'partial',
      value: 'the rear bumper is dented and the left tail light is cracked',
    });
  });
});

describe('nobody else is said to be involved', () => {
  it.each([
    'OTHER PARTY\nOTHER PARTY\nNone involved\n',
    'THIRD PARTY NAME        WITNESS\nnone                    Ana Lee\n',
    'OTHERS INVOLVED\nTHIRD PARTY NAME\nWITNESS\n\nNone\nAna Lee\n',
    'Third Party Name\tN/A\n',
    '"thirdParty": "none"',
    '<other_party>none</other_party>',
    'Other Parties ..................... none\n',
    'There was no\nother party involved.',
    'Opposite party: none\n',
    '| Third party name | Injuries | Witness |\n| no one           | none     | Ann Lee |',
  ])('%j', (text) => {
    expect(find(text, 'third_parties', [])).toMatchObject({ value: [], grounding: 'normalised' });
  });

  it.each([
    'Other party: unknown\n',
    'Other party: no name.\n',
    'These are views of the writer and bind nobody else.',
    "Other party's name:\n\n\nDeductible:\n0\n",
    'Other driver: No. 3 in the line\n',
    'Other vehicle insurance: none\n',
    'THIRD PARTY NAME        WITNESS\nAna Lee                 none\n',
    'OTHER PARTY\nName: Ana Lee\nInjuries: none\n',
  ])('but not by %j', (text) => {
    expect(find(text, 'third_parties', []).value).toBeNull();
  });
});

describe('an answer that stands below its question', () => {
  it.each([
    ['ANYONE INJURED        WITNESS\nN                     Ana Lee', false],
    ['INJURY DETAILS\nBODILY INJURY\nWITNESS NAME\n\nYes\nAna Lee\n', true],
    ['Bodily Injury:  [ ] Yes  [X] No', false],
    ['Bodily Injury:  [x] Yes  [ ] No', true],
    ['Was anyone injured?  [x] no  [_] yes', false],
    ['! Any injuries ! Police !\n======\n! NO ONE       ! yes    !', false],
  ])('%j', (text, hurt) => {
    expect(find(text, 'injuries_reported', hurt).value).toBe(hurt);
    expect(find(text, 'injuries_reported', !hurt).value).toBeNull();
  });

  it('leaves boxes open that are not ticked', () => {
    expect(find('Bodily Injury:  [ ] Yes  [ ] No', 'injuries_reported', false).value).toBeNull();
  });
});
