/** What is broken, gone or hurt, in clauses ("the hood is bent") or as things with articles. */
import { costs } from '../facts.ts';
import type { Kit } from '../kit.ts';
import type { Random } from '../random.ts';
import { setShape } from './hands-prose-values.ts';

const list = (text: string): readonly string[] => text.split('|');

interface Harm {
  /** A star stands behind what takes "are". */
  things: readonly string[];
  /** Empty where the things themselves are what is lost. */
  ways: readonly string[];
}

const SOAKED = list(
  'wet through|swollen|black with mold at the edges|ruined|lifting|coming apart|still damp',
);

const HARMS = {
  tail: {
    things: list(
      'the rear bumper|the trunk floor|the tailgate|both tail lamps*|the spare wheel well|the backup camera|the exhaust|the rear window|the trailer hitch|the license plate light|the trunk latch|the left rear corner|the reverse sensors*',
    ),
    ways: list(
      'caved in|split in two|crumpled|hanging by a wire|pushed up against the seats|not closing any more|in pieces|twisted|creased|dead',
    ),
  },
  flank: {
    things: list(
      'the driver door|the rear passenger door|the sill|the door mirror|both doors on the right*|the sliding door|the center post|the front wheel on that side|the window frame|the door handles*|the running board|the rear wing|the fuel flap',
    ),
    ways: list(
      "dented deep|scraped down to the metal|jammed shut|torn off|pushed in by a hand's width|gouged|rubbed raw|out of true|cracked|hanging open",
    ),
  },
  nose: {
    things: list(
      'the front bumper|the hood|the radiator|the grille|both headlights*|the left fender|the fan|the bumper beam|the front axle|the oil pan|the washer bottle|the wheel liners*|the horn and the sensor behind it*',
    ),
    ways: list(
      'smashed|folded up|leaking|bent back|broken|pushed into the engine|cracked across|torn away|flattened|knocked out of line',
    ),
  },
  vanished: {
    things: list(
      'the whole vehicle|the car itself and the stroller in it*|the car with everything in the glove box|the complete vehicle, spare wheel and all',
    ),
    ways: [],
  },
  'stripped-bare': {
    things: list(
      'the catalytic converter|all four wheels*|the radio|the seats*|the rear glass|the airbag in the steering wheel|a bag of tools|the battery',
    ),
    ways: [],
  },
  spoilt: {
    things: list(
      'the paint on the driver side|the hood|the roof|three windows*|all four tires*|the convertible top|the badges*|the rear spoiler|the antenna',
    ),
    ways: list(
      'scratched to the primer|slashed|trampled in|smashed|sprayed over|eaten away|kicked off|bent|covered in paint',
    ),
  },
  'burnt-out': {
    things: list(
      'the engine bay|the wiring|the dashboard|the front seats*|the hood|the tires on the left*|the battery|the windshield|the carpet',
    ),
    ways: list('burned out|melted|black with soot|charred|burst|gone to ash|beyond saving|blistered'),
  },
  battered: {
    things: list(
      'the roof|the hood|the windshield|the sunroof|the trunk lid|the roof rails*|the wipers*|the side moldings*|the truck bed cover',
    ),
    ways: list('full of dents|crushed|starred|like a golf ball|pushed down|shattered|buckled|pocked'),
  },
  'soaked-car': {
    things: list(
      'the carpets*|the seats*|the starter|the control unit|the door speakers*|the air filter|the gearbox oil|the headlamps*|the hybrid battery',
    ),
    ways: list('full of mud|soaked|shorted|corroding|sodden and smelling|full of water|dead'),
  },
  charred: {
    things: list(
      'the stove and hood*|the ceiling|the cupboards*|the blinds*|the wall behind it|the light fittings*|the couch|the stored paper|the window frames*|the wiring in that wall|the countertop',
    ),
    ways: list(
      'burned|black with soot|charred|ruined by the smoke|melted|blistered|beyond saving|scorched through',
    ),
  },
  sodden: {
    things: list(
      'the laminate|the baseboards*|the lower cupboards*|the drywall to knee height|the carpet and pad*|the boxes of records*|the water heater|the rug|the door frames*|the ceiling below|the sofa|the dryer|the particle board shelves*',
    ),
    ways: SOAKED,
  },
  windblown: {
    things: list(
      'the shingles on the weather side*|the gutters*|the ridge|the porch posts*|two rafters*|the ceiling under it|the skylight|the fence along the lane|the siding|the garage door|the satellite dish|the rolling shutter',
    ),
    ways: list(
      'torn off|broken|split|bent double|full of holes|crushed|leaking|in the yard next door|hanging loose',
    ),
  },
  gone: {
    things: list(
      'two laptops*|a coin collection*|the cash box|a ring with a blue stone|a chainsaw|the flat screen|a sewing machine|three bicycles*|a violin|power tools*|the coffee machine|a box of silver|a drone|a leather coat',
    ),
    ways: [],
  },
  defaced: {
    things: list(
      'the front windows*|the walls*|the toilets*|the counter|the mailboxes*|the doors*|the light fittings*|the drains*|the sign|the mirrors*',
    ),
    ways: list('smashed|sprayed all over|ripped out|blocked|kicked in|broken|smeared|daubed'),
  },
  fried: {
    things: list(
      'the refrigerator|the router|the alarm panel|two televisions*|the furnace board|the garage opener|the well pump|the cash registers*|the microwave|the phone system',
    ),
    ways: list('dead|burned out|not starting any more|fried|destroyed|showing an error and nothing else'),
  },
} satisfies Record<string, Harm>;

