/** What a form asks: sections of labelled lines, filled from the facts, other people's values among them. */
import type { Kit, Row } from './kit.ts';
import { LABELS, TITLES } from './labels.ts';
import { fullName, oneLineAddress, vehicleText } from './people.ts';
import { damageSentence } from './phrases.ts';
import * as print from './print.ts';
import { narrative } from './surroundings.ts';

export interface Section {
  title: string;
  rows: Row[];
  /** Text under the rows. */
  prose: string[];
}

export interface FormOptions {
  /** How many sections and distracting lines: 0 a short notice, 1 a usual form, 2 everything. */
  detail: 0 | 1 | 2;
  /** Whether the narrative stands under its own heading. */
  proseStory?: boolean;
  /** Whether lines without a value are printed, blank. */
  blanks?: boolean;
}

export function formSections(kit: Kit, options: FormOptions): Section[] {
  const { r, f } = kit;
  const { detail } = options;
  const sections: Section[] = [];
  const label = (name: keyof typeof LABELS): string => r.pick(LABELS[name]);
  const section = (
    name: keyof typeof TITLES,
  ): ((name: keyof typeof LABELS | { as: string }, value: string | null) => void) => {
    const made: Section = { title: r.pick(TITLES[name]), rows: [], prose: [] };
    sections.push(made);
    return (what, value) => {
      const as = typeof what === 'string' ? label(what) : what.as;
      if (value !== null) made.rows.push([as, value]);
      else if (options.blanks && r.chance(0.5)) {
        // "N/A" beside another party or an injury would say that there is none.
        const asksForPeople = what === 'others' || what === 'otherDriver' || what === 'injured';
        const blank = what === 'injuries' ? [''] : ['', '', 'N/A', 'Not provided', '-'];
        made.rows.push([as, r.pick(asksForPeople ? ['', 'Unknown'] : blank)]);
      }
    };
  };
  const current = (): Section => sections.at(-1) ?? { title: '', rows: [], prose: [] };

  const policy = section('policy');
  const insured = section('insured');
  const loss = section('loss');
  const item = section(f.scenario.line === 'auto' ? 'item' : 'property');
  const damage = section('damage');

  if (r.chance(0.6))
    policy({ as: r.pick(['Carrier', 'Insurance Company', 'Insurer', 'Company']) }, f.insurer);
  if (r.chance(0.25 * detail)) policy({ as: 'NAIC Code' }, r.fill('#####'));
  if (r.chance(0.4)) policy('claimNo', f.claimNumber);
  policy('policy', kit.policy());
  policy('line', kit.line());
  const [from, to] =
    r.chance(0.5) || !kit.has('policy_effective_date') || !kit.has('policy_expiration_date')
      ? [kit.effective(), kit.expiration()]
      : [null, null];
  if (from !== null || to !== null) {
    policy('effective', from);
    policy('expiration', to);
  } else if (kit.has('policy_effective_date') && kit.has('policy_expiration_date')) {
    policy(
      'period',
      `${kit.effective()} ${r.pick(['-', '-', 'to', '–', 'through', 'until'])} ${kit.expiration()}`,
    );
  }
  policy('deductible', kit.deductible());

  insured('name', kit.claimant());
  insured('dob', kit.dob());
  if (r.chance(0.15 * detail))
    insured({ as: 'Marital Status' }, r.pick(['Single', 'Married', 'Widowed', 'Divorced']));
  insured('address', r.chance(0.85) ? kit.address() : kit.addressLines().join('\n') || null);
  if (r.chance(0.2)) {
    const both = [kit.phone(), kit.email()].filter((value) => value !== null);
    if (r.chance(0.5)) both.reverse();
    const named = r.chance(0.2) ? `${f.insured.name} - ` : '';
    insured('contact', both.length > 0 ? named + both.join(r.pick([', ', ' / ', '; '])) : null);
  } else {
    const phone = kit.phone();
    insured(
      'phone',
      phone === null
        ? null
        : phone + (r.chance(0.12) ? r.pick([' (CELL)', ' CELL', ' (home)', ' Mobile']) : ''),
    );
    if (r.chance(0.2 * detail))
      insured({ as: r.pick(['Agent Phone', 'Agency Fax', 'Carrier Phone']) }, kit.tel(f.agent.phone));
    insured('email', kit.email());
  }

  if (kit.has('incident_date') && kit.has('incident_time') && r.chance(0.15)) {
    loss('lossDateTime', `${kit.lossDate()}${r.pick([' ', ' at ', ', ', ' / '])}${kit.lossTime()}`);
  } else {
    loss('lossDate', kit.lossDate());
    loss('lossTime', kit.lossTime());
  }
  if (r.chance(0.55)) loss('cause', kit.cause());
  const parts = r.chance(0.18) ? kit.locationParts() : null;
  if (parts) for (const [as, value] of parts) loss({ as }, value);
  else loss('location', kit.location());
  if (r.chance(0.75)) {
    if (r.chance(0.6)) loss('policeAnswer', kit.policeAnswer());
    loss('policeNumber', kit.policeNumber());
    if (f.police !== 'none' && r.chance(0.4)) loss('department', f.department);
  }
  const onlyTold = !kit.clipped && r.chance(0.12);
  const story = narrative(kit, onlyTold ? damageSentence(kit) : null);
  if (options.proseStory)
    sections.splice(sections.indexOf(current()), 0, {
      title: label('story').toUpperCase(),
      rows: [],
      prose: [story],
    });
  else loss('story', story);

  const inVin = f.scenario.line === 'auto' && r.chance(0.08);
  const split =
    !inVin && !kit.vagueItem && f.scenario.line === 'auto' && r.chance(0.4) ? kit.itemParts() : null;
  if (split) {
    item({ as: 'Year' }, split.year);
    item({ as: 'Make' }, split.make);
    item({ as: 'Model' }, split.model);
  } else if (inVin) {
    item({ as: 'Asset Type' }, 'Vehicle');
    item(
      { as: 'Asset ID' },
      kit.has('insured_item') ? `VIN ${f.vehicle.vin} (${kit.item()})` : f.vehicle.vin,
    );
  } else item(f.scenario.line === 'auto' && !kit.vagueItem ? 'item' : 'property', kit.item());
  if (f.scenario.line === 'auto' && r.chance(0.3 + 0.3 * detail)) {
    item({ as: r.pick(['VIN', 'V.I.N.', 'Asset ID', 'Vehicle ID']) }, f.vehicle.vin);
    if (r.chance(0.5))
      item({ as: r.pick(['License Plate', 'Plate Number', 'Plate', 'Tag']) }, f.vehicle.plate);
    if (detail === 2 && !kit.vagueItem) item({ as: 'Body Type' }, f.vehicle.body);
    if (detail > 0 && !f.insured.firm && r.chance(0.4)) {
      const same = r.pick(['Same as insured', 'SAME', f.insured.name, `${f.insured.name} (SAME AS INSURED)`]);
      item({ as: r.pick(['Owner Name', 'Driver Name', "Owner's Name", 'Registered Owner']) }, same);
      item({ as: "Driver's License" }, r.fill(r.pick(['@###-####-####', '@#######', '##-###-###'])));
      item({ as: 'Relation to Insured' }, 'Self');
    }
    if (r.chance(0.3)) item({ as: 'Mileage' }, r.int(900, 180_000).toLocaleString('en-US'));
  }

  if (!onlyTold) damage('damage', kit.damage());
  if (r.chance(0.25) && kit.has('estimated_amount')) damage('earlier', kit.earlier());
  damage('amount', remarked(kit, kit.amount(), AMOUNT_REMARKS));
  if (r.chance(0.15 * (detail + 1)))
    damage(
      'seen',
      `${f.shop.name}, ${oneLineAddress(f.shop.address)}${r.chance(0.5) ? `, ${kit.tel(f.shop.phone)}` : ''}`,
    );

  if (detail > 0 || r.chance(0.7)) others(kit, section('others'), detail);
  if (detail > 0 || r.chance(0.4)) {
    const people = section('people');
    people('injuries', kit.injuryAnswer());
    if (r.chance(0.3 * detail))
      people(
        { as: r.pick(['Witness', 'Witness Name', 'Witness 1']) },
        `${f.witness.name}, ${kit.tel(f.witness.phone)}`,
      );
  }
  if (r.chance(0.25 * detail)) {
    const agency = section('agency');
    agency({ as: r.pick(['Agency Name', 'Name of Agency', 'Agency']) }, f.agency);
    agency({ as: r.pick(['Agent', 'Agent Name', 'Contact', 'Producer']) }, f.agent.name);
    agency({ as: 'Phone' }, kit.tel(f.agent.phone));
    if (r.chance(0.6)) agency({ as: 'E-mail' }, f.agent.email);
  }
  const report = section('report');
  if (r.chance(0.2 * detail))
    report({ as: r.pick(['Reported To', 'Taken By', 'Received By']) }, fullName(f.adjuster));
  if (kit.has('reported_date') && r.chance(0.12)) {
    report('signed', f.insured.name);
    report({ as: 'Date' }, kit.reported());
  } else report('reported', remarked(kit, kit.reported(), REPORTED_LATER));
  if (r.chance(0.2))
    report(
      { as: 'Attachments' },
      r
        .some(['photos.zip', 'police_report.pdf', 'estimate.pdf', 'front_view.jpg', 'receipt_scan.png'], 2)
        .join(', '),
    );
  const remarks = coverageRemarks(kit);
  if (remarks.length > 0) {
    section('remarks');
    current().prose.push(...remarks);
  }
  const kept = sections.filter((one) => one.rows.length > 0 || one.prose.length > 0);
  const [head = kept[0], ...rest] = kept;
  return head === undefined
    ? kept
    : r.chance(0.25) && rest.length > 2
      ? [...rest.slice(0, 1), head, ...rest.slice(1)]
      : kept;
}

