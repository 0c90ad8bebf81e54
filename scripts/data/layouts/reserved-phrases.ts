/** Sentences of the reserved layouts, of their own wording throughout. */
import type { Kit } from '../kit.ts';
import { joined } from '../phrases.ts';
import { capital } from '../stories.ts';

/** Whether the claim is about a vehicle. */
export const isAuto = ({ f }: Kit): boolean => f.scenario.line === 'auto';

export const given = (value: string | null, write: (value: string) => string): string | null =>
  value === null ? null : write(value);

/** Sentences one after the other; a value that ends in a full stop ends its sentence. */
export const prose = (parts: readonly (string | null)[]): string =>
  joined(parts).replace(/([.?!])(\uf8ff*)\.(?=\s|$|\uf8ff)/g, '$1$2');

/** A date that heads a paper is when the insurer was told, so a packet with one cannot lack it. */
export function dated(kit: Kit): Kit {
  kit.absent.delete('reported_date');
  return kit;
}

/** The days between which a policy runs, also where only one of them is said. */
export function termOf(kit: Kit, join: string): string | null {
  const [from, to] = [kit.effective(), kit.expiration()];
  if (from && to) return `${from}${join}${to}`;
  return given(from, (day) => `from ${day}`) ?? given(to, (day) => `until ${day}`);
}

/** The time of day in the middle of a sentence. */
export const clockTold = (kit: Kit): string | null =>
  given(kit.lossTime(), (time) => time.replace('Approx', 'approx'));

/** What is damaged, in words for things; where a person is hurt, in words for that. */
export const harmTold = (kit: Kit, ofThings: string): string | null =>
  given(kit.damage(), (damage) =>
    kit.f.scenario.line === 'liability'
      ? `What is claimed for is the injury: ${damage}.`
      : `${ofThings}: ${damage}.`,
  );

/** A form's line for the other people; `null` where the claim is silent about them. */
export function othersLine(kit: Kit): string | null {
  const { f, r } = kit;
  if (f.others === 'none') return kit.mark('third_parties', r.pick(['none', 'None', 'N/A', 'no one']), []);
  if (f.others === 'unknown') return r.pick(['name not known', 'unknown', 'could not be found out']);
  return kit.othersInRoles()?.join('; ') ?? null;
}

/** Names as running text lists them, with their parts in it where these differ. */
export function otherNames(kit: Kit): string | null {
  const mixed = new Set(kit.f.otherParties.map(({ role }) => role)).size > 1;
  const names = mixed ? kit.othersInRoles() : kit.others();
  return (
    names && (names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? ''))
  );
}

/** What the other people of the claim are to it. */
export const othersAs = ({ f }: Kit): string =>
  f.scenario.others === 'injured'
    ? 'the injured person'
    : f.scenario.others === 'owner'
      ? 'the owner of the other car'
      : f.scenario.line !== 'auto'
        ? 'the other party'
        : f.otherParties.length > 1
          ? 'the other drivers'
          : 'the other driver';

export function othersTold(kit: Kit): string | null {
  const { f, r } = kit;
  if (f.others === 'none')
    return r.chance(0.6)
      ? kit.mark(
          'third_parties',
          r.pick([
            'Nobody else had a part in it.',
            'There is no other party to this.',
            'No one else was involved.',
          ]),
          [],
        )
      : null;
  if (f.others === 'unknown')
    return r.pick(['Who the other person was has not come out.', 'No name was left by the other side.']);
  const who = capital(othersAs(kit));
  const verb = f.otherParties.length > 1 ? 'are' : 'is';
  return given(otherNames(kit), (names) =>
    r.pick([`${who} ${verb} ${names}.`, `${who} gave the name${verb === 'is' ? '' : 's'} ${names}.`]),
  );
}

export function hurtTold(kit: Kit): string | null {
  const { f, r, voice } = kit;
  if (f.injuries === 'silent') return null;
  const hurt = f.injuries === 'stated';
  const words = hurt
    ? f.scenario.others === 'injured'
      ? [
          `The doctor who saw the injured person wrote down: ${f.injury}.`,
          `The injury is given as ${f.injury}.`,
        ]
      : [
          `${capital(voice.who)} came away with ${f.injury}.`,
          `The clinic put it down as ${f.injury}.`,
          `${capital(f.injury)} showed up the same day and is being treated.`,
        ]
    : ['Everybody walked away unhurt.', 'Nobody came to any harm.', 'There is no injury to report.'];
  return kit.mark('injuries_reported', r.pick(words), hurt);
}

/** A form's answer to whether anybody is hurt. */
export const hurtAnswer = (kit: Kit, yes: string, no: string): string | null =>
  kit.f.injuries === 'silent'
    ? null
    : kit.mark('injuries_reported', kit.f.injuries === 'stated' ? yes : no, kit.f.injuries === 'stated');

export function policeTold(kit: Kit): string | null {
  const { f, r } = kit;
  if (f.police === 'none') return r.chance(0.4) ? 'The police were not brought in.' : null;
  if (f.police === 'said')
    return kit.saysPolice(
      r.pick([
        `${f.department} sent a car and wrote it up.`,
        'Officers attended and took a report, a copy of which we do not have yet.',
        'It has been reported to the police.',
      ]),
    );
  const number = kit.policeNumber();
  return r.pick([
    `${f.department} has it on file as ${number}.`,
    `The officer handed over a slip with the report number, ${number}.`,
    `Police file ${number}, ${f.department}.`,
  ]);
}

