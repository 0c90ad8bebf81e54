/** Costed papers: body shop and contractor estimates, damage worksheets, lists of contents. */
import type { Kit } from '../kit.ts';
import { pad, width, wrap } from '../marks.ts';
import { oneLineAddress } from '../people.ts';
import { labelled } from './hands-forms-labels.ts';
import { account, othersEntry, put } from './hands-forms-remarks.ts';

interface Costed {
  names: string[];
  /** Cents of each item before tax. */
  parts: number[];
  subtotal: number;
  rate: number;
  tax: number;
}

const RATES = [0, 0, 0, 4.5, 5.3, 6, 6.25, 7, 7.25, 8.1, 8.875];

/** The items with prices that add up, with tax, to the total of the facts. */
function costed(kit: Kit): Costed {
  const { r, f } = kit;
  const names = kit.damageParts();
  // The price of the only part is the total, or as good as that.
  if (names.length === 1) kit.absent.delete('estimated_amount');
  const rate = r.pick(RATES);
  const subtotal = Math.round(f.total / (1 + rate / 100));
  const weight = f.parts.reduce((sum, part) => sum + part, 0);
  const parts = names.map((_, index) => Math.floor(((f.parts[index] ?? 0) * subtotal) / weight));
  const rest = subtotal - parts.reduce((sum, part) => sum + part, 0);
  parts[0] = (parts[0] ?? 0) + rest;
  return { names, parts, subtotal, rate, tax: f.total - subtotal };
}

const OPERATIONS = ['R&R', 'RPR', 'RFN', 'O/H', 'R&I', 'BLND'];
const UNITS = ['LS', '1 EA', 'SF', 'LF', 'EA', 'HR'];

/** Lines of items; the price behind, before or in columns. */
function items(kit: Kit, { names, parts }: Costed, priced: boolean): string[] {
  const { r, f } = kit;
  const codes = f.scenario.line === 'auto' ? OPERATIONS : UNITS;
  const form = r.int(0, 4);
  const longest = Math.max(...names.map(width)) + 2;
  return names
    .map((name, index) => {
      const price = priced ? kit.money(parts[index] ?? 0) : '';
      const code = r.pick(codes);
      switch (form) {
        case 0:
          return `${String(index + 1).padStart(3)}  ${code.padEnd(5)} ${pad(name, longest)} ${price}`;
        case 1:
          return `${name} ${'.'.repeat(Math.max(3, 48 - width(name)))} ${price}`;
        case 2:
          return `${priced ? `${price.padEnd(13)} ` : ''}${name}`;
        case 3:
          return `| ${index + 1} | ${name} | ${code} | ${price} |`;
        default:
          return `${name}; ${r.int(1, 4)} ${r.pick(['labor units', 'hrs', 'man hours'])}; ${price}`;
      }
    })
    .map((text) => text.trimEnd());
}

const TOTALS = [
  'Estimate total',
  'TOTAL OF ESTIMATE',
  'Grand total incl. tax',
  'All work, complete',
  'Sum of repairs',
  'Total repair cost',
  'TOTAL (labor, material, tax)',
];

function sums(kit: Kit, { subtotal, rate, tax }: Costed, priced: boolean): string[] {
  const { r, f } = kit;
  if (!priced) return [r.pick(['Prices to follow.', 'Figures not yet released.', 'Cost: on request'])];
  const total = kit.amount();
  const deductible = kit.deductible();
  const less = deductible !== null && f.total > f.deductible && r.chance(0.6);
  return [
    ...(rate > 0
      ? [
          `${r.pick(['Before tax', 'Subtotal', 'Net of tax'])}: ${kit.money(subtotal)}`,
          `${r.pick(['Sales tax', 'Tax', 'State tax'])} ${rate} %: ${kit.money(tax)}`,
        ]
      : []),
    `${r.pick(TOTALS)}: ${total}`,
    ...(deductible === null
      ? []
      : [
          `${r.pick(['Less deductible', "Customer's deductible", 'Deductible to be collected'])}: ${deductible}`,
        ]),
    ...(less
      ? [
          `${r.pick(['Insurance to pay', 'Balance due from carrier', 'Net after deductible'])}: ${kit.money(f.total - f.deductible)}`,
        ]
      : []),
  ];
}

const colon = (label: string, value: string | null): string[] =>
  value === null ? [] : [`${label}: ${value}`];

