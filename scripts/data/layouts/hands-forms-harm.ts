/** What is damaged, injured or gone, in the short words of people who fill in forms. */
import { costs } from '../facts.ts';
import type { Kit } from '../kit.ts';
import type { Random } from '../random.ts';
import { capital } from '../stories.ts';

export type HarmSet = keyof typeof HARMS | 'none';

const list = (text: string): readonly string[] => text.split('|');

/** Things of one kind of loss, each with what can be wrong with it. */
const HARMS = {
  rear: {
    things: list(
      'bumper skin (rear)|rear crash bar|hatch|trunk floor|LR lamp|RR lamp|tow hitch|rear sensor|spare wheel well|exhaust tip|deck lid|plate bracket',
    ),
    ways: list(
      'caved in|split|crumpled|off its clips|shoved forward|kinked|hanging|smashed|will not close|rubbed through',
    ),
  },
  side: {
    things: list(
      'RF door skin|LF door|sliding door|B-pillar|running board|near-side mirror|door handle|RR wheel|sill|window regulator|left flank|quarter glass|wheel arch liner',
    ),
    ways: list(
      'stove in|scraped to bare metal|torn|jammed|chipped|rippled|knocked off|pushed inwards|scored|pulled away',
    ),
  },
  front: {
    things: list(
      'bumper cover|condenser|cooling fan|bonnet|LF fender|RF lamp assy|radiator support|splash shield|control arm|oil pan|license bracket|air dam|both front rims',
    ),
    ways: list(
      'folded|holed|pushed back|leaking|broken off|out of line|cracked through|flattened|bent under|in pieces',
    ),
  },
  taken: {
    things: list('the whole unit|complete vehicle|car with all keys|vehicle plus tools on board'),
    ways: list('gone, not found|missing|not recovered|still outstanding'),
  },
  stripped: {
    things: list(
      'converter and O2 sensor|alloy wheels|rear glass|radio head unit|seats|underbody shield|lug nuts and jacking points',
    ),
    ways: list('removed|sawn off|pulled out|missing|ripped loose'),
  },
  spoiled: {
    things: list(
      'paint on both sides|convertible top|all glass|antenna|fuel system|tires|badges|roof skin|wipers',
    ),
    ways: list('scored|cut up|trampled|contaminated|sprayed|etched|kicked in'),
  },
  'burnt-car': {
    things: list(
      'cabin|wire loom|dash|engine harness|hood insulation|front tires|intake hoses|battery tray|headliner',
    ),
    ways: list('gutted|melted down|sooted|reduced to ash|heat-cracked|beyond saving|blistered'),
  },
  burnt: {
    things: list(
      'range hood|ceiling joists|blinds|wall units|tool bench|attic insulation|stored files|floor covering|window frames|closet contents|smoke alarm wiring',
    ),
    ways: list('gutted|sooted|heat-cracked|reduced to ash|singed|full of smoke|beyond saving|blistered'),
  },
  pelted: {
    things: list(
      'roof and hood|moon roof|chrome trim|windshield|upper door rails|truck bed cover|cowl|luggage rack',
    ),
    ways: list('dimpled all over|starred|pock-marked|bashed in|crushed down|knocked out of shape'),
  },
  'drenched-car': {
    things: list(
      'floor mats and padding|seat motors|ECU|door modules|starter|air filter box|hybrid battery|wheel bearings|trunk well',
    ),
    ways: list('sodden|shorted out|silted up|corroding|full of water|wet through|not responding'),
  },
  drenched: {
    things: list(
      'laminate|lower cabinets|sheetrock to 2 ft|door casings|boxed records|furnace blower|area rugs|vanity|sofa set|plaster ceiling|stair carpet|particle board shelves',
    ),
    ways: list('sodden|buckling|delaminated|moldy|bubbling|wet through|silted up|discolored'),
  },
  storm: {
    things: list(
      'west slope shingles|ridge vent|soffit|downspouts|satellite dish|garage door|patio cover|rafters|tar paper|awning|storm windows|AC condenser fins',
    ),
    ways: list('ripped away|lifted|bruised|staved in|full of holes|sheared|dinged|scattered over the yard'),
  },
  stolen: {
    things: list(
      'two laptops|wedding ring|chain saw|cash box|coin collection|pressure washer|stereo receiver|fur coat|tool chest|stock of cigarettes|drone|sewing machine|copper fittings|espresso machine',
    ),
    ways: list(''),
  },
  'spoiled-house': {
    things: list(
      'plate glass|door leaf|stucco|wall mirrors|sanitary ware|shop sign|worktops|carpet tiles|mailbox|lighting track',
    ),
    ways: list('hammered to bits|daubed|shot through|kicked out|slashed|wrecked|clogged with plaster'),
  },
  shocked: {
    things: list(
      'breaker box|TV set|router|well pump|boiler control|wall outlets|stove electronics|door opener|computer rack|freezer',
    ),
    ways: list('dead|fried|blown|tripped and will not reset|burnt out|not responding'),
  },
  'shocked-car': {
    things: list(
      'instrument cluster|alternator|body control module|charging port|radio|all fuses|key receiver',
    ),
    ways: list('dead|fried|burnt out|not responding|blown'),
  },
  fallen: {
    things: list('plaster|joists|dining table|pendant lamps|roof deck|work counter|racking|parquet'),
    ways: list('down|splintered|buried|dented|snapped|unsafe'),
  },
} as const;

/** Draws what is harmed anew; as many things as the facts have prices for, one where all is gone. */
export function harmed(kit: Kit, set: HarmSet): void {
  const { r, f } = kit;
  if (set === 'none') return;
  const { things, ways } = HARMS[set];
  const count = set === 'taken' ? 1 : Math.min(things.length, Math.max(f.damage.length, r.int(1, 5)));
  f.damage = r.some<string>(things, count).map((part) => ({ part, harm: r.pick<string>(ways) }));
  if (count !== f.parts.length) {
    f.parts = costs(r, count, f.scenario.line === 'auto' ? 1 : r.pick([1, 2, 4]));
    if (set === 'taken') f.parts = [r.int(4_000, 48_000) * 100];
    f.total = f.parts.reduce((sum, part) => sum + part, 0);
    f.earlier = Math.max(100, Math.round((f.total * r.int(45, 92)) / 100));
  }
  f.damageText = harmText(r, f.damage);
}

type Item = Kit['f']['damage'][number];

const STYLES: readonly ((items: readonly Item[]) => string)[] = [
  (items) => items.map(({ part, harm }) => `${part} ${harm}`.trim()).join('; '),
  (items) => items.map(({ part, harm }) => (harm ? `${part}: ${harm}` : part)).join(', '),
  (items) => items.map(({ part, harm }) => (harm ? `${part} - ${harm}` : part)).join(' / '),
  (items) => items.map(({ part, harm }) => `${part} ${harm}`.trim()).join(' + '),
  (items) => items.map(({ part, harm }, index) => `(${index + 1}) ${part} ${harm}`.trim()).join(' '),
  (items) => items.map(({ part }) => part).join(', '),
  (items) => `${listed(items.map(({ part, harm }) => `${part} ${harm}`.trim()))}.`,
  (items) =>
    `${items.length} ${items.length > 1 ? 'items' : 'item'}: ${listed(items.map(({ part, harm }) => `${part} ${harm}`.trim()))}`,
];

const listed = (each: readonly string[]): string =>
  each.length > 1 ? `${each.slice(0, -1).join(', ')} and ${each.at(-1)}` : (each[0] ?? '');

const harmText = (r: Random, items: readonly Item[]): string => capital(r.pick(STYLES)(items).trim());
