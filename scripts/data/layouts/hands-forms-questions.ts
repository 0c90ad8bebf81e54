/** Forms that are filled in by hand: questions answered in words. */
import type { Kit } from '../kit.ts';
import { wrap } from '../marks.ts';
import { type Asked, labelled } from './hands-forms-labels.ts';
import {
  account,
  exclusionRemark,
  injuryEntry,
  othersEntry,
  put,
  smallPrint,
} from './hands-forms-remarks.ts';
import { letterhead } from './hands-forms-titles.ts';

/** Turns in which a person writes an answer; most write the bare value. */
const TURNS: Partial<Record<Asked, readonly string[]>> = {
  name: ['It is in the name of {v}.', '{v}', '{v} (that is the policyholder)'],
  dob: ['Born {v}.', '{v}'],
  phone: ['{v} [is best|, leave a message|, ask for me|]', '{v}'],
  email: ['{v}', 'Yes: {v}', '{v} [, checked every day|]'],
  address: ['{v}', 'At {v}.', 'Same place for years: {v}'],
  policy: ['It says {v}.', '{v}', 'No. {v}', '{v}, paid [monthly|up to date]'],
  line: ['{v}', 'I believe {v}.', 'The {v} kind.'],
  from: ['{v}', 'Since {v}.'],
  to: ['{v}', 'Till {v}.'],
  deductible: ['{v}', '{v} [each time|, as far as I know]', 'It is {v}.'],
  date: ['{v}', 'It was {v}.', 'On {v}.', '{v}, I wrote it down'],
  time: ['{v}', 'It must have been {v}.'],
  place: ['{v}', 'At {v}.', 'This was at {v}.', 'Here: {v}'],
  item: ['{v}', 'A {v}.', 'The {v}.'],
  vehicle: ['{v}', 'My {v}.', 'The {v}.'],
  damage: ['{v}', 'See list: {v}', 'This much I know of: {v}'],
  amount: ['{v}', '{v} [in all|all told|with tax]', 'They told me {v}.', '{shop} says {v}.'],
  reported: ['{v}', 'On {v}.', '{v}, by [phone|web|counter]'],
  police: ['{v}', 'They wrote down {v}.', 'No. {v} at {department}.'],
};

/** Vehicles are asked for by other words than property. */
export const ownItem = (kit: Kit): Asked =>
  kit.f.scenario.line === 'auto' && !kit.vagueItem && kit.r.chance(0.6) ? 'vehicle' : 'item';

function answer(kit: Kit, asked: Asked, value: string): string {
  const turns = kit.r.chance(0.45) ? (TURNS[asked] ?? ['{v}']) : ['{v}'];
  return put(kit, kit.r.pick(turns), value);
}

/** Questions with the answers that somebody wrote. */
export function questionnaire(kit: Kit): string[] {
  const { r } = kit;
  const lead = r.pick<(index: number) => string>([
    () => '',
    (index) => `${index}) `,
    (index) => `Question ${index}: `,
    () => '* ',
    () => 'Q: ',
  ]);
  const reply = r.pick(['', 'A: ', '   ', '-- ', 'Answer: ', '=> ']);
  const beside = r.chance(0.35);
  const values: [Asked, string | null][] = [
    ['date', kit.lossDate()],
    ['time', kit.lossTime()],
    ['place', kit.location()],
  ];
  const told = account(kit);
  const injured = kit.f.scenario.others === 'injured' && kit.f.otherParties.length === 1;
  const cover: [Asked, string | null][] = [
    ['policy', kit.policy()],
    ['line', kit.line()],
    ['from', kit.effective()],
    ['to', kit.expiration()],
    ['deductible', kit.deductible()],
  ];
  const person: [Asked, string | null][] = [
    ['name', kit.claimant()],
    ['dob', kit.dob()],
    ...r.shuffle<[Asked, string | null]>([
      ['phone', kit.phone()],
      ['email', kit.email()],
      ['address', kit.address()],
    ]),
  ];
  const loss: [Asked, string | null][] = [
    [ownItem(kit), kit.item()],
    ['damage', kit.damage()],
    ['amount', kit.amount()],
  ];
  const people: [Asked, string | null][] = [
    [injured ? 'victim' : 'others', injured ? (kit.others()?.[0] ?? null) : othersEntry(kit)],
    ['hurt', injuryEntry(kit)],
    ['police', kit.policeNumber()],
  ];
  const groups = r.chance(0.5)
    ? [person, cover, values, [['story', told] as [Asked, string]], loss, people]
    : [values, [['story', told] as [Asked, string]], people, loss, person, cover];
  const asked = [...groups.flat(), ['reported', kit.reported()] as [Asked, string | null]];
  let count = 0;
  const out = asked.flatMap(([key, value]) => {
    if (value === null) return [];
    count += 1;
    const question = lead(count) + labelled(r, key, 'ask');
    const said = answer(kit, key, value);
    return beside && key !== 'story' ? [`${question}  ${reply}${said}`] : [question, wrap(reply + said, 94)];
  });
  const barred = exclusionRemark(kit);
  return [
    ...letterhead(kit),
    r.chance(0.5) ? smallPrint(kit) : '',
    '',
    ...out,
    ...(barred === null ? [] : ['', `For office use: ${barred}`]),
  ];
}
