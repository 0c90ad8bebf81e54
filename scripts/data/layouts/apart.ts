/** Families that look like no other; training sees none of them. */
import type { Kit } from '../kit.ts';
import { type Layout, sheet } from '../layout.ts';
import { sentences, unmarked, wrap } from '../marks.ts';
import { joined, othersSentence } from '../phrases.ts';
import { coverageRemarks, formSections } from '../sections.ts';
import { narrative } from '../surroundings.ts';
import { paragraphs } from './letters.ts';

const given = <T extends string | null>(value: string | null, write: (value: string) => T): T | null =>
  value === null ? null : write(value);

/** Short messages to a claims number, each on a line of its own. */
function messages(kit: Kit): string[] {
  const { r, f } = kit;
  let minute = r.int(480, 1000);
  const stamp = (): string => {
    minute += r.int(0, 4);
    return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  };
  const own = paragraphs(kit, true).flatMap(sentences);
  return [
    `Text messages with ${f.insurer.split(' ')[0]} claims${given(kit.reported(), (day) => `, ${day}`) ?? ''}`,
    `${stamp()} them> Who is writing?`,
    `${stamp()} me> ${kit.claimant('plain')}`,
    ...own.flatMap((text) => [
      `${stamp()} me> ${text}`,
      ...(r.chance(0.15)
        ? [`${stamp()} them> ${r.pick(['ok', 'Understood', 'go on', 'Anything else?'])}`]
        : []),
    ]),
  ];
}

/** A broker's memorandum in numbered paragraphs of formal prose. */
function memorandum(kit: Kit): (string | null)[] {
  const { f, r } = kit;
  const [from, to] = [kit.effective(), kit.expiration()];
  const parts: [string, string][] = [
    [
      'The Assured',
      joined([
        `${kit.claimant()}${given(kit.address(), (at) => `, of ${at}`) ?? ''}.`,
        given(kit.dob(), (dob) => `Born ${dob}.`),
        given(kit.phone(), (tel) => `Telephone ${tel}.`),
        given(kit.email(), (mail) => `Electronic mail ${mail}.`),
      ]),
    ],
    [
      'The Contract',
      joined([
        given(kit.policy(), (no) => `Policy ${no}.`),
        given(kit.line(), (line) => `Class: ${line}.`),
        from || to
          ? `${given(from, (day) => `Attaching ${day}`) ?? ''}${from && to ? ', ' : ''}${given(to, (day) => `expiring ${day}`) ?? ''}.`
          : null,
        given(kit.deductible(), (sum) => `Excess ${sum}.`),
      ]),
    ],
    [
      'The Occurrence',
      joined([
        given(kit.lossDate(), (day) => `Of ${day}${given(kit.lossTime(), (time) => ` at ${time}`) ?? ''}.`),
        given(kit.location(), (place) => `At ${place}.`),
        narrative(kit),
      ]),
    ],
    [
      'The Subject-Matter',
      joined([given(kit.item(), (item) => `${item}.`), given(kit.damage(), (damage) => `Found: ${damage}.`)]),
    ],
    [
      'Quantum',
      joined([given(kit.amount(), (sum) => `The loss is put at ${sum}.`), `${f.shop.name} was consulted.`]),
    ],
    ['Others', joined([othersSentence(kit), given(kit.policeNumber(), (no) => `Police reference ${no}.`)])],
    ['Cover', joined(coverageRemarks(kit))],
    [
      'Notice',
      joined([
        given(kit.reported(), (day) => `Given to underwriters on ${day}.`),
        `By ${f.agency}, per ${f.agent.name}.`,
      ]),
    ],
  ];
  return [
    r.pick(['MEMORANDUM OF LOSS', "BROKER'S MEMORANDUM"]),
    '',
    ...parts
      .filter(([, text]) => text !== '')
      .map(([title, text], index) =>
        wrap(`${index + 1}. ${title}. ${text.replace(/\.(\uf8ff?)\./g, '.$1')}`, 86),
      ),
  ];
}

/** What happened when, a line for each date. */
function timeline(kit: Kit): (string | null)[] {
  const { f } = kit;
  const row = (when: string | null, what: (string | null)[]): string | null =>
    when === null && joined(what) === '' ? null : `${when ?? '(no date)'}  |  ${joined(what)}`;
  return [
    `TIMELINE ${f.claimNumber} - ${kit.claimant()}`,
    given(kit.dob(), (dob) => row(dob, ['Insured born'])),
    row(kit.effective(), [
      given(kit.policy(), (no) => `Policy ${no} begins`),
      given(kit.line(), (line) => `(${line})`),
    ]),
    row(kit.date(f.prior.date), ['Earlier claim, closed at', kit.money(f.prior.amount)]),
    row(kit.lossDate(), [
      given(kit.lossTime(), (time) => `${time}.`),
      given(kit.location(), (place) => `${place}.`),
      narrative(kit),
    ]),
    row(kit.reported(), ['Reported to the insurer']),
    given(kit.expiration(), (day) => row(day, ['Policy ends'])),
    '',
    given(kit.item(), (item) => `Concerns: ${item}`),
    given(kit.damage(), (damage) => `Damage: ${damage}`),
    given(kit.amount(), (sum) => `Estimate: ${sum}`),
    given(kit.deductible(), (sum) => `Deductible: ${sum}`),
    given(joined([kit.phone(), kit.email()]) || null, (ways) => `Reached at: ${ways}`),
    othersSentence(kit),
    ...coverageRemarks(kit),
  ];
}

const quoted = (text: string): string => JSON.stringify(text.replaceAll('\n', ', ').replaceAll('"', "'"));
const camel = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/\W/g, '');

function nested(kit: Kit): string[] {
  const members = formSections(kit, { detail: 1 }).map(({ title, rows, prose }) => {
    const lines = [
      ...rows.map(([label, value]) => `    "${camel(label)}": ${quoted(value)}`),
      ...prose.map((text) => `    "note": ${quoted(text)}`),
    ];
    return `  "${camel(unmarked(title))}": {\n${lines.join(',\n')}\n  }`;
  });
  return ['{', members.join(',\n'), '}'];
}

export const apart: Layout[] = [
  {
    name: 'text-messages',
    family: 'messages',
    telling: 'first',
    write: (kit) => sheet('messages', messages(kit)),
  },
  {
    name: 'broker-memorandum',
    family: 'memorandum',
    telling: 'third',
    write: (kit) => sheet('memorandum', memorandum(kit)),
  },
  {
    name: 'timeline',
    family: 'timeline',
    telling: 'third',
    write: (kit) => sheet('timeline', timeline(kit)),
  },
  { name: 'json-export', family: 'json', telling: 'third', write: (kit) => sheet('export', nested(kit)) },
];
