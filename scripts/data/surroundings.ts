/** What a narrative tells around the loss itself: before and after it, unmarked, never another account of it. */
import { expand, withoutGaps } from './grammar.ts';
import type { Kit } from './kit.ts';
import { city, fullName } from './people.ts';
import { capital, type IncidentType } from './stories.ts';

const BEFORE: Record<'auto' | 'property' | 'liability', readonly string[]> = {
  auto: [
    '[The road was [level and straight|narrow|freshly paved]|It had rained earlier|Traffic was light|It was still dark|The sun was low|Visibility was good].',
    '{Who} [had been driving for {n} minutes|was not in a hurry|had owned the {car} for {n} months|had the radio off].',
  ],
  property: [
    'The [house|building|place] had been [in normal use|locked|quiet] [all day|that evening|since the morning].',
    '[The weather had been [mild|changeable]|It was an ordinary day|The heating was on].',
  ],
  liability: [
    '[It was a busy [day|evening]|The place was open as usual|About {n} people were on the premises].',
    'The [floor plan|lighting|signs] had [been checked|not been changed] [that week|recently].',
  ],
};

const MOVING: readonly string[] = [
  '{Who} [was going|had been doing] about {mph} mph before braking.',
  'Airbags [deployed|did not deploy]. [Seat belts were worn.|]',
  'Traffic was [blocked|slowed] for [{n} minutes|about an hour].',
  'The hazard lights were [switched on|left on] [while waiting for help|].',
];
const VEHICLE: readonly string[] = [
  '{My} {car} was [towed|taken|brought] [to {shop}|to a storage lot|away on a flatbed].',
  '{My} {car} was [still drivable|left where it stood until help came].',
  'A rental [car|vehicle] [has been arranged|is needed|costs {small} a day].',
  '{My} {car} [had been serviced recently|had no earlier damage|had an old scratch on the other side|had new tires].',
  'A tow bill of {small} was paid [by card|in cash].',
  'The [dash camera|traffic camera|camera of a nearby shop] [may have recorded it|recorded it; the file is kept|was not working].',
];
const PREMISES: readonly string[] = [
  '{shop} [came by|was called|looked at it] and [will send figures|left a card|put up a cover].',
  '[Temporary repairs|Emergency measures] cost {small}, [paid by card|receipt enclosed|not yet paid].',
  'The affected [area|part] [cannot be used|is being dried|was closed off] [for now|until further notice|].',
  '[Similar trouble was reported next door|Neighbors were not affected|The tenant next door helped].',
  'The [alarm|smoke detector|security system] [worked|had been tested in spring|gave no signal].',
];
const TYPED: Partial<Record<IncidentType, readonly string[]>> = {
  fire: [
    'The fire department [stayed for {n} minutes|checked for hot spots|left when it was safe].',
    'The power was [cut|off] [as a precaution|for the rest of the day].',
  ],
  water_damage: [
    'The [main valve|water supply] was [closed|shut off] [after {n} minutes|by a plumber|].',
    '[Fans|Dehumidifiers|Pumps] [are running|were set up|ran for {n} hours].',
  ],
  theft: [
    '[A neighbor heard [nothing|an engine] that night|Serial numbers are being collected|All keys are accounted for|A list of what is gone will follow].',
  ],
  wind_hail: ['A tarp was [put up|ordered|blown off again]. [Gusts reached {mph} mph.|]'],
  vandalism: ['[Cleaning has been ordered|Others on the street had the same trouble|No suspect is known].'],
  liability_injury: [
    'An employee [wrote an accident sheet|put out a cone|brought water|called the manager].',
    'The area had been [cleaned|inspected|mopped] {n} minutes earlier.',
  ],
};
const WITNESS =
  '[A witness, {witness},|{witness}, who was passing by,|{witness}, a bystander,] [saw it|confirmed this|gave a statement|left a phone number].';
