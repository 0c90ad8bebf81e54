/** What a full notice asks beside the claim: lines of no weight, and lines about other people and things. */
import type { Kit, Row } from './kit.ts';
import { city, firstName, fullName, oneLineAddress } from './people.ts';
import { type FormOptions, formSections, type Section } from './sections.ts';

type Part = (kit: Kit) => Section | null;

const section = (title: string, rows: (Row | null)[], prose: string[] = []): Section => ({
  title,
  rows: rows.filter((row) => row !== null),
  prose,
});
const yesNo = (kit: Kit): string => kit.r.pick(['Yes', 'No', 'NO', 'N', 'Y', 'N/A']);
const YEAR_MS = 31_557_600_000;
const HOURS = ['By appointment', 'Weekdays 8-5', 'Anytime', 'After 6 PM', 'Monday to Friday, 9 AM - 4 PM'];

const agency: Part = (kit) => {
  const { f, r } = kit;
  return section(r.pick(['AGENCY', 'PRODUCER', 'AGENCY DETAILS']), [
    [r.pick(['Agency Name', 'Name of Agency']), f.agency],
    r.chance(0.7) ? ['Agency Address', oneLineAddress(f.agent.address)] : null,
    ['Agency Customer ID', r.fill(r.pick(['AG-#####', '#######', '@@@-####']))],
    r.chance(0.5) ? ['Code', r.fill('###')] : null,
    r.chance(0.5) ? ['Subcode', r.fill('###')] : null,
    ['Agency Phone (A/C, No)', kit.tel(f.agent.phone)],
    ['Agency Contact', f.agent.name],
    r.chance(0.6) ? ['Agency E-Mail', f.agent.email] : null,
  ]);
};

const contact: Part = (kit) => {
  const { f, r } = kit;
  return section(r.pick(['CONTACT DETAILS', 'CONTACT INSURED', 'WHOM TO CONTACT']), [
    ['Contact Person', r.pick([f.insured.name, 'Same as insured', 'Insured'])],
    [r.pick(['When to Contact', 'Preferred Contact Time']), r.pick(HOURS)],
    r.chance(0.4) ? ['Preferred Method', r.pick(['Phone', 'E-mail', 'Text', 'Mail'])] : null,
  ]);
};

const driver: Part = (kit) => {
  const { f, r } = kit;
  if (f.scenario.line !== 'auto' || f.insured.firm) return null;
  return section(r.pick(['OWNER AND DRIVER', 'DRIVER', 'DRIVER INFORMATION']), [
    ["Owner's Name", r.pick([f.insured.name, '(Same as insured)'])],
    ["Driver's Name", r.pick([f.insured.name, '(Check if same as owner) X', 'Same'])],
    ['Relation to Insured', 'Self'],
    ["Driver's License Number", r.fill(r.pick(['@###-####-####', '@#######', '@@-@###-####', 'DL########']))],
    ['License State', r.pick(['TX', 'OH', 'PA', 'WA', 'Ohio', 'GA'])],
    ['Purpose of Use', r.pick(['Personal', 'Commuting', 'Business', 'Pleasure', 'Delivery'])],
    ['Used with Permission', yesNo(kit)],
    r.chance(0.4) ? ['Marital Status', r.pick(['Single', 'MARRIED', 'Divorced', 'Widowed'])] : null,
  ]);
};

const childSeat: Part = (kit) =>
  kit.f.scenario.line !== 'auto'
    ? null
    : section(kit.r.pick(['CHILD SAFETY', 'CHILD PASSENGER RESTRAINT', 'CHILD SEAT']), [
        ['Was a child seat installed', yesNo(kit)],
        ['Was the child seat in use', yesNo(kit)],
        ['Did the child seat sustain a loss', yesNo(kit)],
      ]);

const otherInsurance: Part = (kit) => {
  const { f, r } = kit;
  const has = r.chance(0.35);
  return section('OTHER INSURANCE', [
    ['Other Insurance', has ? 'Yes' : r.pick(['No', 'NO', 'None known'])],
    has ? ['Other Carrier', f.otherParties[0]?.carrier ?? ''] : null,
    has ? ['Policy Number (other insurance)', f.otherParties[0]?.policy ?? ''] : null,
    r.chance(0.3) ? ['NAIC Code (other)', r.fill('#####')] : null,
    r.chance(0.3) ? ['Lienholder', `${city(r)} ${r.pick(['Bank', 'Credit Union', 'Savings'])}`] : null,
  ]);
};

