/** How the other trades lay out a document. */
import { wrap } from '../marks.ts';
import type { Random } from '../random.ts';

/** A printed line: its label, its value, and the sentence that says it. */
export interface Line {
  label: string;
  value: string;
  sentence: string;
}
export type Shape = (title: string, lines: Line[], r: Random) => string;

const flat = (text: string): string => text.replaceAll('\n', ' ');
const pairs =
  (write: (line: Line, index: number) => string, head = (title: string): string => title): Shape =>
  (title, lines) =>
    [head(title), ...lines.map(write)].join('\n');
const prose = (lines: Line[]): string => lines.map(({ sentence }) => flat(sentence)).join(' ');
const half = (lines: Line[]): [Line[], Line[]] => [
  lines.slice(0, Math.ceil(lines.length / 2)),
  lines.slice(Math.ceil(lines.length / 2)),
];

export const SHAPES: readonly Shape[] = [
  pairs(({ label, value }) => `${label}: ${value}`),
  pairs(
    ({ label, value }) => `${label}: ${value}`,
    (title) => `=== ${title} ===\n`,
  ),
  pairs(
    ({ label, value }) => `| ${label} | ${flat(value)} |`,
    (title) => `# ${title}\n\n| Field | Value |\n|---|---|`,
  ),
  pairs(
    ({ label, value }) => `- **${label}:** ${flat(value)}`,
    (title) => `**${title}**`,
  ),
  pairs(
    ({ label, value }) => `${label.toUpperCase().padEnd(24)} ${value}`,
    (title) => `${title}\n${'-'.repeat(title.length)}`,
  ),
  pairs(({ label, value }) => `${label}\n    ${value}`),
  pairs(({ label, value }) => `${label} | ${flat(value)}`),
  pairs(({ label, value }, index) => `${index + 1}) ${label} - ${flat(value)}`),
  pairs(({ label, value }) => `"${label}","${flat(value)}"`),
  pairs(({ label, value }) => `${label} ${'.'.repeat(Math.max(3, 30 - label.length))} ${value}`),
  (title, lines, r) => wrap(`${title}. ${prose(lines)}`, r.pick([72, 90, 10_000])),
  (title, lines, r) => {
    const [first, rest] = half(lines);
    const greeting = r.pick(['Hello,', 'Dear all,', 'Good day,', 'Dear Sir or Madam,']);
    const end = r.pick(['Regards', 'Yours faithfully', 'Many thanks', 'Best wishes']);
    return wrap(
      `${greeting}\n\nplease find our ${title.toLowerCase()} below. ${prose(first)}\n\n${prose(rest)}\n\n${end}`,
      r.pick([68, 84, 10_000]),
    );
  },
  (title, lines) =>
    [
      title,
      ...lines.map(({ label }) => label.toUpperCase()),
      '',
      ...lines.map(({ value }) => flat(value)),
    ].join('\n'),
  (title, lines, r) =>
    wrap(
      `${title} ${lines.map(({ label, value }) => `${label}: ${flat(value)}`).join(r.pick([' ', '; ', ' | ']))}`,
      r.pick([72, 100, 10_000]),
    ),
  (title, lines, r) => {
    const [first, rest] = half(r.shuffle(lines));
    return [
      title,
      ...first.map(({ label, value }) => `${label}: ${value}`),
      '',
      wrap(prose(rest), r.pick([76, 10_000])),
    ].join('\n');
  },
];
