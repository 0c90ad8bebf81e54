/** Losses retold: other events, longer, in many registers, of the scenario that the facts were drawn for. */
import { damageText } from '../damage.ts';
import type { Kit } from '../kit.ts';
import { sentences } from '../marks.ts';
import { fullName } from '../people.ts';
import type { Random } from '../random.ts';
import { capital, type IncidentType, type Line, tell } from '../stories.ts';

const WHILE =
  '[on [the|my|our|a] way [to work|home|to a customer|back from the dentist|to the airport]|during the school run|coming off the ramp|in [stop-and-go|heavy|light] traffic|on a delivery round|after a night shift]';
const SKY =
  '[It was raining [hard|on and off].|The sun stood low and blinded everyone.|Fog lay over the road.|The light had just changed.|Nothing was wrong with the weather.|A truck blocked the view.|]';
const HALT =
  '[ended up [on the verge|facing the wrong way|across two lanes|against the kerb]|had to be towed [away|to a yard]|could still be driven, barely|would not start afterwards]';

/** By line and kind of loss, and by whom else it involves. */
const RETOLD: Readonly<Record<string, readonly string[]>> = {
  'auto collision driver': [
    `[Driver of a [white|blue|silver|green] [van|hatchback|wagon|flatbed]|A rideshare driver|Someone in a rental] [misjudged the gap|never looked up|overshot the line|lost control in the bend] and [caught|clipped|slammed into|went into] {my} {car}. ${SKY} {My} {car} ${HALT}.`,
    `{Who} had [the right of way|a green arrow|nearly cleared the junction] on {street} when [a|the] [courier|coach|saloon|lorry|SUV] [shot out|came through|cut across]. [Contact was to the [nearside|offside|left flank|right rear corner].|The blow spun {my} {car} round.|] {My} {car} ${HALT}.`,
    `[Two cars touched|There was contact] [while both were [merging|parking|reversing]|on the roundabout by {street}]. [The other one admitted fault at the scene.|]`,
    `[Insd|IV] [stopped|slowing] for [light|ped|traffic], [clmt|OV] [did not stop|failed to stop], [hit IV in rear|impact to rear of IV]. [No skid marks.|OV admitted looking at GPS.|]`,
    `{Who} [was hit|got hit|was struck] ${WHILE}. The other [motorist|party|car] [came from the side|was going too fast for the rain|had drifted over the center line]. ${SKY}`,
    `[Tire blew|A wheel came off] on the [pickup|trailer] ahead near {street}; {who} braked, and the [van|car|truck] behind [did not|could not stop], so {my} {car} was [shunted|pushed] [some yards|into the barrier].`,
    `Moving from the [inside|middle|bus] lane, [a|an unmarked] [taxi|moving van|camper] [scraped along|rubbed against|took the mirror off] {my} {car} and [pulled over further on|carried on to the next light].`,
  ],
  'auto collision owner': [
    `{My} {car} stood [in bay {n}|by the curb|outside the house|at the charging point] when [someone reversing|a neighbor's truck|a contractor's van|a shopping cart pushed by the wind] [caught|bumped|dented] it. [Nobody was inside.|A camera filmed it.|]`,
    `[Backing up|Pulling out], {who} [did not see|misjudged the distance to] a [parked wagon|stationary scooter|neighbor's coupe] and [touched it|the bumpers met]. [Speed was walking pace.|]`,
    `{Who} returned from [shopping|a meeting|the movies] to {my} {car} and found [fresh scrapes|a crumpled corner]; [a passer-by had written down the plate|the owner of the other car was waiting].`,
  ],
  'auto collision none': [
    `[A fox|A stag|A cow|A large dog|A boar] [bolted|wandered|sprang] onto {street}; {who} [hit it head-on|braked but could not avoid it|swerved and took down a fence]. {My} {car} ${HALT}.`,
    `{Who} [misread the bend|hit a patch of oil|lost the rear on wet leaves] and {my} {car} [went into a ditch|mounted the kerb and hit a lamp post|rolled onto its side|struck the median]. ${SKY}`,
    `[A deep pothole|A fallen load of timber|Debris from a truck|A manhole cover] on {street} [wrecked|damaged] the underside of {my} {car} ${WHILE}.`,
    `[Clearance was misjudged|The barrier came down] [at the car park|at the car wash|under the bridge], and {my} {car} [was scraped from end to end|lost its roof rack and more].`,
  ],
  'auto theft none': [
    `[Keys were taken from the [hallway|locker room|coat rack]|The lock was picked|A relay device was used] and {my} {car} was driven off [during dinner|between {n} minutes past the hour and dawn|while {who} slept]. [It has not turned up.|Neighbors heard nothing.|]`,
    `{My} {car} was [gone|not there any more] when {who} came [out of the gym|back to {street}|down in the morning]. [At first a tow was suspected.|Broken glass lay on the ground.|]`,
    `[Thieves|Persons unknown|A gang seen on video] [jacked up|got under|opened] {my} {car} [at the depot|in the station lot|in front of the hotel] and made off with [the converter|all four wheels|the seats and airbags|the headlights].`,
  ],
  'auto vandalism none': [
    `[Paint was poured|A key was dragged|Somebody jumped] [over|along|on] {my} {car} [during the street fair|after the match|on a quiet night]. [There are no suspects.|]`,
    `{My} {car} was found with [its mirrors kicked off|every window smashed|eggs and paint all over|the tires let down and cut] [on returning from a trip|at first light].`,
  ],
  'auto fire none': [
    `[Smoke rose from the vents|There was a smell of burning plastic|A warning light came on], {who} [pulled over|got everyone out], and [within minutes|before help came] {my} {car} was [alight|burnt out|in flames].`,
    `[A charging cable|The battery|A rag left on the engine|Dry grass under the exhaust] [started a fire|caught fire] and {my} {car} [burned to the rims|was badly burnt].`,
  ],
  'auto wind_hail none': [
    `[Hailstones the size of [marbles|eggs|quarters]|A sudden squall with hail] [came down on|beat] {my} {car} [on the open deck of the garage|at the fairground|during lunch]. [Every upward panel shows it.|]`,
    `[The gale|A gust front|The storm] [tore off a billboard|snapped a poplar|lifted a trampoline], which [landed on|crushed|struck] {my} {car} on {street}.`,
  ],
  'auto water_damage none': [
    `[A hydrant was knocked over|The tank above the garage ruptured|A pump failed] and {my} {car} [stood in water up to the seats|was drenched inside].`,
  ],
  'auto weather_other none': [
    `[The creek came over its banks|A cloudburst turned {street} into a stream] and {my} {car} [floated|stalled in deep water|was swept against a wall].`,
    `[A bolt of lightning|An ice sheet from the roof|Wet snow on a carport] [hit|came down on|flattened] {my} {car}.`,
  ],
  'property fire none': [
    `[Fat on the stove|A candle by the curtain|An old extension lead|A fan heater left on] set the {room} [ablaze|alight]. [Two crews worked for an hour.|Sprinklers held it back.|Soot went everywhere.|]`,
    `[The smoke alarm woke {who}|A tenant called it in|{Who} smelled smoke]; [fire had taken hold of|flames came out of] the {room} and [the stairwell filled with smoke|the roof space was opened by the crew].`,
    `[Embers from a grill|A workman's torch|A failed ballast|A clothes iron] [ignited|lit] [insulation|packaging|bedding] in the {room}, and the fire [ran up the wall|reached the rafters|was out by the time the engine came].`,
  ],
  'property water_damage none': [
    `[A joint under the sink gave way|The boiler let go|An ice maker tube came off|A radiator valve sheared off] and [for hours|all through the night|unnoticed until morning] water [went through|soaked] the {room}. [The main was closed by a neighbor.|]`,
    `[The flat above flooded|A drain backed up|A bath overflowed|The roof tank overflowed], and water [came down|dripped] into the {room}. [Plaster is coming off.|The floor has lifted.|]`,
    `On [opening up|getting back from vacation|going down], {who} [found the {room} awash|stepped into standing water in the {room}]; [a frozen line had burst|a hose on the washer had come off].`,
  ],
  'property wind_hail none': [
    `[The storm|A tornado that touched down nearby|A downburst] [peeled back|ripped off|took away] [part of the roof|the ridge tiles|the cladding]; [afterwards rain got into|water then reached] the {room}.`,
    `[A spruce|The neighbor's elm|A utility pole] [came through|was thrown onto|toppled onto] the [porch|roof|shed] [in the gale|when the gusts peaked].`,
    `Hail [riddled|broke|dented] [every skylight|the north slope|gutters and vents]. [It lasted ten minutes.|]`,
  ],
  'property theft none': [
    `[A pane was cut out|The shutter was levered up|The cellar lock was forced] and [jewellery|the till and tools|laptops and a safe|bikes and a drone] [went missing|were carried off]. [The alarm had been off.|Drawers were turned out.|]`,
    `{Who} [got home|opened the shop] and saw [muddy prints|the door ajar|an empty shelf]; [the place had been ransacked|someone had been through every room].`,
  ],
  'property vandalism none': [
    `[Stones were thrown through|Slogans were sprayed on|Someone took a hammer to] the [front|storefront|glass doors|mailboxes] [in the small hours|during a protest|while the street was empty].`,
  ],
  'property weather_other none': [
    `[The river rose|Meltwater came up|Rain ran down the slope] and [filled|entered] the {room}. [Sandbags did not hold.|The pump was overwhelmed.|]`,
    `[Lightning came in through the aerial|Snow lay so heavy that the canopy gave way|An ice dam forced water under the shingles].`,
  ],
  'property other none': [
    `[The voltage spiked|A chimney leaned and fell|A floor beam gave way] and [equipment in|part of] the {room} was [lost|damaged].`,
  ],
  'liability liability_injury injured': [
    `[A shopper|An elderly visitor|A courier|A tenant's child] [lost footing|went down|fell] [on a freshly mopped floor|on black ice by the door|over a hose|on a broken step]. [A sign had been put out.|No sign stood there.|Staff came at once.|]`,
    `[A ladder slid|Goods came off a shelf|A door closer failed|A glass panel broke] and [hit|struck|hurt] a [customer|visitor|delivery driver] [by the counter|in aisle {n}|at the entrance].`,
  ],
};

