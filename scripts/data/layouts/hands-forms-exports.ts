/** What systems hand out: rows, pairs, trees and screens of the record of a claim. */
import type { Kit, Row } from '../kit.ts';
import { onOneLine, pad, width, wrap } from '../marks.ts';
import type { Section } from '../sections.ts';
import { blocks } from './hands-forms-blocks.ts';

const records = (kit: Kit): Section[] =>
  blocks(kit, { register: 'code', extra: kit.r.pick([0, 1, 1]), inline: true, decided: kit.r.chance(0.3) });

/** All answers as pairs; an account that stands alone gets a name. */
const pairs = (sections: readonly Section[]): Row[] =>
  sections.flatMap(({ rows, prose }) => [...rows, ...prose.map((text): Row => ['note_text', text])]);

/** Two lines, names above values, with a dividing sign. */
export function csv(kit: Kit): string[] {
  const { r } = kit;
  const sign = r.pick([',', ';', '|', '\t', ' | ', '^']);
  const each = pairs(records(kit));
  const quoted = sign === ',' || sign === ';' || r.chance(0.3);
  const value = (text: string): string => (quoted ? `"${onOneLine(text)}"` : onOneLine(text));
  return [
    ...(r.chance(0.3) ? [`# export ${r.fill('EXP#####')} claims_open, 1 row`] : []),
    each.map(([label]) => label).join(sign),
    each.map(([, text]) => value(text)).join(sign),
  ];
}

const PAIRS: readonly ((label: string, value: string) => string)[] = [
  (label, value) => `${label}=${value}`,
  (label, value) => `${label} := ${value}`,
  (label, value) => `${label}="${value}"`,
  (label, value) => `export ${label}='${value}'`,
  (label, value) => `${label} => ${value};`,
  (label, value) => `@${label}(${value})`,
  (label, value) => `${label}:\t${value}`,
  (label, value) => `${label}|${value}`,
  (label, value) => `+ ${label} = ${value}`,
  (label, value) => `FLD ${label} VAL ${value}`,
  (label, value) => `${label} ~ ${value}`,
];

export function keyValue(kit: Kit): string[] {
  const { r, f } = kit;
  const pair = r.pick(PAIRS);
  const sections = records(kit);
  const grouped = r.chance(0.5);
  const head = r.pick<(title: string) => string>([
    (title) => `[${title.toLowerCase().replace(/[^a-z]+/g, '_')}]`,
    (title) => `# ${title}`,
    (title) => `; --- ${title}`,
    (title) => `REM ${title}`,
  ]);
  const together = r.chance(0.15);
  const body = sections.flatMap((section) => [
    ...(grouped && !together ? [head(section.title)] : []),
    ...pairs([section]).map(([label, value]) =>
      together ? `${label}=${onOneLine(value)}` : pair(label, onOneLine(value)),
    ),
  ]);
  return [
    r.pick([
      `# dump of ${f.claimNumber}`,
      `BEGIN RECORD ${f.claimNumber}`,
      '; claim record',
      `-- ${f.insurer} claims extract`,
    ]),
    ...(together ? [body.join(r.pick([' & ', '; ', ' || ']))] : body),
    ...(r.chance(0.4) ? ['END RECORD'] : []),
  ];
}

export function yaml(kit: Kit): string[] {
  const { r, f } = kit;
  const quote = r.pick(['', '', '"']);
  const nested = r.chance(0.7);
  const out: string[] = [r.pick(['---', `claim: ${f.claimNumber}`, '# intake v2', 'record:'])];
  for (const section of records(kit)) {
    if (nested) out.push(`${section.title.toLowerCase().replace(/[^a-z]+/g, '_')}:`);
    for (const [label, value] of pairs([section])) {
      const text = onOneLine(value);
      const name = `${nested ? '  ' : ''}${label}:`;
      if (width(text) > 70) out.push(`${name} ${r.pick(['|', '>'])}`, `      ${wrap(text, 80, '      ')}`);
      else out.push(`${name} ${quote}${text}${quote}`);
    }
  }
  return out;
}

