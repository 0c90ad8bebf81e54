/** Picks what happened and words it for whoever tells it. */
import type { Kit } from '../kit.ts';
import { sentences, unmarked } from '../marks.ts';
import { street } from '../people.ts';
import { type HarmSet, harmed } from './hands-prose-harm.ts';
import { INDOORS, INDOORS_CURT } from './hands-prose-indoors.ts';
import { ROAD, ROAD_CURT } from './hands-prose-road.ts';
import { fallen, risen, type Teller, tidy } from './hands-prose-teller.ts';

export interface Tale {
  harm: HarmSet;
  told: readonly string[];
}

const PLAIN: Readonly<Record<string, readonly Tale[]>> = { ...ROAD, ...INDOORS };
const CURT: Readonly<Record<string, readonly Tale[]>> = { ...ROAD_CURT, ...INDOORS_CURT };

const ITEMS: Readonly<Record<Kit['f']['policyType'], readonly string[]>> = {
  personal_auto: [],
  commercial_auto: [],
  homeowners: [
    'split-level house',
    'farmhouse',
    'row house',
    'log cabin',
    'condominium',
    'bungalow with a detached garage',
    'A-frame on the lake',
    'old stone house',
  ],
  renters: [
    'rented flat and belongings',
    'furniture and personal things',
    'contents of a one-bedroom apartment',
    'household goods',
  ],
  commercial_property: [
    'print shop',
    'corner grocery',
    'dental office',
    'laundromat',
    'tap room',
    'garden center',
    'feed store',
    'machine shed',
    'guest house',
    'veterinary clinic',
  ],
  general_liability: [
    'bowling alley',
    'hotel and its grounds',
    'garden center',
    'swim school',
    'hair salon',
    'farm stand',
    'climbing hall',
    'bakery cafe',
  ],
};

/** A place that people name by what stands there. */
function spotted({ f, r }: Kit): void {
  f.street = street(r);
  const n = r.int(2, 290);
  f.place.street = r.pick([
    `the gas station on ${f.street}`,
    `mile marker ${n} on Route ${r.int(3, 99)}`,
    `the parking deck off ${f.street}`,
    `the drive-up lane of the bank on ${f.street}`,
    `${f.street} just past the railroad crossing`,
    `the ferry landing at the foot of ${f.street}`,
    `the hospital entrance on ${f.street}`,
    `${f.street} by the water tower`,
    `gate ${n} of the fairgrounds, ${f.street}`,
    `I-${r.int(4, 95)} westbound, exit ${n}B`,
  ]);
}

const chosen = new WeakMap<Kit, string>();

function keyOf({ f }: Kit): string {
  const { line, type, others, cause } = f.scenario;
  if (cause.includes('Dog bite')) return 'liability bite';
  const several =
    line === 'auto' && f.others === 'listed' && f.otherParties.length > 1 && others === 'driver';
  return several ? 'auto collision several' : `${line} ${type} ${others}`;
}

/** Draws the loss and its damage; to be called before anything is written. A case that was asked for keeps its damage. */
export function staged(kit: Kit, curt: boolean): void {
  const { r, f, target } = kit;
  // One is hurt, and one car is in the way.
  if (target === null && f.scenario.others !== 'driver') f.otherParties = f.otherParties.slice(0, 1);
  // The harm to a person is what is claimed, and naming it states it.
  if (f.scenario.line === 'liability') kit.absent.delete('damage_description');
  const key = keyOf(kit);
  const stripped = f.scenario.cause.includes('Parts stolen');
  const fitting = [...(curt && r.chance(0.7) ? (CURT[key] ?? []) : []), ...(PLAIN[key] ?? [])].filter(
    ({ harm }) => target === null || f.scenario.type !== 'theft' || (harm === 'stripped-bare') === stripped,
  );
  const tale = r.pick(fitting);
  chosen.set(kit, r.pick(tale.told));
  if (f.scenario.line !== 'auto') f.item = r.pick(ITEMS[f.policyType]);
  else if (f.place !== f.insured.address && !f.foreign && r.chance(0.3)) spotted(kit);
  if (target === null) harmed(kit, tale.harm);
}

/** What happened, marked: one sentence or two, with the stop at the end; `inside` another sentence in small letters. */
export function account(teller: Teller, inside = false): string {
  const { kit } = teller;
  const template = chosen.get(kit) ?? '';
  const driver = template.includes('{by}') ? driverOf(teller) : '';
  const told = teller.say(template, { by: driver }, teller.actor);
  const text = sentences(tidy(inside ? fallen(told) : risen(told)))
    .slice(0, 2)
    .join(' ');
  return kit.mark('incident_description', text, unmarked(text));
}

function driverOf(teller: Teller): string {
  const { f, r } = teller.kit;
  const [other] = f.otherParties;
  if (
    f.otherParties.length !== 1 ||
    !other ||
    other.firm ||
    other.name.includes('.') ||
    !r.chance(0.25) ||
    !teller.can('others')
  )
    return '';
  const name = teller.value('others') ?? '';
  return r.pick([` with ${name} at the wheel`, ` driven by ${name}`, `, ${name} driving,`]);
}
