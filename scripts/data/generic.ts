/** Documents of other trades with random keys, for base training: to read whatever is asked for, from examples too. */
import * as people from './people.ts';
import { date, money, phone, time } from './print.ts';
import { Random } from './random.ts';

interface Field {
  labels: readonly string[];
  keys: readonly string[];
  value: (r: Random) => string;
}

const day = (r: Random): string =>
  date(
    new Date(Date.UTC(2018, 0, 1) + r.int(0, 3200) * 86_400_000).toISOString().slice(0, 10),
    r.pick(['mm/dd/yyyy', 'iso', 'long', 'short', 'day-month']),
  );
const amount = (r: Random): string => money(r.int(100, 900_000), r.int(0, 3));
const who = (r: Random): string => people.fullName(people.person(r));
const clock = (r: Random): string =>
  time(`${String(r.int(0, 23)).padStart(2, '0')}:${r.pick(['00', '15', '20', '30', '45'])}`, r.int(0, 8));
const field = (labels: string, keys: string, value: Field['value']): Field => ({
  labels: labels.split('|'),
  keys: keys.split('|'),
  value,
});
const of =
  (...patterns: string[]): Field['value'] =>
  (r) =>
    r.fill(r.pick(patterns));
const one =
  (...words: string[]): Field['value'] =>
  (r) =>
    r.pick(words);
const place: Field['value'] = (r) => people.oneLineAddress(people.address(r));
const tel: Field['value'] = (r) => phone(r.fill('###555####'), r.int(0, 6));
const mail: Field['value'] = (r) => people.emailFor(r, people.firstName(r), people.lastName(r));

const KINDS: Record<string, Field[]> = {
  INVOICE: [
    field(
      'Invoice No.|Invoice Number|Invoice #',
      'invoice_number|number|inv_no',
      of('INV-#####', '####-@@', '#######'),
    ),
    field('Bill To|Customer|Sold To', 'customer|bill_to|buyer', people.business),
    field('Invoice Date|Date|Issued', 'date|issued_on|invoice_date', day),
    field('Due Date|Payment Due|Pay By', 'due|due_date', day),
    field('Subtotal|Net', 'subtotal|net', amount),
    field('Tax|Sales Tax|VAT', 'tax|vat', amount),
    field('Total Due|Balance|Amount Due', 'total|amount_due|balance', amount),
    field('Terms|Payment Terms', 'terms', one('Net 30', 'Net 15', 'Due on receipt', '2/10 net 45')),
    field('Remit To|Vendor|Seller', 'seller|vendor', people.business),
  ],
  'PURCHASE ORDER': [
    field('PO Number|Order No.|Order ID', 'po|order_id|order_number', of('PO-######', 'ORD#####', '##-####')),
    field('Supplier|Vendor', 'supplier|vendor', people.business),
    field('Ship To|Deliver To', 'ship_to|delivery_address', place),
    field('Order Date|Placed On', 'ordered|order_date', day),
    field('Deliver By|Needed By', 'deliver_by|needed', day),
    field('Carrier|Shipped Via', 'carrier', one('Ground', 'Air freight', 'Pickup', 'Courier')),
    field('Quantity|Units', 'quantity|units', of('#', '##', '###')),
    field(
      'Item|Product|Description',
      'item|product',
      (r) => `${people.stem(r)} ${r.pick(['valve', 'bracket', 'chair', 'lamp', 'pump', 'cable', 'filter'])}`,
    ),
    field('Order Total|Total', 'total|order_total', amount),
  ],
  APPOINTMENT: [
    field('Patient|Client|Visitor', 'patient|client|name', who),
    field('With|Provider|Doctor', 'provider|doctor', (r) => `Dr. ${people.lastName(r)}`),
    field('Date|Appointment Date|Day', 'date|day', day),
    field('Time|At|Start', 'time|start', clock),
    field('Location|Office|Where', 'location|office', place),
    field('Phone|Call', 'phone|tel', tel),
    field(
      'Reason|Purpose',
      'reason|purpose',
      one(
        'annual check',
        'follow-up visit',
        'eye examination',
        'tax advice',
        'measuring for curtains',
        'tire rotation',
      ),
    ),
    field('Confirmation|Reference', 'confirmation|reference', of('@@####', 'A-#####')),
  ],
  CONTACT: [
    field('Name|Full Name|Contact', 'name|full_name|person', who),
    field('Company|Firm|Organization', 'company|firm', people.business),
    field('Phone|Mobile|Tel.', 'phone|mobile', tel),
    field('Email|E-mail', 'email|mail', mail),
    field('Address|Mailing Address', 'address|postal_address', place),
    field('Title|Position', 'title|position', one('Manager', 'Buyer', 'Engineer', 'Treasurer', 'Foreman')),
    field('Birthday|Born', 'birthday|born', day),
  ],
  BOOKING: [
    field('Guest|Traveler|Passenger', 'guest|traveler', who),
    field('Check-in|Arrival|From', 'arrival|check_in', day),
    field('Check-out|Departure|Until', 'departure|check_out', day),
    field('Room|Seat|Cabin', 'room|seat', of('###', '##@')),
    field(
      'Hotel|Property|Venue',
      'hotel|venue',
      (r) => `${people.stem(r)} ${r.pick(['Inn', 'Lodge', 'Hotel', 'House'])}`,
    ),
    field('Rate|Price|Fare', 'rate|price', amount),
    field('Booking Code|Locator|Record', 'code|locator', of('@@@@@#', '@#@#@#')),
    field('Email|Contact E-mail', 'email', mail),
  ],
  'SERVICE TICKET': [
    field('Ticket|Ticket No.|Case', 'ticket|case_id', of('TCK-#####', '######')),
    field('Opened By|Requester', 'requester|opened_by', who),
    field('Opened|Created', 'opened|created', day),
    field('Technician|Assigned To', 'technician|assignee', who),
    field('Status|State', 'status', one('open', 'closed', 'waiting for parts', 'escalated')),
    field(
      'Problem|Issue',
      'problem|issue',
      one('printer jams', 'no hot water', 'door will not latch', 'screen flickers', 'loud fan noise'),
    ),
    field('Charge|Cost', 'cost|charge', amount),
    field('Serial|Serial No.', 'serial', of('@@######', 'SN-####-####')),
  ],
  LEASE: [
    field('Tenant|Lessee', 'tenant|lessee', who),
    field('Landlord|Lessor', 'landlord|lessor', people.business),
    field('Premises|Unit Address', 'premises|address', place),
    field('Start|Commencement', 'start|begins', day),
    field('End|Expires', 'end|ends', day),
    field('Monthly Rent|Rent', 'rent|monthly_rent', amount),
    field('Deposit|Security Deposit', 'deposit', amount),
  ],
};

