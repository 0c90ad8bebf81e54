/** Forms in tables, grids, columns, and in the formats that systems export. */
import type { Kit, Row } from '../kit.ts';
import { type Layout, sheet } from '../layout.ts';
import { onOneLine, pad, unmarked, width, wrap } from '../marks.ts';
import { boilerplate, type FormOptions, formSections, formTitle, type Section } from '../sections.ts';

const long = ([, value]: Row): boolean => width(value) > 60;

/** Families that a printer makes cells of. */
const PRINTED: ReadonlySet<string> = new Set(['grid', 'columns']);

function table(
  name: string,
  family: string,
  options: FormOptions,
  body: (sections: Section[], title: string, kit: Kit) => string[],
): Layout {
  return {
    name,
    family,
    telling: 'third',
    write: (kit) => {
      const sections = formSections(kit, options);
      const title = formTitle(kit);
      const lines = body(sections, title, kit);
      if (kit.r.chance(0.25)) lines.push('', boilerplate(kit));
      const printed = PRINTED.has(family) ? [{ title, rows: [], prose: [] }, ...sections] : undefined;
      return sheet(family === 'markdown' ? 'claim' : 'form', lines, printed);
    },
  };
}

const titled = (text: string): string => text.toLowerCase().replace(/\b\w/g, (first) => first.toUpperCase());

function markdownTable(rows: Row[], head: [string, string]): string[] {
  if (rows.length === 0) return [];
  return [
    `| ${head[0]} | ${head[1]} |`,
    '| --- | --- |',
    ...rows.map(([label, value]) => `| ${label} | ${onOneLine(value)} |`),
  ];
}

/** Labels on one line, their values on the next, each below its label: what a reader makes of a printed grid. */
function gridLines(rows: Row[], each: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows.slice(at, at + each);
    const cut = row.findIndex(long);
    const cells = cut === 0 ? row.slice(0, 1) : cut > 0 ? row.slice(0, cut) : row;
    const widths = cells.map(([label, value]) => Math.max(label.length, width(onOneLine(value)), 18) + 4);
    lines.push(
      cells
        .map(([label], index) => pad(label.toUpperCase(), widths[index] ?? 0))
        .join('')
        .trimEnd(),
    );
    lines.push(
      cells.length === 1
        ? wrap(onOneLine(cells[0]?.[1] ?? ''), 108)
        : cells
            .map(([, value], index) => pad(onOneLine(value), widths[index] ?? 0))
            .join('')
            .trimEnd(),
      '',
    );
    at += cells.length;
  }
  return lines;
}

/** Runs of labels before runs of values: the order in which many PDF files give up a grid. */
function clusters(rows: Row[], each: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < rows.length; at += each) {
    const run = rows.slice(at, at + each);
    lines.push(
      ...run.map(([label]) => label.toUpperCase()),
      '',
      ...run.map(([, value]) => onOneLine(value) || '-'),
      '',
    );
  }
  return lines;
}

function sideBySide(left: string[], right: string[], column: number): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    `${pad(left[index] ?? '', column)}  ${right[index] ?? ''}`.trimEnd(),
  );
}

function columnsOf(sections: Section[], column: number): string[] {
  const out: string[] = [];
  for (let at = 0; at < sections.length; at += 2) {
    const pair = sections.slice(at, at + 2);
    const [left = [], right = []] = pair.map((section) => [
      section.title,
      ...section.rows.filter((row) => !long(row)).map(([label, value]) => `${label}: ${onOneLine(value)}`),
    ]);
    out.push(...sideBySide(left, right, Math.max(column, ...left.map(width))), '');
    for (const section of pair)
      for (const [label, value] of section.rows.filter(long))
        out.push(`${label}:`, wrap(onOneLine(value), 96), '');
    for (const section of pair) out.push(...section.prose.map((text) => wrap(text, 96)));
  }
  return out;
}

const quoted = (text: string): string => onOneLine(text).replaceAll('"', "'");
const slug = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
const QUESTIONS: Record<string, string> = { Insured: 'Who is insured?' };
const every = (sections: Section[]): Row[] =>
  sections.flatMap((section) => [
    ...section.rows,
    ...section.prose.map((text): Row => [titled(section.title), text]),
  ]);

