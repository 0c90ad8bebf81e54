/** Layouts whose look is drawn anew for every document, so that no two of their documents need look alike. */
import type { Kit, Row } from '../kit.ts';
import { type Layout, sheet } from '../layout.ts';
import { onOneLine, sentences, unmarked, width, wrap } from '../marks.ts';
import { boilerplate, formSections, formTitle, type Section } from '../sections.ts';
import { interview } from './interview.ts';
import { paragraphs } from './letters.ts';

const words = (text: string): string[] => text.match(/[A-Za-z0-9]+/g) ?? [];
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** Ways in which systems and people write a label. */
const WRITINGS: readonly ((label: string) => string)[] = [
  (label) => label,
  (label) => label,
  (label) => label,
  (label) => label.toUpperCase(),
  (label) => label.toLowerCase(),
  (label) => words(label).join('_').toLowerCase(),
  (label) => words(label).join('_').toUpperCase(),
  (label) => words(label).join('-').toLowerCase(),
  (label) => words(label).map(capital).join(''),
  (label) =>
    words(label)
      .map((word, index) => (index === 0 ? word.toLowerCase() : capital(word)))
      .join(''),
  (label) => words(label).join('.').toLowerCase(),
];

const inQuotes = (text: string): string => `"${text.replaceAll('"', "'")}"`;
/** As Python prints a string: in double quotes only where it holds a single one. */
const inEither = (text: string): string =>
  text.includes("'") ? inQuotes(text) : `'${text.replaceAll('"', '')}'`;

/** Ways to set a value beside its label. */
const NOTATIONS: readonly ((label: string, value: string) => string)[] = [
  (label, value) => `${label}: ${value}`,
  (label, value) => `${label}: ${value}`,
  (label, value) => `${label}: ${value}`,
  (label, value) => `${label} : ${value}`,
  (label, value) => `${label}:${value}`,
  (label, value) => `${label} = ${value}`,
  (label, value) => `${label}=${value}`,
  (label, value) => `${label} - ${value}`,
  (label, value) => `${label} -> ${value}`,
  (label, value) => `${label} => ${value}`,
  (label, value) => `${label}; ${value}`,
  (label, value) => `${label}\t${value}`,
  (label, value) => `${label}    ${value}`,
  (label, value) => `${label}.....${value}`,
  (label, value) => `${label} / ${value}`,
  (label, value) => `[${label}] ${value}`,
  (label, value) => `[${label}: ${value}]`,
  (label, value) => `<${label}> ${value}`,
  (label, value) => `%${label}% ${value}`,
  (label, value) => `(${label}) ${value}`,
  (label, value) => `*${label}* ${value}`,
  (label, value) => `_${label}_: ${value}`,
  (label, value) => `@${label} ${value}`,
  (label, value) => `:${label}: ${value}`,
  (label, value) => `${label}\n${value}`,
  (label, value) => `${label}:\n    ${value}`,
  (label, value) => `${value} (${label})`,
  (label, value) => `${label}=${inQuotes(value)}`,
  (label, value) => `${label} = ${inQuotes(value)};`,
  (label, value) => `set ${label} ${inQuotes(value)}`,
  (label, value) => `(${label} ${inQuotes(value)})`,
  (label, value) => `${inQuotes(label)};${inQuotes(value)}`,
  (label, value) => `${inEither(label)}: ${inEither(value)},`,
  (label, value) => `<td>${label}</td><td>${value}</td>`,
  (label, value) => `<dt>${label}</dt> <dd>${value}</dd>`,
  (label, value) => `<b>${label}</b> ${value}<br>`,
  (label, value) => `<field name=${inQuotes(label)} value=${inQuotes(value)}/>`,
];

/** Ways to open a section, and to close it. */
const HEADS: readonly ((title: string, index: number) => [open: string, close: string])[] = [
  (title) => [title, ''],
  (title) => [title, ''],
  (title) => [capital(title), ''],
  (title) => [`\n${title}\n${'-'.repeat(title.length)}`, ''],
  (title) => [`== ${title} ==`, ''],
  (title) => [`*** ${title} ***`, ''],
  (title) => [`--- ${title.toLowerCase()} ---`, ''],
  (title) => [`[${words(title).join('_').toLowerCase()}]`, ''],
  (title, index) => [`${index + 1}. ${title}`, ''],
  (title, index) => [`${String.fromCharCode(65 + index)}) ${capital(title)}`, ''],
  (title, index) => [`PART ${index + 1} / ${title}`, ''],
  (title) => [`<h3>${capital(title)}</h3>`, ''],
  (title) => [`<section title="${capital(title)}">`, '</section>'],
  (title) => [`${words(title).join('_').toLowerCase()} {`, '}'],
  (title) => [`BEGIN ${title}`, `END ${title}`],
  () => ['', ''],
];