/** Causes that say more than the kind of loss, as other stories would not. */
const OF_ITS_OWN: ReadonlySet<string> = new Set(['Dog bite', 'Parts stolen']);
const CAUSES: Readonly<Record<IncidentType, readonly string[]>> = {
  collision: ['Collision', 'Crash', 'MVA', 'Traffic accident', 'Impact', 'Road accident', 'COLL'],
  theft: ['Theft', 'Stolen', 'Larceny', 'THEFT'],
  vandalism: ['Vandalism', 'Malicious damage', 'Wilful damage', 'V&MM'],
  fire: ['Fire', 'FIRE', 'Fire loss', 'Burning'],
  wind_hail: ['Wind/hail', 'Hail or wind', 'Storm (wind, hail)', 'WIND/HAIL'],
  water_damage: ['Water damage', 'Escape of water', 'Discharge of water', 'WATER'],
  weather_other: ['Weather', 'Act of nature', 'Other weather', 'Natural event'],
  liability_injury: ['Injury to a visitor', 'Third party injury', 'BI claim', 'Personal injury on premises'],
  other: ['Other', 'Miscellaneous', 'Other peril'],
};

const PANELS = [
  'nearside wing',
  'offside wing',
  'boot lid',
  'bonnet',
  'back bumper cover',
  'A-pillar',
  'sunroof',
  'left wheel arch',
  'right sill',
  'number plate holder',
  'power steering rack',
  'front subframe',
  'passenger window',
  'spoiler',
  'tow bar',
  'left turn signal',
  'coolant hose',
  'bed rail',
  'sliding door',
  'rear hatch glass',
  'driver seat',
  'dashboard',
  'suspension arm',
  'hub cap',
];
const THINGS = [
  'laminate floor',
  'oak parquet',
  'plaster ceiling',
  'wallpaper',
  'oven and hood',
  'vanity unit',
  'attic joists',
  'slate tiles',
  'downspouts',
  'brick veneer',
  'fuse box',
  'sofa and armchairs',
  'blinds',
  'wine stock',
  'counter top',
  'screed',
  'chandelier',
  'dormer',
  'front gate',
  'plate glass',
  'hot water tank',
  'loudspeakers',
  'rugs',
  'mattress',
  'copier',
  'walk-in freezer',
  'duct work',
  'piano',
  'filing cabinets',
  'awning',
];
const HARMS: Readonly<Record<string, readonly string[]>> = {
  fire: ['burnt', 'singed', 'sooty', 'heat-damaged', 'gutted', 'beyond saving'],
  water_damage: ['wet through', 'delaminated', 'mouldy', 'buckling', 'full of water', 'coming loose'],
  auto: [
    'stove in',
    'hanging off',
    'chipped',
    'ripped',
    'out of line',
    'jammed',
    'split',
    'bashed in',
    'does not close',
    'paint through to metal',
  ],
  property: [
    'smashed',
    'ripped off',
    'split open',
    'beyond repair',
    'loose',
    'caved in',
    'chipped',
    'missing in places',
  ],
};
const SYLLABLES = [
  'ba',
  'ver',
  'lin',
  'kos',
  'ta',
  'mor',
  'gan',
  'rue',
  'el',
  'dis',
  'hen',
  'sco',
  'tri',
  'wal',
  'pem',
  'ny',
  'zar',
  'jo',
  'fen',
  'quil',
  'dra',
  'bert',
  'o',
  'shi',
  'van',
  'ka',
  'ghe',
  'mul',
  'lo',
  'way',
  'ruth',
  'tan',
  'ez',
  'ia',
  'ick',
  'sen',
  'ley',
  'son',
  'ford',
  'ham',
];

