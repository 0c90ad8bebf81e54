/** A landlord's loss form for residents. */
import type { Kit } from '../kit.ts';
import { wrap } from '../marks.ts';
import { account, exclusionTold, hurtAnswer, othersLine, policeTold } from './reserved-phrases.ts';

const TICKS: Record<string, string> = {
  collision: 'Car accident',
  theft: 'Theft',
  vandalism: 'Vandalism',
  fire: 'Fire or smoke',
  water_damage: 'Water leak',
  wind_hail: 'Wind or hail',
  weather_other: 'Flood, snow or lightning',
  liability_injury: 'Someone was injured',
  other: 'Something else',
};

/** A landlord's loss form for residents, its kind of loss a ticked box. */
export function tenant(kit: Kit): string[] {
  const { f, r } = kit;
  const fill = (label: string, value: string | null): string =>
    `${label} ${value === null ? '_'.repeat(r.int(12, 30)) : `_${value}_`}`;
  const ticks = Object.entries(TICKS).map(([type, word]) =>
    type === f.scenario.type ? `[x] ${kit.mark('incident_type', word, type)}` : `[ ] ${word}`,
  );
  const lines = [
    fill('My name (as on the lease):', kit.claimant()),
    `Unit ${r.int(1, 40)}${r.fill('@')}   ${fill('Born:', kit.dob())}`,
    fill('I can be called on', kit.phone()),
    fill('and written to at', kit.email()),
    fill('My mail goes to', kit.address()),
    '',
    'What kind of loss? Tick one.',
    `  ${ticks.slice(0, 3).join('   ')}`,
    `  ${ticks.slice(3, 6).join('   ')}`,
    `  ${ticks.slice(6).join('   ')}`,
    '',
    fill('It happened on', kit.lossDate()),
    fill('at (time)', kit.lossTime()),
    fill('Where:', kit.location()),
    'Say what happened:',
    wrap(account(kit), 78),
    '',
    fill('My insured belongings, home or car:', kit.item()),
    fill('Harmed or missing:', kit.damage()),
    fill('To repair or replace, all together:', kit.amount()),
    fill('Anyone injured?', hurtAnswer(kit, 'yes', 'no one')),
    f.others === 'silent' ? null : fill('Other people involved:', othersLine(kit)),
    policeTold(kit),
    '',
    `MY INSURANCE (the landlord's policy ${r.fill('BLD-######')} does not cover residents)`,
    fill('Company:', f.insurer),
    fill('Policy:', kit.policy()),
    fill('Plan:', kit.line()),
    `${fill('First day:', kit.effective())}   ${fill('Last day:', kit.expiration())}`,
    fill('I pay first:', kit.deductible()),
    exclusionTold(kit),
    '',
    `For the manager: work order ${r.fill('WO-#####')}, plumber/guard ${f.witness.name}`,
    fill('Signed by resident and sent to the company on', kit.reported()),
  ];
  return [
    `${f.agency.split(' ')[0]} Residences - Resident Loss Statement`,
    '',
    ...lines.filter((line) => line !== null),
  ];
}
