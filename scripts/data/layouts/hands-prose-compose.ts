/** Puts a claim into paragraphs in an order that a writer would choose. */
import type { Kit } from '../kit.ts';
import { sentencesOf, type Topic } from './hands-prose-banks.ts';
import { after, before } from './hands-prose-chatter.ts';
import { blame, exclusion, injury, nobody, notice, otherDay, police } from './hands-prose-facts.ts';
import { account } from './hands-prose-tales.ts';
import { slotsOf, type Teller } from './hands-prose-teller.ts';
import type { FieldSlot } from './hands-prose-values.ts';

export const kept = (parts: readonly (string | null)[]): string[] =>
  parts.filter((part) => part !== null && part !== '') as string[];

/** Writers leave out some of what a form would ask for; a case that was asked for is told whole. */
export function thinned(teller: Teller): void {
  const { kit } = teller;
  if (kit.target !== null) return;
  for (const [slot, share] of THINNED) if (kit.r.chance(share)) teller.skip(slot);
}
const THINNED: readonly [FieldSlot, number][] = [
  ['line', 0.3],
  ['from', 0.25],
  ['to', 0.25],
  ['deductible', 0.2],
  ['dob', 0.25],
];

/** The sentence or two that tell the loss, with what other sentences say of when and where. */
export function event(teller: Teller): string[] {
  const { kit } = teller;
  const { r } = kit;
  const usable = sentencesOf(teller, 'event').filter((template) => teller.usable(template));
  const several = usable.filter((template) => slotsOf(template).length > 1);
  const template = r.pick(several.length > 0 && r.chance(0.75) ? several : usable);
  // Marked once: a template says it at the start of a sentence or inside of one.
  const told = /\{Story\}/.test(template) ? account(teller) : account(teller, true);
  const text = teller.say(template, { story: told });
  const rest = weave(teller, 'when', ['date', 'time', 'place']);
  return r.chance(0.5) ? [...rest, text] : [text, ...rest];
}

export const weave = (teller: Teller, topic: Topic, wanted: readonly FieldSlot[]): string[] =>
  teller.weave(sentencesOf(teller, topic), wanted);

export const cover = (teller: Teller): string[] =>
  weave(teller, 'cover', ['policy', 'line', 'from', 'to', 'deductible']);
export const thing = (teller: Teller): string[] => weave(teller, 'thing', ['item', 'aitem']);
export const harm = (teller: Teller): string[] => weave(teller, 'harm', ['clause', 'list', 'damage']);
export const cost = (teller: Teller): string[] => weave(teller, 'cost', ['amount']);
export const reach = (teller: Teller): string[] =>
  weave(teller, 'reach', ['phone', 'email', 'address', 'dob']);

/** Whoever else was part of it; with several of them, each with a role. */
export function others(teller: Teller): string[] {
  const { kit } = teller;
  const { f } = kit;
  if (f.others !== 'listed') return kept([nobody(teller)]);
  if (!teller.can('others')) return [];
  if (f.otherParties.length > 1) {
    const mixed = new Set(f.otherParties.map(({ role }) => role)).size > 1;
    if (mixed) return [`${kit.r.pick(['Also in it', 'The other people', 'Other parties'])}: ${roles(kit)}.`];
    return weave(teller, 'several', ['others']);
  }
  const topic =
    f.scenario.others === 'injured' ? 'injured' : f.scenario.others === 'owner' ? 'owner' : 'driver';
  return weave(teller, topic, ['others']);
}

const ROLES = {
  driver: 'driving',
  owner: 'owner of a car',
  injured: 'hurt',
  passenger: 'riding along, hurt',
};
const roles = (kit: Kit): string =>
  (kit.others(({ role }) => ` (${ROLES[role]})`) ?? []).join(kit.r.pick([', ', '; ']));

/** What bears on cover, in a drawn order. */
export function matters(teller: Teller): string[] {
  const { r } = teller.kit;
  return r.shuffle(
    kept([
      police(teller),
      injuryOf(teller),
      blame(teller),
      exclusion(teller),
      otherDay(teller),
      teller.can('reported') && r.chance(0.7) ? notice(teller) : null,
    ]),
  );
}
/** A fall is an injury only where somebody says so. */
const injuryOf = (teller: Teller): string | null =>
  teller.scenario.line === 'liability' || teller.kit.target !== null || teller.kit.r.chance(0.8)
    ? injury(teller)
    : null;

export interface Order {
  /** Whether the ways to reach the claimant stand in the text. */
  contacts: boolean;
  /** How much is said around the claim. */
  chatter: number;
}

/** All paragraphs of a letter. */
export function paragraphs(teller: Teller, { contacts, chatter }: Order): string[] {
  const { r } = teller.kit;
  thinned(teller);
  const around = after(teller, chatter);
  const half = Math.ceil(around.length / 2);
  const told = [...before(teller), ...event(teller)];
  const groups = {
    cover: cover(teller),
    told: [...told, ...others(teller), ...around.slice(0, half)],
    things: mixed(r.chance(0.7), r.shuffle([thing(teller), harm(teller), cost(teller)]).flat()),
    matters: [...matters(teller), ...around.slice(half)],
    reach: contacts ? reach(teller) : [],
  };
  const { told: first, cover: policy, things, matters: rest, reach: ways } = groups;
  const order = r.pick([
    [policy, first, things, rest, ways],
    [first, things, rest, policy, ways],
    [ways, first, policy, things, rest],
    [first, rest, policy, things, ways],
    [[...policy, ...ways], first, [...things, ...rest]],
    [first, [...things, ...policy], [...rest, ...ways]],
  ]);
  return order.filter((group) => group.length > 0).map((group) => group.join(' '));
}

const mixed = (asDrawn: boolean, sentences: string[]): string[] =>
  asDrawn ? sentences : sentences.reverse();