const HURTS = {
  hurt: list(
    'a broken wrist|broken ribs|a swollen knee|a torn muscle in the calf|a cut lip|a bruised tailbone|a fractured elbow|a dislocated shoulder',
  ),
  bitten: list(
    'puncture wounds to the forearm|a torn tendon in the thumb|stitches in the calf|a deep cut to the left hand',
  ),
} as const;

const ACHES: Readonly<Record<'auto' | 'property', readonly string[]>> = {
  auto: list(
    'a stiff neck|a sore collarbone|a cut lip|ringing ears|a bruised hip|a sprained thumb|pain between the shoulders|a knock on the head',
  ),
  property: list(
    'a cut palm|a scalded foot|a coughing fit from the smoke|a wrenched back|a splinter in the eye|a twisted ankle',
  ),
};

export type HarmSet = keyof typeof HARMS | keyof typeof HURTS;

const together = (each: readonly string[]): string =>
  each.length < 2 ? each.join('') : `${each.slice(0, -1).join(', ')} and ${each.at(-1)}`;

/** Draws the damage anew, and with it the sums. */
export function harmed(kit: Kit, set: HarmSet): void {
  const { r, f } = kit;
  const { line } = f.scenario;
  if (set === 'hurt' || set === 'bitten') {
    const hurts = r.some(HURTS[set], r.pick([1, 1, 2]));
    f.injury = hurts[0] ?? '';
    worded(
      kit,
      hurts.map((part) => ({ part, harm: '' })),
      together(hurts),
      'list',
    );
    return;
  }
  f.injury = r.pick(ACHES[line === 'auto' ? 'auto' : 'property']);
  const { things, ways }: Harm = HARMS[set];
  const whole = set === 'vanished';
  const taken = r.some(things, whole ? 1 : r.pick([1, 2, 2, 3, 3, 4, 5]));
  const bare = taken.map((thing) => thing.replace('*', ''));
  const clauses = taken.map((thing) => clause(r, thing, ways));
  const asClause = ways.length > 0 && r.chance(0.6);
  worded(
    kit,
    bare.map((part, index) => ({ part, harm: clauses[index]?.way ?? '' })),
    together(asClause ? clauses.map(({ text }) => text) : bare),
    asClause ? 'clause' : 'list',
  );
}

function clause(r: Random, thing: string, ways: readonly string[]): { text: string; way: string } {
  if (ways.length === 0) return { text: thing, way: '' };
  const way = r.pick(ways);
  return { text: `${thing.replace('*', '')} ${thing.endsWith('*') ? 'are' : 'is'} ${way}`, way };
}

function worded(kit: Kit, items: Kit['f']['damage'], text: string, shape: 'clause' | 'list'): void {
  const { r, f } = kit;
  f.damage = items;
  f.damageText = text;
  setShape(kit, shape);
  f.parts = costs(r, items.length, f.scenario.line === 'auto' ? 1 : r.pick([1, 1, 1, 3, 20]));
  f.total = f.parts.reduce((sum, part) => sum + part, 0);
  f.earlier = Math.max(100, Math.round((f.total * r.int(40, 95)) / 100));
}