const REPORTED_LATER = ['(by phone)', '4:15 PM', '9:05 AM', '(online)', 'via agent', '(see claims log)'];
const AMOUNT_REMARKS = [
  '(preliminary)',
  '(parts and labor)',
  '(before deductible)',
  '(see attached)',
  '(approx.)',
];

/** The value, now and then with a remark beside it that is no part of it. */
const remarked = (kit: Kit, value: string | null, remarks: readonly string[]): string | null =>
  value === null || !kit.r.chance(0.08) ? value : `${value} ${kit.r.pick(remarks)}`;

function others(
  kit: Kit,
  row: (name: keyof typeof LABELS | { as: string }, value: string | null) => void,
  detail: number,
): void {
  const { r, f } = kit;
  const first = f.otherParties[0];
  const one = f.others === 'listed' && f.otherParties.length === 1;
  if (one && f.scenario.others === 'injured') row('injured', kit.others()?.[0] ?? null);
  else if (one && r.chance(0.4)) row('otherDriver', kit.others()?.[0] ?? null);
  else row('others', kit.othersValue());
  if (f.others !== 'listed' || !first || !r.chance(0.3 + 0.3 * detail)) return;
  row(
    {
      as: r.pick([
        'Third Party Contact',
        'Other Party Phone',
        first.role === 'driver' ? "Driver's Phone" : 'Other Phone',
        'Phone',
      ]),
    },
    kit.tel(first.phone),
  );
  if (r.chance(0.4))
    row(
      { as: r.pick(['Address', first.role === 'driver' ? "Driver's Address" : 'Their Address']) },
      oneLineAddress(first.address),
    );
  if (f.scenario.line !== 'auto') return;
  row({ as: r.pick(['Other Vehicle', 'Vehicle 2', 'Vehicle Description']) }, vehicleText(first.vehicle));
  if (r.chance(0.5))
    row({ as: r.pick(['Other Carrier', 'Other Insurance', 'Their Insurer']) }, first.carrier);
  if (r.chance(0.5))
    row(
      { as: r.pick(['Other Policy Number', "Other Party's Policy #", 'Policy Number (other vehicle)']) },
      first.policy,
    );
  if (r.chance(0.3))
    row(
      { as: r.pick(['Other Vehicle Estimate', 'Damage to other vehicle (est.)', "Other party's estimate"]) },
      kit.money(first.estimate),
    );
}

