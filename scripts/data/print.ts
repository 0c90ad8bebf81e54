/** Printed forms of values. */
import type { Claim } from '../../shared/claim-fields.ts';
import { type Address, fullName, type Person } from './people.ts';
import type { Random } from './random.ts';

export interface PrintStyle {
  date: DateForm;
  time: number;
  money: number;
  currency: string;
  phone: number;
  name: NameForm;
}

type NameForm = 'plain' | 'last-first' | 'honorific' | 'short';
export type DateForm = (typeof DATES)[number];

const DATES = [
  'm/d/y',
  'mm/dd/yyyy',
  'mm/dd/yyyy',
  'mm/dd/yyyy',
  'mm-dd-yyyy',
  'iso',
  'iso',
  'long',
  'long',
  'short',
  'day-month',
  'mm/dd/yy',
  'ordinal',
  'dd-mon',
] as const;
const FOREIGN_DATES = [
  'dd/mm/yyyy',
  'dd/mm/yyyy',
  'dd-mm-yyyy',
  'dd.mm.yyyy',
  'day-month',
  'dd-mon',
] as const;
const CURRENCIES: Record<string, string[]> = {
  India: ['₹', 'Rs. ', 'INR '],
  'United Kingdom': ['£', 'GBP '],
  Ireland: ['€', 'EUR '],
  Australia: ['$', 'A$'],
};
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function drawStyle(r: Random, country: string): PrintStyle {
  const foreign = country !== '';
  return {
    date: (foreign ? r.pick(FOREIGN_DATES) : r.chance(0.015) ? 'dd/mm/yyyy' : r.pick(DATES)) as DateForm,
    time: r.int(0, 8),
    money: r.int(0, 6),
    currency: r.pick(CURRENCIES[country] ?? ['$']),
    phone: r.int(0, foreign ? 6 : 10),
    name: r.pick(['plain', 'plain', 'plain', 'plain', 'plain', 'last-first', 'honorific', 'short']),
  };
}

/** Forms that put the day first in figures, which a document must prove elsewhere. */
export const isDayFirst = (form: string): boolean =>
  form.startsWith('dd/') || form === 'dd-mm-yyyy' || form === 'dd.mm.yyyy';

export function date(iso: string, form: string): string {
  const [year = '', mm = '', dd = ''] = iso.split('-');
  const [m, d] = [Number(mm), Number(dd)];
  const month = MONTHS[m - 1] ?? '';
  switch (form) {
    case 'm/d/y':
      return `${m}/${d}/${year}`;
    case 'mm/dd/yyyy':
      return `${mm}/${dd}/${year}`;
    case 'mm-dd-yyyy':
      return `${mm}-${dd}-${year}`;
    case 'mm/dd/yy':
      // A birth date of two digits leaves its century open.
      return Number(year) >= 2016 ? `${mm}/${dd}/${year.slice(2)}` : `${mm}/${dd}/${year}`;
    case 'long':
      return `${month} ${d}, ${year}`;
    case 'short':
      return `${month.slice(0, 3)} ${d}, ${year}`;
    case 'ordinal':
      return `${month} ${d}${ordinal(d)}, ${year}`;
    case 'day-month':
      return `${d} ${month} ${year}`;
    case 'dd-mon':
      return `${dd}-${month.slice(0, 3)}-${year}`;
    case 'dd/mm/yyyy':
      return `${dd}/${mm}/${year}`;
    case 'dd-mm-yyyy':
      return `${dd}-${mm}-${year}`;
    case 'dd.mm.yyyy':
      return `${dd}.${mm}.${year}`;
    default:
      return iso;
  }
}

const ordinal = (day: number): string =>
  day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');

export function time(clock: string, form: number): string {
  const [hh = '', mm = ''] = clock.split(':');
  const hour = Number(hh);
  const half = hour < 12 ? 'AM' : 'PM';
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  if (clock === '12:00' && form % 2 === 0) return form === 0 ? '12:00 noon' : 'noon';
  if (clock === '00:00' && form % 2 === 0) return 'midnight';
  if (mm === '00' && form === 3) return `${twelve} ${half}`;
  switch (form) {
    case 0:
    case 1:
    case 3:
      return `${twelve}:${mm} ${half}`;
    case 2:
      return `${String(twelve).padStart(2, '0')}:${mm} ${half}`;
    case 4:
      return `${twelve}:${mm}${half.toLowerCase()}`;
    case 5:
      return `${twelve}:${mm} ${half === 'AM' ? 'a.m.' : 'p.m.'}`;
    case 6:
      return `${hh}${mm} hrs`;
    case 7:
      return `${hh}${mm} hours`;
    default:
      return clock;
  }
}

export function money(cents: number, form: number, currency = '$'): string {
  const whole = Math.floor(cents / 100);
  const rest = String(cents % 100).padStart(2, '0');
  const grouped = whole.toLocaleString('en-US');
  const round = cents % 100 === 0;
  if (!round && form === 5 && currency === '$') return `USD ${grouped}.${rest}`;
  if (!round)
    return form === 4 && currency === '$' ? `$${grouped}.${rest} USD` : `${currency}${grouped}.${rest}`;
  switch (form) {
    case 0:
    case 1:
      return `${currency}${grouped}.00`;
    case 2:
      return `${currency}${grouped}`;
    case 3:
      return `${currency}${whole}`;
    case 4:
      return currency === '$' ? `$${grouped}.00 USD` : `${currency}${grouped}`;
    case 5:
      return currency === '$' ? `USD ${grouped}.00` : `${currency}${grouped}.00`;
    default:
      return String(whole);
  }
}

