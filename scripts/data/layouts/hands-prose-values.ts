/** Values as people write them in running text: days, hours, sums and places in more forms than a form has. */
import type { FieldKey } from '../../../shared/claim-fields.ts';
import { addDays } from '../facts.ts';
import type { Kit } from '../kit.ts';
import { city, fullName, oneLineAddress, vehicleText } from '../people.ts';
import * as print from '../print.ts';
import { day, hour, sum } from './hands-prose-printed.ts';

const KEYS = {
  name: 'claimant_name',
  dob: 'claimant_dob',
  phone: 'claimant_phone',
  email: 'claimant_email',
  address: 'claimant_address',
  policy: 'policy_number',
  line: 'policy_type',
  from: 'policy_effective_date',
  to: 'policy_expiration_date',
  date: 'incident_date',
  time: 'incident_time',
  place: 'incident_location',
  atplace: 'incident_location',
  item: 'insured_item',
  aitem: 'insured_item',
  clause: 'damage_description',
  list: 'damage_description',
  damage: 'damage_description',
  amount: 'estimated_amount',
  deductible: 'deductible_amount',
  reported: 'reported_date',
  police: 'police_report_number',
  others: 'third_parties',
} as const satisfies Record<string, FieldKey>;
export type FieldSlot = keyof typeof KEYS;
export const isField = (slot: string): slot is FieldSlot => slot in KEYS;

/** Whether the claim has what the slot stands for and nothing stated it before. */
export function stateable(kit: Kit, slot: string): boolean {
  const { f } = kit;
  const auto = f.scenario.line === 'auto';
  const key = KEYS[slot as FieldSlot];
  if (key !== undefined && (kit.absent.has(key) || kit.truth[key] !== undefined)) return false;
  switch (slot) {
    case 'item':
    case 'aitem':
      return !kit.vagueItem;
    case 'others':
      return f.others === 'listed';
    case 'police':
      return f.police === 'number';
    case 'clause':
    case 'list':
      return shapeOf(kit) === slot;
    case 'earlier':
      return kit.has('estimated_amount') && kit.truth.earlier_amount === undefined;
    case 'shop':
    case 'shopphone':
      return f.scenario.line !== 'liability';
    case 'plate':
    case 'vin':
      return auto && !kit.vagueItem;
    case 'othercar':
    case 'aothercar':
    case 'otherpolicy':
    case 'othercarrier':
    case 'otherestimate':
      return auto && f.others === 'listed' && f.scenario.others !== 'none';
    case 'otherphone':
      return f.others === 'listed';
    default:
      return true;
  }
}

/** How the damage is worded: a clause ("the hood is bent"), a list of nouns, or any other way. */
export function shapeOf(kit: Kit): 'clause' | 'list' | 'damage' {
  return shapes.get(kit) ?? 'damage';
}
const shapes = new WeakMap<Kit, 'clause' | 'list'>();
export const setShape = (kit: Kit, shape: 'clause' | 'list'): void => void shapes.set(kit, shape);

const LINES: Readonly<Record<Kit['f']['policyType'], readonly string[]>> = {
  personal_auto: [
    'personal auto',
    'car insurance',
    'automobile insurance',
    'personal automobile',
    'auto insurance',
  ],
  commercial_auto: [
    'business auto',
    'fleet insurance',
    'commercial vehicle cover',
    'commercial truck insurance',
  ],
  homeowners: ['homeowners', 'home insurance', 'HO-3', "home owner's cover", 'homeowner insurance'],
  renters: ['renters', "tenant's insurance", 'HO-4', "renter's insurance", 'apartment renters cover'],
  commercial_property: ['commercial property', 'business property cover', 'commercial building insurance'],
  general_liability: ['general liability', 'CGL', 'public liability'],
};

