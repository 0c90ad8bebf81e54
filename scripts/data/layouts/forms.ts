/** Forms of labelled lines, one below the other. */
import type { Kit, Row } from '../kit.ts';
import { type Layout, sheet } from '../layout.ts';
import { pad, width, wrap } from '../marks.ts';
import { boilerplate, type FormOptions, formSections, formTitle, type Section } from '../sections.ts';

type Ruling = (title: string) => string[];
type Lines = (rows: Row[], kit: Kit) => string[];

const colon: Lines = (rows) =>
  rows.map(([label, value]) => `${label}: ${value.replaceAll('\n', ', ')}`.trimEnd());
const addressBelow: Lines = (rows) =>
  rows.map(([label, value]) =>
    value.includes('\n') ? `${label}:\n${value}` : `${label}: ${value}`.trimEnd(),
  );
const rise = (text: string): string => text.charAt(0) + text.slice(1).toLowerCase();
const titled = (text: string): string => text.toLowerCase().replace(/\b\w/g, (first) => first.toUpperCase());

function form(
  name: string,
  family: string,
  draw: {
    options: FormOptions;
    ruling: Ruling;
    lines: Lines;
    gap?: number;
    title?: (title: string, kit: Kit) => string[];
    columns?: number;
    prose?: (text: string) => string;
  },
): Layout {
  return {
    name,
    family,
    telling: 'third',
    write: (kit) => {
      const sections = formSections(kit, draw.options);
      const top = formTitle(kit);
      const out: string[] = draw.title ? draw.title(top, kit) : [top];
      if (draw.gap !== 0) out.push('');
      for (const section of sections) out.push(...body(section, kit, draw));
      if (kit.r.chance(0.35)) out.push(wrap(boilerplate(kit), draw.columns ?? 1000));
      if (kit.r.chance(0.15)) out.push('', `Page 1 of ${kit.r.int(1, 4)}`);
      const text = out.join('\n');
      return sheet(kit.r.pick(['notice', 'fnol', 'claim-form', 'loss-notice']), [
        draw.columns ? wrap(text, draw.columns) : text,
      ]);
    },
  };
}

function body(section: Section, kit: Kit, draw: Parameters<typeof form>[2]): string[] {
  const prose = draw.prose ?? ((text: string): string => text);
  return [
    ...draw.ruling(section.title),
    ...draw.lines(section.rows, kit),
    ...section.prose.map(prose),
    ...(draw.gap === 0 ? [] : ['']),
  ];
}

const none: Ruling = () => [];
const under =
  (char: string): Ruling =>
  (title) => [title, char.repeat(width(title))];
const between =
  (char: string): Ruling =>
  (title) => [`${char.repeat(3)} ${title} ${char.repeat(3)}`];

const dotted: Lines = (rows) =>
  rows.map(
    ([label, value]) =>
      `${label} ${'.'.repeat(Math.max(3, 34 - label.length))} ${value.replaceAll('\n', ', ')}`,
  );
const aligned =
  (to: number): Lines =>
  (rows) =>
    rows.map(([label, value]) => `${pad(`${label}:`, to)}${value.replaceAll('\n', `\n${' '.repeat(to)}`)}`);
const below: Lines = (rows) =>
  rows.flatMap(([label, value]) => [label, `    ${value.replaceAll('\n', '\n    ')}`]);
const spaced: Lines = (rows) => rows.flatMap(([label, value]) => [`${label}:`, '', value, '']);
const numbered: Lines = (rows) =>
  rows.map(([label, value], index) => `${index + 1}. ${label}: ${value.replaceAll('\n', ', ')}`);
const bullets: Lines = (rows) => rows.map(([label, value]) => `- ${label}: ${value.replaceAll('\n', ', ')}`);
const capitals: Lines = (rows) =>
  rows.map(([label, value]) => `${label.toUpperCase()}: ${value.replaceAll('\n', '\n')}`);
const underscored: Lines = (rows) =>
  rows.map(
    ([label, value]) =>
      `${label}: __${value.replaceAll('\n', ', ')}${'_'.repeat(Math.max(2, 30 - width(value)))}`,
  );
const tabs: Lines = (rows) => rows.map(([label, value]) => `${label}\t${value.replaceAll('\n', ', ')}`);
const dash: Lines = (rows) => rows.map(([label, value]) => `${label} - ${value.replaceAll('\n', ', ')}`);
const bare: Lines = (rows) => rows.map(([label, value]) => `${label} ${value.replaceAll('\n', ', ')}`);
const inline: Lines = (rows) => [
  rows.map(([label, value]) => `${label}: ${value.replaceAll('\n', ', ')}`).join('; '),
];
const runIn: Lines = (rows) => [
  rows.map(([label, value]) => `${label}: ${value.replaceAll('\n', ', ')}`).join(' '),
];

