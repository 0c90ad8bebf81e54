/** Forms that are filled in by hand: questions answered in words, and lines of boxes to tick. */
import type { Kit } from '../kit.ts';
import { wrap } from '../marks.ts';
import type { IncidentType } from '../stories.ts';
import { type Asked, labelled } from './hands-forms-labels.ts';
import {
  account,
  exclusionRemark,
  injuryEntry,
  othersEntry,
  othersLines,
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
  damage: ['{v}', 'See list: {v}', 'This much I know of: {v}'],
  amount: ['{v}', '{v} [in all|all told|with tax]', 'They told me {v}.', '{shop} says {v}.'],
  reported: ['{v}', 'On {v}.', '{v}, by [phone|web|counter]'],
  police: ['{v}', 'They wrote down {v}.', 'No. {v} at {department}.'],
};

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
    ['item', kit.item()],
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

const KINDS: readonly [IncidentType, readonly string[]][] = [
  ['collision', ['collision', 'Vehicle crash', 'ACCIDENT W/ VEHICLE OR OBJECT']],
  ['theft', ['theft', 'Stolen', 'THEFT/BURGLARY']],
  ['vandalism', ['vandalism', 'Malicious damage', 'VANDALS']],
  ['fire', ['fire', 'Fire/smoke', 'FIRE']],
  ['water_damage', ['water damage', 'Plumbing / water', 'WATER']],
  ['wind_hail', ['wind or hail', 'Wind/hail', 'WINDSTORM OR HAIL']],
  ['weather_other', ['other weather', 'Flood, lightning, snow', 'WEATHER - OTHER']],
  ['liability_injury', ['injury to others', 'Someone else hurt', 'INJURY - LIABILITY']],
  ['other', ['other', 'Something else', 'OTHER CAUSE']],
];
const POLICIES = [
  ['personal_auto', 'personal auto'],
  ['commercial_auto', 'commercial auto'],
  ['homeowners', 'homeowners'],
  ['renters', 'renters'],
  ['commercial_property', 'commercial property'],
  ['general_liability', 'general liability'],
] as const;

/** Lines of boxes to tick among lines to fill in. */
export function ticked(kit: Kit): string[] {
  const { r, f } = kit;
  const [yes, no] = r.pick([
    ['[X]', '[ ]'],
    ['(x)', '( )'],
    ['[x]', '[_]'],
    ['☒', '☐'],
    ['☑', '☐'],
    ['_X_', '___'],
  ] as const);
  const wording = r.int(0, 2);
  const lineOf = (asked: Asked, value: string | null): string[] =>
    value === null ? [] : [`${labelled(r, asked, 'form')}: ${value}`];
  const boxes = (
    label: string,
    each: readonly (readonly [on: boolean, text: string])[],
    mark: (text: string) => string,
  ): string =>
    `${label}  ${each.map(([on, text]) => (on ? mark(`${yes} ${text}`) : `${no} ${text}`)).join('  ')}`;
  const yesNo = (label: string, on: boolean, mark: (text: string) => string): string =>
    boxes(
      label,
      r.pick([
        [
          [on, 'Yes'],
          [!on, 'No'],
        ],
        [
          [on, 'Y'],
          [!on, 'N'],
        ],
        [
          [!on, 'no'],
          [on, 'yes'],
        ],
      ] as const),
      mark,
    );

  const kinds = KINDS.map(([type, words]) => [type === f.scenario.type, words[wording] ?? type] as const);
  const kind = wrap(
    boxes(
      r.pick(['Kind of loss (tick one):', 'Loss was by:', 'Check one -', 'What it was:']),
      kinds,
      (text) => kit.mark('incident_type', text, f.scenario.type),
    ),
    r.pick([90, 10_000]),
  );
  const policies = POLICIES.map(([type, words]) => [type === f.policyType, words] as const);
  const held = kit.has('policy_type')
    ? [
        boxes(r.pick(['Policy is:', 'Cover held:', 'Type of policy']), policies, (text) =>
          kit.mark('policy_type', text, f.policyType),
        ),
      ]
    : [];
  const when = [
    ...lineOf('date', kit.lossDate()),
    ...lineOf('time', kit.lossTime()),
    ...lineOf('place', kit.location()),
  ];
  const told = account(kit);
  const hurt =
    f.injuries === 'silent'
      ? []
      : [
          yesNo(labelled(r, 'hurt', r.pick(['form', 'ask'])), f.injuries === 'stated', (text) =>
            kit.mark('injuries_reported', text, f.injuries === 'stated'),
          ),
        ];
  const police = [
    yesNo(labelled(r, 'told', r.pick(['form', 'ask'])), f.police !== 'none', (text) =>
      f.police === 'none' ? text : kit.saysPolice(text),
    ),
    ...lineOf('police', kit.policeNumber()),
  ];
  const idle = r
    .some(
      [
        'Photos enclosed',
        'Vehicle or premises safe',
        'Rental needed',
        'Repairs begun',
        'Other insurance',
        'Called from the scene',
      ],
      r.int(1, 4),
    )
    .map((label) => yesNo(label, r.chance(0.5), (text) => text));
  const barred = exclusionRemark(kit);
  const parts = [
    [
      ...lineOf('name', kit.claimant()),
      ...lineOf('dob', kit.dob()),
      ...lineOf('address', kit.address()),
      ...lineOf('phone', kit.phone()),
      ...lineOf('email', kit.email()),
    ],
    [
      ...held,
      ...lineOf('policy', kit.policy()),
      ...lineOf('from', kit.effective()),
      ...lineOf('to', kit.expiration()),
      ...lineOf('deductible', kit.deductible()),
    ],
    [kind, ...when, wrap(`${labelled(r, 'story', 'form')}: ${told}`, 96)],
    [
      ...lineOf('item', kit.item()),
      ...lineOf('damage', kit.damage()),
      ...lineOf('amount', kit.amount()),
      ...idle,
    ],
    [
      ...lineOf('others', othersEntry(kit)),
      ...othersLines(kit).map(([label, value]) => `${label}: ${value}`),
      ...hurt,
      ...police,
    ],
    [
      ...lineOf('reported', kit.reported()),
      `Claim no.: ${f.claimNumber}`,
      ...(barred === null ? [] : [barred]),
    ],
  ];
  const order = r.chance(0.6) ? parts : r.shuffle(parts);
  return [
    ...letterhead(kit),
    ...order.flatMap((part) => ['', ...part]),
    '',
    r.chance(0.5) ? smallPrint(kit) : '',
  ];
}
