/** What stands before and after the paragraphs: who writes, to whom, about what, and how they sign. */
import { wrap } from '../marks.ts';
import { business, city, firstName, fullName, lastName, oneLineAddress, person, street } from '../people.ts';
import { kept } from './hands-prose-compose.ts';
import { risen, type Speaker, type Teller } from './hands-prose-teller.ts';
import type { FieldSlot } from './hands-prose-values.ts';

export interface Writer {
  name: string;
  /** Lines under the name. */
  office: string[];
}

const KIN = ['for the family', 'on behalf of {name}', 'writing for {name}', ''];

export function writerOf(teller: Teller): Writer {
  const { kit } = teller;
  const { f, r } = kit;
  const own = r.chance(0.5) ? [`Tel. ${kit.tel(f.witness.phone)}`] : [];
  switch (teller.speaker) {
    case 'self':
      return f.insured.firm === null
        ? { name: f.insured.name, office: [] }
        : {
            name: fullName(f.insured.person),
            office: [
              r.pick(['Office manager', 'Owner', 'Operations', 'Bookkeeping', 'Fleet desk']),
              f.insured.firm,
            ],
          };
    case 'kin':
      return {
        name: `${firstName(r)} ${f.insured.person.last}`,
        office: kept([r.pick(KIN).replace('{name}', f.insured.name)]),
      };
    case 'agent':
      return {
        name: f.agent.name,
        office: [
          f.agency,
          `${kit.tel(f.agent.phone)}${r.chance(0.5) ? ` | ${f.agent.email}` : ''}`,
          ...(r.chance(0.4) ? [oneLineAddress(f.agent.address)] : []),
        ],
      };
    case 'counsel':
      return {
        name: `${fullName(person(r))}, Esq.`,
        office: [
          `${lastName(r)}, ${lastName(r)} & ${lastName(r)} ${r.pick(['LLP', 'P.C.', 'PLLC'])}`,
          `${r.int(10, 990)} ${street(r)}, ${city(r)}`,
          kit.tel(f.witness.phone),
        ],
      };
    case 'employer':
      return {
        name: fullName(person(r)),
        office: [r.pick(['Human Resources', 'Payroll', 'Staff office', 'Dispatch']), business(r), ...own],
      };
    case 'manager':
      return {
        name: f.witness.name,
        office: [
          `${lastName(r)} ${r.pick(['Property Management', 'Residential', 'Realty Services'])}`,
          ...own,
        ],
      };
    default:
      return {
        name: fullName(person(r)),
        office: [f.shop.name, oneLineAddress(f.shop.address), kit.tel(f.shop.phone)],
      };
  }
}

const OPENINGS: Readonly<Record<Speaker, readonly string[]>> = {
  self: [
    'My name is {name} and I need your help with a claim.',
    '{name} is my name, and I am not one to write letters, so bear with me.',
    'You have had {name} on your books for a while; now there is something to report.',
    'Good day, this is from {name}.',
    'I, {name}, am reporting a loss.',
  ],
  kin: [
    'I am writing for {who}, {name}, who [does not like to type|hates forms|does not see well|asked me to].',
    '{who}, {name}, is insured with you and has asked me to put this on paper.',
    'This is about {who}. The name on the policy is {name}.',
  ],
  agent: [
    'Please set up a claim for {name}.',
    '{name} came by our office [this week|today] to report the following.',
    'New one for you, {name}.',
    'We write the account of {name} and pass this on for them.',
  ],
  counsel: [
    'This firm has been retained by {name} in connection with the loss described below.',
    'Please be advised that we represent {name}, the policyholder.',
    'We act for {name}. Direct all further contact to this office.',
  ],
  manager: [
    'We look after the building and write for {name}, who is your policyholder.',
    '{name} has asked our office to report a loss.',
    'As managing agents we report on behalf of {name}, insured with you.',
  ],
  employer: [
    '{name} works for us and asked the office to send this in.',
    'We are writing for a member of our staff, {name}, whose policy is with you.',
    'This concerns {name}, who is employed here and insured by you.',
  ],
  outsider: [
    'We were called out by {name}, your customer.',
    'Please find below our findings in the matter of your policyholder {name}.',
    '{name} asked us to send this to you directly.',
  ],
};
const FIRM_OPENINGS: readonly string[] = [
  'I write for {name}, your policyholder.',
  '{name} has to report a loss.',
  'We at {name} have something to report.',
];

/** The sentence that says whose claim it is. */
export function opening(teller: Teller): string {
  const { f, r } = teller.kit;
  const firm = teller.speaker === 'self' && f.insured.firm !== null;
  const text = teller.say(r.pick(firm ? FIRM_OPENINGS : OPENINGS[teller.speaker]), {
    name: teller.kit.claimant('plain'),
  });
  return risen(text);
}