/** An estimate of a shop or a contractor; of an injury, a statement of charges. */
export function estimateForm(kit: Kit): string[] {
  const { r, f } = kit;
  const auto = f.scenario.line === 'auto';
  const cost = costed(kit);
  const priced = kit.has('estimated_amount');
  const title = r.pick(
    f.scenario.line === 'liability'
      ? ['STATEMENT OF CLAIMED COSTS', 'Injury cost sheet']
      : auto
        ? [
            'Body & paint quotation',
            'PRELIMINARY SHEET OF REPAIR',
            'Work order / estimate',
            'BODY REPAIR QUOTE',
          ]
        : ['Scope of work with prices', 'CONTRACTOR BID', 'Restoration quote', 'Rebuild proposal'],
  );
  const who = r.shuffle([
    ...colon(
      r.pick([auto ? 'Vehicle owner' : 'Owner', 'Customer (insured)', 'For', 'Work for', 'Bill to']),
      kit.claimant(),
    ),
    ...colon(labelled(r, 'phone', 'form'), kit.phone()),
    ...colon(labelled(r, 'address', 'form'), kit.address()),
    ...(r.chance(0.6) ? colon(labelled(r, 'email', 'form'), kit.email()) : []),
  ]);
  const cover = r.shuffle([
    ...colon('Insurance', f.insurer),
    ...colon(labelled(r, 'policy', 'form'), kit.policy()),
    ...colon(r.pick(['Claim', 'Claim file', 'Carrier ref.']), f.claimNumber),
    ...(r.chance(0.5) ? colon(labelled(r, 'line', 'form'), kit.line()) : []),
    ...colon(r.pick(['Adjuster', 'Desk']), r.chance(0.5) ? kit.adjuster() : null),
  ]);
  const loss = [
    ...colon(labelled(r, 'date', 'form'), kit.lossDate()),
    ...(r.chance(0.4) ? colon(labelled(r, 'place', 'form'), kit.location()) : []),
    ...colon(
      auto ? r.pick(['Vehicle', 'Unit', 'Yr/Mk/Md']) : r.pick(['Structure', 'Job', 'Property']),
      kit.item(),
    ),
    ...(auto ? colon(r.pick(['VIN', 'Frame']), f.vehicle.vin) : []),
    ...(auto && r.chance(0.4) ? colon('Odometer', `${r.int(4, 190)},${r.fill('###')}`) : []),
  ];
  const told = r.chance(0.65)
    ? wrap(`${labelled(r, 'story', 'form')}: ${account(kit)}`, 92)
    : `${labelled(r, 'cause', 'form')}: ${kit.cause()}`;
  return [
    f.shop.name.toUpperCase(),
    `${oneLineAddress(f.shop.address)} | ${kit.tel(f.shop.phone)}`,
    ...(r.chance(0.4) ? [`Lic. ${r.fill('@@-#####')}  Tax ID ${r.fill('##-#######')}`] : []),
    `${title}  no. ${r.fill('Q-####')}`,
    ...(r.chance(0.5) ? [`Prepared ${kit.date(f.reported)} by ${f.officer.first}`] : []),
    '',
    ...(r.chance(0.5) ? [...who, ...cover, ...loss] : [...loss, '', ...who, ...cover]),
    told,
    '',
    ...items(kit, cost, priced),
    '',
    ...sums(kit, cost, priced),
    '',
    put(
      kit,
      r.pick([
        'Good for {n} days. [Hidden damage is extra.|Supplements need approval.|]',
        'Deposit {small} to order parts.',
        'I authorize the above work. X ______',
        'Call {shopphone} to book.',
        'Rates: body {small}/hr.',
      ]),
    ),
  ];
}

/** A worksheet that an insured or an adjuster fills in: items with age, price and sum. */
export function worksheet(kit: Kit): string[] {
  const { r, f } = kit;
  const cost = costed(kit);
  const priced = kit.has('estimated_amount');
  const bar = r.pick([' | ', '   ', ' ; ']);
  const title = r.pick([
    'DAMAGE WORKSHEET',
    'Schedule of items claimed',
    'Itemized loss list',
    'INVENTORY OF LOSS',
    'List A - damaged or missing goods',
  ]);
  const aged = f.scenario.line === 'property';
  const heads = ['Item', ...(priced ? ['Claimed'] : []), ...(aged ? ['Age'] : [])];
  const told = r.chance(0.7) ? account(kit) : null;
  const order = r.chance(0.5);
  const head = [
    ...colon(labelled(r, 'name', 'form'), kit.claimant()),
    ...colon(labelled(r, 'policy', 'form'), kit.policy()),
    ...(r.chance(0.6) ? colon(labelled(r, 'line', 'form'), kit.line()) : []),
    ...colon(labelled(r, 'date', 'form'), kit.lossDate()),
    ...(r.chance(0.5) ? colon(labelled(r, 'time', 'form'), kit.lossTime()) : []),
    ...colon(labelled(r, 'place', 'form'), kit.location()),
    ...colon(labelled(r, 'item', 'form'), kit.item()),
    ...(told === null || r.chance(0.5) ? colon(labelled(r, 'cause', 'form'), kit.cause()) : []),
    ...colon(labelled(r, 'police', 'form'), kit.policeNumber()),
    ...(r.chance(0.4)
      ? colon(labelled(r, 'others', 'form'), f.scenario.others === 'injured' ? null : othersEntry(kit))
      : []),
  ];
  const foot = [
    ...colon(labelled(r, 'phone', 'form'), kit.phone()),
    ...colon(labelled(r, 'email', 'form'), kit.email()),
    ...(r.chance(0.5) ? colon(labelled(r, 'address', 'form'), kit.address()) : []),
    ...(r.chance(0.6) ? colon(labelled(r, 'reported', 'form'), kit.reported()) : []),
    `${r.pick(['Checked by', 'Desk', 'Reviewed'])}: ${kit.adjuster()}`,
  ];
  return [
    ...(r.chance(0.6) ? [f.insurer] : []),
    title,
    '',
    ...(order ? head : r.shuffle(head)),
    ...(told === null ? [] : ['', wrap(`${labelled(r, 'story', 'form')}: ${told}`, 90)]),
    '',
    heads.join(bar),
    ...cost.names.map((name, index) =>
      [
        name,
        ...(priced ? [kit.money(cost.parts[index] ?? 0)] : []),
        ...(aged ? [`${r.int(1, 15)} yr`] : []),
      ].join(bar),
    ),
    ...sums(kit, cost, priced),
    '',
    ...foot,
  ];
}
