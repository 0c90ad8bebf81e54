/** What forms of many houses ask, in many words; sections and the order of lines are drawn anew. */
import type { Kit, Row } from '../kit.ts';
import { oneLineAddress, vehicleText } from '../people.ts';
import { coverageRemarks, type Section } from '../sections.ts';
import { narrative } from '../surroundings.ts';

const LABELS = {
  name: [
    'Who is claiming',
    'Person insured',
    'Assured',
    'Party reporting',
    'Insured person',
    'Account holder',
    'Client',
    'Customer',
    'Owner of the policy',
    'Applicant',
    'Benefit to',
    'Insd',
    'Subscriber',
    'Claim made by',
    'Name in full',
    'First and last name',
    'Business or person insured',
    'Policy owner',
  ],
  dob: ['Born on', 'Birthday', 'Date you were born', 'D O B', 'Insured DOB', 'Birth', 'Customer birth date'],
  phone: [
    'Best no. to reach',
    'Call back',
    'Ring',
    'Contact tel',
    'Home or cell',
    'Ph',
    'Daytime no.',
    'Cellular',
    'Where can we phone you',
    'Telephone (insured)',
    'Mobile No',
    'Phone #',
    'Contact No.',
  ],
  email: [
    'Mail',
    'E-mail addr.',
    'Where can we write to you',
    'Web mail',
    'Insured e-mail',
    'Contact mail',
    'Email ID',
    'E mail',
  ],
  address: [
    'Lives at',
    'Domicile',
    'Where the insured lives',
    'Postal address',
    'Correspondence to',
    'Addr',
    'Residing at',
    'Premises of the insured',
    'Insured Address',
    'Street, city, state and ZIP',
    'Bill to',
    'Permanent address',
  ],
  policy: [
    'Pol #',
    'Contract',
    'Certificate',
    'Pol. no.',
    'Number on your card',
    'Insurance contract no.',
    'Our policy',
    'Policy ref',
    'Policy ID',
    'Insured under',
    'Cert. No.',
    'Coverage number',
    'Policy (from the declarations page)',
  ],
  line: [
    'Kind of insurance',
    'LOB',
    'Program',
    'What is the policy for',
    'Class',
    'Plan',
    'Product',
    'Cover type',
    'Ins. type',
    'Policy form',
  ],
  from: [
    'Starts',
    'Incepts',
    'In force from',
    'Eff.',
    'Cover from',
    'Valid from',
    'Term begins',
    'Policy start',
  ],
  to: [
    'Ends',
    'Lapses',
    'In force to',
    'Exp.',
    'Cover to',
    'Valid until',
    'Renewal',
    'Term ends',
    'Policy end',
  ],
  deductible: [
    'Ded.',
    'Own share',
    'Excess',
    'Insured pays first',
    'Ded amt',
    'Deductible that applies',
    'Retention',
  ],
  date: [
    'D.O.L.',
    'Day it happened',
    'Occurred',
    'Date the trouble happened',
    'When',
    'Event date',
    'Day of the event',
    'Accident date',
    'Date of occurrence',
    'Loss happened on',
    'DOL',
    'Dt of loss',
    'Happened on',
  ],
  time: [
    'Hour',
    'At what time',
    'Clock',
    'Time of day',
    'Hr',
    'Approx. hour',
    'Time it happened',
    'Tm of loss',
  ],
  place: [
    'Loss loc.',
    'Where',
    'Scene',
    'Place it happened',
    'Site',
    'Where was it',
    'Loc',
    'Street or crossing',
    'Address of the event',
    'Accident site',
    'Spot',
    'Location (street, city)',
  ],
  cause: [
    'Peril',
    'What caused it',
    'Kind of event',
    'Loss code',
    'Nature of loss',
    'Category',
    'COL',
    'Reason',
  ],
  story: [
    'In your words',
    'What went on',
    'Account',
    'How it came about',
    'Facts',
    'F.O.L.',
    'Course of events',
    'Please tell us what happened',
    'Circumstances',
    'Remarks on the event',
    'Brief facts',
    'Detail of accident',
  ],
  item: [
    'Covered item',
    'Thing insured',
    'What was hit or lost',
    'Subject',
    'Veh or property',
    'Insured object',
    'Unit',
    'Risk',
    'Yr/Mk/Mdl or building',
    'Property concerned',
    'Asset',
  ],
  damage: [
    'Harm',
    'What is broken',
    'State of it now',
    'Affected parts',
    'List what was harmed',
    'Dmg',
    'Findings',
    'Injury or damage',
    'What was damaged or taken',
    'Nature and extent',
    'Visible damage',
    'Parts and items affected',
  ],
  amount: [
    'Figure',
    'Sum asked',
    'Cost to fix',
    'Quote',
    'Amt claimed',
    'Gross estimate',
    'Repair cost',
    'Loss est.',
    'What will it cost',
    'Claim for',
    'Est. total',
    'Replacement or repair',
    'Value of loss',
  ],
  reported: [
    'Told us on',
    "Notice rec'd",
    'Phoned in',
    'Notified',
    'Date of this notice',
    'First heard',
    'Date called in',
    'Rcvd',
    'Date received',
    'Intimated on',
    'Notice date',
  ],
  police: [
    'Case at the police',
    'Police file',
    'PR no.',
    "Officer's number",
    'Police ref',
    'FIR / report no.',
    'Incident no. (police)',
    'Report #',
  ],
  hurt: [
    'Anyone hurt',
    'Hurt?',
    'BI',
    'Persons injured',
    'Was anyone taken to hospital',
    'Bodily injury',
    'Injury Y/N',
  ],
  others: [
    'Others',
    'Adverse party',
    'Opponent',
    'OV driver',
    'Who else',
    'Second party',
    'Counterparty',
    'Claimed against',
    'Other people or vehicles',
    'TP name',
    'Third party',
    'Person at fault or involved',
  ],
} as const;
const TITLES = {
  cover: ['Cover', 'The contract', 'Your policy', 'POLICY DATA', 'Insurance', 'A. Contract', 'Declarations'],
  person: ['Who', 'You', 'The insured', 'CLIENT', 'Personal data', 'Party', 'Contact sheet'],
  event: ['What happened', 'The event', 'LOSS', 'Occurrence', 'Incident details', 'Facts of loss'],
  things: ['What was harmed', 'Goods', 'DAMAGE', 'Item and cost', 'Claimed', 'Repair'],
  people: ['Other people', 'Parties', 'INVOLVED', 'Third parties and police', 'Witnesses and others'],
  office: ['Office use', 'Processing', 'INTAKE', 'For the carrier', 'Routing'],
} as const;
const TO_FOLLOW = ['', '', '--', 'unknown', 'to follow', '?', 'tba'];
/** Sections of labelled lines, filled from the facts. */
export function wordedSections(kit: Kit): Section[] {
  const { r, f } = kit;
  const blanks = r.chance(0.25);
  const lines = (rows: readonly (readonly [keyof typeof LABELS, string | null])[]): Row[] =>
    rows.flatMap(([key, value]): Row[] => {
      if (value !== null) return [[r.pick(LABELS[key]), value]];
      const asksForPeople = key === 'others' || key === 'hurt';
      return blanks && !asksForPeople && r.chance(0.4) ? [[r.pick(LABELS[key]), r.pick(TO_FOLLOW)]] : [];
    });
  const maybe = (share: number, label: readonly string[], value: string): Row[] =>
    r.chance(share) ? [[r.pick(label), value]] : [];
  const title = (key: keyof typeof TITLES): string => r.pick(TITLES[key]);
  const told = r.chance(0.4);

  const cover = [
    ...maybe(0.5, ['Underwriter', 'Insured with', 'Company', 'Carrier'], f.insurer),
    ...lines([
      ['policy', kit.policy()],
      ['line', kit.line()],
      ['from', kit.effective()],
      ['to', kit.expiration()],
      ['deductible', kit.deductible()],
    ]),
  ];
  const person = [
    ...lines([
      ['name', kit.claimant()],
      ['dob', kit.dob()],
    ]),
    ...r.shuffle(
      lines([
        ['phone', kit.phone()],
        ['email', kit.email()],
        ['address', kit.address()],
      ]),
    ),
  ];
  const event = lines([
    ['date', kit.lossDate()],
    ['time', kit.lossTime()],
    ['place', kit.location()],
    ['cause', r.chance(0.5) ? kit.cause() : null],
  ]);
  const story = narrative(kit);
  const split = f.scenario.line === 'auto' && !kit.vagueItem && r.chance(0.35) ? kit.itemParts() : null;
  const things = [
    ...(split
      ? ([
          ['Yr', split.year],
          ['Mk', split.make],
          ['Mdl', split.model],
        ] as Row[])
      : lines([['item', kit.item()]])),
    ...(f.scenario.line === 'auto' ? maybe(0.4, ['Chassis no.', 'VIN', 'Serial'], f.vehicle.vin) : []),
    ...(f.scenario.line === 'auto' ? maybe(0.3, ['Reg.', 'Tag no.', 'Plate'], f.vehicle.plate) : []),
    ...lines([['damage', kit.damage()]]),
    ...(kit.has('estimated_amount')
      ? maybe(0.15, ['First guess', 'Earlier quote (superseded)'], kit.earlier())
      : []),
    ...lines([['amount', kit.amount()]]),
    ...maybe(0.3, ['Quoted by', 'Shop', 'Can be seen at'], `${f.shop.name}, ${kit.tel(f.shop.phone)}`),
  ];
  const other = f.others === 'listed' ? f.otherParties[0] : undefined;
  const others = lines([['others', kit.othersValue()]]);
  const about = !other
    ? []
    : [
        ...maybe(0.4, ['Their phone', 'Tel. of other party'], kit.tel(other.phone)),
        ...maybe(0.25, ['Their home', 'Address of other party'], oneLineAddress(other.address)),
        ...(f.scenario.line !== 'auto'
          ? []
          : [
              ...maybe(0.4, ['Their car', 'OV'], vehicleText(other.vehicle)),
              ...maybe(
                0.35,
                ['Insured elsewhere', 'Their insurer and number'],
                `${other.carrier} ${other.policy}`,
              ),
            ]),
      ];
  const people = [
    ...others,
    ...about,
    ...lines([
      ['hurt', kit.truth.injuries_reported === undefined ? kit.injuryAnswer() : null],
      ['police', kit.policeNumber()],
    ]),
    ...maybe(0.3, ['Saw it', 'Bystander', 'Witness'], `${f.witness.name} ${kit.tel(f.witness.phone)}`),
  ];
  const office = [
    ...maybe(0.5, ['Our ref', 'File', 'Claim ref', 'Ticket'], f.claimNumber),
    ...maybe(0.4, ['Handler', 'Examiner', 'Desk', 'Taken by'], kit.adjuster()),
    ...maybe(0.3, ['Broker', 'Intermediary', 'Agent'], `${f.agent.name}, ${kit.tel(f.agent.phone)}`),
    ...lines([['reported', kit.reported()]]),
  ];
  const sections: Section[] = [
    { title: title('cover'), rows: cover, prose: [] },
    { title: title('person'), rows: person, prose: [] },
    {
      title: title('event'),
      rows: told ? event : [...event, [r.pick(LABELS.story), story]],
      prose: told ? [story] : [],
    },
    { title: title('things'), rows: things, prose: [] },
    { title: title('people'), rows: people, prose: coverageRemarks(kit) },
    { title: title('office'), rows: office, prose: [] },
  ];
  const kept = sections.filter(({ rows, prose }) => rows.length + prose.length > 0);
  return r.chance(0.4) ? r.shuffle(kept) : kept;
}
