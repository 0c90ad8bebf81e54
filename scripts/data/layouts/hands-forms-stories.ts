/** Losses as other people would put them on a form: what happened, and the causes that a form offers. */
import { expand } from '../grammar.ts';
import type { Kit } from '../kit.ts';
import { sentences } from '../marks.ts';
import { capital, type IncidentType } from '../stories.ts';
import { harmed } from './hands-forms-harm.ts';
import { BITES, type Loss, PREMISES_LOSSES } from './hands-forms-premises.ts';

/** By line, kind of loss and who else is part of it. */
const LOSSES: Readonly<Record<string, readonly Loss[]>> = {
  'auto collision driver': [
    {
      harm: 'rear',
      told: [
        'V1 ([insd|our insured]) at rest in [turn pocket|queue for ferry|toll lane {n}], V2 failed to brake, contact V2 front to V1 rear.',
        'Traffic bunched up by the roadworks on {street}. {Who} got {my} {car} down to a crawl, the [bakery van|panel truck|hatchback] following did not.',
        '[Brake lights ahead|Ladder in the road], so {who} stopped short. Next thing was a [bang|jolt] from the back and {my} {car} [rolled|hopped] a car length on.',
        'While {who} waited for the school crossing guard on {street}, a [station wagon|plumbing truck|coupe] ran up the back of {my} {car}.',
      ],
    },
    {
      harm: 'side',
      told: [
        'Four-way stop at {street}: {who} went when the turn came, and a [crossover|flower delivery van|convertible] coming from the right did not wait.',
        'OV exited [gas station|fast-food lot|bank drive] w/o yielding and [broadsided|made contact with] {my} {car} [amidships|behind the front wheel].',
        '{My} {car} had all but passed through the lights at {street} as a [utility truck|limousine|hatchback] entered against them and hit it in the flank.',
        '[U-turn|Wide right turn] by [a tractor-trailer|a shuttle bus|a camper] across the path of {my} {car}. There was no room left and they met side to side.',
      ],
    },
    {
      harm: 'front',
      told: [
        'A [motorhome|landscaper rig|sport coupe] cut in from the on-ramp and stood on the brakes; {who} slid into it nose first.',
        'Around a blind bend on {street} came a [milk truck|pickup with a wide load] well over the middle, and it took the front corner of {my} {car}.',
        'A lane was closing and [neither vehicle|nobody] gave way: the front of {my} {car} and the [rear quarter|flank] of the other [car|van] touched.',
      ],
    },
  ],
  'auto collision several': [
    {
      harm: 'rear',
      told: [
        'Pile-up on {street} in [whiteout|dense smoke from a field]: the last vehicle pushed the next one, and so on up to {my} {car}.',
        'Three units involved. Unit 3 shoved Unit 2 into {my} {car}, which was standing.',
        'Everyone was braking for a stalled bus and one vehicle after the other was knocked into the one before; {my} {car} was somewhere in the middle.',
      ],
    },
  ],
  'auto collision owner': [
    {
      harm: 'side',
      told: [
        'Parked by the meter on {street}. A [food truck|moving van|street sweeper] edging past raked along the side of {my} {car}.',
        'Nobody was in {my} {car} when a [neighbor reversing from a carport|tow dolly that came loose|delivery rider] struck it.',
        '{Who} opened up the lot gate, reversed and caught the corner of a car left in bay {n}.',
        'Valet brought {my} {car} back with a mark along one side. The attendant said that another guest had bumped it in the garage.',
      ],
    },
  ],
  'auto collision none': [
    {
      harm: 'front',
      told: [
        'Single vehicle. Drifted onto the soft shoulder of {street} and [sheared off a marker post|ended against a culvert wall|went nose-down in the drain].',
        'A [raccoon|moose|stray cow|wild turkey] came out of the corn and {who} could not miss it.',
        '[Sheet ice|Spilled gravel|Hydraulic oil] on the downgrade: {my} {car} would not steer and met the [bridge rail|stone wall|planter].',
        'The ramp at the [parking deck|boat launch] is narrow; {who} turned in too early and {my} {car} hung on the [post|kerb stone].',
        'Truck ahead shed a [mattress|length of pipe|retread] and {my} {car} ran over it at speed.',
      ],
    },
  ],
  'auto theft none': [
    {
      harm: 'taken',
      told: [
        'Last seen [in stall {n}|by the hedge on {street}] when {who} locked up for the night. At breakfast the space was empty.',
        'Handed the keys to a man posing as the valet. {My} {car} was never brought back.',
        'Left running [to warm up|for one minute at the mailbox] and someone drove it off.',
        'Test drive: a would-be buyer took {my} {car} round the block and did not return.',
      ],
    },
    {
      harm: 'stripped',
      told: [
        'Came out to a roaring engine. Somebody had cut the converter from under {my} {car} on {street}.',
        'All wheels off and {my} {car} set down on bricks, found by the night porter.',
        'Rear glass broken at the trailhead lot, and what lay in {my} {car} was cleared out.',
      ],
    },
  ],
  'auto vandalism none': [
    {
      harm: 'spoiled',
      told: [
        'Row of cars on {street} gone over with [a crowbar|spray cans|a box cutter] between midnight and dawn, {my} {car} among them.',
        'Someone [walked over the roof of|threw acid on|carved words into] {my} {car} while it stood at the [ballpark|rail station|hospital].',
        'Sugar or the like was put in the tank and the paint of {my} {car} was scored from lamp to lamp.',
      ],
    },
  ],
  'auto fire none': [
    {
      harm: 'burnt-car',
      told: [
        'Haze at the [footwell|wheel arch], then open flame. {Who} got clear and {my} {car} burned out on the verge of {street}.',
        '{My} {car} was on charge [overnight|at the depot] and took fire [from the pack|by the socket].',
        'Brush fire jumped {street} and reached {my} {car} where it was parked.',
        'Oil sprayed on the manifold on a long climb and the engine bay lit up.',
      ],
    },
  ],
  'auto wind_hail none': [
    {
      harm: 'pelted',
      told: [
        'Ice stones came down for {n} minutes on {street}, {my} {car} stood in the open.',
        'The squall took a [carport roof|sheet of plywood|portable toilet|row of bins] and flung it onto {my} {car}.',
        'A limb as thick as a leg snapped off in the gale and dropped on {my} {car}.',
      ],
    },
  ],
  'auto water_damage none': [
    {
      harm: 'drenched-car',
      told: [
        'A fire main in the parking deck let go and {my} {car} sat in it up to the sills.',
        'The sprinkler head over bay {n} was knocked off and emptied itself through the open roof of {my} {car}.',
      ],
    },
  ],
  'auto weather_other none': [
    {
      harm: 'drenched-car',
      told: [
        'The wash by {street} ran full after the downpour and took {my} {car} along.',
        'River gauge rose overnight, the lower lot went under and {my} {car} with it.',
      ],
    },
    {
      harm: 'pelted',
      told: ['A roof avalanche of packed snow buried {my} {car} at the lodge.'],
    },
    {
      harm: 'shocked-car',
      told: ['Lightning went into the flagpole next to {my} {car} and jumped across.'],
    },
  ],
  ...PREMISES_LOSSES,
};

