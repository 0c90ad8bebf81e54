/** Papers of people who came to look: a public safety report, a field adjuster's captioned report, an estimate. */
import { addDays } from '../facts.ts';
import type { Kit } from '../kit.ts';
import { type Layout, sheet } from '../layout.ts';
import { pad, width, wrap } from '../marks.ts';
import { fullName, oneLineAddress, vehicleText } from '../people.ts';
import {
  account,
  clockTold,
  exclusionTold,
  findingTold,
  given,
  hurtAnswer,
  hurtTold,
  isAuto,
  otherNames,
  othersLine,
  othersTold,
  policeTold,
  prose,
  termOf,
} from './reserved-phrases.ts';
import { retell } from './reserved-stories.ts';

/** Who is called out to it. */
const FIRE = new Set(['fire', 'water_damage', 'wind_hail', 'weather_other', 'other', 'liability_injury']);

/** A sheet of the fire service, or of the police where the police are called; no file says both yes and no. */
function callOut(kit: Kit): string[] {
  const { f, r } = kit;
  const fire = FIRE.has(f.scenario.type);
  const injury = f.scenario.line === 'liability';
  if (!fire && f.police === 'none') f.police = 'number';
  const other = f.others === 'listed' ? f.otherParties[0] : undefined;
  const row = (label: string, value: string | null): string[] =>
    value === null ? [] : [`${pad(label, 24)}: ${value}`];
  const minute = r.int(4, 14);
  return [
    fire ? `${f.place.city} Fire & Rescue District` : f.department,
    fire ? 'COMPANY OFFICER RUN SHEET' : kit.saysPolice('CALL FOR SERVICE / OFFICER REPORT'),
    `Copy released to ${f.insurer}`,
    '',
    ...(fire
      ? row('Police case', kit.policeNumber())
      : row('Case', kit.policeNumber() ?? 'number not printed on copy')),
    ...row('Date of call', kit.lossDate()),
    ...row('Time of call', kit.lossTime()),
    ...row('On scene', `+${minute} min, cleared +${minute + r.int(20, 140)} min`),
    ...row('Sent to', kit.location()),
    ...row('Situation found', kit.cause()),
    ...row(
      fire ? 'Officer in charge' : 'Officer',
      `${f.officer.first.charAt(0)}. ${f.officer.last}, no. ${r.int(100, 999)}`,
    ),
    '',
    fire ? 'OCCUPANT / OWNER' : 'PERSON REPORTING / UNIT 01',
    ...row('Name', kit.claimant()),
    ...row('Birth', kit.dob()),
    ...row('Home or office', kit.address()),
    ...row('Telephone', kit.phone()),
    ...row('Mail', kit.email()),
    ...row(isAuto(kit) ? 'Vehicle' : 'Occupancy', kit.item()),
    ...(isAuto(kit) ? row('Plate', f.vehicle.plate) : []),
    ...row('Insured by', `${f.insurer}${given(kit.policy(), (no) => `, policy ${no}`) ?? ''}`),
    ...row('Policy shown, class', kit.line()),
    ...row('Policy card valid', termOf(kit, ' - ')),
    '',
    ...(f.others === 'silent' ? [] : row(fire ? 'Other persons' : 'UNIT 02 / OTHERS', othersLine(kit))),
    ...(other && isAuto(kit)
      ? row('   vehicle, insurer', `${vehicleText(other.vehicle)}, ${other.carrier} ${other.policy}`)
      : []),
    ...row('Persons injured', hurtAnswer(kit, 'one or more', 'none')),
    ...(r.chance(0.4) ? row('Bystander', `${f.witness.name}, ${kit.tel(f.witness.phone)}`) : []),
    '',
    'STATEMENT TAKEN',
    wrap(account(kit), 88),
    '',
    ...row(
      injury ? 'Injury noted by crew' : fire ? 'Damage noted by crew' : 'Damage noted by officer',
      kit.damage(),
    ),
    ...row('Loss, as told by owner', kit.amount()),
  ];
}

/** A field adjuster reports to the desk under captions. */
function captioned(kit: Kit): string[] {
  const { f, r } = kit;
  const finding = findingTold(kit);
  const caption = (title: string, parts: (string | null)[]): string[] => {
    const text = prose(parts);
    return text === '' ? [] : [title, wrap(text, 92), ''];
  };
  return [
    `${f.witness.person.last} Adjusting Service                              Report no. ${r.int(1, 3)}`,
    `To: ${f.insurer}, attention ${fullName(f.adjuster)}`,
    `Your claim ${f.claimNumber}   Our file ${r.fill('##-#####')}`,
    '',
    ...caption('ASSIGNMENT', [
      given(kit.reported(), (day) => `The carrier had notice on ${day}.`),
      `We were called in ${r.int(1, 3)} days later and saw the ${isAuto(kit) ? 'vehicle' : 'risk'} the same week.`,
    ]),
    ...caption('INSURED', [
      `${kit.claimant('plain')}${given(kit.address(), (at) => `, ${at}`) ?? ''}.`,
      given(kit.dob(), (day) => `Born ${day}.`),
      given(
        [kit.phone(), kit.email()].filter(Boolean).join(' and ') || null,
        (ways) => `Contact was through ${ways}.`,
      ),
    ]),
    ...caption('COVERAGE', [
      given(kit.policy(), (no) => `Policy ${no}${given(kit.line(), (line) => `, ${line}`) ?? ''}.`),
      given(termOf(kit, ' to '), (days) => `Term: ${days}.`),
      given(kit.deductible(), (sum) => `A deductible of ${sum} is to be applied.`),
      exclusionTold(kit),
    ]),
    ...caption('RISK', [given(kit.item(), (item) => `${isAuto(kit) ? 'One' : 'A'} ${item}.`)]),
    ...caption('FACTS OF THE LOSS', [
      given(
        [kit.lossDate(), clockTold(kit), kit.location()].filter(Boolean).join('; ') || null,
        (all) => `${all}.`,
      ),
      `Type: ${kit.cause()}.`,
      account(kit),
    ]),
    ...caption('INJURY AND OTHER PARTIES', [
      kit.truth.injuries_reported === undefined ? hurtTold(kit) : null,
      othersTold(kit),
    ]),
    ...caption('AUTHORITIES', [policeTold(kit)]),
    ...caption(f.scenario.line === 'liability' ? 'NATURE OF INJURY' : 'EXTENT OF DAMAGE', [
      given(kit.damage(), (damage) => `${damage}.`),
    ]),
    ...caption('LOSS FIGURES', [
      given(kit.amount(), (sum) => `Gross loss agreed with ${f.shop.name}: ${sum}.`),
      kit.has('estimated_amount')
        ? `Reserve suggested for expense: ${kit.money(r.int(3, 40) * 5_000)}.`
        : null,
    ]),
    ...caption('OPINION ON COVERAGE', [given(finding, (found) => `In our opinion: ${found}.`)]),
    ...caption('WORK TO BE DONE', ['Obtain signed statement.', 'Close on receipt of final invoice.']),
    f.witness.name,
    `Licensed adjuster, ${kit.tel(f.witness.phone)}`,
  ];
}

