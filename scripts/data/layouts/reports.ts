/** What officials and professionals write: police reports, estimates, adjusters' notes and reports. */
import type { Kit } from '../kit.ts';
import { type Layout, type Sheet, sheet } from '../layout.ts';
import { pad, wrap } from '../marks.ts';
import { fullName, oneLineAddress, vehicleText } from '../people.ts';
import {
  amountSentence,
  damageSentence,
  itemSentence,
  joined,
  othersSentence,
  policySentence,
  termSentence,
  whenWhere,
} from '../phrases.ts';
import { boilerplate, coverageRemarks, formSections, formTitle } from '../sections.ts';
import { narrative } from '../surroundings.ts';

const line = (label: string, value: string | null): string | null =>
  value === null ? null : `${label}: ${value}`;

/** A police report is in the file, so no other part may say that there is none. */
function reportedToPolice(kit: Kit): Kit {
  if (kit.f.police === 'none') kit.f.police = 'number';
  return kit;
}

function policeLines(kit: Kit, short: boolean): (string | null)[] {
  const { f, r } = kit;
  // Where another document has stated the date, this one may contradict it.
  const secondDate = short && r.chance(0.5) ? kit.contradictedDate() : null;
  const filed = r.chance(0.5) ? `Filed: ${kit.date(f.lossDate)}` : null;
  return [
    f.department.toUpperCase(),
    kit.saysPolice(
      r.pick([
        'INCIDENT REPORT',
        f.scenario.type === 'collision' ? 'TRAFFIC CRASH REPORT' : 'GENERAL INCIDENT REPORT',
        'POLICE REPORT',
        'OFFENSE REPORT',
      ]),
    ),
    line(
      r.pick(['Report Number', 'Case No.', 'Report No.', 'Incident #']),
      f.police === 'number' ? kit.policeNumber() : null,
    ),
    line(r.pick(['Reporting Officer', 'Officer']), `${fullName(f.officer)}, badge ${r.int(100, 9999)}`),
    filed && f.otherLossDate === null && kit.has('incident_date') ? filed : null,
    '',
    line(r.pick(['Date of Incident', 'Occurred', 'Date']), secondDate ?? kit.lossDate()),
    line('Time', kit.lossTime()),
    line(r.pick(['Location', 'Place of Occurrence']), kit.location()),
    line(r.pick(['Nature', 'Type of Incident', 'Classification']), kit.cause()),
    '',
    line(r.pick(['Reporting Party', 'Complainant', 'Owner / Driver 1', 'Unit 1']), kit.claimant()),
    line('DOB', kit.dob()),
    line('Address', kit.address()),
    line('Phone', kit.phone()),
    line(f.scenario.line === 'auto' ? 'Vehicle 1' : 'Property', kit.item()),
    line('Insurance policy', short ? null : kit.policy()),
    f.others === 'listed'
      ? `${r.pick(f.otherParties.length > 1 ? ['Others involved', 'Other parties'] : ['Unit 2', 'Driver 2', 'Other party'])}: ${kit.othersInRoles()?.join(', ')}`
      : null,
    f.others === 'listed' && f.otherParties[0] && f.scenario.line === 'auto'
      ? `   ${vehicleText(f.otherParties[0].vehicle)}, insured by ${f.otherParties[0].carrier}, policy ${f.otherParties[0].policy}`
      : null,
    r.chance(0.5) ? `Witness: ${f.witness.name}, ${kit.tel(f.witness.phone)}` : null,
    '',
    'NARRATIVE',
    wrap(narrative(kit), 92),
    '',
    line('Observed damage', kit.damage()),
    line('Injuries', kit.injuryAnswer()),
  ];
}

