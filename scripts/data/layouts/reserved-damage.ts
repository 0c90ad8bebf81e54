/** What a loss breaks or takes, in words that no other layout uses. */
import type { Kit } from '../kit.ts';
import { capital } from '../stories.ts';

const DAMAGE: Record<string, string> = {
  'auto:collision':
    'front end|pushed back;hood|folded;left fender|creased;passenger door skin|stove in;rear hatch|will not close;bumper cover|hanging off;headlight unit|smashed;cooling pack|holed;rear light cluster|in pieces;suspension arm|bent;sill|crumpled;windshield|starred',
  'auto:fire':
    'dashboard|melted;wiring harness|burnt through;paintwork|blistered;seats|burnt out;hood|warped by heat;windshield|burst;front tires|burnt away',
  'auto:water_damage':
    'seats|waterlogged;control units|shorted;carpet set|soaked;door linings|warped;engine|hydrolocked',
  'auto:wind_hail':
    'roof skin|dimpled;hood|pitted;rear glass|smashed;side mirror|torn off;sunroof|holed;trunk lid|dented all over',
  'auto:vandalism':
    'side panels|scored;side glass|put in;mirrors|kicked off;tires|cut;paint|daubed;wipers|snapped',
  'auto:weather_other':
    'electrics|dead;upholstery|wet through;engine|flooded;battery|burnt out;floor pans|silted up',
  'property:fire':
    'wall units|burnt out;plaster|scorched;roof timbers|charred;soft furnishings|smoke-tainted;windows|blown out;flooring|burnt through',
  'property:water_damage':
    'laminate floor|lifted;wallboard|saturated;baseboard|swollen;stored goods|ruined;rugs|soaked;ceiling|sagging;cupboards|warped',
  'property:wind_hail':
    'roof covering|torn back;ridge tiles|gone;gutter run|hanging;rooflight|holed;fascia boards|split;siding|pitted',
  'property:vandalism':
    'panes|put in;walls|daubed;door|kicked through;fittings|ripped out;furniture|slashed;mirrors|smashed',
  'property:weather_other':
    'electrics|dead;flooring|silted up;lining boards|waterlogged;rafters|snapped;machinery|flooded;canopy|flattened',
  'property:other':
    'ceiling|down;freezers|burnt out;light fittings|broken;server rack|dead;racking|flattened;stock|crushed',
};
const TAKEN = 'two laptops;a coin collection;power tools;a safe with takings;a road bike;copper cable;rings';
const TAKEN_CARS = 'complete vehicle, not found so far;whole vehicle;car gone with tools inside';
const TAKEN_PARTS = 'exhaust section sawn out;four wheels and locking nuts;tailgate, camera harness cut';
const HURT = 'broken wrist;torn knee ligament;split lip;bruised ribs;hairline fracture of the elbow';

export function breakAnew({ f, r }: Kit): void {
  const { type, line } = f.scenario;
  const stolen =
    line === 'property' ? TAKEN : f.scenario.cause.join().includes('arts') ? TAKEN_PARTS : TAKEN_CARS;
  const list =
    type === 'theft' ? stolen : type === 'liability_injury' ? HURT : (DAMAGE[`${line}:${type}`] ?? '');
  const drawn = r.some(list.split(';'), f.damage.length).map((entry) => entry.split('|'));
  f.damage = drawn.map(([part = '', harm = '']) => ({ part, harm }));
  f.parts = f.parts.slice(0, drawn.length);
  f.total = f.parts.reduce((sum, part) => sum + part, 0);
  f.earlier = Math.max(100, Math.round((f.total * r.int(40, 95)) / 100));
  if (type === 'liability_injury') f.injury = drawn[0]?.[0] ?? f.injury;
  const style = r.int(0, 3);
  const each = f.damage.map(({ part, harm }) =>
    harm === ''
      ? part
      : style === 0
        ? `${part}: ${harm}`
        : style === 1
          ? `${part} ${harm}`
          : `${part} (${harm})`,
  );
  const last = each.pop() ?? '';
  const all =
    each.length === 0
      ? last
      : `${each.join(style === 0 ? '; ' : ', ')}${style === 3 ? ' and ' : style === 0 ? '; ' : ', '}${last}`;
  f.damageText = capital(all) + (r.chance(0.25) ? '.' : '');
}