/** Elements, attributes, or elements with a name and a value. */
export function xml(kit: Kit): string[] {
  const { r, f } = kit;
  const form = r.pick(['element', 'element', 'attribute', 'pair', 'bracket'] as const);
  const tag = (text: string): string => text.replace(/[^A-Za-z0-9_.-]+/g, '_');
  const one = (label: string, value: string): string => {
    const name = tag(label);
    switch (form) {
      case 'attribute':
        return `    ${name}="${value}"`;
      case 'pair':
        return `    <item key="${name}">${value}</item>`;
      case 'bracket':
        return `    [${name}]${value}[/${name}]`;
      default:
        return `    <${name}>${value}</${name}>`;
    }
  };
  const open = (title: string): string => {
    const name = tag(title.toLowerCase());
    return form === 'attribute' ? `  <${name}` : form === 'bracket' ? `  [${name}]` : `  <${name}>`;
  };
  const close = (title: string): string => {
    const name = tag(title.toLowerCase());
    return form === 'attribute' ? '  />' : form === 'bracket' ? `  [/${name}]` : `  </${name}>`;
  };
  const root = r.pick(['loss', 'claimRecord', 'Message', 'NewLoss']);
  return [
    `<${root} ref="${f.claimNumber}">`,
    ...records(kit).flatMap((section) => [
      open(section.title),
      ...pairs([section]).map(([label, value]) => one(label, onOneLine(value))),
      close(section.title),
    ]),
    `</${root}>`,
  ];
}

/** A print-out of fixed columns, names cut short or led by dots, page heads above. */
export function printOut(kit: Kit): string[] {
  const { r, f } = kit;
  const across = r.pick([18, 22, 26]);
  const led = r.pick(['.', ' ', '_']);
  const out = [
    `${f.insurer.toUpperCase().padEnd(40)} PAGE ${r.int(1, 9)}`,
    `RUN ${r.fill('@@##')} ${r.pick(['CLAIM MASTER LISTING', 'NEW LOSS REGISTER', 'CLAIM INQUIRY PRINT', 'OPEN FILE LISTING'])}`,
    r.pick(['=', '-', '*']).repeat(64),
  ];
  let count = 0;
  for (const [label, value] of pairs(
    blocks(kit, { register: r.pick(['code', 'form'] as const), extra: 1, inline: true }),
  )) {
    count += 1;
    const name = label.toUpperCase().slice(0, across - 1);
    const text = onOneLine(value);
    out.push(wrap(`${name.padEnd(across, led)} ${text}`.trimEnd(), 78, ' '.repeat(across + 1)));
  }
  return [...out, `${count} FIELDS. *** END OF FILE ***`];
}

/** A screen of a claims system: menu, fields in pairs, a line of function keys. */
export function screen(kit: Kit): string[] {
  const { r, f } = kit;
  const cell = r.pick([38, 44]);
  const mark = r.pick([' : ', ': ', ' [', ' ==> ']);
  const end = mark === ' [' ? ']' : '';
  const out = [
    r.pick([
      `${r.fill('CLM@##')}   CLAIM DISPLAY   ${f.claimNumber}`,
      `Home > Claims > Open > ${f.claimNumber}`,
      `File  Edit  View  Claim  Help      user: ${f.adjuster.last.toLowerCase()}`,
    ]),
    '',
  ];
  for (const section of blocks(kit, {
    register: 'form',
    extra: r.pick([1, 2] as const),
    inline: true,
    decided: r.chance(0.4),
  })) {
    out.push(r.pick([`[ ${section.title} ]`, `-- ${section.title} --`, section.title.toUpperCase()]));
    let held = '';
    for (const [label, value] of section.rows) {
      const text = `${label}${mark}${onOneLine(value)}${end}`;
      if (width(text) > cell - 2) {
        if (held !== '') out.push(held.trimEnd());
        held = '';
        out.push(wrap(text, 96, '    '));
      } else if (held === '') held = pad(text, cell);
      else {
        out.push(held + text);
        held = '';
      }
    }
    if (held !== '') out.push(held.trimEnd());
    out.push(...section.prose.map((text) => wrap(text, 96)));
  }
  return [
    ...out,
    '',
    r.pick([
      'F3=Exit  F7=Prev  F8=Next  F12=Cancel',
      'Save | Assign | Diary | Close',
      'Record 1 of 1     NUM LOCK',
    ]),
  ];
}