function estimateLines(kit: Kit, table: (rows: string[][]) => string[]): (string | null)[] {
  const { f, r } = kit;
  const names = kit.damageParts();
  // The price of the only part is the total.
  if (names.length === 1) kit.absent.delete('estimated_amount');
  const rows = names.map((name, index) => [name, kit.money(f.parts[index] ?? 0)]);
  const absent = !kit.has('estimated_amount');
  return [
    f.shop.name,
    r.pick(['REPAIR ESTIMATE', 'ESTIMATE', 'ESTIMATE OF REPAIRS', 'PROPOSAL']),
    `${oneLineAddress(f.shop.address)}   ${kit.tel(f.shop.phone)}`,
    '',
    `Estimate No. ${r.fill('EST-#####')}`,
    `Estimate date: ${kit.date(f.reported)}`,
    line(r.pick(['Customer', 'Customer Name', 'Owner', 'Prepared for']), kit.claimant()),
    line('Phone', kit.phone()),
    line('Policy #', kit.policy()),
    line('Claim #', f.claimNumber),
    line(r.pick(['Date of loss', 'Loss date']), kit.lossDate()),
    line(f.scenario.line === 'auto' ? 'Vehicle' : 'Job', kit.item()),
    f.scenario.line === 'auto' ? `VIN: ${f.vehicle.vin}` : null,
    '',
    r.chance(0.6) ? wrap(kit.story(), 96) : `Cause: ${kit.cause()}`,
    '',
    ...table(rows),
    '',
    absent
      ? null
      : `${r.pick(['GRAND TOTAL', 'TOTAL ESTIMATE', 'Total', 'Estimate total', 'TOTAL DUE'])}: ${kit.amount()}`,
    line('Deductible', kit.deductible()),
    r.chance(0.3) ? `Valid for ${r.int(2, 9)}0 days. Hidden damage is not included.` : null,
  ];
}

function adjusterLines(kit: Kit): (string | null)[] {
  const { f, r } = kit;
  const finding = kit.findingLine();
  return [
    line('Insured', kit.claimant()),
    line('Policy', kit.policy()),
    line('Coverage', kit.line()),
    line('File', f.claimNumber),
    line('Date reported', kit.reported()),
    '',
    wrap(joined([whenWhere(kit), narrative(kit)]), 96),
    '',
    wrap(
      joined([
        itemSentence(kit),
        damageSentence(kit),
        amountSentence(kit),
        termSentence(kit),
        othersSentence(kit),
      ]),
      96,
    ),
    '',
    ...coverageRemarks(kit),
    finding
      ? `${r.pick(['Coverage finding', 'Coverage determination', 'Determination', "Adjuster's finding", 'Conclusion on coverage'])}: ${finding}`
      : null,
  ];
}

/** Dated entries say when the claim was taken up, so the date of the report is among them. */
function dated(kit: Kit): Kit {
  kit.absent.delete('reported_date');
  return kit;
}

const entry = (kit: Kit): string =>
  `${kit.date(kit.f.reported)} ${kit.r.pick(['JT', 'MK', 'RB', 'ADJ', 'SYS'])}`;
const third = (
  name: string,
  family: string,
  file: string,
  write: (kit: Kit) => (string | null)[],
): Layout => ({ name, family, telling: 'third', write: (kit) => sheet(file, write(kit)) });
const plainTable = (rows: string[][]): string[] =>
  rows.map(([name = '', price = '']) => `${pad(name, 52)} ${price}`);

export const reports: Layout[] = [
  third('police-lines', 'police', 'police-report', (kit) => policeLines(reportedToPolice(kit), false)),
  third('police-boxes', 'police', 'police-report', (kit) =>
    policeLines(reportedToPolice(kit), true).map((text) => (text === '' ? '-'.repeat(60) : text)),
  ),
  third('police-upper-labels', 'police', 'police-report', (kit) =>
    policeLines(reportedToPolice(kit), false).map(
      (text) => text?.replace(/^([A-Z][A-Za-z0-9 ./]{2,24}): /, (label) => label.toUpperCase()) ?? null,
    ),
  ),
  third('estimate-columns', 'estimate', 'estimate', (kit) => estimateLines(kit, plainTable)),
  third('estimate-markdown', 'estimate', 'estimate', (kit) =>
    estimateLines(kit, (rows) => [
      '| Item | Amount |',
      '|---|---|',
      ...rows.map(([name, price]) => `| ${name} | ${price} |`),
    ]),
  ),
  third('estimate-numbered', 'estimate', 'estimate', (kit) =>
    estimateLines(kit, (rows) =>
      rows.map(
        ([name, price], index) =>
          `${String(index + 1).padStart(3)} ${kit.r.pick(['R&R', 'RPR', 'Repl', 'Refinish'])} ${name} ... ${price}`,
      ),
    ),
  ),
  third('estimate-reader', 'estimate', 'estimate', (kit) =>
    estimateLines(kit, (rows) => rows.flatMap(([name = '', price = '']) => [name, '', price, ''])),
  ),
  third('adjuster-report', 'adjuster', 'adjuster-report', (kit) => [
    `${kit.f.insurer} - ADJUSTER'S REPORT`,
    `Prepared by ${kit.adjuster()}`,
    '',
    ...adjusterLines(kit),
  ]),
  third('adjuster-log', 'adjuster', 'file-notes', (kit) => [
    'CLAIM FILE NOTES',
    ...adjusterLines(dated(kit))
      .map((text) => (text ? `[${entry(kit)}] ${text.replaceAll('\n', ' ')}` : null))
      .filter(Boolean),
  ]),
  third('adjuster-summary', 'adjuster', 'claim-summary', (kit) => [
    '# Claim summary',
    '',
    ...adjusterLines(kit).map((text) => (text && !text.includes('\n') ? `- ${text}` : text)),
    '',
    `Adjuster: ${kit.adjuster()}`,
  ]),
  third('coverage-memo', 'adjuster', 'coverage-memo', (kit) => [
    `MEMO TO FILE / ${kit.adjuster()}`,
    '',
    wrap(
      joined([
        `Insured: ${kit.claimant()}.`,
        policySentence(kit)
          ?.replace('My policy', 'The policy')
          .replace('I am insured with you', 'The risk is insured') ?? null,
        termSentence(kit),
      ]),
      80,
    ),
    '',
    ...adjusterLines(kit).slice(5),
  ]),
];