export function phone(digits: string, form: number): string {
  const [a, b, c] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return (
    [
      `(${a}) ${b}-${c}`,
      `(${a}) ${b}-${c}`,
      `${a}-${b}-${c}`,
      `${a}.${b}.${c}`,
      `+1 ${a} ${b} ${c}`,
      `+1-${a}-${b}-${c}`,
      digits,
      `(${a})${b}-${c}`,
      `${a} ${b} ${c}`,
      `1-${a}-${b}-${c}`,
      `+1 (${a}) ${b}-${c}`,
    ][form] ?? digits
  );
}

export function personName(p: Person, form: NameForm): string {
  if (form === 'honorific') return `${p.honorific} ${fullName(p)}`;
  if (form === 'last-first' && p.suffix === '')
    return `${p.last}, ${[p.first, p.middle].filter(Boolean).join(' ')}`;
  return fullName(p);
}

/** A place of loss on one line. */
export const place = (a: Address): string =>
  [a.street, a.city, [a.state, a.zip].filter(Boolean).join(' '), a.country].filter(Boolean).join(', ');

export const POLICY_WORDS: Record<NonNullable<Claim['policy_type']>, string[]> = {
  personal_auto: [
    'Personal Auto',
    'Personal Automobile',
    'Private Passenger Auto',
    'Auto',
    'PERSONAL AUTO',
    'Auto Insurance',
    'Personal auto policy',
  ],
  commercial_auto: [
    'Commercial Auto',
    'Business Auto',
    'Commercial Automobile',
    'COMMERCIAL AUTO',
    'Business Automobile',
    'Commercial Vehicle',
  ],
  homeowners: [
    'Homeowners',
    "Homeowner's",
    'HO-3 Homeowners',
    'HOMEOWNERS',
    'Home Insurance',
    'Homeowners HO-5',
  ],
  renters: ['Renters', "Renter's Insurance", 'HO-4 Renters', 'RENTERS', "Tenant's Contents"],
  commercial_property: [
    'Commercial Property',
    'Business Owners Policy',
    'BOP',
    'COMMERCIAL PROPERTY',
    'Commercial Package',
    'Businessowners',
  ],
  general_liability: [
    'General Liability',
    'Commercial General Liability',
    'CGL',
    'GENERAL LIABILITY',
    'Premises Liability',
  ],
};

export const FINDING_WORDS: Record<NonNullable<Claim['coverage_determination']>, string[]> = {
  covered: [
    'Covered',
    'Loss is covered',
    'Coverage confirmed',
    'Coverage applies',
    'Coverage verified, claim approved',
    'Approved',
    'We accept coverage for this loss',
    'The loss falls within the policy',
    'Payment is recommended in full',
    'No coverage issues, pay the loss',
  ],
  partially_covered: [
    'Partially covered',
    'Covered in part',
    'Partial coverage',
    'Partially approved',
    'Accepted in part, the rest is declined',
    'Payment is recommended less the excluded items',
    'Coverage applies to some of the damage only',
  ],
  not_covered: [
    'Not covered',
    'Coverage denied',
    'No coverage',
    'Claim denied',
    'Denied',
    'We are unable to accept this claim',
    'The policy does not respond to this loss',
    'Declined',
    'This loss is outside of the coverage',
  ],
  needs_investigation: [
    'Needs further investigation',
    'Under investigation',
    'Referred to SIU',
    'Reservation of rights, pending investigation',
    'Pending investigation',
    'Decision deferred until the inquiry is complete',
    'Coverage question open, file sent to special investigations',
    'Cannot be determined yet, further inquiry needed',
  ],
};

export const injuryWords = (r: Random, hurt: boolean, injury: string): string =>
  hurt
    ? r.pick([
        `One person was hurt and complained of ${injury}.`,
        `There was an injury: ${injury}.`,
        `Injuries were reported, namely ${injury}.`,
        `Someone suffered ${injury} and was taken to the hospital.`,
        `Treatment was needed for ${injury}.`,
        `Paramedics treated ${injury} at the scene.`,
        `Afterwards there was ${injury}, for which a doctor was seen.`,
        `One occupant reported ${injury} and was taken by ambulance to a clinic.`,
        `Injuries: ${injury}.`,
      ])
    : r.pick([
        'No injuries were reported.',
        'Nobody was hurt.',
        'No one was injured.',
        'There were no injuries.',
        'Everyone was unhurt.',
        'No injuries.',
        'Nobody was injured in the incident.',
        'No injuries reported at the scene.',
        'All persons were uninjured.',
        'There was no bodily injury.',
      ]);

export const exclusionWords = (r: Random, text: string, scope: 'all' | 'part'): string =>
  scope === 'all'
    ? r.pick([
        `The ${text} applies to the entire loss.`,
        `The whole of this loss falls under the ${text}.`,
        `Policy review: ${text} bars the claim in full.`,
        `The ${text} of the policy applies to all of the damage claimed.`,
      ])
    : r.pick([
        `The ${text} applies to part of the loss; the remainder is not affected.`,
        `Some of the damage falls under the ${text}.`,
        `Policy review: ${text} applies to a portion of the damage only.`,
        `Part of what is claimed comes within the ${text}.`,
      ]);

export const disputeWords = (r: Random): string =>
  r.pick([
    'Each driver blames the other for the collision.',
    'Fault is disputed.',
    'The other driver denies responsibility and gives a different account.',
    'Liability is contested by the other party.',
    'The two drivers give conflicting accounts of who had the right of way.',
    'The other party disputes fault.',
  ]);
