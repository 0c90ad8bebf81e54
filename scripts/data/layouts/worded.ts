/** Layouts in which losses, sentences and labels are worded anew for every document. */
import type { Kit, Row } from '../kit.ts';
import { type Layout, type Sheet, sheet } from '../layout.ts';
import { onOneLine, pad, sentences, unmarked, width, wrap } from '../marks.ts';
import { joined } from '../phrases.ts';
import { coverageRemarks } from '../sections.ts';
import { narrative } from '../surroundings.ts';
import { rowsOf } from './drawn.ts';
import { wordedSections } from './worded-labels.ts';
import { aside, worded, wordedInjury, wordedOthers, wordedPolice } from './worded-phrases.ts';
import { retold } from './worded-stories.ts';

const FORM_TITLES = [
  'Claim sheet',
  'LOSS ADVICE',
  'Notification of claim',
  'Damage report',
  'Intake record',
  'Customer claim form',
  'Accident report form',
  'Property claim worksheet',
  'CLAIM INTIMATION',
  'New loss',
];
const GREETINGS = [
  'Hello there,',
  'Good morning,',
  'Claims team -',
  'Dear claims handler,',
  'To the claims office',
  'Hi,',
  'Sirs,',
  'Dear {insurer},',
  'Attn. {adjuster}',
  '',
];
const GOODBYES = [
  'Regards,',
  'Best,',
  'Yours truly,',
  'With thanks',
  'Respectfully',
  'Cheers,',
  'Sincerely yours,',
  'Thank you.',
  '-',
];

const said = (parts: readonly (string | null)[]): string[] =>
  parts.filter((part) => part !== null && part !== '') as string[];

/** All sentences of a claim in an order that a person would choose, in paragraphs. */
function body(kit: Kit, contacts: boolean): string[] {
  const { r } = kit;
  const who = r.shuffle([
    worded(kit, 'policy'),
    worded(kit, 'line'),
    r.chance(0.6) ? worded(kit, 'from') : null,
    r.chance(0.6) ? worded(kit, 'to') : null,
    r.chance(0.6) ? worded(kit, 'deductible') : null,
  ]);
  const when = r.shuffle([worded(kit, 'date'), worded(kit, 'time'), worded(kit, 'place')]);
  const event = r.chance(0.7) ? [...when, narrative(kit)] : [narrative(kit), ...when];
  const things = r.shuffle([worded(kit, 'item'), worded(kit, 'damage'), worded(kit, 'amount')]);
  const people = r.shuffle([
    wordedOthers(kit),
    wordedInjury(kit),
    wordedPolice(kit),
    ...coverageRemarks(kit),
  ]);
  const reach = contacts
    ? r.shuffle([
        worded(kit, 'phone'),
        worded(kit, 'email'),
        worded(kit, 'address'),
        r.chance(0.6) ? worded(kit, 'dob') : null,
      ])
    : [];
  const groups = [who, event, things, people, [...reach, aside(kit)]].map(joined);
  const ordered = r.chance(0.5)
    ? groups
    : [groups[1] ?? '', ...r.shuffle([...groups.slice(0, 1), ...groups.slice(2)])];
  const written = said(ordered);
  return r.chance(0.3) ? [written.join(' ')] : written;
}

const addressed = (kit: Kit): string =>
  kit.r.pick(GREETINGS).replace('{insurer}', kit.f.insurer).replace('{adjuster}', kit.adjuster());

function signature(kit: Kit): string[] {
  const { r } = kit;
  const lines = said([
    kit.phone(),
    kit.email(),
    ...(r.chance(0.5) ? kit.addressLines() : [kit.address()]),
    r.chance(0.3) ? kit.dob() && `born ${kit.dob()}` : null,
  ]);
  return [
    r.pick(GOODBYES),
    kit.claimant('plain'),
    ...(r.chance(0.25) ? [lines.join(r.pick([' | ', ' / ', ', ']))] : lines),
  ];
}

function letter(kit: Kit): string[] {
  const { r } = kit;
  const columns = r.pick([66, 76, 88, 10_000]);
  const dated = kit.reported();
  const signed = r.chance(0.6);
  const opening = signed ? null : worded(kit, 'name');
  const paragraphs = body(kit, !signed);
  return [
    ...said([dated, addressed(kit)]),
    '',
    ...said([opening, ...paragraphs]).flatMap((text) => [wrap(text, columns), '']),
    ...(signed ? signature(kit) : []),
    ...(r.chance(0.2) ? [`P.S. ${aside(kit) ?? 'Copies are enclosed.'}`] : []),
  ];
}

function mail(kit: Kit): string[] {
  const { r, f } = kit;
  const at = kit.email();
  const name = kit.claimant('plain');
  const policy = r.chance(0.5) ? kit.policy() : null;
  const sent = kit.reported();
  const head = r.shuffle(
    said([
      `From: ${name}${at === null ? '' : ` <${at}>`}`,
      `To: ${r.pick(['claims', 'newclaims', 'service'])}@${f.insurer.toLowerCase().replace(/[^a-z]+/g, '')}.example`,
      sent === null ? null : `${r.pick(['Date', 'Sent'])}: ${sent}`,
      `Subject: ${r.pick(['new claim', 'URGENT claim', 'what do I do now', 'Loss', 'Claim', 'report of damage'])}${policy === null ? '' : ` / ${policy}`}`,
    ]),
  );
  const text = body(kit, true);
  const reply = r.chance(0.35)
    ? [
        '',
        r.pick(['--- earlier message ---', 'On an earlier day you wrote:', '> quoted text follows']),
        ...wrap(
          `Thank you for your call. Please send the details of your loss to this address and quote ${f.claimNumber}. ${kit.adjuster()}, ${kit.tel(f.agent.phone)}`,
          70,
        )
          .split('\n')
          .map((line) => `> ${line}`),
      ]
    : [];
  return [
    ...head,
    '',
    addressed(kit),
    ...text.flatMap((paragraph) => [wrap(paragraph, r.pick([72, 10_000])), '']),
    r.pick(GOODBYES),
    f.insured.person.first,
    ...reply,
  ];
}

