/** Forms on which much is answered by ticking a box. */
import type { Kit } from '../kit.ts';
import { wrap } from '../marks.ts';
import type { IncidentType } from '../stories.ts';
import { type Asked, labelled } from './hands-forms-labels.ts';
import { ownItem } from './hands-forms-questions.ts';
import { account, exclusionRemark, othersEntry, othersLines, smallPrint } from './hands-forms-remarks.ts';
import { letterhead } from './hands-forms-titles.ts';

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
      ...lineOf(ownItem(kit), kit.item()),
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
