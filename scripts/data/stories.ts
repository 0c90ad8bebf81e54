/** What happens in a claim: a grammar of losses, each with its damage, in the words of the documents. */
import type { Claim } from '../../shared/claim-fields.ts';
import { expand, withoutGaps } from './grammar.ts';
import type { Random } from './random.ts';

export type Line = 'auto' | 'property' | 'liability';
export type IncidentType = NonNullable<Claim['incident_type']>;

export interface Scenario {
  type: IncidentType;
  line: Line;
  /** One or two sentences: what happened. */
  what: readonly string[];
  /** What a form's "cause of loss" says. */
  cause: readonly string[];
  /** Whether other people are part of it. */
  others: 'driver' | 'owner' | 'none' | 'injured';
}

const DRIVE =
  '[was [driving|traveling|heading|going|proceeding] [north|south|east|west|northbound|southbound|eastbound|westbound] on {street}|was [turning left|turning right|merging] onto {street}|had just [left|pulled out of] {street}]';
const OTHER =
  '[another [vehicle|car|driver]|a [delivery van|pickup truck|sedan|box truck|minivan|taxi|motorcycle|school bus|garbage truck|dark SUV]|the other [vehicle|driver]]';
const STOOD =
  '[was [stopped|waiting|stationary] [at a red light|at a stop sign|in traffic|behind a bus|at the crosswalk|in the drive-through lane]|had [come to a stop|slowed down] [for a pedestrian|for traffic ahead|near the exit ramp]]';
const BECAUSE =
  '[because the driver was looking at a phone|due to [wet|icy|slick] pavement|while changing lanes|without signaling|at about {mph} mph|after failing to yield|when its brakes failed|]';

