/** How a printed form sets its lines: leaders, columns, numbers, boxes, labels above, below or behind. */
import type { Kit, Row } from '../kit.ts';
import { onOneLine, pad, unmarked, width, wrap } from '../marks.ts';
import type { Section } from '../sections.ts';

export type Shape = (kit: Kit, sections: readonly Section[]) => string[];

type Line = (row: Row) => string;

const LINES: readonly Line[] = [
  ([label, value]) => `${label} ${'.'.repeat(Math.max(3, 34 - width(label)))} ${value}`,
  ([label, value]) => `${label} __${value}__`,
  ([label, value]) => `» ${label}: ${value}`,
  ([label, value]) => `${pad(label, 32)}${value}`,
  ([label, value]) => `${pad(`${label}:`, 38)}${value}`,
  ([label, value]) => `${label} | ${value}`,
  ([label, value]) => `${label.replace(/[:?]$/, '')}: ${value}`,
  ([label, value]) => `${label.toUpperCase()}: ${value}`,
  ([label, value]) => `${label} .. ${value}`,
  ([label, value]) => `${label} > ${value}`,
  ([label, value]) => `${label} — ${value}`,
  ([label, value]) => `${label}, ${value}`,
  ([label, value]) => `/${label}/ ${value}`,
];

const HEADS: readonly ((title: string, index: number) => string[])[] = [
  (title) => ['', title],
  (title) => ['', title.toUpperCase(), '~'.repeat(title.length)],
  (title, index) => ['', `Block ${String.fromCharCode(65 + index)} (${title})`],
  (title) => ['', `----- ${title} -----`],
  (title, index) => ['', `${['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'][index] ?? ''}. ${title}`],
  (title) => ['', `>>> ${title.toUpperCase()}`],
  () => [''],
  () => [],
];

const prose = (section: Section, columns: number): string[] =>
  section.prose.map((text) => wrap(text, columns));

/** One answer a line. */
export const lines: Shape = (kit, sections) => {
  const { r } = kit;
  const line = r.pick(LINES);
  const head = r.pick(HEADS);
  const columns = r.pick([72, 88, 10_000]);
  return sections.flatMap((section, index) => [
    // An account without its heading would hang in the air.
    ...(section.rows.length === 0 ? ['', section.title] : head(section.title, index)),
    ...section.rows.map((one) => line([one[0], onOneLine(one[1])]).trimEnd()),
    ...prose(section, columns),
  ]);
};

/** Answers side by side; what is long takes the whole width. */
export const columns: Shape = (kit, sections) => {
  const { r } = kit;
  const across = r.pick([2, 2, 3]);
  const cell = r.pick([40, 46, 52]);
  const bar = r.pick(['', '| ', '   ']);
  const mark = r.pick([': ', ' ', ' - ', ' = ']);
  return sections.flatMap((section) => {
    const out: string[] = ['', section.title.toUpperCase()];
    let held: string[] = [];
    const flush = (): void => {
      if (held.length > 0)
        out.push(
          held
            .map((text) => pad(text, cell))
            .join(bar)
            .trimEnd(),
        );
      held = [];
    };
    for (const [label, value] of section.rows) {
      const text = `${label}${mark}${onOneLine(value)}`;
      if (width(text) > cell - 2) {
        flush();
        out.push(text.trimEnd());
      } else {
        held.push(text);
        if (held.length === across) flush();
      }
    }
    flush();
    return [...out, ...section.prose.map((text) => wrap(text, across * cell))];
  });
};

const NUMBERS: readonly ((index: number, block: number) => string)[] = [
  (index) => `${index}. `,
  (index) => `(${index}) `,
  (index) => `Item ${index}. `,
  (index) => `${String(index).padStart(2, '0')} `,
  (index) => `Q${index}. `,
  (index, block) => `${block}.${index} `,
  (index, block) => `${String.fromCharCode(64 + block)}${index}) `,
  (index) => `[${index}] `,
  (index) => `No. ${index} `,
];

