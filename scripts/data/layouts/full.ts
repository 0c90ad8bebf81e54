/** Full notices of loss: thirty to sixty lines as agencies fill them in. */
import type { Kit, Row } from '../kit.ts';
import { type Layout, sheet } from '../layout.ts';
import { onOneLine, unmarked, width, wrap } from '../marks.ts';
import { fullSections } from '../particulars.ts';
import { boilerplate, type FormOptions, formTitle, type Section } from '../sections.ts';

function full(
  name: string,
  options: Omit<FormOptions, 'detail'>,
  body: (section: Section, kit: Kit) => string[],
  columns = 10_000,
): Layout {
  return {
    name,
    family: 'full',
    telling: 'third',
    write: (kit) => {
      const form = kit.r.pick(['ACORD 2 (2016/10)', `Form ${kit.r.fill('@@ ####')}`, 'TEXT VERSION', '']);
      const title = formTitle(kit);
      const sections = fullSections(kit, options);
      const lines = [
        title,
        ...(form === '' ? [] : [form]),
        '',
        ...sections.flatMap((section) => [...body(section, kit), '']),
        ...(kit.r.chance(0.6) ? [boilerplate(kit)] : []),
      ];
      return sheet(
        kit.r.pick(['loss-notice', 'acord', 'notice']),
        [wrap(lines.join('\n'), columns)],
        [{ title, rows: [], prose: [] }, ...sections],
      );
    },
  };
}

const YES = /^(?:yes|y)$/i;
const NO = /^(?:no|n)$/i;
/** A yes or no as two boxes, one of them ticked; other values stay as they are. */
function boxes([label, value]: Row): string {
  if (YES.test(unmarked(value))) return `${label}:  [X] ${value}  [ ] No`;
  if (NO.test(unmarked(value))) return `${label}:  [ ] Yes  [X] ${value}`;
  return `${label}: ${onOneLine(value)}`;
}

export const notices: Layout[] = [
  full('full-capitals', { blanks: true }, ({ title, rows, prose }) => [
    title,
    ...rows.map(([label, value]) => `${label.toUpperCase()}: ${onOneLine(value)}`.trimEnd()),
    ...prose,
  ]),
  full('full-ruled', { blanks: true, proseStory: true }, ({ title, rows, prose }) => [
    `=== ${title} ===`,
    ...rows.map(([label, value]) => `${label}: ${value.replaceAll('\n', '\n  ')}`.trimEnd()),
    ...prose,
  ]),
  full(
    'full-run-in',
    {},
    ({ title, rows, prose }) => [
      [`— ${title} —`, ...rows.map(([label, value]) => `${label}: ${onOneLine(value)}`), ...prose].join(' '),
    ],
    72,
  ),
  full(
    'full-run-in-wide',
    { proseStory: true },
    ({ title, rows, prose }) => [
      [`${title}:`, ...rows.map(([label, value]) => `${label}: ${onOneLine(value)}`), ...prose].join('  '),
    ],
    96,
  ),
  full('full-blocks', { blanks: true }, ({ title, rows, prose }) => [
    title,
    ...rows.flatMap(([label, value]) =>
      width(value) > 40 || value.includes('\n') ? [`${label}:`, value] : [`${label}: ${value}`.trimEnd()],
    ),
    ...prose,
  ]),
  full('full-boxes-ticked', {}, ({ title, rows, prose }) => [`[ ${title} ]`, ...rows.map(boxes), ...prose]),
  full('full-markdown', { proseStory: true }, ({ title, rows, prose }) => [
    `## ${title}`,
    ...rows.map(([label, value]) => `- ${label}: ${onOneLine(value)}`),
    ...prose,
  ]),
];