function note(kit: Kit): string[] {
  const { r, f } = kit;
  const opening = said([worded(kit, 'name'), worded(kit, 'reported')]);
  const all = [...opening, ...body(kit, true).flatMap(sentences)];
  const stamp = (index: number): string =>
    `${String(8 + Math.floor(index / 3)).padStart(2, '0')}:${r.int(10, 59)} `;
  const form = r.pick(['run', 'lines', 'stamped', 'dashed'] as const);
  const head = r.pick([
    `FILE ${f.claimNumber}`,
    'Desk notes',
    'Note to file',
    `${kit.adjuster()} - notes`,
    'Call log',
  ]);
  if (form === 'run') return [head, wrap(all.join(' '), r.pick([80, 100, 10_000]))];
  return [
    head,
    ...all.map((text, index) => (form === 'stamped' ? stamp(index) : form === 'dashed' ? '- ' : '') + text),
  ];
}

const HEADINGS = {
  cover: ['1 Cover', 'COVERAGE', 'Policy position', 'Contract'],
  event: ['2 Event', 'LOSS FACTS', 'Course of events', 'Circumstances'],
  things: ['3 Damage', 'EXTENT', 'Inspection', 'Cost'],
  people: ['4 Persons', 'OTHERS', 'Parties, police, injuries', 'Contacts'],
};
function report(kit: Kit): string[] {
  const { r, f } = kit;
  const style = r.int(0, 3);
  const columns = r.pick([78, 92, 10_000]);
  const under = (key: keyof typeof HEADINGS, parts: readonly (string | null)[]): string[] => {
    const text = joined(parts);
    return text === '' ? [] : ['', HEADINGS[key][style] ?? '', wrap(text, columns)];
  };
  return [
    r.pick(['FIELD REPORT', 'Survey report', 'Summary for the file', 'Loss report', 'Inspection memo']),
    `${r.pick(['File', 'Our file', 'Reference'])} ${f.claimNumber}`,
    joined([worded(kit, 'name'), worded(kit, 'reported')]),
    ...under('cover', [
      worded(kit, 'policy'),
      worded(kit, 'line'),
      worded(kit, 'from'),
      worded(kit, 'to'),
      worded(kit, 'deductible'),
      ...coverageRemarks(kit),
    ]),
    ...under('event', [worded(kit, 'date'), worded(kit, 'time'), worded(kit, 'place'), narrative(kit)]),
    ...under('things', [worded(kit, 'item'), worded(kit, 'damage'), worded(kit, 'amount')]),
    ...under('people', [
      wordedOthers(kit),
      wordedInjury(kit),
      wordedPolice(kit),
      worded(kit, 'phone'),
      worded(kit, 'email'),
      worded(kit, 'address'),
      worded(kit, 'dob'),
      aside(kit),
    ]),
  ];
}

const form = (kit: Kit): string[] => [kit.r.pick(FORM_TITLES), '', ...rowsOf(kit, wordedSections(kit))];

/** Labels on one line, their values on the next. */
function grid(kit: Kit): string[] {
  const { r } = kit;
  const across = r.int(2, 3);
  const bar = r.pick(['  ', ' | ', '   ']);
  return wordedSections(kit).flatMap(({ title, rows, prose }) => {
    const short = rows.filter(([, value]) => width(value) <= 44 && !unmarked(value).includes('\n'));
    const long = rows.filter((row) => !short.includes(row));
    const pairs: Row[][] = Array.from({ length: Math.ceil(short.length / across) }, (_, at) =>
      short.slice(at * across, at * across + across),
    );
    const lines = pairs.flatMap((cells) => {
      const widths = cells.map(([label, value]) => Math.max(width(label), width(value)) + 2);
      const line = (of: 0 | 1): string =>
        cells
          .map((cell, at) => pad(of === 0 ? cell[0].toUpperCase() : cell[1], widths[at] ?? 0))
          .join(bar)
          .trimEnd();
      return [line(0), line(1)];
    });
    return [
      title.toUpperCase(),
      ...lines,
      ...long.flatMap(([label, value]) => [label.toUpperCase(), wrap(onOneLine(value), 96)]),
      ...prose.map((text) => wrap(text, 96)),
      '',
    ];
  });
}

const layout = (
  name: string,
  weight: number,
  telling: Layout['telling'],
  write: (kit: Kit) => Sheet[],
): Layout => ({
  name,
  family: 'worded',
  telling,
  weight,
  write: (kit) => {
    retold(kit);
    return write(kit);
  },
});

export const wordedLayouts: Layout[] = [
  layout('worded-form', 7, 'third', (kit) => sheet('form', form(kit))),
  layout('worded-own-form', 3, 'first', (kit) => sheet('form', form(kit))),
  layout('worded-grid', 4, 'third', (kit) => sheet('form', grid(kit))),
  layout('worded-letter', 5, 'first', (kit) => sheet('letter', letter(kit))),
  layout('worded-mail', 4, 'first', (kit) => sheet('mail', mail(kit))),
  layout('worded-note', 5, 'third', (kit) => sheet('note', note(kit))),
  layout('worded-report', 5, 'third', (kit) => sheet('report', report(kit))),
  layout('worded-packet', 3, 'third', (kit) => [
    ...sheet('form', form(kit)),
    ...sheet('report', report(kit)),
  ]),
];
