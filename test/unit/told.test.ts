import { describe, expect, it } from 'vitest';
import { prepare } from '../../shared/domain/reading.ts';
import { deductiblesTold } from '../../shared/domain/told/amounts.ts';
import { ownPhones } from '../../shared/domain/told/contacts.ts';
import { damageTold, estimatedItems } from '../../shared/domain/told/damage.ts';
import {
  daysOfTheLoss,
  mailDays,
  policyEnds,
  policyStarts,
  reportedDays,
} from '../../shared/domain/told/days.ts';
import { namesTold } from '../../shared/domain/told/names.ts';
import { policeNumbers, policyNumbers } from '../../shared/domain/told/numbers.ts';
import { isOfTheLoss, placesInParts } from '../../shared/domain/told/place-parts.ts';
import { addressesBehindName, placesTold } from '../../shared/domain/told/places.ts';
import { vehiclesInParts } from '../../shared/domain/told/vehicle.ts';

const values = (told: readonly { value: unknown }[]): unknown[] => told.map(({ value }) => value);

describe('the claimant’s name', () => {
  it.each([
    ['We act for Ann Marie Lee and report a loss.', ['Ann Marie Lee']],
    ['1. The Assured. Lee & Sons Bakery Co., of 12 Elm St, Salem.', ['Lee & Sons Bakery Co.']],
    ['TIMELINE CL-4711 - Mrs. Ann Lee\n05/01/2024  |  Policy begins', ['Ann Lee']],
    ['My car was hit.\n\nYours truly,\n\n\nAnn Lee\n12 Elm St', ['Ann Lee']],
    ['From: Ann Lee <ann@mail.test>\nTo: claims@insurer.test\n\nMy car was hit.', ['Ann Lee']],
    // Whose claim it is, the signature of an office does not say, nor one under words about somebody else's.
    ['Your claim is with us, we call about my estimate.\n\nSincerely,\nSam Poe\nClaims department', []],
    ['The car was hit.\n\nYours truly,\nSam Poe', []],
    ['From: Sam Poe <claims@insurer.test>\n\nThank you for my file.', []],
  ])('%j tells %j', (text, names) => {
    expect(values(namesTold(text))).toEqual(names);
  });
});

describe('the claimant’s telephone and address', () => {
  const signature = 'Yours,\nAnn Lee\n12 Elm St, Apt 4\nSalem, OR 97301\n(503) 555-0142';
  it('stand behind the name', () => {
    expect(values(ownPhones(`Call us at (503) 555-0100.\n${signature}`, 'Ann Lee'))).toEqual([
      '(503) 555-0142',
    ]);
    expect(values(addressesBehindName(signature, 'Ann Lee'))).toEqual(['12 Elm St, Apt 4, Salem, OR 97301']);
  });
  it('are what the claimant offers', () => {
    expect(values(ownPhones('You can reach me at 503.555.0142.', ''))).toEqual(['503.555.0142']);
  });
  it('are not anybody else’s', () => {
    expect(ownPhones('Agent: please call (503) 555-0142. Claim 503-555-0143.', 'Ann Lee')).toEqual([]);
    expect(addressesBehindName('Sam Poe\n12 Elm St\nSalem, OR 97301', 'Ann Lee')).toEqual([]);
    expect(addressesBehindName(signature, '')).toEqual([]);
  });
});

describe('what the policy says', () => {
  it.each([
    ['Insured bears $1,000.00.', [1_000]],
    ['There is a $500 deductible.', [500]],
    ['As for the deductible, it is down as $5,000.00', [5_000]],
    ['Retention\n$250.00', [250]],
    ['Deductible waived. The loss is $9,000.', []],
    ['Estimate $2,500.00, premium $300.', []],
  ])('%j: deductible %j', (text, amounts) => {
    expect(values(deductiblesTold(text))).toEqual(amounts);
  });

  it.each([
    ['Term opened 23/06/2024. Renewal is due 21/06/2025.', ['2024-06-23'], ['2025-06-21']],
    ['05/13/2024  |  Policy HO-47 begins\n05/13/2025  |  Policy ends', ['2024-05-13'], ['2025-05-13']],
    ['An earlier policy began 05/13/2020. From 05/13/2024 on I am away.', [], []],
  ])('%j: from %j until %j', (text, starts, ends) => {
    const reading = prepare(text);
    expect(values(policyStarts(reading))).toEqual(starts);
    expect(values(policyEnds(reading))).toEqual(ends);
  });

  it.each([
    ['This concerns policy HO-4471982.', ['HO-4471982']],
    ['their policy HO-4471982', []],
  ])('%j: number %j', (text, numbers) => {
    expect(values(policyNumbers(text))).toEqual(numbers);
  });
  it('is not what the police gave a number', () => {
    expect(values(policeNumbers('Salem PD case no. 25-118734'))).toEqual(['25-118734']);
  });
});

describe('the days of the claim', () => {
  it('are those of the loss and of the notice', () => {
    const reading = prepare('Notice received 08/20/2025. It happened on 08/19/2025.');
    expect(values(reportedDays(reading))).toEqual(['2025-08-20']);
    expect(values(daysOfTheLoss(reading))).toEqual(['2025-08-19']);
  });
  it('are not read across the end of a sentence', () => {
    expect(daysOfTheLoss(prepare('I am reporting a loss.\n08/19/2025 to 08/19/2026 is the term.'))).toEqual(
      [],
    );
  });
  it('are those of the mails in a thread, not of a police report', () => {
    const mails =
      'From: Ann Lee\nSent: 08/22/2025\nSubject: more\n\n> On 08/20/2025 Ann Lee wrote:\n> A loss.';
    expect(values(mailDays(prepare(mails)))).toEqual(['2025-08-22', '2025-08-20']);
    expect(mailDays(prepare('POLICE REPORT\nDate: 08/20/2025\nUnit 1: Ann Lee'))).toEqual([]);
  });
});

