/** What a loss does to things, and how documents say it. */
import type { Random } from './random.ts';
import { capital, type IncidentType, type Scenario } from './stories.ts';

const PARTS = [
  'front bumper',
  'rear bumper',
  'hood',
  'trunk lid',
  'left front fender',
  'right front fender',
  'driver side door',
  'passenger door',
  'left rear quarter panel',
  'right quarter panel',
  'windshield',
  'rear window',
  'tail light',
  'left headlight',
  'grille',
  'radiator',
  'side mirror',
  'roof panel',
  'tailgate',
  'rocker panel',
  'front axle',
  'wheel and tire',
  'exhaust',
  'liftgate',
  'side curtain airbags',
  'bumper reinforcement',
  'fog lamp',
  'trim molding',
  'parking sensor',
  'step rail',
];
const HARM = [
  'dented',
  'cracked',
  'crushed',
  'scratched',
  'torn loose',
  'pushed in',
  'broken',
  'bent',
  'shattered',
  'scuffed',
  'buckled',
  'misaligned',
  'leaking',
  'creased',
  'gouged',
  'destroyed',
];
const THINGS = [
  'hardwood flooring',
  'carpet',
  'drywall',
  'ceiling tiles',
  'kitchen cabinets',
  'countertops',
  'insulation',
  'roof shingles',
  'gutters',
  'siding',
  'wiring',
  'furniture',
  'curtains',
  'shelving',
  'display cases',
  'subfloor',
  'light fixtures',
  'skylight',
  'door frame',
  'window glass',
  'fence panels',
  'water heater',
  'electronics',
  'stock',
  'paint finish',
  'baseboards',
  'bedding',
  'office equipment',
  'refrigeration unit',
  'HVAC ducts',
];
const RUIN = [
  'soaked',
  'scorched',
  'warped',
  'stained',
  'ruined',
  'destroyed',
  'smoke-damaged',
  'water-damaged',
  'torn off',
  'collapsed',
  'cracked',
  'punctured',
  'broken',
  'swollen',
  'blackened',
  'bent',
];
const STOLEN = [
  'a laptop computer',
  'two watches',
  'a gold necklace',
  'a cordless drill set',
  'a mountain bike',
  'a game console',
  'cash drawer contents',
  'a generator',
  'a tablet',
  'camera equipment',
  'a television',
  'copper pipe stock',
  'a table saw',
  'silverware',
  'a guitar',
  'three phones',
];
/** What a kind of loss does to things, where it is not just any harm. */
const HARM_OF: Partial<Record<IncidentType, string[]>> = {
  fire: ['scorched', 'blackened', 'smoke-damaged', 'destroyed', 'charred', 'melted', 'burned through'],
  water_damage: ['soaked', 'warped', 'stained', 'swollen', 'water-damaged', 'ruined', 'corroded'],
  wind_hail: ['torn off', 'punctured', 'cracked', 'dented', 'broken', 'bent', 'blown loose', 'pitted'],
  vandalism: ['broken', 'spray-painted', 'smashed', 'gouged', 'scratched', 'defaced', 'slashed'],
};
const GONE = [
  'entire vehicle',
  'vehicle stolen, not recovered',
  'total theft of vehicle',
  'vehicle and contents',
  'recovered with stripped interior',
  'ignition and door lock broken',
];
const STRIPPED = [
  'parts cut from the underside',
  'stolen parts, mounting points bent',
  'parts missing and wiring cut',
  'missing parts, panel scratched',
];
const HURTS = [
  'sprained wrist',
  'bruised hip',
  'fractured ankle',
  'twisted knee',
  'cut on the forearm',
  'lower back strain',
  'broken wrist',
  'puncture wound to the calf',
  'concussion',
  'torn shoulder ligament',
];

export interface DamageItem {
  part: string;
  harm: string;
}

export function damageItems(r: Random, scenario: Scenario): DamageItem[] {
  if (scenario.type === 'liability_injury')
    return r.some(HURTS, r.int(1, 2)).map((part) => ({ part, harm: '' }));
  if (scenario.type === 'theft') {
    const taken = scenario.cause.includes('Parts stolen') ? STRIPPED : GONE;
    return scenario.line === 'auto'
      ? [{ part: r.pick(taken), harm: '' }]
      : r.some(STOLEN, r.int(1, 4)).map((part) => ({ part, harm: '' }));
  }
  const parts = scenario.line === 'auto' ? PARTS : THINGS;
  const harms = HARM_OF[scenario.type] ?? (scenario.line === 'auto' ? HARM : RUIN);
  return r.some(parts, r.int(1, r.chance(0.25) ? 8 : 5)).map((part) => ({ part, harm: r.pick(harms) }));
}