type Row = [string, string];
const SHAPES: readonly ((title: string, rows: Row[]) => string)[] = [
  (title, rows) => [title, ...rows.map(([label, value]) => `${label}: ${value}`)].join('\n'),
  (title, rows) => [`=== ${title} ===`, '', ...rows.map(([label, value]) => `${label}: ${value}`)].join('\n'),
  (title, rows) =>
    [
      `# ${title}`,
      '',
      '| Field | Value |',
      '|---|---|',
      ...rows.map(([label, value]) => `| ${label} | ${value} |`),
    ].join('\n'),
  (title, rows) => [`**${title}**`, ...rows.map(([label, value]) => `- **${label}:** ${value}`)].join('\n'),
  (title, rows) =>
    [
      title,
      '-'.repeat(title.length),
      ...rows.map(([label, value]) => `${label.toUpperCase().padEnd(24)}${value}`),
    ].join('\n'),
  (title, rows) => [title, ...rows.flatMap(([label, value]) => [label, `    ${value}`])].join('\n'),
  (title, rows) =>
    `${title}. ${rows.map(([label, value]) => `The ${label.toLowerCase().replace(/[.#]+$/, '')} is ${value}.`).join(' ')}`,
  (title, rows) =>
    `Hello,\n\nhere is the ${title.toLowerCase()} you asked for. ${rows.map(([label, value]) => `${label}: ${value}`).join('; ')}.\n\nRegards`,
  (title, rows) =>
    [title, ...rows.map(([label]) => label.toUpperCase()), '', ...rows.map(([, value]) => value)].join('\n'),
  (title, rows) => [title, ...rows.map(([label, value]) => `${label} | ${value}`)].join('\n'),
];

export interface GenericExample {
  id: string;
  kind: string;
  /** Solved examples that a few-shot prompt shows first; same keys, other documents. */
  shots: { text: string; answer: Record<string, string | null> }[];
  text: string;
  /** The keys asked for, in order; `null` where the document states nothing. */
  answer: Record<string, string | null>;
}

/** Example `index` of the run with this seed: a document, and the values of the keys asked for, as printed. */
export function makeGeneric(seed: number, index: number): GenericExample {
  const r = new Random((seed * 999_983 + index * 6007) | 0);
  const kind = r.pick(Object.keys(KINDS));
  const fields = KINDS[kind] ?? [];
  const asked = r
    .some(fields, r.int(3, fields.length))
    .map((one) => ({ one, key: r.chance(0.15) ? `${r.pick(one.keys)}_${r.int(1, 9)}` : r.pick(one.keys) }));
  const labels = new Map(fields.map((one) => [one, r.pick(one.labels)]));
  const shape = r.pick(SHAPES);
  const make = (): { text: string; answer: Record<string, string | null> } => {
    const printed = new Map<Field, string>();
    for (const one of r.shuffle(fields)) if (r.chance(0.85)) printed.set(one, one.value(r));
    const rows = [...printed].map(([one, value]): Row => [labels.get(one) ?? '', value]);
    const answer = Object.fromEntries(asked.map(({ one, key }) => [key, printed.get(one) ?? null]));
    return { text: shape(kind, rows), answer };
  };
  const shots = Array.from({ length: r.chance(0.4) ? r.int(1, 3) : 0 }, make);
  return { id: `generic-${seed}-${index}`, kind: kind.toLowerCase(), shots, ...make() };
}