describe('the place of the loss', () => {
  it.each([
    ['12 Elm St, Salem, OR is where it happened.', ['12 Elm St, Salem, OR']],
    ['Loss took place at 12 Elm St, Salem, OR. A pump failed.', ['12 Elm St, Salem, OR']],
    ['It happened at noon. The spot was wet.', []],
  ])('%j is %j', (text, places) => {
    expect(values(placesTold(text))).toEqual(places);
  });

  it('is put together from its parts', () => {
    const text =
      'Location of Loss:\n  Street: Lot at 12 Elm St\n  City: Salem\n  State: OR\n  ZIP: 97301\n  Country: USA\n';
    const [place] = placesInParts(text);
    expect(place).toMatchObject({
      value: 'Lot at 12 Elm St, Salem, OR 97301, USA',
      street: 'Lot at 12 Elm St',
    });
    expect(place?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      ...['Lot at 12 Elm St', 'Salem', 'OR', '97301', 'USA'],
    ]);
    expect(place && isOfTheLoss(text, place)).toBe(true);
  });
  it('ends before the next label of its line', () => {
    const line = 'Street: 12 Elm St City: Salem State: OR Police Report: No';
    expect(values(placesInParts(line))).toEqual(['12 Elm St, Salem, OR']);
  });
  it('has a town', () => {
    expect(placesInParts('Street: 12 Elm St\nState: OR\nZIP: 97301')).toEqual([]);
  });
});

describe('what is insured and what was damaged', () => {
  it.each([
    ['Year: 2019\nMake: Ford\nModel: Focus SE', ['2019 Ford Focus SE']],
    ['yr = "2019"; mk = "Ford"; mdl = "Focus";', ['2019 Ford Focus']],
    ['YEAR        MAKE        MODEL\n2019        Ford        Focus', ['2019 Ford Focus']],
    ['OTHER VEHICLE\nYear: 2019\nMake: Ford\nModel: Focus', []],
    ['Year: 2019\nModel: Focus', []],
  ])('%j: vehicle %j', (text, vehicles) => {
    expect(values(vehiclesInParts(prepare(text)))).toEqual(vehicles);
  });

  it('is what an estimate repairs, without its sums', () => {
    const rows = '1 Repl left fender (dented) ... $310.00\n2 Rpr hood ..... $99.50\n';
    const text = `ESTIMATE\n${rows}Labor ... $80.00\nTotal: $489.50`;
    const [list] = estimatedItems(text);
    expect(list?.value).toBe('left fender (dented), hood');
    expect(list?.spans?.map(({ start, end }) => text.slice(start, end))).toEqual([
      'left fender (dented)',
      'hood',
    ]);
    expect(values(estimatedItems('Estimate\nItem ; Claimed ; Age\nblinds (sooted) ; $35.27 ; 2 yr'))).toEqual(
      ['blinds (sooted)'],
    );
    expect(estimatedItems('Mileage ... 40,000\nNAIC Code ... 13319\nTotal: $5.00')).toEqual([]);
    expect(estimatedItems('left fender ... $310.00')).toEqual([]);
  });

  it.each([
    [
      'A car hit it. Minor damage to rear bumper and tail light.',
      ['Minor damage to rear bumper and tail light'],
    ],
    ['He backed up. Minor scuffing to both bumpers, no injuries.', ['Minor scuffing to both bumpers']],
    ['The other car had damage to its door.', []],
    ['The incident on 08/19/2025 at noon', []],
  ])('%j tells of %j', (text, damage) => {
    expect(values(damageTold(text))).toEqual(damage);
  });
});

describe('a text that was written to keep the reader busy', () => {
  const LETTERS = 40_000;
  it.each([
    ...[
      'a',
      'A',
      ' ',
      '\n',
      '\t',
      '|',
      ':',
      '.',
      'a ',
      'Ann Lee ',
      'my ',
      '$1 ',
      '1 ',
      ': a : b :\n',
      'a\tb\n',
    ],
    ...[
      'Street: ',
      'happened at ',
      'damage to ',
      'claim of Ann ',
      'deductible ',
      '555-555-5555 ',
      '12/31/2025 ',
    ],
    ...['Q: a?\nA: b\n', 'Policy\n', 'Year: 2019 Make: Ford Model: X ', 'Name   Policy no   Phone\n'],
  ])('of %j is read at once', (part) => {
    const text = `My estimate, Ann Lee. ${part.repeat(LETTERS / part.length)}`;
    const startedAt = performance.now();
    const reading = prepare(text);
    for (const find of [namesTold, policyNumbers, policeNumbers, deductiblesTold, estimatedItems, damageTold])
      find(text);
    for (const find of [placesTold, placesInParts]) find(text);
    ownPhones(text, 'Ann Lee');
    addressesBehindName(text, 'Ann Lee');
    for (const find of [vehiclesInParts, policyStarts, policyEnds, reportedDays, daysOfTheLoss, mailDays])
      find(reading);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
