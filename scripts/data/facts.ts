/** The facts of one claim, drawn before a word is written: every label follows from them. */
import type { Claim } from '../../shared/claim-fields.ts';
import { type DamageItem, damageItems, damageText } from './damage.ts';
import {
  type Address,
  address,
  business,
  city,
  emailFor,
  fullName,
  insurer,
  lossPlace,
  type Person,
  person,
  stem,
  street,
  type Vehicle,
  vehicle,
} from './people.ts';
import type { Random } from './random.ts';
import { ROOMS, SCENARIOS, type Scenario } from './stories.ts';

export interface Party {
  person: Person;
  /** A firm's name, where the party is one. */
  firm: string | null;
  name: string;
  phone: string;
  email: string;
  address: Address;
}

export interface Other extends Party {
  role: 'driver' | 'owner' | 'injured' | 'passenger';
  vehicle: Vehicle;
  carrier: string;
  policy: string;
  estimate: number;
}

export interface Facts {
  foreign: boolean;
  insurer: string;
  insured: Party;
  dob: string;
  policyNumber: string;
  policyType: NonNullable<Claim['policy_type']>;
  effective: string;
  expiration: string;
  claimNumber: string;
  lossDate: string;
  lossTime: string;
  scenario: Scenario;
  place: Address;
  room: string;
  street: string;
  vehicle: Vehicle;
  /** The thing insured, as printed: a vehicle or a property. */
  item: string;
  damage: DamageItem[];
  damageText: string;
  /** Cents; the parts add up to the total. */
  parts: number[];
  total: number;
  earlier: number;
  deductible: number;
  injuries: 'stated' | 'denied' | 'silent';
  injury: string;
  others: 'listed' | 'none' | 'unknown' | 'silent';
  otherParties: Other[];
  /** `said`: the police have a report whose number is not printed. */
  police: 'number' | 'said' | 'none';
  policeNumber: string;
  department: string;
  officer: Person;
  reported: string;
  exclusion: { text: string; scope: 'all' | 'part' } | null;
  disputed: boolean;
  finding: Claim['coverage_determination'];
  /** Another value that a second place in the packet states for the date of loss. */
  otherLossDate: string | null;
  agent: Party;
  agency: string;
  adjuster: Person;
  shop: { name: string; address: Address; phone: string };
  witness: Party;
  prior: { date: string; amount: number };
}

const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
export const addDays = (date: string, days: number): string => iso(Date.parse(date) + days * DAY);

const phone = (r: Random, foreign: boolean): string =>
  foreign
    ? r.fill('98########')
    : r.fill(`${r.int(2, 9)}${r.pick(['0', '1', '2', '4', '5', '6', '7'])}#555####`);

function party(r: Random, near: Address | undefined, foreign: boolean, firm: boolean): Party {
  const who = person(r);
  const name = firm ? business(r) : fullName(who);
  return {
    person: who,
    firm: firm ? name : null,
    name,
    phone: phone(r, foreign),
    email: emailFor(r, who.first, who.last),
    address: address(r, near, foreign),
  };
}

const PROPERTY = {
  homeowners: [
    'single-family house',
    'two-story home',
    'dwelling',
    'ranch house',
    'residential property',
    'townhouse',
    'cottage',
    'brick bungalow',
    'duplex',
  ],
  renters: [
    'apartment contents',
    'household contents',
    'personal property',
    'rented apartment',
    'studio contents',
  ],
  commercial_property: [
    'retail store',
    'warehouse',
    'restaurant premises',
    'office building',
    'machine shop',
    'bakery building',
    'storage facility',
    'church building',
  ],
  general_liability: [
    'store premises',
    'business premises',
    'restaurant premises',
    'parking facility',
    'gym premises',
  ],
} as const;

const EXCLUSIONS = {
  auto: [
    'racing or speed contest exclusion',
    'exclusion for use as a public livery',
    'intentional acts exclusion',
    'wear and tear exclusion',
    'custom equipment exclusion',
    'unlisted driver exclusion',
    'mechanical breakdown exclusion',
  ],
  property: [
    'wear and tear exclusion',
    'surface water exclusion',
    'gradual seepage exclusion',
    'earth movement exclusion',
    'vacancy exclusion',
    'mold exclusion',
    'faulty workmanship exclusion',
    'business property exclusion',
  ],
  liability: [
    'expected or intended injury exclusion',
    'liquor liability exclusion',
    'professional services exclusion',
    'contractual liability exclusion',
  ],
};

export const drawExclusion = (
  r: Random,
  line: Scenario['line'],
  scope: 'all' | 'part',
): NonNullable<Facts['exclusion']> => ({ text: r.pick(EXCLUSIONS[line]), scope });

