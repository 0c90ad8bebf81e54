/** Forms that reach an insurer from elsewhere: a fleet desk, an app, a town, a landlord. */
import type { Kit } from '../kit.ts';
import { type Layout, sheet } from '../layout.ts';
import { pad, width, wrap } from '../marks.ts';
import { oneLineAddress, vehicleText } from '../people.ts';
import {
  account,
  dated,
  exclusionTold,
  hurtAnswer,
  isAuto,
  othersAs,
  othersLine,
  policeTold,
  prose,
} from './reserved-phrases.ts';
import { retell } from './reserved-stories.ts';
import { tenant } from './reserved-tenant.ts';

type Line = [label: string, value: string | null];

/** Lettered parts with numbered lines, what was filled in between brackets. */
function fleet(kit: Kit): string[] {
  const { f, r } = kit;
  const auto = isAuto(kit);
  const other = f.others === 'listed' ? f.otherParties[0] : undefined;
  const part = (letter: string, title: string, lines: Line[]): string[] => [
    `${letter}  ${title}`,
    ...lines.map(
      ([label, value], index) =>
        `${pad(`${letter}${index + 1}. ${label}`, 33)}[${value ?? ' '.repeat(r.int(4, 16))}]`,
    ),
    '',
  ];
  return [
    `${auto ? 'VEHICLE' : 'SITE'} INCIDENT SHEET    fleet & facilities desk    FF-${r.int(10, 40)} rev. ${r.int(2, 9)}`,
    'Complete on the day. Keep the white copy, send the yellow one to the insurer.',
    '',
    ...part('A', 'ACCOUNT', [
      ['Account held by', kit.claimant()],
      ['Born (if a person)', kit.dob()],
      ['Insurer', f.insurer],
      ['Cover no.', kit.policy()],
      ['Kind of cover', kit.line()],
      ['In force from', kit.effective()],
      ['In force to', kit.expiration()],
      ['We bear first', kit.deductible()],
    ]),
    ...part('B', auto ? 'UNIT' : 'SITE', [
      [auto ? 'Unit (yr, make, model)' : 'Site / contents', kit.item()],
      ...(auto
        ? ([
            ['Tag', f.vehicle.plate],
            ['VIN', f.vehicle.vin],
          ] satisfies Line[])
        : []),
      ['Cost center', r.fill('CC-####')],
    ]),
    ...part('C', 'EVENT', [
      ['Day', kit.lossDate()],
      ['Clock time', kit.lossTime()],
      ['Spot', kit.location()],
      ['Event class', kit.cause()],
      ['Anyone hurt', hurtAnswer(kit, 'YES - see D', 'NO')],
      [
        'Police file',
        kit.policeNumber() ?? (f.police === 'said' ? kit.saysPolice('told, no number yet') : null),
      ],
    ]),
    'D  IN THE WORDS OF THE PERSON REPORTING',
    wrap(account(kit), 88),
    '',
    ...part('E', 'OUTCOME', [
      [f.scenario.line === 'liability' ? 'Injury' : 'What is damaged', kit.damage()],
      ['Workshop figure', kit.amount()],
      ['Workshop', `${f.shop.name}, ${kit.tel(f.shop.phone)}`],
    ]),
    ...part('F', 'OUTSIDE PARTY', [
      ['Name', othersLine(kit)],
      ['Their phone', other ? kit.tel(other.phone) : null],
      ['Their insurer and policy', other && auto ? `${other.carrier} ${other.policy}` : null],
    ]),
    ...part('G', 'FOR CALLS BACK', [
      ['Phone', kit.phone()],
      ['Mail', kit.email()],
      ['Office or home', kit.address()],
      ['Sheet sent to insurer', kit.reported()],
      ['Desk supervisor', `${f.witness.name}, ext. ${r.int(100, 999)}`],
    ]),
    exclusionTold(kit) ?? '',
  ];
}

/** What a telephone app sends on: its questions, each with the answer that was tapped or typed. */
function app(kit: Kit): string[] {
  const { f, r } = kit;
  dated(kit);
  const auto = isAuto(kit);
  const card = (title: string, lines: Line[]): string[] => {
    const kept = lines.filter(([, value]) => value !== null);
    return kept.length === 0
      ? []
      : [`● ${title}`, ...kept.flatMap(([asked, value]) => [asked, `✓ ${value}`]), ''];
  };
  const [from, to] = [kit.effective(), kit.expiration()];
  return [
    `${f.insurer.split(' ')[0]} mobile · report sent ${kit.reported()} ${r.int(7, 11)}:${r.int(10, 59)} PM`,
    `${r.pick(['iOS 17.5', 'iOS 18.1', 'Android 14', 'Android 13'])} · app ${r.int(5, 9)}.${r.int(0, 20)}.${r.int(0, 9)} · ref ${f.claimNumber}`,
    '',
    ...card('What went wrong', [
      ['Pick the closest', kit.cause()],
      ['Which day?', kit.lossDate()],
      ['Around what time?', kit.lossTime()],
      ['Drop a pin or type the place', kit.location()],
      ['Tell us in your own words', account(kit, 2)],
      ['Is anybody hurt?', hurtAnswer(kit, 'Yes, somebody is', 'No, everybody is fine')],
    ]),
    ...card(auto ? 'Your car' : 'Your place', [
      [auto ? 'From your garage' : 'From your profile', kit.item()],
      [f.scenario.line === 'liability' ? 'What is the injury?' : "What's broken or gone?", kit.damage()],
      ["Best guess at the cost, or the shop's quote", kit.amount()],
      ['Photos', `${r.int(2, 9)} added`],
    ]),
    ...card('Anyone else?', [
      [auto ? 'Other people involved' : 'Others', othersLine(kit)],
      ['Police', policeTold(kit)],
      ['Add a witness (optional)', r.chance(0.5) ? `${f.witness.name} ${kit.tel(f.witness.phone)}` : null],
    ]),
    ...card('About you and your cover', [
      ['Signed in as', kit.claimant('plain')],
      ['Birthday on file', kit.dob()],
      ['Text me at', kit.phone()],
      ['E-mail me at', kit.email()],
      ['Mail goes to', kit.address()],
      ['Policy in this app', kit.policy()],
      ['Type', kit.line()],
      ['Valid', from && to ? `${from} → ${to}` : (from ?? to)],
      ['Your deductible', kit.deductible()],
    ]),
    exclusionTold(kit) ?? '',
    'By tapping Send you confirm that this is true as far as you know. In an emergency dial your local emergency number.',
  ];
}