const ANY: readonly string[] = [
  WITNESS,
  'Photos were taken [before anything was moved|from several angles|]. [Receipts are kept.|]',
  '{Who} called [{agent}|the agent, {agent},|the claims line] and was told to [wait|keep the receipts|write this down].',
  'The weather was [clear|overcast|windy|wet|cold]. [The ground was [dry|wet|slippery].|]',
  '[It was [getting dark|broad daylight|dark] at the time|The street lighting was poor].',
];
const OFFICIAL: readonly string[] = [
  '{adjuster} [noted|observed] that [a serial number could not be read|the parts removed were kept|an earlier repair was of good quality|access was difficult].',
  'An inspection [is to be arranged|took place without objections|has not taken place].',
  'The statement was [recorded|read back and signed|taken by telephone].',
];
const POLICE: readonly string[] = [
  'Officer {officer} [arrived|came] after {n} minutes and [took statements|directed traffic|made a sketch].',
  '[The police|Two officers|A patrol] came [to the scene|after {n} minutes] and [took photographs|talked to everybody].',
];
const OTHER_DRIVER: readonly string[] = [
  'The other driver [seemed shaken|showed a license|was cooperative|was alone in the vehicle|said little].',
  'Names and insurance cards were exchanged.',
];
const CARE: readonly string[] = [
  '[An ambulance|A relative|A colleague] [took the injured person|drove the injured person] to {town} [General Hospital|Clinic|Medical Center].',
  '[X-rays were taken|Treatment continues|The bills will follow|No operation was needed].',
];

/** The whole narrative: the marked account in it, `damage` after it where no other line states it. */
export function narrative(kit: Kit, damage: string | null = null): string {
  const { r, f } = kit;
  if (kit.clipped) return kit.story();
  const before = r.chance(0.15) ? [said(kit, r.pick(BEFORE[f.scenario.line]))] : [];
  const stated = statedFacts(kit);
  const around = further(kit);
  // A sentence on injuries or police may stand anywhere among the others.
  for (const sentence of stated) around.splice(r.int(0, around.length), 0, sentence);
  return [...before, kit.story(), damage, ...around].filter((text) => text !== null && text !== '').join(' ');
}

function further(kit: Kit): string[] {
  const { r, f } = kit;
  const count = r.pick([0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6]);
  const { line, type } = f.scenario;
  const offered = [
    ...ANY,
    ...(line === 'auto' && type !== 'theft' ? VEHICLE : []),
    ...(type === 'collision' && f.scenario.others === 'driver' ? MOVING : []),
    ...(line === 'property' ? PREMISES : []),
    ...(TYPED[type] ?? []),
    ...(kit.telling === 'third' ? OFFICIAL : []),
    ...(f.scenario.others === 'driver' && f.others === 'listed' && !f.disputed ? OTHER_DRIVER : []),
    ...(f.injuries === 'stated' && kit.truth.injuries_reported === true ? CARE : []),
  ];
  const sentences = r.some(offered, count).map((template) => said(kit, template));
  // Where many people are told of, one of them only saw it.
  if (f.otherParties.length > 2 && f.others === 'listed') sentences.push(said(kit, WITNESS));
  if (f.police !== 'none' && r.chance(0.05 * count)) {
    sentences.push(kit.saysPolice(said(kit, r.pick(POLICE))));
  }
  return sentences;
}

/** Facts that labels rest on, told in the narrative. */
function statedFacts(kit: Kit): string[] {
  const { r, f } = kit;
  const told: string[] = [];
  // A fall is an injury only where somebody says so.
  if (r.chance(f.scenario.type === 'liability_injury' ? 1 : 0.35)) {
    const injury = kit.injuryLine();
    if (injury) told.push(injury);
  }
  if (f.police === 'said' && r.chance(0.6)) {
    told.push(
      kit.saysPolice(
        r.pick([
          'The police were called.',
          'A police report was filed.',
          'The incident was reported to the police.',
          'Police were notified and made a report.',
        ]),
      ),
    );
  }
  const disputed = kit.disputeLine();
  if (disputed) told.push(disputed);
  const other = r.chance(0.8) ? kit.contradictedDate() : null;
  if (other)
    told.push(
      r.pick([
        `The loss is said to have occurred on ${other}.`,
        `According to this account it happened on ${other}.`,
        `It happened on ${other}.`,
      ]),
    );
  return told;
}

function said(kit: Kit, template: string): string {
  const { r, f, voice } = kit;
  const text = expand(template, r, (slot) => {
    switch (slot) {
      case 'Who':
        return capital(voice.who);
      case 'My':
        return capital(voice.my);
      case 'mph':
        return String(r.int(2, 13) * 5);
      case 'n':
        return String(r.int(3, 55));
      case 'small':
        return kit.money(r.int(20, 400) * 100);
      case 'shop':
        return f.shop.name;
      case 'town':
        return city(r);
      case 'witness':
        return f.witness.name;
      case 'agent':
        return f.agent.name;
      case 'officer':
        return f.officer.last;
      case 'adjuster':
        return fullName(f.adjuster);
      default:
        return voice[slot as keyof typeof voice] ?? slot;
    }
  });
  return withoutGaps(text);
}
