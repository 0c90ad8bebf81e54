/** What offices make of other papers: summaries of reports, chains of mail, notes taken in shorthand. */
import { addDays } from '../facts.ts';
import type { Kit } from '../kit.ts';
import { type Layout, sheet } from '../layout.ts';
import { wrap } from '../marks.ts';
import { fullName } from '../people.ts';
import {
  amountSentence,
  damageSentence,
  deductibleSentence,
  itemSentence,
  joined,
  othersSentence,
  policySentence,
  reachSentence,
  termSentence,
  whenWhere,
} from '../phrases.ts';
import { coverageRemarks } from '../sections.ts';
import { narrative } from '../surroundings.ts';
import { subject } from './letters.ts';

const stated = (label: string, value: string | null): string => (value === null ? '' : `${label}${value}`);
const listed = (values: readonly string[], between: string, end = ''): string => {
  const kept = values.filter((value) => value !== '');
  return kept.length === 0 ? '' : kept.join(between) + end;
};

function policeDigest(kit: Kit): string[] {
  const { f, r } = kit;
  if (f.police === 'none') f.police = 'number';
  const number = kit.policeNumber();
  const names = kit.othersInRoles();
  return [
    `${kit.saysPolice(r.pick(['Summary of police report', 'Police report, in short', 'Extract from the police file']))}${number ? ` ${number}` : ''}`,
    `${f.department}; Officer ${f.officer.last}. Prepared for the claim file by ${kit.adjuster()}.`,
    '',
    joined([
      `Our insured: ${kit.claimant()}${stated(', born ', kit.dob())}${stated(', of ', kit.address())}.`,
      listed([stated('Policy ', kit.policy()), stated('', kit.line())], ', ', '.'),
    ]),
    '',
    joined([whenWhere(kit), narrative(kit)]),
    '',
    joined([
      itemSentence(kit),
      names ? `${r.pick(['Others named', 'Other parties', 'Also involved'])}: ${names.join(', ')}.` : null,
      damageSentence(kit),
      kit.truth.injuries_reported === undefined ? kit.injuryLine() : null,
      amountSentence(kit),
    ]),
    ...coverageRemarks(kit),
    stated('Received by us: ', kit.reported()),
  ];
}

interface Message {
  from: string;
  date: string;
  body: string[];
}

/** A claim told over several mails; the first of them is when the insurer was told. */
function chain(kit: Kit): Message[] {
  const { f, r } = kit;
  kit.absent.delete('reported_date');
  const email = kit.email();
  const insured = `${kit.claimant('plain')}${email === null ? '' : ` <${email}>`}`;
  const again = f.insured.name;
  const day = (days: number): string => kit.date(addDays(f.reported, days));
  const finding = kit.findingLine();
  const messages: Message[] = [
    {
      from: insured,
      date: kit.reported() ?? '',
      body: [joined([whenWhere(kit), narrative(kit)]), joined([itemSentence(kit)]), again],
    },
    {
      from: `${f.agent.name} <${f.agent.email}>`,
      date: day(r.int(0, 1)),
      body: [
        r.pick([
          'Sorry to hear this. Please send the policy number and an estimate.',
          'Thank you. What was damaged, and do you have figures?',
          'I have passed this on. Please add what is missing.',
        ]),
        `${f.agent.name}, ${f.agency}, ${kit.tel(f.agent.phone)}`,
      ],
    },
    {
      from: again,
      date: day(r.int(2, 5)),
      body: [
        joined([policySentence(kit), termSentence(kit), deductibleSentence(kit)]),
        joined([damageSentence(kit), amountSentence(kit), othersSentence(kit)]),
        joined([reachSentence(kit)]),
        again,
      ],
    },
    {
      from: `${fullName(f.adjuster)} <${f.adjuster.last.toLowerCase().replace(/[^a-z]/g, '')}@claims.example>`,
      date: day(r.int(6, 12)),
      body: [
        joined([
          kit.truth.injuries_reported === undefined ? kit.injuryLine() : null,
          ...coverageRemarks(kit),
          finding ? `Our coverage determination: ${finding}.` : 'I will be in touch.',
        ]),
        kit.adjuster(),
      ],
    },
  ];
  return messages.slice(0, finding ? 4 : r.int(3, 4));
}

const printed = ({ from, date, body }: Message, about: string): string =>
  [`From: ${from}`, `Date: ${date}`, `Subject: ${about}`, '', ...body.filter((text) => text !== '')].join(
    '\n',
  );