export const tables: Layout[] = [
  table('markdown-tables', 'markdown', { detail: 1 }, (sections, title) => [
    `# ${title}`,
    ...sections.flatMap((one) => [
      '',
      `## ${titled(one.title)}`,
      '',
      ...markdownTable(one.rows, ['Field', 'Value']),
      ...one.prose,
    ]),
  ]),
  table('markdown-one-table', 'markdown', { detail: 1, proseStory: true }, (sections, title) => [
    `# ${title}`,
    '',
    ...markdownTable(
      sections.flatMap((one) => one.rows),
      ['Item', 'Details'],
    ),
    ...sections.flatMap((one) =>
      one.prose.length > 0 ? ['', `## ${titled(one.title)}`, '', ...one.prose] : [],
    ),
  ]),
  table('markdown-bullets', 'markdown', { detail: 1 }, (sections, title) => [
    `# ${title}`,
    ...sections.flatMap((one) => [
      '',
      `### ${titled(one.title)}`,
      ...one.rows.map(([label, value]) => `- **${label}:** ${onOneLine(value)}`),
      ...one.prose,
    ]),
  ]),
  table('markdown-bold-lines', 'markdown', { detail: 0, proseStory: true }, (sections, title) => [
    `**${title}**`,
    '',
    ...sections.flatMap((one) => [
      ...one.rows.map(([label, value]) => `**${label}**: ${onOneLine(value)}  `),
      ...one.prose.map((text) => `\n${text}\n`),
    ]),
  ]),
  table('grid-labels-above', 'grid', { detail: 2, blanks: true }, (sections, title) => [
    title,
    '',
    ...sections.flatMap((one) => [
      one.title,
      ...gridLines(one.rows, 3),
      ...one.prose.map((text) => wrap(text, 108)),
    ]),
  ]),
  table('grid-four-wide', 'grid', { detail: 2 }, (sections, title, kit) => [
    `${title}${' '.repeat(40)}FORM ${kit.r.int(1, 90)} (${kit.r.int(2012, 2024)}/${kit.r.int(10, 12)})`,
    ...sections.flatMap((one) => [
      one.title,
      ...gridLines(one.rows, 4),
      ...one.prose.map((text) => wrap(text, 120)),
    ]),
  ]),
  table('grid-clusters', 'grid', { detail: 1 }, (sections, title) => [
    title,
    '',
    ...sections.flatMap((one) => [
      one.title,
      ...clusters(one.rows, 4),
      ...one.prose.map((text) => wrap(text, 90)),
    ]),
  ]),
  table('grid-pairs-reader', 'grid', { detail: 2 }, (sections, title) => [
    title,
    '',
    ...sections.flatMap((one) => [one.title, ...clusters(one.rows, 2), ...one.prose]),
  ]),
  table('grid-boxes', 'grid', { detail: 1 }, (sections, title) => {
    const rule = `+${'-'.repeat(30)}+${'-'.repeat(64)}+`;
    return [
      title,
      ...sections.flatMap((one) => [
        one.title,
        rule,
        ...one.rows.flatMap(([label, value]) => [
          ...wrap(onOneLine(value), 62)
            .split('\n')
            .map((line, index) => `| ${pad(index === 0 ? label : '', 28)} | ${pad(line, 62)} |`),
          rule,
        ]),
        ...one.prose,
      ]),
    ];
  }),
  table('two-columns', 'columns', { detail: 1 }, (sections, title) => [
    title,
    '',
    ...columnsOf(sections, 48),
  ]),
  table(
    'two-columns-full',
    'columns',
    { detail: 2, blanks: true, proseStory: true },
    (sections, title, kit) => [`${kit.f.insurer}${' '.repeat(12)}${title}`, '', ...columnsOf(sections, 58)],
  ),
  table('two-columns-reader', 'columns', { detail: 1, proseStory: true }, (sections, title) => {
    const half = Math.ceil(sections.length / 2);
    return [
      title,
      ...[...sections.slice(half), ...sections.slice(0, half)].flatMap((one) => [
        one.title,
        ...one.rows.map(([label, value]) => `${label}\n${onOneLine(value)}`),
        ...one.prose,
      ]),
    ];
  }),
  table('pipes', 'table', { detail: 1 }, (sections, title) => [
    title,
    ...every(sections).map(([label, value]) => `${label} | ${onOneLine(value)}`),
  ]),
  table('pipes-one-line', 'table', { detail: 0 }, (sections, title) => [
    title,
    ...sections.map((one) =>
      [...one.rows.map(([label, value]) => `${label}: ${onOneLine(value)}`), ...one.prose].join(' | '),
    ),
  ]),
  table('questionnaire', 'questions', { detail: 1 }, (sections, title, kit) => [
    title,
    '',
    ...every(sections).flatMap(([label, value], index) => [
      `${kit.r.chance(0.5) ? `Q${index + 1}. ` : ''}${QUESTIONS[label] ?? `What is the ${label.toLowerCase().replace(/\?$/, '')}?`}`,
      `${onOneLine(value)}`,
      '',
    ]),
  ]),
  table('web-form', 'questions', { detail: 1 }, (sections, title, kit) => [
    `New submission: ${title}`,
    `Ref ${kit.f.claimNumber}`,
    '',
    ...every(sections).flatMap(([label, value]) => [`${label} *`, `> ${onOneLine(value)}`]),
  ]),
  table('csv-export', 'export', { detail: 1 }, (sections) => [
    'field,value',
    ...every(sections).map(([label, value]) => `"${label}","${quoted(value)}"`),
  ]),
  table('xml-export', 'export', { detail: 0 }, (sections) => [
    '<claim>',
    ...every(sections).map(([label, value]) => `  <${slug(label)}>${onOneLine(value)}</${slug(label)}>`),
    '</claim>',
  ]),
  table('yaml-export', 'export', { detail: 1 }, (sections) =>
    sections.flatMap((one) => [
      `${slug(one.title)}:`,
      ...one.rows.map(([label, value]) => `  ${slug(label)}: ${onOneLine(value)}`),
      ...one.prose.map((text) => `  note: ${text}`),
    ]),
  ),
  table('terminal-screen', 'export', { detail: 0 }, (sections, title) => [
    `${'*'.repeat(20)} ${unmarked(title).toUpperCase()} ${'*'.repeat(20)}`,
    ...sections.flatMap((one) => {
      const short = one.rows
        .filter((row) => !long(row))
        .map(([label, value]) => `${label.toUpperCase().slice(0, 14)}: ${onOneLine(value)}`);
      const lines: string[] = [];
      for (let at = 0; at < short.length; at += 2)
        lines.push(`${pad(short[at] ?? '', 40)} ${short[at + 1] ?? ''}`.trimEnd());
      return [
        ...lines,
        ...one.rows.filter(long).map(([label, value]) => `${label.toUpperCase()}: ${onOneLine(value)}`),
        ...one.prose,
      ];
    }),
  ]),
];