export const SCENARIOS: readonly Scenario[] = [
  {
    type: 'collision',
    line: 'auto',
    others: 'driver',
    cause: ['Rear-end collision', 'Collision', 'Struck from behind', 'Vehicle accident'],
    what: [
      `{Who} ${STOOD} when ${OTHER} [struck|rear-ended|ran into|hit|plowed into] {my} {car} from behind ${BECAUSE}.`,
      `While {who} ${STOOD}, ${OTHER} failed to [stop in time|brake] and [hit|collided with|struck] the [rear|back] of {my} {car}. [The impact pushed {my} {car} [forward|into the curb|across the line].|]`,
      `{My} {car} was rear-ended by ${OTHER} ${BECAUSE}.`,
    ],
  },
  {
    type: 'collision',
    line: 'auto',
    others: 'driver',
    cause: ['Intersection collision', 'Side impact', 'Collision with motor vehicle', 'Angle crash'],
    what: [
      `{Who} ${DRIVE} when ${OTHER} [ran [a|the] [red light|stop sign]|turned left across the lane|pulled out of a [driveway|side street]] and [struck|hit|T-boned] the [driver|passenger] side of {my} {car}.`,
      `${'{Who}'} ${DRIVE}. [As {who} entered the intersection|Moments later|Near the crest of a hill], ${OTHER} [crossed the center line|failed to yield|cut in front] and the two vehicles collided ${BECAUSE}.`,
      `{My} {car} and ${OTHER} collided [at an uncontrolled intersection|in a roundabout|on a narrow bridge|at a merge] ${BECAUSE}. [Both vehicles came to rest [on the shoulder|in the median|against a sign post].|]`,
    ],
  },
  {
    type: 'collision',
    line: 'auto',
    others: 'driver',
    cause: ['Sideswipe', 'Lane change collision', 'Collision'],
    what: [
      `{Who} ${DRIVE} when ${OTHER} [drifted|moved|swerved] into the lane and sideswiped {my} {car} ${BECAUSE}.`,
      `${OTHER.replace('[another', '[Another').replace('|a [', '|A [').replace('|the other', '|The other')} sideswiped {my} {car} ${BECAUSE} and [kept going for a block|stopped on the shoulder|spun out].`,
    ],
  },
  {
    type: 'collision',
    line: 'auto',
    others: 'owner',
    cause: ['Parked vehicle struck', 'Parking lot collision', 'Hit while parked', 'Backing accident'],
    what: [
      `{My} {car} was parked [on the street|in the lot|outside a [bakery|gym|clinic|hardware store]] when ${OTHER} [backed|rolled|scraped] into it.`,
      `{Who} was backing out of a [parking space|driveway|loading bay] and [backed into|scraped|bumped] a parked [car|van|pickup]. [Both bumpers were scuffed.|]`,
      `While {my} {car} stood [unattended|parked legally] [overnight|during a shift|at the curb], ${OTHER} hit it and [left a note|was seen leaving|stopped at once].`,
    ],
  },
  {
    type: 'collision',
    line: 'auto',
    others: 'none',
    cause: ['Struck fixed object', 'Collision with object', 'Animal strike'],
    what: [
      `{Who} ${DRIVE} when {my} {car} [slid off the road|left the pavement|skidded] and [struck|hit] [a guardrail|a utility pole|a concrete barrier|a mailbox|a ditch culvert] ${'[due to [black ice|standing water|loose gravel]|after swerving to avoid [a deer|a dog|debris]|]'}.`,
      `{Who} scraped {my} {car} against a [concrete pillar|bollard|garage door frame|retaining wall] while [parking|turning|backing up].`,
      `A [deer|elk|loose horse] ran into the road and {who} could not avoid hitting it with {my} {car}.`,
    ],
  },
  {
    type: 'collision',
    line: 'auto',
    others: 'driver',
    cause: ['Multi-vehicle collision', 'Chain reaction', 'Multiple vehicle accident'],
    what: [
      `{Who} ${STOOD} when a chain reaction [began|started] behind; ${OTHER} pushed {my} {car} into the vehicle ahead.`,
      `{My} {car} was the [second|third|middle] of [three|four|five] vehicles in a chain-reaction crash [in heavy traffic|in dense fog|during the morning commute] ${BECAUSE}.`,
    ],
  },
  {
    type: 'theft',
    line: 'auto',
    others: 'none',
    cause: ['Theft of vehicle', 'Theft', 'Stolen vehicle', 'Auto theft'],
    what: [
      `{Who} [parked|left] {my} {car} [in the driveway|on the street|at the commuter lot|behind the building] and found it [gone|missing] [the next morning|after the movie|two hours later|on returning].`,
      `{My} {car} was stolen [from a [parking garage|hotel lot|job site|carport]] [while {who} was [at work|asleep|shopping|out of town]|overnight]. [Only broken glass was left at the curb.|Both keys are accounted for.|]`,
    ],
  },
  {
    type: 'theft',
    line: 'auto',
    others: 'none',
    cause: ['Theft of parts', 'Theft from vehicle', 'Parts stolen'],
    what: [
      `[Someone|A thief|Unknown persons] [sawed off|removed|stole] the [catalytic converter|wheels and tires|tailgate|airbags] from {my} {car} [overnight|while it was parked|during a concert].`,
    ],
  },
  {
    type: 'vandalism',
    line: 'auto',
    others: 'none',
    cause: ['Vandalism', 'Malicious mischief', 'Vandalised while parked'],
    what: [
      `[Someone|Unknown persons|A vandal] [keyed|slashed the tires of|spray-painted|smashed the windows of] {my} {car} while it was [parked [on the street|in the lot]|left overnight].`,
      `{Who} found {my} {car} vandalized [in the morning|after work]; [the paint had been scratched along both sides|the windshield had been broken with a brick|all four tires had been slashed].`,
    ],
  },
  {
    type: 'fire',
    line: 'auto',
    others: 'none',
    cause: ['Vehicle fire', 'Fire', 'Engine fire'],
    what: [
      `{My} {car} caught fire [in the garage|on the shoulder|while idling] [because of|after] [an electrical short|a fuel leak|overheating wiring]. [The fire department put it out.|]`,
      `{Who} ${DRIVE} when smoke came from [under the hood|the dashboard] and {my} {car} began to burn.`,
    ],
  },
  {
    type: 'wind_hail',
    line: 'auto',
    others: 'none',
    cause: ['Hail', 'Hail damage', 'Windstorm', 'Comprehensive - hail', 'Fallen tree'],
    what: [
      `[A hailstorm|Large hail|Golf-ball size hail] [hit|pelted|fell on] {my} {car} while it was parked [outdoors|at work|in an open lot].`,
      `A [tree|large branch|dead limb] came down in [high winds|a windstorm|strong gusts] and landed on {my} {car}.`,
    ],
  },
  {
    type: 'water_damage',
    line: 'auto',
    others: 'none',
    cause: ['Water damage', 'Water main break', 'Submerged vehicle'],
    what: [
      `A [water main|sprinkler line|standpipe] broke and water [filled|flooded] the [garage|lower level] where {my} {car} was parked.`,
    ],
  },
  {
    type: 'weather_other',
    line: 'auto',
    others: 'none',
    cause: ['Lightning', 'Snow load', 'Flood', 'Storm'],
    what: [
      `[Lightning|A lightning bolt] struck [near|beside] {my} {car} and its electronics [failed|went dead].`,
      `[Heavy snow|A slab of ice] slid from a roof onto {my} {car}.`,
      `Flood water from [a swollen creek|the river|a cloudburst] rose around {my} {car} before {who} could move it.`,
    ],
  },
  {
    type: 'fire',
    line: 'property',
    others: 'none',
    cause: ['Fire', 'Kitchen fire', 'Electrical fire', 'Fire and smoke'],
    what: [
      `A fire [started|broke out] in the {room} when [a pan of oil ignited|a space heater tipped over|a phone charger overheated|wiring behind a wall shorted]. [It spread to [the hallway|the attic|the next room] before [the fire department|firefighters] [put it out|contained it].|]`,
      `[A neighbor|A passer-by|The alarm company] [saw|reported] flames [from|at] the {room}; [the cause was [an overloaded power strip|oily rags|a faulty dryer|a candle]|the cause has not been established].`,
      `[A dryer|A toaster oven|A lithium battery|A chimney spark] set fire to the {room} [overnight|while {who} was [asleep|out|at work]].`,
    ],
  },
  {
    type: 'water_damage',
    line: 'property',
    others: 'none',
    cause: ['Water damage', 'Burst pipe', 'Plumbing leak', 'Water leak', 'Appliance leak'],
    what: [
      `A [supply line|copper pipe|washing machine hose|water heater|toilet valve|dishwasher line] [burst|failed|let go|split] in the {room} and water [ran|spread] through the [ground floor|ceiling below|lower level]. [It ran for [several hours|most of a day|a weekend] before {who} could shut it off.|]`,
      `[Water leaked|Water poured] from [an upstairs bathroom|a cracked pipe|the sprinkler riser|a refrigerator line] into the {room} [while {who} was away|overnight|during a holiday weekend].`,
      `{Who} [came home|returned|arrived in the morning] to find the {room} under [two|three|four|several] inches of water from a [failed|broken|ruptured] [hose|pipe|fitting].`,
    ],
  },
  {
    type: 'wind_hail',
    line: 'property',
    others: 'none',
    cause: ['Wind', 'Hail', 'Windstorm', 'Wind and hail', 'Storm damage - wind'],
    what: [
      `[High winds|A windstorm|A microburst|Straight-line winds] [tore|stripped|lifted] [shingles|sheet metal|flashing] from the roof [and rain came in over the {room}|and brought down part of the fence|].`,
      `[A hailstorm|Hail the size of walnuts] [struck|battered] the [roof|siding and gutters|skylights] of the [house|building].`,
      `A [tree|large oak|pine] [fell|was blown] onto the [roof|garage|porch] during [a thunderstorm with strong gusts|high winds].`,
    ],
  },
  {
    type: 'theft',
    line: 'property',
    others: 'none',
    cause: ['Burglary', 'Theft', 'Break-in', 'Theft of contents'],
    what: [
      `[Someone|Burglars|Unknown persons] [broke into|forced entry to|entered] the [house|unit|premises|store|storage room] [through a [rear|side] [door|window]] and [took|stole|removed] [jewelry and electronics|tools|cash and stock|computers|two bicycles].`,
      `{Who} [returned|came back] to find the [back|basement|side] door [forced|pried open] and [several items|valuables|equipment] [missing|gone].`,
    ],
  },
  {
    type: 'vandalism',
    line: 'property',
    others: 'none',
    cause: ['Vandalism', 'Graffiti', 'Malicious mischief'],
    what: [
      `[Vandals|Unknown persons|Someone] [broke [windows|the front glass]|spray-painted the [facade|walls]|smashed fixtures] at the [property|premises|building] [overnight|over the weekend].`,
    ],
  },
  {
    type: 'weather_other',
    line: 'property',
    others: 'none',
    cause: ['Lightning', 'Ice dam', 'Weight of snow', 'Flood', 'Freezing'],
    what: [
      `[Lightning struck|A lightning strike hit] the [house|building|chimney] and [burned out|damaged] the [wiring|electrical panel|alarm system].`,
      `[The weight of snow|Ice and snow] [brought down|collapsed] part of the [roof|carport|awning|porch].`,
      `[Flood water|Storm surge|A swollen creek] entered the [ground floor|basement|shop floor] [after days of rain|in the night].`,
    ],
  },
  {
    type: 'other',
    line: 'property',
    others: 'none',
    cause: ['Other', 'Power surge', 'Structural collapse', 'Falling object'],
    what: [
      `A power surge [damaged|destroyed] [appliances|equipment] in the {room}.`,
      `Part of the [ceiling|retaining wall|shelving] collapsed in the {room} without warning.`,
    ],
  },
  {
    type: 'liability_injury',
    line: 'liability',
    others: 'injured',
    cause: ['Slip and fall', 'Bodily injury', 'Customer injury', 'Trip and fall', 'Premises liability'],
    what: [
      `A [customer|visitor|guest|delivery worker] slipped on [a wet floor|spilled liquid|ice|loose tiles] [near the entrance|in the aisle|on the stairs|in the parking area] and fell.`,
      `A [customer|visitor|tenant] tripped over [a raised mat|an uneven step|a power cord|a pallet] [in the lobby|at the loading dock|beside the counter] and [fell|landed on one side].`,
      `A [stack of boxes|shelf|sign] fell on a [customer|visitor|child] [in the store|near the register].`,
    ],
  },
  {
    type: 'liability_injury',
    line: 'liability',
    others: 'injured',
    cause: ['Dog bite', 'Guest injury', 'Bodily injury'],
    what: [
      `A [guest|neighbor|mail carrier] was bitten by a dog [at the front gate|in the yard|on the porch].`,
    ],
  },
];

export const ROOMS = [
  'kitchen',
  'basement',
  'living room',
  'laundry room',
  'upstairs bathroom',
  'attic',
  'garage',
  'stock room',
  'rear office',
  'dining area',
  'workshop',
  'front bedroom',
  'hallway',
  'utility closet',
  'server room',
  'showroom',
];

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who speaks: pronouns and nouns of a telling. */
export interface Voice {
  who: string;
  my: string;
  car: string;
}

/** One of the scenario's accounts; `{mph}` is a speed, `{n}` a small number. */
export function tell(
  r: Random,
  scenario: Pick<Scenario, 'what'>,
  voice: Voice,
  street: string,
  room: string,
): string {
  const slots: Record<string, string> = {
    ...voice,
    street,
    room,
    Who: capital(voice.who),
    My: capital(voice.my),
  };
  const text = expand(r.pick(scenario.what), r, (slot) => {
    if (slot === 'mph') return String(r.int(2, 13) * 5);
    return slot === 'n' ? String(r.int(2, 13)) : (slots[slot] ?? slot);
  });
  return capital(withoutGaps(text));
}