/** What a file says about coverage, beside distracting remarks. */
export function coverageRemarks(kit: Kit): string[] {
  const { r, f } = kit;
  const remarks = [kit.exclusionLine()].filter((line) => line !== null);
  if (r.chance(0.2))
    remarks.push(
      r.pick([
        `Prior claim on ${kit.date(f.prior.date)}, paid ${kit.money(f.prior.amount)}.`,
        'No prior claims in the last five years.',
        `Inspection set for ${kit.date(f.reported)}.`,
        'Photographs to follow.',
        'Please call in the evening.',
        `Invoice no. ${r.fill('INV-####')} is not part of this claim.`,
      ]),
    );
  return remarks;
}

/** Warnings and declarations that every form carries. */
export function boilerplate(kit: Kit): string {
  const { r } = kit;
  return r.pick([
    'Knowingly giving wrong or misleading statements in support of a claim is an offense and can lead to prosecution and loss of benefits.',
    `FRAUD NOTICE: Whoever with intent to deceive an insurer submits a false statement of claim commits a crime. Penalties may reach ${print.money(r.int(1, 50) * 100_000, 2)} and imprisonment.`,
    'I declare that the answers above are complete and true to the best of my knowledge. I authorize the company to obtain records that concern this loss.',
    'This notice does not confirm coverage. All rights of the company under the policy are reserved until the inquiry is complete.',
    `Form ${r.fill('@@-###')} (rev. ${r.int(1, 12)}/${r.int(2015, 2024)}). Keep a copy for your records. Do not send original receipts.`,
    'In some states any person who files an application or a claim containing false information may be subject to civil and criminal penalties. Ask your agent for the notice that applies in your state.',
  ]);
}