const invented = (r: Random): string =>
  capital(Array.from({ length: r.int(2, 3) }, () => r.pick(SYLLABLES)).join(''));

/** Tells the claim anew: what happened, what was harmed, what people and places are called. To be called before anything is written. */
export function retold(kit: Kit): void {
  const { r, f } = kit;
  if (r.chance(0.5)) rename(kit);
  if (kit.target !== null || kit.clipped) return;
  const { line, type } = f.scenario;
  const told = RETOLD[`${line} ${type} ${f.scenario.others}`];
  if (told && !f.scenario.cause.some((cause) => OF_ITS_OWN.has(cause)) && r.chance(0.85)) {
    const account = tell(r, { what: told }, kit.voice, f.street, f.room);
    kit.what = sentences(account).slice(0, 2).join(' ');
    f.scenario = { ...f.scenario, cause: CAUSES[type] };
  }
  if (r.chance(0.7)) harm(kit, line, type);
}

function harm(kit: Kit, line: Line, type: IncidentType): void {
  const { r, f } = kit;
  if (type === 'theft' || line === 'liability') return;
  const harms = HARMS[type] ?? HARMS[line] ?? [];
  f.damage = r
    .some(line === 'auto' ? PANELS : THINGS, f.damage.length)
    .map((part) => ({ part, harm: r.pick(harms) }));
  f.damageText = damageText(r, f.damage, line);
}

/** Names that no list holds, so that they can only be read. */
function rename(kit: Kit): void {
  const { r, f } = kit;
  if (!f.insured.firm) {
    if (r.chance(0.5)) f.insured.person.first = invented(r);
    f.insured.person.last = invented(r);
    f.insured.name = fullName(f.insured.person);
  }
  for (const other of f.otherParties) {
    if (other.firm) continue;
    other.person.last = invented(r);
    other.name = fullName(other.person);
  }
  f.insured.address.city = invented(r);
  if (f.place !== f.insured.address && f.place.city) f.place.city = invented(r);
}