const BULLETS = ['', '', '', '', '', '  ', '    ', '- ', '* ', '• ', '> ', '# ', '[ ] ', '| '];
const JOINS = ['\n', '\n', '\n', '\n', '\n', '\n', '\n\n', ' | ', '; ', '   ', ', ', ' || ', '\t'];

export function rowsOf(kit: Kit, sections: Section[]): string[] {
  const { r } = kit;
  const notation = r.pick(NOTATIONS);
  const writing = r.pick(WRITINGS);
  const head = r.pick(HEADS);
  const bullet = r.pick(BULLETS);
  const join = r.pick(JOINS);
  const columns = r.pick([64, 72, 80, 96, 120, 10_000, 10_000, 10_000]);
  const told = r.chance(0.5);
  const write = ([label, value]: Row): string =>
    bullet + notation(writing(unmarked(label)), onOneLine(value));
  return sections
    .flatMap((section, index) => {
      const [open, close] = head(section.title, index);
      const prose = section.prose.map((text) => (told ? text : write([section.title, text])));
      return [open, section.rows.map(write).join(join), ...prose, close].filter((line) => line !== '');
    })
    .map((line) => (join === '\n' || width(line) < 400 ? wrap(line, columns) : line));
}

function lines(kit: Kit): string[] {
  const { r } = kit;
  const sections = formSections(kit, {
    detail: r.pick([0, 1, 1, 2] as const),
    proseStory: r.chance(0.4),
    blanks: r.chance(0.2),
  });
  const [first, ...rest] = sections;
  const ordered = first && r.chance(0.3) ? [first, ...r.shuffle(rest)] : sections;
  const title = r.chance(0.8) ? [formTitle(kit), ''] : [];
  const body = [...title, ...rowsOf(kit, ordered)];
  if (r.chance(0.2)) body.push('', boilerplate(kit));
  return body;
}

const POINTS: readonly ((index: number) => string)[] = [
  () => '- ',
  () => '* ',
  () => '• ',
  () => '>> ',
  () => '',
  (index) => `${index + 1}. `,
  (index) => `${index + 1}) `,
  (index) => `(${String.fromCharCode(97 + (index % 26))}) `,
  (index) => `#${index + 1} `,
  (index) => `Note ${index + 1}: `,
  (index) => `¶ ${index + 1}  `,
];
const NOTES = ['File notes', 'NOTES', 'Intake summary', 'Points taken down', 'What we know', 'CLAIM NOTES'];
const OPENINGS = ['Insured:', 'Claimant:', 'Name:', 'Caller:', 'For', 'Spoke with', 'Policyholder -'];

/** Every sentence a point of its own, or a few of them together. */
function points(kit: Kit): string[] {
  const { r } = kit;
  const point = r.pick(POINTS);
  const each = r.int(1, 3);
  const said = paragraphs(kit, true).flatMap(sentences);
  const grouped = Array.from({ length: Math.ceil(said.length / each) }, (_, index) =>
    said.slice(index * each, index * each + each).join(' '),
  );
  const reported = kit.reported();
  const opening = `${r.pick(OPENINGS)} ${kit.claimant()}`;
  const dated =
    reported === null ? [] : [`${r.pick(['Taken', 'Entered', 'Notified', 'Date reported'])} ${reported}`];
  const columns = r.pick([70, 84, 100, 10_000]);
  return [
    r.pick(NOTES),
    ...(r.chance(0.5) ? [opening, ...dated] : [...dated, opening]),
    ...(r.chance(0.5) ? [''] : []),
    ...grouped.map((text, index) => wrap(point(index) + text, columns, '  ')),
  ];
}

const drawn = (
  name: string,
  weight: number,
  telling: Layout['telling'],
  write: (kit: Kit) => string[],
): Layout => ({
  name,
  family: 'drawn',
  telling,
  weight,
  write: (kit) => sheet('notice', write(kit)),
});

export const drawnLayouts: Layout[] = [
  drawn('drawn-lines', 9, 'third', lines),
  drawn('drawn-points', 2.5, 'first', points),
  drawn('drawn-interview', 5, 'first', interview),
];