export function formTitle(kit: Kit): string {
  const { r, f } = kit;
  const auto = f.scenario.line === 'auto';
  const neutral = [
    'FIRST NOTICE OF LOSS',
    'FIRST NOTICE OF LOSS (FNOL)',
    'NOTICE OF LOSS',
    'CLAIM REPORT',
    'INCIDENT REPORT',
    'LOSS REPORT',
    'CLAIM SUBMISSION',
    'STATEMENT OF LOSS',
    'Claim Intake',
    'FNOL - CLAIM REPORT',
    'Report of Claim',
  ];
  const { policyType } = f;
  const naming = {
    personal_auto: [
      'AUTOMOBILE LOSS NOTICE',
      'AUTO INSURANCE CLAIM FORM',
      'FIRST NOTICE OF LOSS - AUTO CLAIM',
    ],
    commercial_auto: ['AUTOMOBILE LOSS NOTICE', 'COMMERCIAL AUTO LOSS NOTICE'],
    homeowners: ['HOMEOWNERS LOSS NOTICE', "HOMEOWNER'S CLAIM FORM"],
    renters: ['RENTERS CLAIM FORM', "RENTER'S LOSS NOTICE"],
    commercial_property: ['COMMERCIAL PROPERTY LOSS NOTICE', 'BUSINESS PROPERTY CLAIM'],
    general_liability: ['GENERAL LIABILITY NOTICE OF OCCURRENCE', 'LIABILITY LOSS NOTICE'],
  }[policyType];
  if (!r.chance(auto ? 0.4 : 0.25)) return r.pick(neutral);
  const text = r.pick(naming);
  return kit.mark('policy_type', text, policyType, true);
}