/** What a form's box for the cause says. */
export const CAUSES: Readonly<Record<IncidentType, readonly string[]>> = {
  collision: ['Motor vehicle crash', 'Vehicle impact', 'Collision loss', 'Auto accident', '01 - Collision'],
  theft: ['Stealing', 'Theft loss', 'Stolen property', 'Theft / larceny', '07 - Theft'],
  vandalism: ['Vandals', 'Malicious acts', 'Vandalism & mischief', '08 - Vandalism'],
  fire: ['Fire / smoke', 'Hostile fire', 'Fire damage', '03 - Fire'],
  wind_hail: ['Wind or hail', 'Windstorm/hail', 'Wind & hailstorm', '04 - Wind/Hail'],
  water_damage: ['Water (internal)', 'Water escape', 'Water intrusion', '05 - Water damage'],
  weather_other: ['Weather (not wind/hail)', 'Weather, other', 'Other weather peril', '06 - Weather other'],
  liability_injury: ['Injury to other person', 'BI to third party', 'Guest hurt', '09 - Liability/injury'],
  other: ['Not listed', 'All other', 'Other cause', '99 - Other'],
};

/** Retells the claim and its damage, unless a case was asked for; to be called before anything is written. */
export function restaged(kit: Kit): void {
  const { r, f } = kit;
  if (kit.target !== null || kit.clipped) return;
  const { line, type, others } = f.scenario;
  const bite = f.scenario.cause.includes('Dog bite');
  f.scenario = { ...f.scenario, cause: CAUSES[type] };
  const several = line === 'auto' && f.others === 'listed' && f.otherParties.length > 1;
  const losses = LOSSES[several ? 'auto collision several' : `${line} ${type} ${others}`] ?? [];
  const loss = losses.length > 0 ? r.pick(losses) : null;
  if (bite) kit.what = retell(kit, r.pick(BITES));
  else if (loss) {
    kit.what = retell(kit, r.pick(loss.told));
    harmed(kit, loss.harm);
  }
}

function retell(kit: Kit, template: string): string {
  const { r, f, voice } = kit;
  const slots: Record<string, string> = {
    ...{ who: voice.who, my: voice.my, car: voice.car, street: f.street, room: f.room },
    ...{ Who: capital(voice.who), My: capital(voice.my) },
  };
  const text = expand(template, r, (slot) => (slot === 'n' ? String(r.int(2, 14)) : (slots[slot] ?? slot)));
  return sentences(capital(text)).slice(0, 2).join(' ');
}
