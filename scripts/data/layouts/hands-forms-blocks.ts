/** The answers of a claim in blocks, as forms of many carriers group and order them. */
import type { Kit, Row } from '../kit.ts';
import { city, fullName, oneLineAddress } from '../people.ts';
import type { Section } from '../sections.ts';
import { type Asked, labelled, type Register } from './hands-forms-labels.ts';
import {
  account,
  exclusionRemark,
  findingEntry,
  injuryEntry,
  othersEntry,
  othersLines,
  put,
} from './hands-forms-remarks.ts';

interface Options {
  register: Register;
  /** Whether lines of no weight are printed: 0 none, 1 some, 2 many. */
  extra?: 0 | 1 | 2;
  /** Whether an office has written its decision on it. */
  decided?: boolean;
  /** The account is a line among the lines. */
  inline?: boolean;
}

const TITLES = {
  cover: [
    'Policy',
    'Insurance in force',
    'COVER',
    'From the declarations',
    'Contract data',
    'The insurance',
    'Policy record',
  ],
  person: [
    'Insured',
    'Claimant',
    'PERSON CLAIMING',
    'Who to contact',
    'Insured party',
    'Name and address',
    'Customer record',
  ],
  event: [
    'Loss',
    'Time and place',
    'OCCURRENCE',
    'Event',
    'When, where, how',
    'The accident or loss',
    'Loss record',
  ],
  things: [
    'Damage',
    'Property involved',
    'EXTENT OF LOSS',
    'What was damaged',
    'Unit and damage',
    'Value of loss',
  ],
  people: [
    'Others',
    'Other persons',
    'PARTIES',
    'Other side / police',
    'Who else',
    'Persons and authorities',
  ],
  office: ['Office', 'For company use', 'INTAKE', 'Handling', 'Desk', 'Receipt of notice'],
} as const;

const STATED_BLANK = ['', '', '', '________', 'n/k', 'not given', '...'];