export function printed(kit: Kit, slot: FieldSlot): string | null {
  const { f, r } = kit;
  switch (slot) {
    case 'name':
      return kit.claimant('plain');
    case 'line':
      return kit.mark('policy_type', r.pick(LINES[f.policyType]), f.policyType);
    case 'dob':
      return kit.mark('claimant_dob', day(kit, f.dob, true), f.dob);
    case 'from':
      return kit.mark('policy_effective_date', day(kit, f.effective), f.effective);
    case 'to':
      return kit.mark('policy_expiration_date', day(kit, f.expiration), f.expiration);
    case 'date':
      return kit.mark('incident_date', day(kit, f.lossDate), f.lossDate);
    case 'reported':
      return kit.mark('reported_date', day(kit, f.reported), f.reported);
    case 'time':
      return kit.mark('incident_time', hour(kit), f.lossTime);
    case 'place':
      return located(kit);
    case 'atplace': {
      const { street } = f.place;
      const before = /^(?:near|outside|in front|behind|under|opposite)/i.test(street)
        ? ''
        : /^(?:I-|Interstate|US-|Highway|State Route|County Road|Route)/.test(street)
          ? 'on '
          : 'at ';
      return before + located(kit);
    }
    case 'aitem':
      return article(f.item) + (kit.item() ?? '');
    case 'clause':
    case 'list':
      return kit.damage(true);
    case 'damage':
      return kit.damage();
    case 'amount':
      return kit.mark('estimated_amount', sum(kit, f.total), f.total / 100);
    case 'deductible':
      return kit.mark('deductible_amount', sum(kit, f.deductible), f.deductible / 100);
    case 'police':
      return kit.policeNumber();
    case 'others':
      return kit.others()?.join(f.otherParties.length > 2 ? ', ' : ' and ') ?? null;
    default:
      return kit[slot]();
  }
}

const article = (item: string): string =>
  /^(?:.*\b(?:contents|belongings|things|goods|property|premises|grounds)|personal\b.*)$/i.test(item)
    ? ''
    : /^(?:8|11\b|18\b|[aeiou])/i.test(item)
      ? 'an '
      : 'a ';

function located(kit: Kit): string {
  const { r, f } = kit;
  const at = f.place;
  const street = at.street.replace(
    /^(?:Near|Outside|In front|Behind|Intersection|Corner|Parking|Lot|Drive)\b/,
    (word) => (/^(?:near|outside|in|behind)/i.test(word) ? '' : 'the ') + word.toLowerCase(),
  );
  const whole = print.place({ ...at, street });
  const text =
    at.country !== '' || at.state === '' || r.chance(0.5)
      ? whole
      : r.pick([
          `${street} in ${at.city}, ${at.state}`,
          `${street}, ${at.city}`,
          `${street}, ${at.city} ${at.state}`,
          `${street} in ${at.city}`,
        ]);
  return kit.mark('incident_location', text, text);
}

/** What is said beside the claim: other people, other days, other sums. */
export function aside(kit: Kit, key: string): string {
  const { r, f } = kit;
  const other = f.otherParties[0];
  switch (key) {
    case 'n':
      return String(r.int(2, 14));
    case 'street':
    case 'room':
    case 'insurer':
    case 'agency':
    case 'department':
    case 'injury':
      return f[key];
    case 'agent':
    case 'witness':
      return f[key].name;
    case 'agentphone':
      return kit.tel(f.agent.phone);
    case 'witnessphone':
      return kit.tel(f.witness.phone);
    case 'adjuster':
      return fullName(f.adjuster);
    case 'handler':
      return `${f.adjuster.honorific} ${f.adjuster.last}`;
    case 'shop':
      return f.shop.name;
    case 'shopphone':
      return kit.tel(f.shop.phone);
    case 'shopaddress':
      return oneLineAddress(f.shop.address);
    case 'claim':
      return f.claimNumber;
    case 'earlier':
      return kit.earlier();
    case 'priordate':
      return day(kit, f.prior.date);
    case 'prioramount':
      return sum(kit, f.prior.amount);
    case 'small':
      return sum(kit, r.int(15, 420) * 100);
    case 'soon':
      return day(kit, addDays(f.reported, r.int(4, 25)));
    case 'plate':
    case 'vin':
      return f.vehicle[key];
    case 'town':
      return city(r);
    case 'othercar':
      return other ? vehicleText(other.vehicle) : '';
    case 'aothercar':
      return other ? article(vehicleText(other.vehicle)) + vehicleText(other.vehicle) : '';
    case 'otherpolicy':
      return other?.policy ?? '';
    case 'othercarrier':
      return other?.carrier ?? '';
    case 'otherestimate':
      return sum(kit, other?.estimate ?? 0);
    case 'otherphone':
      return kit.tel(other?.phone ?? '');
    default:
      throw new Error(`no slot ${key}`);
  }
}