/** The facts of a claim; `wanted` leaves only some of the scenarios. */
export function drawFacts(r: Random, wanted: (scenario: Scenario) => boolean = () => true): Facts {
  const foreign = r.chance(0.07);
  const scenarios = SCENARIOS.filter(wanted);
  const lines = (['auto', 'auto', 'auto', 'property', 'property', 'liability'] as const).filter((one) =>
    scenarios.some((scenario) => scenario.line === one),
  );
  const line = r.pick(lines);
  const fitting = scenarios.filter((one) => one.line === line);
  // Collisions fill most of the automobile scenarios; the other types must be learnt too.
  const types = [...new Set(fitting.map((one) => one.type))];
  const type = r.chance(0.45) && types.includes('collision') ? 'collision' : r.pick(types);
  const scenario = r.pick(fitting.filter((one) => one.type === type));
  const firm = line === 'liability' ? r.chance(0.85) : r.chance(line === 'auto' ? 0.15 : 0.2);
  const policyType =
    line === 'auto'
      ? firm
        ? 'commercial_auto'
        : 'personal_auto'
      : line === 'liability'
        ? firm
          ? 'general_liability'
          : 'homeowners'
        : firm
          ? 'commercial_property'
          : r.pick(['homeowners', 'homeowners', 'renters'] as const);
  const insured = party(r, undefined, foreign, firm);
  const lossMs = Date.UTC(2021, 0, 1) + r.int(0, 2130) * DAY;
  const lossDate = iso(lossMs);
  const outside = r.chance(0.1);
  const term = r.pick([365, 365, 364, 181, 183]);
  const started = outside
    ? r.chance(0.5)
      ? lossMs + r.int(1, 90) * DAY
      : lossMs - (term + r.int(1, 120)) * DAY
    : lossMs - r.int(0, term) * DAY;
  const effective = iso(started);
  const v = vehicle(r);
  const damage = damageItems(r, scenario);
  const parts = costs(r, damage.length, line === 'auto' ? 1 : r.pick([1, 1, 1, 3, 20]));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const hasOthers = scenario.others !== 'none';
  const others: Facts['others'] = hasOthers
    ? r.chance(0.72)
      ? 'listed'
      : r.pick(['unknown', 'silent'])
    : r.pick(['none', 'none', 'silent']);
  const otherCount =
    others !== 'listed'
      ? 0
      : /chain|second/.test(scenario.what.join())
        ? r.int(1, 3)
        : r.chance(0.15)
          ? 2
          : 1;
  const role = scenario.others === 'injured' ? 'injured' : scenario.others === 'owner' ? 'owner' : 'driver';
  const otherParties = Array.from({ length: Math.max(otherCount, 1) }, () =>
    otherParty(r, insured, foreign, role),
  );
  const place =
    line === 'auto'
      ? lossPlace(r, insured.address, true)
      : r.chance(0.6)
        ? insured.address
        : lossPlace(r, insured.address, false);
  const exclusion = r.chance(0.13) ? drawExclusion(r, line, r.pick(['all', 'part'] as const)) : null;
  const findingRoll = r.next();
  return {
    foreign,
    insurer: insurer(r),
    insured,
    dob: iso(Date.UTC(1938, 0, 1) + r.int(0, 24_000) * DAY),
    policyNumber: policyNumber(r),
    policyType,
    effective,
    expiration: addDays(effective, term),
    claimNumber: r.fill(
      r.pick(['CLM######', 'CL-####-#####', '##-#######', 'C#########', '@@-##-####', 'FNOL-######']),
    ),
    lossDate,
    lossTime: time(r),
    scenario,
    place,
    room: r.pick(ROOMS),
    street:
      place.street.length < 40 && !/\d{2}|Near|lot|Flat/i.test(place.street)
        ? place.street
        : foreign
          ? 'the ring road'
          : street(r),
    vehicle: v,
    item: line === 'auto' ? '' : r.pick(PROPERTY[policyType as keyof typeof PROPERTY]),
    damage,
    damageText: damageText(r, damage, line),
    parts,
    total,
    earlier: Math.max(100, Math.round((total * r.int(40, 95)) / 100)),
    deductible: r.pick([0, 100, 250, 500, 500, 1000, 1000, 1500, 2500, 5000]) * 100,
    injuries: injuriesOf(r, scenario.type),
    injury: injuryOf(r, scenario, damage),
    others,
    otherParties,
    police:
      scenario.line === 'auto' || scenario.type === 'theft' || scenario.type === 'vandalism'
        ? r.pick(['number', 'number', 'said', 'none'])
        : r.pick(['none', 'none', 'number']),
    policeNumber: r.fill(
      r.pick([
        '@@@-####-#####',
        '##-######',
        '@@-########',
        '####-####',
        '@@@@##-###',
        '@#####',
        '##@@#####',
        '@@@ #####',
        '##-@@@-####',
        '20##/#####',
        '@@20##-###',
        'CR-##-#####',
        '####.####',
      ]),
    ),
    department: `${city(r)} ${r.pick(['Police Department', 'PD', "Sheriff's Office", 'Police', 'Dept. of Public Safety', 'State Patrol'])}`,
    officer: person(r),
    reported: addDays(lossDate, r.pick([0, 0, 1, 1, 2, 3, 5, 8, 12, 21])),
    exclusion,
    disputed: scenario.others === 'driver' && others === 'listed' && r.chance(0.22),
    finding:
      findingRoll < 0.25
        ? r.pick(['covered', 'covered', 'partially_covered', 'not_covered', 'needs_investigation'] as const)
        : null,
    otherLossDate: r.chance(0.1) ? addDays(lossDate, r.pick([-7, -2, -1, 1, 2, 10])) : null,
    agent: party(r, insured.address, foreign, false),
    agency: `${stem(r)} ${r.pick(['Insurance Agency', 'Agency', 'Insurance Services', 'Brokers', 'Risk Partners'])}`,
    adjuster: person(r),
    shop: {
      name: `${stem(r)} ${r.pick(line === 'auto' ? ['Auto Body', 'Collision Center', 'Body Works', 'Auto Repair', 'Paint & Body'] : ['Restoration', 'Contractors', 'Roofing', 'Builders', 'Property Repair'])}`,
      address: address(r, insured.address, foreign),
      phone: phone(r, foreign),
    },
    witness: party(r, insured.address, foreign, false),
    prior: { date: addDays(lossDate, -r.int(200, 1900)), amount: r.int(300, 9_000) * 100 },
  };
}