/** Notes as intake clerks type them. */
function shorthand(kit: Kit): string[] {
  const { f, r } = kit;
  const item = f.scenario.line === 'auto' ? 'IV' : 'Risk';
  const names = kit.othersInRoles();
  return [
    `${r.pick(['INTAKE', 'PHONE NOTE', 'LOSS CALL'])} ${f.claimNumber}${stated(' rec’d ', kit.reported())}`,
    listed(
      [
        `Insd ${kit.claimant()}`,
        stated('DOB ', kit.dob()),
        stated('ph ', kit.phone()),
        stated('em ', kit.email()),
      ],
      ' / ',
    ),
    stated('addr ', kit.address()),
    listed(
      [
        stated('pol# ', kit.policy()),
        stated('LOB ', kit.line()),
        stated('eff ', kit.effective()),
        stated('exp ', kit.expiration()),
        stated('ded ', kit.deductible()),
      ],
      ' / ',
    ),
    listed(
      [stated('DOL ', kit.lossDate()), stated('TOL ', kit.lossTime()), stated('loc ', kit.location())],
      ' / ',
    ),
    `facts: ${narrative(kit)}`,
    listed([stated(`${item} `, kit.item()), stated('dmg ', kit.damage())], ' / '),
    listed([stated('est ', kit.amount()), stated('PR# ', kit.policeNumber())], ' / '),
    names ? `OV/other: ${names.join(', ')}` : '',
    ...coverageRemarks(kit),
    `agt ${f.agent.name} ${kit.tel(f.agent.phone)}`,
  ];
}

/** A short notice whose lines hold several values each. */
function combined(kit: Kit): string[] {
  const { f, r } = kit;
  const vin = `VIN ${f.vehicle.vin}`;
  const item = kit.item();
  const auto = f.scenario.line === 'auto';
  const both = [kit.email(), kit.phone()].filter((value) => value !== null);
  return [
    stated('Policy: ', listed([stated('', kit.policy()), stated('', kit.line())], ' / ') || null),
    `${r.pick(['Policyholder Name', 'Insured', 'Claimant'])}: ${kit.claimant()}`,
    stated(
      'Effective Dates: ',
      listed([stated('', kit.effective()), stated('', kit.expiration())], ' - ') || null,
    ),
    '',
    stated(
      r.pick(['Date/Time of Loss: ', 'When: ']),
      listed([stated('', kit.lossDate()), stated('', kit.lossTime())], r.pick([' ', ', ', ' at '])) || null,
    ),
    stated(r.pick(['Location of Loss: ', 'Incident Location: ']), kit.location()),
    `${r.pick(['Description of Accident', 'Incident Description'])}: ${narrative(kit)}`,
    '',
    f.others === 'silent' ? '' : `Third Parties: ${kit.othersValue()}`,
    both.length > 0 ? `Contact Details: ${both.join(', ')}` : '',
    '',
    item === null ? '' : auto ? `Asset ID: ${vin} (${item})` : `Asset Type: ${item}`,
    stated('Damage: ', kit.damage()),
    stated(
      r.pick(['Estimated Damage: ', 'Initial Estimate: ']),
      listed([stated('', kit.amount()), stated('deductible ', kit.deductible())], ', ') || null,
    ),
    '',
    `Claim Type: ${kit.cause()}`,
    `Attachments: ${r.some(['photos.zip', 'police_report.pdf', 'estimate.pdf', 'damage_1.jpg', 'statement.docx'], 3).join(', ')}`,
    stated('Submitted: ', kit.reported()),
  ];
}

const digest = (
  name: string,
  family: string,
  telling: Layout['telling'],
  write: (kit: Kit) => string[],
  columns = 10_000,
): Layout => ({
  name,
  family,
  telling,
  write: (kit) =>
    sheet(family, [
      wrap(
        write(kit)
          .join('\n')
          .replace(/\n{3,}/g, '\n\n'),
        columns,
      ),
    ]),
});
const filled = (lines: string[]): string[] => lines.filter((line) => line !== '');

export const digests: Layout[] = [
  digest('digest-police', 'digest', 'third', policeDigest, 88),
  digest('digest-police-plain', 'digest', 'third', policeDigest),
  digest('chain-oldest-first', 'chain', 'first', (kit) => {
    const about = subject(kit);
    return chain(kit).flatMap((one) => [printed(one, about), '', '_'.repeat(30), '']);
  }),
  digest(
    'chain-newest-first',
    'chain',
    'first',
    (kit) => {
      const about = subject(kit);
      return chain(kit)
        .reverse()
        .flatMap((one, index) => [printed(one, index === 0 ? `RE: ${about}` : about), '', '']);
    },
    80,
  ),
  digest('shorthand-note', 'shorthand', 'third', (kit) => filled(shorthand(kit))),
  digest(
    'shorthand-run-on',
    'shorthand',
    'third',
    (kit) => [
      filled(shorthand(kit))
        .join('. ')
        .replace(/([.!?]\uf8ff?)\. /g, '$1 '),
    ],
    90,
  ),
  digest('combined-cells', 'combined', 'third', combined),
  digest('combined-cells-narrow', 'combined', 'third', (kit) => filled(combined(kit)), 70),
];