/** A priced scope of work: quantities, unit prices, and what is taken off below the line. */
export function scope(kit: Kit): string[] {
  const { f, r } = kit;
  const names = kit.damageParts();
  // A priced list always has its total below it.
  kit.absent.delete('estimated_amount');
  const auto = isAuto(kit);
  const bill = f.scenario.line === 'liability';
  const across = Math.max(30, ...names.map(width)) + 2;
  const lines = names.map((name, index) => {
    const cents = f.parts[index] ?? 0;
    const pieces = cents % 200 === 0 && r.chance(0.4) ? 2 : 1;
    const unit = bill ? 'TRT' : auto ? r.pick(['REPL', 'RPR', 'R&I', 'OVHL']) : r.pick(['EA', 'LS', 'JOB']);
    return `${pad(String(index + 1), 4)}${pad(name, across)}${pad(String(pieces), 5)}${pad(unit, 6)}${pad(kit.money(cents / pieces), 14)}${kit.money(cents)}`;
  });
  const worn = Math.round((f.total * r.int(2, 15)) / 100);
  const head: [string, string | null][] = [
    [bill ? 'Billed to (premises)' : 'Prepared for', kit.claimant()],
    ['Site or home address', kit.address()],
    ['Phone', kit.phone()],
    ['E-mail', kit.email()],
    [auto ? 'Unit' : bill ? 'Type of premises' : 'Structure', kit.item()],
    ...(auto ? ([['VIN', f.vehicle.vin]] satisfies [string, string][]) : []),
    ['Carrier', f.insurer],
    ['Policy', kit.policy()],
    ['Type of policy', kit.line()],
    ['Loss date', kit.lossDate()],
    ['Peril', kit.cause()],
    ['Place of loss', kit.location()],
    ['Date notice given', kit.reported()],
  ];
  return [
    `${f.shop.name}   ${auto ? 'Body & paint' : bill ? 'Outpatient care' : 'Restoration & rebuild'}   License ${r.fill('######')}`,
    `${oneLineAddress(f.shop.address)}   ${kit.tel(f.shop.phone)}`,
    `${bill ? 'ITEMIZED CHARGES' : 'SCOPE AND PRICE'}  ${r.fill('Q#####')}   written ${kit.date(addDays(f.reported, r.int(1, 6)))} by ${f.witness.name}`,
    '',
    ...head.filter(([, value]) => value !== null).map(([label, value]) => `${pad(`${label}:`, 24)}${value}`),
    '',
    ...(r.chance(0.6) ? [wrap(`As reported: ${account(kit, 1)}`, 96), ''] : []),
    `${pad('#', 4)}${pad('Description', across)}${pad('Qty', 5)}${pad('Op', 6)}${pad('Price', 14)}Extended`,
    ...lines,
    '',
    `${pad(bill ? 'All charges' : 'Replacement cost, all lines', across + 29)}${kit.amount()}`,
    ...(bill ? [] : [`${pad('Less depreciation', across + 29)}(${kit.money(worn)})`]),
    ...(kit.has('deductible_amount') ? [`${pad('Less deductible', across + 29)}(${kit.deductible()})`] : []),
    ...[
      given(otherNames(kit), (names) => `${bill ? 'Treated' : 'Other side per customer'}: ${names}`),
    ].filter((line) => line !== null),
    '',
    bill
      ? 'Records are released on written consent.'
      : 'Prices hold for thirty days. Nothing here says that the loss is insured; ask your carrier.',
  ];
}

const report = (name: string, family: string, file: string, write: (kit: Kit) => string[]): Layout => ({
  name,
  family,
  telling: 'third',
  write: (kit) => {
    retell(kit);
    return sheet(file, [prose([write(kit).join('\n')]).replace(/\n{3,}/g, '\n\n')]);
  },
});

export { callOut };
export const reservedReports: Layout[] = [
  report('reserved-call-out', 'call-out', 'run-sheet', callOut),
  report('reserved-captions', 'adjuster-field', 'field-report', captioned),
  report('reserved-scope', 'scope', 'estimate', scope),
];