const RULE = '-'.repeat(84);

/** Numbered boxes, two beside each other where they are short. */
function boxed(lines: Line[]): string[] {
  const out: string[] = [RULE];
  const cell = (text: string): string => pad(` ${text}`, 41);
  let number = 0;
  for (let at = 0; at < lines.length; ) {
    const pair = lines.slice(at, at + 2).map(([label, value]): [string, string] => [label, value ?? '']);
    const taken = pair.every(([, value]) => width(value) < 38) ? pair : pair.slice(0, 1);
    const labels = taken.map(([label]) => `(${++number}) ${label}`);
    if (taken.length === 1)
      out.push(` ${labels[0]}`, ` ${wrap(taken[0]?.[1] ?? '', 80, ' ')}`.trimEnd(), RULE);
    else
      out.push(
        labels.map(cell).join('|').trimEnd(),
        taken
          .map(([, value]) => cell(value))
          .join('|')
          .trimEnd(),
        RULE,
      );
    at += taken.length;
  }
  return out;
}

function municipal(kit: Kit): string[] {
  const { f, r } = kit;
  const auto = isAuto(kit);
  const other = f.others === 'listed' ? f.otherParties[0] : undefined;
  const told = account(kit);
  return [
    `${f.place.city.toUpperCase()} TOWN HALL - OFFICE OF PUBLIC SAFETY AND RISK`,
    'CITIZEN REPORT OF ACCIDENT, DAMAGE OR LOSS (copy for the private insurer)',
    `Counter ${r.int(1, 9)}   Clerk ${r.fill('@@')}   Hall telephone ${kit.tel(f.agent.phone)}`,
    ...boxed([
      ['PERSON OR BUSINESS REPORTING', kit.claimant()],
      ['BORN ON', kit.dob()],
      ['RESIDES / SEATED AT', kit.address()],
      ['TELEPHONE', kit.phone()],
      ['ELECTRONIC MAIL', kit.email()],
      ['DAY OF EVENT', kit.lossDate()],
      ['HOUR OF EVENT', kit.lossTime()],
      ['PLACE OF EVENT', kit.location()],
      ['CLASS OF EVENT', kit.cause()],
      ['WAS ANY PERSON INJURED', hurtAnswer(kit, 'YES', 'NO')],
      ['WHAT TOOK PLACE', told],
      [auto ? 'MOTOR VEHICLE OF REPORTER' : 'PROPERTY OF REPORTER', kit.item()],
      [f.scenario.line === 'liability' ? 'NATURE OF INJURY' : 'NATURE OF DAMAGE', kit.damage()],
      ['COST OF MAKING GOOD, BEST KNOWN', kit.amount()],
      [othersAs(kit).toUpperCase(), othersLine(kit)],
      ['RESIDENCE OF THE SAME', other ? oneLineAddress(other.address) : null],
      ...(auto && other
        ? ([['MOTOR VEHICLE OF THE SAME', vehicleText(other.vehicle)]] satisfies Line[])
        : []),
      ['POLICE FILE', kit.policeNumber()],
      ['PRIVATE INSURER', f.insurer],
      ['NUMBER OF POLICY', kit.policy()],
      ['CLASS OF POLICY', kit.line()],
      ['POLICY BEGINS', kit.effective()],
      ['POLICY ENDS', kit.expiration()],
      ['OWN SHARE UNDER POLICY', kit.deductible()],
      ['INSURER TOLD ON', kit.reported()],
    ]),
    'The Town gives no opinion on liability. Claims against the Town need a notice of their own.',
  ];
}

const form = (name: string, family: string, file: string, write: (kit: Kit) => string[]): Layout => ({
  name,
  family,
  telling: name === 'reserved-town-boxes' || name === 'reserved-fleet-sheet' ? 'third' : 'first',
  write: (kit) => {
    retell(kit);
    return sheet(file, [prose([write(kit).join('\n')]).replace(/\n{3,}/g, '\n\n')]);
  },
});

export const reservedForms: Layout[] = [
  form('reserved-fleet-sheet', 'fleet', 'incident-sheet', fleet),
  form('reserved-app-cards', 'app', 'app-report', app),
  form('reserved-town-boxes', 'municipal', 'citizen-report', municipal),
  form('reserved-tenant-ticks', 'tenant', 'loss-statement', tenant),
];