export const forms: Layout[] = [
  form('flat-short', 'flat', { options: { detail: 0 }, ruling: none, lines: colon, gap: 0 }),
  form('flat-grouped', 'flat', { options: { detail: 0 }, ruling: none, lines: colon }),
  form('flat-full', 'flat', {
    options: { detail: 2, blanks: true },
    ruling: none,
    lines: colon,
    gap: 0,
    columns: 92,
  }),
  form('flat-dash', 'flat', { options: { detail: 1 }, ruling: none, lines: dash, gap: 0 }),
  form('flat-dotted', 'flat', { options: { detail: 1 }, ruling: none, lines: dotted }),
  form('flat-numbered', 'flat', { options: { detail: 1 }, ruling: none, lines: numbered, gap: 0 }),
  form('ruled-equals', 'ruled', {
    options: { detail: 1 },
    ruling: between('='),
    lines: addressBelow,
    prose: (text) => text,
  }),
  form('ruled-equals-full', 'ruled', {
    options: { detail: 2, proseStory: true, blanks: true },
    ruling: between('='),
    lines: colon,
    columns: 80,
  }),
  form('ruled-under-dash', 'ruled', {
    options: { detail: 1 },
    ruling: under('-'),
    lines: colon,
    title: (title) => [title, '='.repeat(32)],
  }),
  form('ruled-under-equals', 'ruled', {
    options: { detail: 2, blanks: true },
    ruling: under('='),
    lines: colon,
  }),
  form('ruled-tilde', 'ruled', {
    options: { detail: 1, proseStory: true },
    ruling: between('~'),
    lines: bullets,
  }),
  form('ruled-stars', 'ruled', {
    options: { detail: 2 },
    ruling: (title) => [`** ${title} **`],
    lines: colon,
    columns: 76,
  }),
  form('ruled-brackets', 'ruled', { options: { detail: 1 }, ruling: (title) => [`[${title}]`], lines: bare }),
  form('ruled-numbers', 'ruled', {
    options: { detail: 2, proseStory: true },
    ruling: (title) => [`SECTION - ${title}`],
    lines: numbered,
    columns: 88,
  }),
  form('capitals-heading', 'capitals', {
    options: { detail: 1 },
    ruling: (title) => [title],
    lines: colon,
    title: (title) => [title],
  }),
  form('capitals-labels', 'capitals', {
    options: { detail: 2, blanks: true },
    ruling: (title) => [title],
    lines: capitals,
    title: (title) => [title, 'ACORD FORM 1 (2016/10)'],
  }),
  form('capitals-colon', 'capitals', {
    options: { detail: 1, proseStory: true },
    ruling: (title) => [`${titled(title)}:`],
    lines: colon,
  }),
  form('capitals-indented', 'capitals', {
    options: { detail: 1 },
    ruling: (title) => [title],
    lines: (rows) => rows.map(([label, value]) => `   ${label}: ${value.replaceAll('\n', '\n     ')}`),
  }),
  form('emdash-lines', 'emdash', {
    options: { detail: 1 },
    ruling: (title) => [`— ${title} —`],
    lines: colon,
  }),
  form('emdash-run-in', 'emdash', {
    options: { detail: 2 },
    ruling: none,
    lines: runIn,
    columns: 72,
    title: (title) => [title],
  }),
  form('emdash-headed', 'emdash', {
    options: { detail: 1, proseStory: true },
    ruling: (title) => [`—— ${rise(title)}`],
    lines: runIn,
    columns: 84,
  }),
  form('inline-semicolons', 'inline', {
    options: { detail: 1 },
    ruling: (title) => [`${rise(title)}.`],
    lines: inline,
    columns: 96,
  }),
  form('aligned-wide', 'aligned', {
    options: { detail: 2 },
    ruling: (title) => ['', ` ${title}`, ''],
    lines: aligned(33),
    title: (title, kit) => [`${' '.repeat(30)}${kit.f.insurer}`, `${' '.repeat(24)}${title}`],
  }),
  form('aligned-narrow', 'aligned', {
    options: { detail: 1 },
    ruling: (title) => [title],
    lines: aligned(22),
    gap: 0,
  }),
  form('label-above-value', 'stacked', { options: { detail: 1 }, ruling: (title) => [title], lines: below }),
  form('label-value-reader', 'stacked', {
    options: { detail: 2, proseStory: true },
    ruling: (title) => [title, ''],
    lines: spaced,
    gap: 0,
  }),
  form('underscored', 'paper', {
    options: { detail: 1, blanks: true },
    ruling: under('_'),
    lines: underscored,
  }),
  form('tab-export', 'export', { options: { detail: 1 }, ruling: none, lines: tabs, gap: 0 }),
];
