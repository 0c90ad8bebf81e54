/** What happened and what it broke, in words that no other layout uses. */
import { expand } from '../grammar.ts';
import type { Kit } from '../kit.ts';
import { capital } from '../stories.ts';
import { breakAnew } from './reserved-damage.ts';

interface Retelling {
  /** What a form's line for the kind of loss says. */
  cause: readonly string[];
  what: string;
}

const OTHER =
  '[a landscaping truck|a rideshare car|a city bus|a flatbed|a compact car|a pickup with a trailer|another motorist|a hatchback]';
const GOING =
  '[was headed [home|to an appointment|back from a delivery] along {street}|was on {street}, [keeping to the right lane|well under the limit]|had come about a mile down {street}]';

const OTHER_UP = OTHER.replace(/(?<=[[|])a/g, 'A');

/** By line of insurance and the first cause of the scenario that is told. */
const TOLD: Record<string, readonly Retelling[]> = {
  'auto:Rear-end collision': [
    {
      cause: ['Hit in rear by other vehicle', 'Rear impact', 'Collision - rear'],
      what: `Traffic on {street} came to a halt and {who} halted with it. [A moment later|Seconds after that] ${OTHER} went into the rear of {my} {car}.`,
    },
    {
      cause: ['Rear impact', 'Collision - rear', 'Two-vehicle collision'],
      what: `${OTHER_UP} did not slow for the queue and shunted {my} {car} from the rear [at the signal on {street}|by the school crossing|just before the toll booth].`,
    },
  ],
  'auto:Intersection collision': [
    {
      cause: ['Collision at crossing', 'Broadside collision', 'Crossing traffic'],
      what: `{Who} had the green light at {street} and was halfway over when ${OTHER} came through on red and caught {my} {car} [on the passenger side|amidships|just behind the front wheel].`,
    },
    {
      cause: ['Two-vehicle collision', 'Collision at crossing'],
      what: `{Who} ${GOING}. ${OTHER_UP} nosed out of a side road without yielding and the two met [corner to corner|in the middle of the crossing].`,
    },
  ],
  'auto:Sideswipe': [
    {
      cause: ['Sideswiped', 'Contact while changing lanes', 'Glancing collision'],
      what: `{Who} ${GOING} when ${OTHER} [cut across from the next lane|squeezed past on the inside] and dragged along the side of {my} {car}.`,
    },
  ],
  'auto:Parked vehicle struck': [
    {
      cause: ['Collision with parked car', 'Low-speed collision', 'Parking collision'],
      what: `{My} {car} was standing empty [in a marked bay|by the loading dock|in front of the library] and was struck by ${OTHER} that was [reversing|swinging round].`,
    },
    {
      cause: ['Low-speed collision', 'Parking collision'],
      what: `While getting into a tight bay {who} caught the [fender|corner|bumper] of a car that was already parked there.`,
    },
  ],
  'auto:Struck fixed object': [
    {
      cause: ['Single vehicle collision', 'Hit stationary object', 'Ran off road'],
      what: `{Who} ${GOING} when {my} {car} lost grip on [a patch of ice|wet leaves|spilled gravel] and went into [a lamp post|the end of a stone wall|a row of delineator posts].`,
    },
    {
      cause: ['Collision with animal', 'Single vehicle collision'],
      what: `[A deer|A stray cow|A large dog] ran out [between parked cars|from the tree line] and {who} hit it head on with {my} {car}.`,
    },
  ],
  'auto:Multi-vehicle collision': [
    {
      cause: ['Pile-up', 'Collision, several vehicles'],
      what: `Brake lights went on all along {street}; {who} stopped, ${OTHER} behind did not, and {my} {car} was driven into the one ahead.`,
    },
  ],
  'auto:Theft of vehicle': [
    {
      cause: ['Vehicle taken', 'Stolen auto', 'Theft - whole vehicle'],
      what: `{Who} went out to {my} {car} [before work|around breakfast time|after the late shift] and the space where it had been locked up was empty.`,
    },
    {
      cause: ['Stolen auto', 'Vehicle taken'],
      what: `A camera shows [two people|somebody in a hooded jacket] getting into {my} {car} and driving it off [the lot|the yard|the end of the street]. It had been locked.`,
    },
  ],
  'auto:Theft of parts': [
    {
      cause: ['Parts taken from vehicle', 'Theft - partial'],
      what: `During the night [a person or persons unknown|thieves] jacked up {my} {car} and made off with [the catalytic converter|all four wheels|the tailgate and spare].`,
    },
  ],
  'auto:Vandalism': [
    {
      cause: ['Malicious damage', 'Vandalism to auto'],
      what: `{My} {car} had been left [at the end of the cul-de-sac|outside the sports hall|under the bridge] and in the meantime somebody went over it with [a key|a can of paint|a hammer].`,
    },
  ],
  'auto:Vehicle fire': [
    {
      cause: ['Burning vehicle', 'Fire - vehicle', 'Fire of electrical origin'],
      what: `{Who} smelled burning plastic, pulled over and got out; within minutes flames had gone through the front of {my} {car}.`,
    },
  ],
  'auto:Hail': [
    {
      cause: ['Wind/hail', 'Storm - hail or wind', 'Hail or falling limb'],
      what: `A [squall|hailstorm] crossed the area and {my} {car}, which was standing in the open, was [pelted with ice|hit by a bough that the wind had torn off].`,
    },
  ],
  'auto:Water damage': [
    {
      cause: ['Water escape', 'Escape of water'],
      what: `A pipe over the [basement garage|lower deck] gave way and {my} {car} stood in water up to the sills [until the pumps came|most of the night].`,
    },
  ],
  'auto:Lightning': [
    {
      cause: ['Other weather', 'Flood or lightning'],
      what: `[The creek came over its banks|Storm water backed up] and {my} {car} was caught in it up to the seats.`,
    },
    {
      cause: ['Other weather', 'Flood or lightning'],
      what: `Lightning came down [next to the carport|in the yard] and from that moment nothing electrical in {my} {car} would work.`,
    },
  ],
  'property:Fire': [
    {
      cause: ['Accidental fire', 'Fire (origin under review)', 'Building fire'],
      what: `[Fat on the stove|A faulty lamp|A battery on charge] went up in flames in the {room} and the smoke got into [every room on that floor|the stairwell|the roof space].`,
    },
  ],
  'property:Water damage': [
    {
      cause: ['Escape of water', 'Internal water leak', 'Plumbing failure'],
      what: `A [compression joint|flexible hose|valve] in the {room} let go and water was running [down the walls|across the floor|through to the level below] by the time {who} [noticed|got there].`,
    },
    {
      cause: ['Internal water leak', 'Escape of water'],
      what: `The tank above the {room} overflowed [during the night|over a long weekend] and soaked everything under it.`,
    },
  ],
  'property:Wind': [
    {
      cause: ['Storm (wind/hail)', 'Wind or hail', 'Gale damage'],
      what: `A gale [peeled back the roof covering|took off a run of roofing|brought a neighbor's tree down across the roof] and rain followed it into the {room}.`,
    },
    {
      cause: ['Storm (wind/hail)', 'Wind or hail'],
      what: `Hail came down for about ten minutes and left [the roof|the whole west side] of the building pitted and cracked.`,
    },
  ],
  'property:Burglary': [
    {
      cause: ['Theft by forced entry', 'Burglary/theft', 'Stolen property'],
      what: `While nobody was in, [a rear window was levered open|the lock on the side entrance was drilled out] and the {room} was cleared of what could be carried.`,
    },
  ],
  'property:Vandalism': [
    {
      cause: ['Malicious damage', 'Damage by intruders'],
      what: `[A group of youths|One or more intruders] got in after dark and [wrecked the {room}|covered the walls in paint and put several panes in].`,
    },
  ],
  'property:Lightning': [
    {
      cause: ['Other weather', 'Flood, ice or lightning'],
      what: `The [creek|storm drain] behind the property rose [in under an hour|overnight] and stood [a foot deep|ankle deep] in the {room}.`,
    },
    {
      cause: ['Other weather', 'Flood, ice or lightning'],
      what: `The load of wet snow was too much for the roof over the {room} and it came down.`,
    },
  ],
  'property:Other': [
    {
      cause: ['Miscellaneous', 'Sudden collapse or surge'],
      what: `[The ceiling over the {room} gave way without any warning|The voltage jumped when the street supply came back and took out what was plugged in in the {room}].`,
    },
  ],
  'liability:Slip and fall': [
    {
      cause: ['Injury to third party on premises', 'Fall on premises', 'Third-party injury'],
      what: `A [shopper|member of the public|contractor's employee] [lost footing on a greasy patch|caught a foot in a loose mat|missed the last step] [by the registers|on the ramp|at the foot of the stairs] and went down hard.`,
    },
  ],
  'liability:Dog bite': [
    {
      cause: ['Third-party injury - dog', 'Injury to visitor'],
      what: `The dog got past the gate and bit a [parcel carrier|neighbor's child|meter reader] who was [on the path|at the door].`,
    },
  ],
};

/** The kit's claim retold in these words; what a target has bent stays as it is. */
export function retell(kit: Kit): void {
  const { f, r, voice } = kit;
  const { scenario } = f;
  const told = r.pick(TOLD[`${scenario.line}:${scenario.cause[0]}`] ?? []);
  if (told && !kit.clipped) {
    f.scenario = { ...scenario, cause: told.cause };
    const slots: Record<string, string> = { ...voice, street: f.street, room: f.room };
    const text = expand(told.what, r, (slot) =>
      slot === 'Who' ? capital(voice.who) : slot === 'My' ? capital(voice.my) : (slots[slot] ?? slot),
    );
    kit.what = capital(text.replace(/ +/g, ' ').trim());
  }
  if (scenario.line === 'liability') f.shop.name = `${f.officer.last} Orthopedic Clinic`;
  if (kit.target === null) breakAnew(kit);
}