/** The other vehicle has lines of the same names as the insured one. */
const otherVehicle: Part = (kit) => {
  const { f, r } = kit;
  const other = f.otherParties[0];
  if (f.others !== 'listed' || !other || f.scenario.line !== 'auto') return null;
  const { vehicle } = other;
  return section(r.pick(['OTHER VEHICLE / PROPERTY DAMAGED', 'VEHICLE 2', 'PROPERTY DAMAGED (OTHER)']), [
    ['Veh #', '2'],
    ['Year', vehicle.year],
    ['Make', vehicle.make],
    ['Model', vehicle.model],
    ['V.I.N.', vehicle.vin],
    ['Plate Number', vehicle.plate],
    ['Address of Owner (other vehicle)', oneLineAddress(other.address)],
    r.chance(0.7)
      ? [
          'Describe Damage (other vehicle)',
          r.pick([
            'Front end pushed in',
            'Scraped bumper',
            'Left door dented',
            'Headlight broken, hood bent',
          ]),
        ]
      : null,
    r.chance(0.6) ? ['Estimate Amount (other vehicle)', kit.money(other.estimate)] : null,
    ['Other Vehicle Insured', 'Y'],
    ['Carrier or Agency Name', other.carrier],
    ['Policy Number (other vehicle)', other.policy],
  ]);
};

const injured: Part = (kit) => {
  const { f } = kit;
  if (f.injuries !== 'stated' || f.insured.firm || f.scenario.others === 'injured') return null;
  return section('INJURED', [
    ['Injured Person', f.insured.name],
    ['Age', String(Math.floor((Date.parse(f.lossDate) - Date.parse(f.dob)) / YEAR_MS))],
    ['Extent of Injury', kit.mark('injuries_reported', f.injury, true)],
  ]);
};

const witnesses: Part = (kit) => {
  const { f, r } = kit;
  const named: Row[] = [
    ['Witness', `${f.witness.name}, ${kit.tel(f.witness.phone)}`],
    ['Witness', `${firstName(r)} ${f.officer.last}, ${oneLineAddress(f.agent.address)}`],
  ];
  return section(
    r.pick(['WITNESSES', 'WITNESSES OR PASSENGERS', 'WITNESS LIST']),
    r.chance(0.25) ? [['Witnesses', r.pick(['None', 'NONE', 'None known'])]] : named.slice(0, r.int(1, 2)),
  );
};

const seen: Part = (kit) => {
  const { f, r } = kit;
  const what = f.scenario.line === 'auto' ? 'Vehicle' : 'Damage';
  const decision = r.chance(0.5) ? kit.findingLine() : null;
  return section(r.pick(['INSPECTION', 'DOCUMENTATION', 'OFFICE USE ONLY']), [
    [`Where Can ${what} Be Seen`, `${f.shop.name}, ${oneLineAddress(f.shop.address)}`],
    [`When Can ${what} Be Seen`, r.pick(HOURS)],
    r.chance(0.6) ? ['Photos Taken', `${yesNo(kit)} (${r.int(2, 60)})`] : null,
    r.chance(0.4) ? ['Taken By', fullName(f.adjuster)] : null,
    r.chance(0.4) ? ['Insured Location Code', r.fill('LOC-###')] : null,
    decision === null
      ? null
      : [r.pick(['Coverage Decision', 'Adjuster Finding', 'Coverage Determination']), decision],
  ]);
};

const remarks: Part = (kit) => {
  const { r } = kit;
  const deductible = kit.truth.deductible_amount === undefined && r.chance(0.5) ? kit.deductible() : null;
  const notes = r.some(
    [
      'Regular maintenance up to date.',
      'Camera footage has been requested.',
      'Rental coverage is on the policy.',
      'Previous address on file differs.',
      'Inspection to be arranged with the shop.',
      `Prior claim closed on ${kit.date(kit.f.prior.date)} for ${kit.money(kit.f.prior.amount)}.`,
      'Medical records to follow.',
      'Documents will be sent by mail.',
    ],
    r.int(1, 4),
  );
  if (deductible !== null) notes.push(`Coverage is subject to a ${deductible} deductible.`);
  return section(
    r.pick(['REMARKS', 'ADDITIONAL NOTES', 'ADDITIONAL INFORMATION']),
    [],
    notes.map((note) => `- ${note}`),
  );
};

const AFTER: readonly Part[] = [
  agency,
  contact,
  driver,
  childSeat,
  otherInsurance,
  otherVehicle,
  injured,
  witnesses,
  seen,
];

/** A notice with everything on it: thirty to sixty lines, most of them of no weight. */
export function fullSections(kit: Kit, options: Omit<FormOptions, 'detail'> = {}): Section[] {
  const { r } = kit;
  const [head, ...rest] = formSections(kit, { ...options, detail: 1 });
  const sections = head ? [head, ...rest] : rest;
  for (const part of r.some(AFTER, r.int(4, AFTER.length))) {
    const made = part(kit);
    // The other vehicle is told of after the insured one.
    if (made) sections.splice(part === otherVehicle ? sections.length : r.int(1, sections.length), 0, made);
  }
  if (r.chance(0.8)) {
    const noted = remarks(kit);
    if (noted) sections.push(noted);
  }
  return sections;
}