export function otherParty(r: Random, insured: Party, foreign: boolean, role: Other['role']): Other {
  const mayBeFirm = role === 'driver' || role === 'owner';
  return {
    ...party(r, insured.address, foreign, mayBeFirm && r.chance(role === 'owner' ? 0.3 : 0.1)),
    role,
    vehicle: vehicle(r),
    carrier: insurer(r),
    policy: policyNumber(r),
    estimate: r.int(300, 15_000) * 100,
  };
}

/** What each damaged part costs, in cents. */
export const costs = (r: Random, parts: number, scale: number): number[] =>
  Array.from({ length: parts }, () => scale * (r.chance(0.4) ? r.int(1, 80) * 5_000 : r.int(3_000, 700_000)));

const HURTS = [
  'neck pain',
  'a bruised shoulder',
  'lower back pain',
  'a sprained wrist',
  'whiplash',
  'minor cuts',
  'a concussion',
  'chest soreness',
  'a cut above the eye',
  'a twisted knee',
  'bruising from the seat belt',
  'headaches and dizziness',
];
const BURNS = ['smoke inhalation', 'a burned hand', 'minor burns', 'a cough from the smoke'];
const AT_HOME = ['a cut hand', 'a sprained ankle', 'a bruised knee', 'a strained back', 'a cut foot'];

/** What the hurt person has; of a claim for an injury, the injury that is claimed. */
function injuryOf(r: Random, { type, line }: Scenario, damage: readonly DamageItem[]): string {
  if (type === 'liability_injury') return (damage[0]?.part ?? '').replace(/^(?!lower)/, 'a ');
  return r.pick(type === 'fire' ? BURNS : line === 'auto' ? HURTS : AT_HOME);
}

/** Whoever was away when it happened is rarely hurt by it. */
function injuriesOf(r: Random, type: Scenario['type']): Facts['injuries'] {
  if (type === 'liability_injury') return 'stated';
  const near = type === 'collision' || type === 'fire';
  return r.chance(near ? 0.35 : 0.08) ? 'stated' : r.pick(['denied', 'denied', 'silent']);
}

const POLICY_SHAPES = [
  '@@-####-#####',
  'POL-####-######',
  'POL######',
  '@@@######',
  '##-@@-#####',
  'PA-####-####',
  'AUTO-####-######',
  'HO#-#######',
  '@@ ## #### ##',
  '##########',
];

/** A known shape, or groups of letters and digits put together anew. */
export function policyNumber(r: Random): string {
  if (r.chance(0.4)) return r.fill(r.pick(POLICY_SHAPES));
  const separator = r.pick(['-', '-', '', ' ', '/', '.']);
  const groups = Array.from({ length: r.int(2, 4) }, (_, index) =>
    index === 0 && r.chance(0.6)
      ? '@'.repeat(r.int(1, 4))
      : r.chance(0.2)
        ? r.pick(['@#', '#@', '##@', '@##@', '@@#', '#@##'])
        : '#'.repeat(r.int(2, 6)),
  );
  // Enough digits that it is no other thing.
  return r.fill([...groups, '#'.repeat(r.int(3, 5))].join(separator));
}

function time(r: Random): string {
  const roll = r.next();
  const hour = roll < 0.06 ? 12 : roll < 0.08 ? 0 : r.int(0, 23);
  const minute = r.chance(0.55) ? r.pick([0, 15, 30, 45]) : r.int(0, 59);
  return `${String(hour).padStart(2, '0')}:${String(roll < 0.08 ? 0 : minute).padStart(2, '0')}`;
}