/** Numbered items, the answer beside the label, below it, or after an "A". */
export const numbered: Shape = (kit, sections) => {
  const { r } = kit;
  const number = r.pick(NUMBERS);
  const below = r.chance(0.4);
  const mark = r.pick(['   ', ': ', ' ', '  -> ']);
  const answer = r.pick(['     ', 'A. ', 'Ans: ', '    > ', '']);
  const each = r.chance(0.5);
  let count = 0;
  return sections.flatMap((section, at) => {
    if (each) count = 0;
    const items: Row[] = [...section.rows, ...section.prose.map((text): Row => [section.title, text])];
    return [
      ...(each ? ['', section.title.toUpperCase()] : []),
      ...items.flatMap(([label, value]) => {
        count += 1;
        const asked = number(count, at + 1) + label;
        const text = onOneLine(value);
        return below ? [asked, answer + text] : [`${asked}${mark}${text}`.trimEnd()];
      }),
    ];
  });
};

/** Ruled boxes: small labels in the upper edge, answers inside. */
export const boxed: Shape = (kit, sections) => {
  const { r } = kit;
  const [side, edge] = r.pick([
    ['|', '-'],
    ['│', '─'],
    ['!', '='],
    [':', '.'],
  ] as const);
  const full = r.pick([84, 96]);
  const rule = edge.repeat(full);
  return sections.flatMap((section) => {
    const out: string[] = [rule, `${side} ${section.title.toUpperCase()}`, rule];
    let labels = '';
    let values = '';
    const flush = (): void => {
      if (labels !== '') out.push(`${labels}${side}`, `${values}${side}`, rule);
      labels = '';
      values = '';
    };
    for (const [label, value] of section.rows) {
      const text = onOneLine(value);
      const wide = Math.max(width(text), width(label), 12) + 2;
      if (wide > full - 4) {
        flush();
        out.push(`${side} ${label}`, wrap(text, full), rule);
        continue;
      }
      if (width(labels) + wide + 1 > full) flush();
      labels += `${side} ${pad(label, wide - 1)}`;
      values += `${side} ${pad(text, wide - 1)}`;
    }
    flush();
    return [...out, ...section.prose.map((text) => wrap(text, full))];
  });
};

/** A label, and its answer on the line below. */
export const over: Shape = (kit, sections) => {
  const { r } = kit;
  const label = r.pick<(text: string) => string>([
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => `${text}:`,
    (text) => `[${text}]`,
    (text) => `${text} *`,
  ]);
  const gap = r.chance(0.5);
  const indent = r.pick(['', '', '   ', '\t']);
  return sections.flatMap((section) => [
    ...(section.rows.length > 0 ? ['', `== ${section.title}`] : ['', label(section.title)]),
    ...section.rows.flatMap(([name, value]) => [
      label(name),
      indent + onOneLine(value),
      ...(gap ? [''] : []),
    ]),
    ...section.prose.map((text) => wrap(indent + text, 90)),
  ]);
};

/** An answer on its line, and below it what was asked, as under the rules of typed forms. */
export const under: Shape = (kit, sections) => {
  const { r } = kit;
  const label = r.pick<(text: string) => string>([
    (text) => `(${text})`,
    (text) => `^ ${text}`,
    (text) => `(${text.toLowerCase()})`,
    (text) => `${'-'.repeat(Math.max(12, text.length))}\n${text}`,
  ]);
  const beside = r.chance(0.35);
  return sections.flatMap((section) => [
    '',
    ...(r.chance(0.6) || section.rows.length === 0 ? [section.title.toUpperCase()] : []),
    ...section.rows
      .filter(([, value]) => unmarked(value) !== '')
      .flatMap(([name, value]) =>
        beside
          ? [`${onOneLine(value)}   ${label(name).replace('\n', ' ')}`]
          : [onOneLine(value), label(name)],
      ),
    ...section.prose.map((text) => wrap(text, 92)),
  ]);
};