const GREETINGS = [
  'To the people at {insurer},',
  'Dear friends at {insurer},',
  'Dear {handler},',
  'Hello {adjuster},',
  'Attention claims:',
  'Dear Madam or Sir,',
  'Good afternoon,',
  'To whoever opens the mail:',
  'Hi team,',
  'Gentlepersons:',
];
export const greeting = (teller: Teller): string => teller.say(teller.kit.r.pick(GREETINGS));
const GOODBYES = [
  'Yours,',
  'With kind regards',
  'Many thanks and best wishes,',
  'Very truly yours,',
  'Take care,',
  'Hoping to hear from you soon,',
  'Respectfully submitted,',
  'Yours faithfully,',
  'Best regards',
  'Thanks!',
];
export const goodbye = (teller: Teller): string => teller.kit.r.pick(GOODBYES);

/** The claimant's name and whatever of the ways to reach the claimant is not said yet. */
export function signature(teller: Teller): string[] {
  const { kit } = teller;
  const { f, r } = kit;
  const phone = teller.value('phone');
  const email = teller.value('email');
  const home = teller.can('address')
    ? r.chance(0.6)
      ? kit.addressLines()
      : kept([teller.value('address')])
    : [];
  const ways = r.shuffle([
    ...(phone === null ? [] : [`${r.pick(['', '', 'Tel. ', 'Cell: ', 'c. ', 'ph '])}${phone}`]),
    ...(email === null ? [] : [email]),
  ]);
  const lines = r.chance(0.25) && ways.length > 1 ? [ways.join(r.pick([' / ', ' * ', ' | ', ', ']))] : ways;
  const writer = writerOf(teller);
  const who =
    f.insured.firm === null
      ? [kit.claimant('plain')]
      : [writer.name, writer.office[0] ?? '', kit.claimant('plain')];
  return [...who, ...(r.chance(0.5) ? [...home, ...lines] : [...lines, ...home])];
}

/** How the writer signs, with the ways to reach the claimant where those are somebody else's. */
export function signed(teller: Teller): string[] {
  if (teller.speaker === 'self') return signature(teller);
  const { name, office } = writerOf(teller);
  return [name, ...office];
}

const RE: Readonly<Record<string, readonly string[]>> = {
  name: ['Insured', 'Policyholder', 'Our client', 'Your insured', 'In the matter of', 'Name on policy'],
  policy: ['Policy', 'Policy no.', 'Contract', 'Pol. #', 'Your policy', 'Certificate'],
  date: ['Date of loss', 'D.O.L.', 'Loss of', 'Occurrence date', 'Event of', 'Day of the loss'],
  line: ['Type of cover', 'Line', 'Class'],
  place: ['Loss location', 'Place of loss', 'Premises / place', 'Where'],
  amount: ['Amount claimed', 'Sum in question', 'Estimate', 'Our figure'],
  item: ['Insured item', 'Re property', 'Unit / property', 'Object'],
  reported: ['First notice given', 'Reported to you', 'Notified'],
  deductible: ['Deductible', 'Retention'],
};

/** The lines over a letter that say what it refers to. */
export function reference(teller: Teller, slots: readonly FieldSlot[]): string[] {
  const { kit } = teller;
  const { r, f } = kit;
  const rows = slots.flatMap((slot): [string, string][] => {
    const value = slot === 'name' ? kit.claimant('plain') : teller.value(slot);
    return value === null ? [] : [[r.pick(RE[slot] ?? [slot]), value]];
  });
  if (r.chance(0.6))
    rows.splice(r.int(0, rows.length), 0, [
      r.pick(['Your file', 'Claim', 'Claim no.', 'Our matter']),
      f.claimNumber,
    ]);
  const form = r.int(0, 3);
  const head = r.pick(['Re:', 'RE:', 'Subject:', 'Reference:', 'In re:']);
  if (form === 0)
    return [`${head} ${rows.map(([label, value]) => `${label} ${value}`).join(r.pick([', ', '; ', ' / ']))}`];
  if (form === 1)
    return rows.map(
      ([label, value], at) => `${at === 0 ? head : ' '.repeat(head.length)} ${label}: ${value}`,
    );
  if (form === 2)
    return [
      head,
      ...rows.map(([label, value]) => `    ${label} ${'.'.repeat(Math.max(2, 22 - label.length))} ${value}`),
    ];
  return rows.map(([label, value]) => `${label.toUpperCase()}: ${value}`);
}

export const columns = (teller: Teller): number => teller.kit.r.pick([62, 74, 86, 98, 10_000, 10_000]);
export const set = (paragraphs: readonly string[], width: number): string[] =>
  paragraphs.flatMap((text) => [wrap(text, width), '']);