/** Small print and letters that belong to a file and say nothing about the loss. */
function filler(kit: Kit, pages: number): Sheet[] {
  const { r } = kit;
  return Array.from({ length: pages }, (_, index) => ({
    name: `page-${index + 1}`,
    text: [
      `${kit.f.insurer}   Claim ${kit.f.claimNumber}   Page ${index + 3}`,
      '',
      r.pick([
        'POLICY CONDITIONS',
        'GENERAL PROVISIONS',
        'FAX COVER',
        'ACKNOWLEDGEMENT',
        'PRIVACY NOTICE',
        'RENTAL RECEIPT',
        'ENCLOSURES',
      ]),
      '',
      ...Array.from({ length: r.int(4, 16) }, () => wrap(boilerplate(kit), 92)),
    ].join('\n'),
  }));
}

const notice = (kit: Kit): Sheet => ({
  name: 'loss-notice',
  text: [
    formTitle(kit),
    '',
    ...formSections(kit, { detail: 1 }).flatMap((one) => [
      one.title,
      ...one.rows.map(([label, value]) => `${label}: ${value.replaceAll('\n', ', ')}`),
      ...one.prose,
      '',
    ]),
  ].join('\n'),
});
const police = (kit: Kit): Sheet => ({
  name: 'police-report',
  text: policeLines(kit, true)
    .filter((one) => one !== null)
    .join('\n'),
});
const estimate = (kit: Kit): Sheet => ({
  name: 'estimate',
  text: estimateLines(kit, plainTable)
    .filter((one) => one !== null)
    .join('\n'),
});
const adjuster = (kit: Kit): Sheet => ({
  name: 'adjuster-report',
  text: ["ADJUSTER'S REPORT", kit.adjuster(), '', ...adjusterLines(kit)]
    .filter((one) => one !== null)
    .join('\n'),
});
const several = (name: string, weight: number, parts: (kit: Kit) => Sheet[]): Layout => ({
  name,
  family: 'packet',
  telling: 'third',
  weight,
  write: parts,
});

export const packets: Layout[] = [
  several('packet-notice-police', 2, (kit) => [notice(reportedToPolice(kit)), police(kit)]),
  several('packet-notice-estimate', 2, (kit) => [notice(kit), estimate(kit)]),
  several('packet-police-estimate', 1.2, (kit) => [police(reportedToPolice(kit)), estimate(kit)]),
  several('packet-file', 1, (kit) => [
    notice(reportedToPolice(kit)),
    police(kit),
    estimate(kit),
    adjuster(kit),
    ...filler(kit, kit.r.int(0, 8)),
  ]),
  several('packet-estimate-first', 1.2, (kit) => [
    estimate(kit),
    ...filler(kit, kit.r.int(0, 2)),
    notice(kit),
  ]),
  several('packet-sixty-pages', 0.05, (kit) => {
    const [front, back] = [kit.r.int(2, 20), kit.r.int(10, 36)];
    return [
      notice(reportedToPolice(kit)),
      ...filler(kit, front),
      police(kit),
      estimate(kit),
      ...filler(kit, back),
    ];
  }),
];