/** Blocks of labelled answers and, unless told in a line, the account of the loss. */
export function blocks(
  kit: Kit,
  { register, extra = 1, decided = false, inline = false }: Options,
): Section[] {
  const { r, f } = kit;
  const auto = f.scenario.line === 'auto';
  const blank = register !== 'code' && r.chance(0.25);
  const code = register === 'code';
  const row = (asked: Asked, value: string | null): Row[] => {
    if (value !== null) return [[labelled(r, asked, register), value]];
    const people = asked === 'others' || asked === 'victim' || asked === 'hurt';
    return blank && r.chance(0.5) ? [[labelled(r, asked, register), people ? '' : r.pick(STATED_BLANK)]] : [];
  };
  const beside = (share: number, label: readonly string[], value: string): Row[] => {
    if (!r.chance(share * extra)) return [];
    const name = r.pick(label);
    return [[code ? name.replace(/[^A-Za-z0-9]+/g, '_').replace(/_$/, '') : name, value]];
  };
  const block = (key: keyof typeof TITLES, rows: Row[], prose: string[] = []): Section => ({
    title: r.pick(TITLES[key]),
    rows,
    prose,
  });

  const [from, to] = [kit.effective(), kit.expiration()];
  const term = from && to && r.chance(0.3) ? `${from}${r.pick([' - ', ' to ', ' / ', ' thru '])}${to}` : null;
  const cover = [
    ...beside(0.35, ['Insurance carrier', 'Underwritten by', 'Writing company'], f.insurer),
    ...row('policy', kit.policy()),
    ...row('line', kit.line()),
    ...(term ? row('term', term) : [...row('from', from), ...row('to', to)]),
    ...row('deductible', kit.deductible()),
    ...beside(
      0.15,
      ['Limit of cover', 'Coverage limit', 'Sum insured'],
      kit.money(r.pick([25, 50, 100, 250, 300]) * 100_000),
    ),
    ...beside(0.12, ['Annual premium', 'Premium paid'], kit.money(r.int(300, 4000) * 100)),
    ...beside(0.1, ['Lender', 'Lienholder', 'Loss payee'], `${city(r)} Savings Bank`),
  ];
  const reach = r.shuffle([
    ...row('phone', kit.phone()),
    ...row('email', kit.email()),
    ...row('address', r.chance(0.8) || code ? kit.address() : kit.addressLines().join('\n') || null),
  ]);
  const named = row('name', kit.claimant());
  const born = f.insured.firm ? [] : row('dob', kit.dob());
  const person = [
    ...named,
    ...(r.chance(0.7) ? [...born, ...reach] : [...reach, ...born]),
    ...(f.insured.firm
      ? []
      : beside(
          0.12,
          ['Occupation', 'Line of work'],
          r.pick(['teacher', 'welder', 'nurse', 'retired', 'bookkeeper', 'self-employed']),
        )),
    ...beside(
      0.12,
      ['Call between', 'Best hours'],
      r.pick(['9 and 11', 'after 17:00', 'any time', 'lunch hour']),
    ),
  ];
  const loose = inline && !kit.clipped;
  const event = [
    ...row('date', kit.lossDate()),
    ...row('time', kit.lossTime()),
    ...row('place', kit.location()),
    ...(r.chance(0.5) ? row('cause', kit.cause()) : []),
  ];
  // After the date, which the account may contradict.
  const told = account(kit);
  if (loose) event.push(...row('story', told));
  const split = auto && !kit.vagueItem && !code && r.chance(0.25) ? kit.itemParts() : null;
  const things = [
    ...(split
      ? ([
          [r.pick(['Model year', 'Year built', 'Yr.']), split.year],
          [r.pick(['Maker', 'Make of car', 'Mfr.']), split.make],
          [r.pick(['Model name', 'Type', 'Mod.']), split.model],
        ] as Row[])
      : row(auto && !kit.vagueItem && r.chance(0.6) ? 'vehicle' : 'item', kit.item())),
    ...(auto ? beside(0.35, ['Vehicle ident. no.', 'VIN (17 digits)', 'Frame no.'], f.vehicle.vin) : []),
    ...(auto ? beside(0.25, ['Tag', 'Registration', 'Lic. plate'], f.vehicle.plate) : []),
    ...row('damage', kit.damage()),
    ...(kit.has('estimated_amount')
      ? beside(
          0.12,
          ['Rough figure at first call', 'Earlier estimate (replaced)', 'First estimate, since revised'],
          kit.earlier(),
        )
      : []),
    ...row('amount', kit.amount()),
    ...beside(
      0.25,
      ['Repairer', 'Estimate by', 'May be inspected at'],
      `${f.shop.name}, ${oneLineAddress(f.shop.address)}`,
    ),
    ...beside(0.12, ['Shop phone', "Repairer's tel."], kit.tel(f.shop.phone)),
  ];
  const injured = f.scenario.others === 'injured' && f.others === 'listed' && f.otherParties.length === 1;
  const people = [
    ...row(injured ? 'victim' : 'others', injured ? (kit.others()?.[0] ?? null) : othersEntry(kit)),
    ...(extra > 0 && !code ? othersLines(kit) : []),
    ...row('hurt', r.chance(0.85) ? injuryEntry(kit) : null),
    ...(r.chance(0.5)
      ? row(
          'told',
          f.police === 'none' ? r.pick(['No', 'N', 'no']) : kit.saysPolice(r.pick(['Yes', 'Y', 'yes'])),
        )
      : []),
    ...row('police', kit.policeNumber()),
    ...(f.police === 'none'
      ? []
      : beside(0.3, ['Officer', 'Officer and force', 'Precinct'], `${f.officer.last}, ${f.department}`)),
    ...beside(
      0.25,
      ['Witness name', 'Seen by', 'Independent witness'],
      `${f.witness.name}, ${kit.tel(f.witness.phone)}`,
    ),
  ];
  const decision = decided ? findingEntry(kit) : null;
  const barred = exclusionRemark(kit);
  const office = [
    ...row('reported', kit.reported()),
    ...beside(0.4, ['Claim no.', 'Our file', 'Notice no.', 'Ref. no.'], f.claimNumber),
    ...beside(0.3, ['Adjuster', 'Handled by', 'Claim rep'], kit.adjuster()),
    ...beside(0.25, ['Agent of record', 'Producer', 'Broker'], `${f.agent.name}, ${f.agency}`),
    ...beside(0.2, ["Agent's tel.", 'Agency phone'], kit.tel(f.agent.phone)),
    ...beside(0.12, ["Agent's e-mail", 'Agency e-mail'], f.agent.email),
    ...beside(0.12, ['Last claim', 'Prior loss'], put(kit, '{priordate}, {prioramount}')),
    ...beside(0.1, ['Typed by', 'Keyed by'], fullName(f.officer)),
    ...(decision === null
      ? []
      : ([[r.pick(['Cover decision', 'Ruling on cover', 'Claim decision']), decision]] as Row[])),
    ...(barred !== null && code ? ([['reviewer_note', barred]] as Row[]) : []),
  ];
  const story = { title: labelled(r, 'story', code ? 'form' : register), rows: [], prose: [told] };
  const made = [
    block('cover', cover),
    block('person', person),
    block('event', event),
    ...(loose ? [] : [story]),
    block('things', things),
    block('people', people),
    block('office', office, barred !== null && !code ? [barred] : []),
  ].filter(({ rows, prose }) => rows.length > 0 || prose.length > 0);
  return ordered(kit, made);
}

/** In the usual order, with the loss first, with the desk's block first, or at random. */
function ordered({ r }: Kit, made: Section[]): Section[] {
  const roll = r.next();
  if (roll < 0.4) return made;
  if (roll < 0.6) return [...made.slice(2), ...made.slice(0, 2)];
  if (roll < 0.8) return [...made.slice(-1), ...made.slice(0, -1)];
  return r.shuffle(made);
}