const SEVERE = ['Extensive', 'Severe', 'Significant', 'Moderate', 'Visible', 'Heavy', 'Minor'];
const AREA: Record<Scenario['line'], string[]> = {
  auto: [
    'damage to the vehicle',
    'body damage',
    'impact damage',
    'damage on several sides',
    'exterior damage',
  ],
  property: [
    'damage to the premises',
    'damage throughout',
    'damage in several rooms',
    'damage to contents and finishes',
  ],
  liability: ['harm'],
};
const STATE: Record<Scenario['line'], string[]> = {
  auto: [
    'Vehicle not drivable.',
    'Possible frame damage.',
    'Airbags deployed.',
    'Fluid under the engine.',
    'Alignment is off.',
    'Drivable, but not safe.',
    'Hidden damage is likely.',
  ],
  property: [
    'Rooms not usable.',
    'Strong odor throughout.',
    'Moisture behind the walls.',
    'Some items may be cleaned.',
    'Structure to be checked.',
  ],
  liability: ['Treatment continues.', 'Unable to work for now.'],
};

/** The damage as a form's line says it: a list, or fragments and sentences one after the other. */
export function damageText(r: Random, items: readonly DamageItem[], line: Scenario['line']): string {
  return items.length >= 3 && items[0]?.harm !== '' && r.chance(0.45)
    ? damageSentences(r, items, line)
    : damageList(r, items);
}

function damageSentences(r: Random, items: readonly DamageItem[], line: Scenario['line']): string {
  const says = r.pick<(item: DamageItem) => string>([
    ({ part, harm }) => `${part} ${harm}`,
    ({ part, harm }) => `${part} is ${harm}`,
    ({ part, harm }) => `${part} ${harm}`,
  ]);
  const sentences: string[] = [];
  for (let at = 0; at < items.length; ) {
    const taken = items.slice(at, at + r.int(1, 3));
    at += taken.length;
    sentences.push(`${capital(taken.map(says).join(r.pick([', ', ' and ', ', '])))}.`);
  }
  const opening = `${r.pick(SEVERE)} ${r.pick(AREA[line])}`;
  if (r.chance(0.35)) sentences[0] = `${opening}${r.pick([' - ', ': ', ' – '])}${rise(sentences[0] ?? '')}`;
  else if (r.chance(0.3)) sentences.unshift(`${opening}.`);
  if (r.chance(0.4)) sentences.push(r.pick(STATE[line]));
  return sentences.join(' ');
}

/** Damage of many parts, told area by area. */
export function damageByArea(r: Random, items: readonly DamageItem[], areas: readonly string[]): string {
  const each = Math.ceil(items.length / Math.min(areas.length, r.int(2, 4)));
  const named = r.shuffle(areas);
  const told: string[] = [];
  for (let at = 0; at < items.length; at += each) {
    const list = items.slice(at, at + each).map(({ part, harm }) => `${part} ${harm}`.trim());
    told.push(`${named[told.length] ?? 'Elsewhere'}: ${list.join(', ')}`);
  }
  return `${told.join(r.pick(['. ', '; ', ' / ']))}${r.chance(0.5) ? '.' : ''}`;
}

/** As many damaged parts as asked for, of one loss. */
export const manyItems = (r: Random, { line, type }: Scenario, count: number): DamageItem[] =>
  r
    .some(line === 'auto' ? PARTS : THINGS, count)
    .map((part) => ({ part, harm: r.pick(HARM_OF[type] ?? (line === 'auto' ? HARM : RUIN)) }));

const rise = (text: string): string =>
  /^[A-Z][A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

function damageList(r: Random, items: readonly DamageItem[]): string {
  const style = r.int(0, 5);
  const each = items.map(({ part, harm }) =>
    harm === ''
      ? part
      : style === 0
        ? `${harm} ${part}`
        : style === 1
          ? `${part} (${harm})`
          : style === 5
            ? part
            : `${part} ${harm}`,
  );
  const last = each.at(-1) ?? '';
  const list =
    each.length > 1 && style % 2 === 0
      ? `${each.slice(0, -1).join(', ')} and ${last}`
      : each.join(style === 3 ? '; ' : ', ');
  const prefix =
    style === 5 && items[0]?.harm !== ''
      ? r.pick([
          'Damage to ',
          'Damage to ',
          'Significant damage to ',
          'Moderate damage: ',
          'Minor damage to ',
        ])
      : '';
  return capital(`${prefix}${list}${r.chance(0.3) ? '.' : ''}`);
}