export function disputeTold(kit: Kit): string | null {
  return kit.f.disputed
    ? kit.mark(
        'fault_disputed',
        kit.r.pick([
          'The other driver tells it the other way round and accepts no blame.',
          'The two sides do not agree on whose fault it was.',
          'The other side has written that the fault lies with us.',
        ]),
        true,
      )
    : null;
}

function secondDate(kit: Kit): string | null {
  const { r } = kit;
  const write = (date: string): string =>
    r.pick([
      `Elsewhere the day is given as ${date}.`,
      `A note made at the time has it happening on ${date}.`,
    ]);
  return kit.f.otherLossDate !== null && r.chance(0.8) ? given(kit.contradictedDate(), write) : null;
}

const AROUND: Record<'auto' | 'property' | 'liability', readonly ((kit: Kit) => string)[]> = {
  auto: [
    ({ r }) => `The odometer stood at ${r.int(4, 160)},${r.int(100, 999)}.`,
    ({ f }) => `Recovery was by ${f.shop.name}.`,
    ({ r }) =>
      r.pick(['It was dry and bright.', 'It had just begun to drizzle.', 'The road had not been salted.']),
    (kit) => `Storage runs at ${kit.money(kit.r.int(20, 90) * 100)} a day.`,
    () => 'A replacement car has been asked for.',
  ],
  property: [
    ({ f }) => `${f.shop.name} made the place safe the same day.`,
    (kit) => `Drying equipment was hired at ${kit.money(kit.r.int(30, 160) * 100)} a day.`,
    () => 'What was damaged has been kept for inspection.',
    ({ r }) => `The building dates from about ${r.int(1925, 2015)}.`,
  ],
  liability: [
    () => 'An entry was made in the accident book.',
    () => 'Camera footage has been saved.',
    ({ r }) => `The floor had last been walked ${r.int(10, 50)} minutes before.`,
  ],
};
const ANYWHERE: readonly ((kit: Kit) => string)[] = [
  (kit) =>
    `${kit.f.witness.name}, who looked on from across the way, can be called on ${kit.tel(kit.f.witness.phone)}.`,
  (kit) => `${kit.f.agent.name} at ${kit.f.agency} has been told.`,
  () => 'Pictures are on a phone and can be sent.',
  ({ telling }) =>
    telling === 'third'
      ? 'Nothing was moved before pictures had been taken.'
      : 'Every receipt has been kept.',
];

/** What happened, among sentences that belong to it and that a label may rest on. */
export function account(kit: Kit, most = 3): string {
  const { r, f } = kit;
  if (kit.clipped) return kit.story();
  const told = kit.truth.injuries_reported !== undefined;
  const hurt = told || !(f.scenario.type === 'liability_injury' || r.chance(0.5)) ? null : hurtTold(kit);
  const around = r.some([...AROUND[f.scenario.line], ...ANYWHERE], r.int(0, most)).map((write) => write(kit));
  return prose([kit.story(), ...r.shuffle([hurt, disputeTold(kit), secondDate(kit), ...around])]);
}

/** What was said about an exclusion, by those who may know. */
export function exclusionTold(kit: Kit): string | null {
  const { exclusion } = kit.f;
  if (!exclusion) return null;
  const text = kit.mark(`exclusion_${exclusion.scope}`, exclusion.text, exclusion.text);
  const from = kit.telling === 'first' ? 'Your office has told us that the' : 'On reading the policy, the';
  return exclusion.scope === 'all'
    ? `${from} ${text} takes in the whole of this loss.`
    : `${from} ${text} reaches a part of this loss and leaves the rest as it is.`;
}

const FOUND = {
  covered: ['within the policy, we agree to pay', 'covered, no objection', 'accepted'],
  partially_covered: ['accepted for a part, declined for the rest', 'covered in part only'],
  not_covered: ['outside the policy, to be declined', 'not covered', 'refused'],
  needs_investigation: [
    'open, more inquiry needed before we can say',
    'cannot be said yet, passed to special investigations',
  ],
} as const;

export const findingTold = (kit: Kit): string | null =>
  given(kit.f.finding, (finding) =>
    kit.mark('coverage_determination', kit.r.pick(FOUND[finding as keyof typeof FOUND]), finding),
  );

/** Whether the policy still runs, in sentences. */
export function termTold(kit: Kit): string | null {
  const [from, to] = [kit.effective(), kit.expiration()];
  if (from && to) return `The policy has been in force since ${from} and lapses on ${to}.`;
  return (
    given(from, (day) => `The policy has been in force since ${day}.`) ??
    given(to, (day) => `The policy lapses on ${day}.`)
  );
}

/** The sentence about injuries, unless something has said it. */
export const hurtOnce = (kit: Kit): string | null =>
  kit.truth.injuries_reported === undefined ? hurtTold(kit) : null;

/** Paragraphs with an empty line after each; silent ones fall out. */
export const spaced = (paragraphs: readonly (string | null)[]): string[] =>
  paragraphs.filter((text) => text !== null && text !== '').flatMap((text) => [text ?? '', '']);
