/** Documents of other trades with the keys asked of them. */
import type { RawValue } from '../../../shared/claim-fields.ts';
import type { Random } from '../random.ts';
import type { Field, Kind } from './kind.ts';
import { BUSINESS } from './kinds-business.ts';
import { PRIVATE } from './kinds-private.ts';
import { type Line, SHAPES } from './shapes.ts';
import type { Solved } from './solved.ts';
import * as v from './values.ts';

const KINDS: readonly Kind[] = [...BUSINESS, ...PRIVATE];

/** Lines about other people and things, which nobody asks for. */
const ASIDE: readonly [string, v.Value][] = [
  ['Prepared by', v.who],
  ['Emergency contact', v.who],
  ['cc', v.mail],
  ['Office phone', v.tel],
  ['Printed on', v.day],
  ['Our bank account', v.code('## #### ####', '@@## #### ####')],
  ['Branch', v.place],
  ['Previous holder', v.who],
  ['Form', v.code('@@-###', 'F ##/##')],
  ['General remark', v.story(1, 3)],
];
/** Of what is asked, at most this share is what the document does not state. */
const SHARE_NULL = 1 / 3;
const SUFFIXES = ['_1', '_2', '_text', '_value', '_printed'];

/** `count` documents of one kind with the same keys asked of each; the last is the one to solve. */
export function askedTrade(r: Random, count: number): { kind: string; solved: Solved[] } {
  const { titles, fields } = r.pick(KINDS);
  const title = r.pick(titles);
  const labels = new Map(fields.map((field) => [field, r.pick(field.labels)]));
  const shape = r.pick(SHAPES);
  const drawn = Array.from({ length: count }, () => draw(r, fields));
  const asked = ask(r, fields, drawn.at(-1) ?? new Map());
  const solved = drawn.map((printed) => {
    const lines = [...printed].map(([field, { text }]) =>
      line(labels.get(field) ?? '', text, field.sentence),
    );
    const answer: Record<string, RawValue> = {};
    for (const [name, field] of asked) answer[name] = printed.get(field)?.answer ?? null;
    return { text: shape(title, withAsides(r, lines), r), answer };
  });
  return { kind: title.toLowerCase(), solved };
}

const draw = (r: Random, fields: readonly Field[]): Map<Field, v.Printed> =>
  new Map(
    (r.chance(0.5) ? r.shuffle(fields) : fields)
      .filter(() => r.chance(0.85))
      .map((field) => [field, field.value(r)]),
  );

/** Names of the keys asked for, in random order, most of them stated in what was printed. */
function ask(
  r: Random,
  fields: readonly Field[],
  printed: ReadonlyMap<Field, v.Printed>,
): Map<string, Field> {
  const wanted = r.int(3, fields.length);
  const silent = r.some(
    fields.filter((field) => !printed.has(field)),
    Math.floor(wanted * SHARE_NULL),
  );
  const stated = r.some([...printed.keys()], wanted - silent.length);
  const names = new Map<string, Field>();
  for (const field of r.shuffle([...silent, ...stated])) {
    let name = r.pick(field.keys) + (r.chance(0.1) ? r.pick(SUFFIXES) : '');
    while (names.has(name)) name += r.pick(SUFFIXES);
    names.set(name, field);
  }
  return names;
}

function line(label: string, value: string, sentence: string | null): Line {
  const said = sentence ?? `The ${label.toLowerCase().replace(/[.#]+$/, '')} is {v}.`;
  return { label, value, sentence: said.replace('{v}', () => value).replace(/\.\.$/, '.') };
}

function withAsides(r: Random, lines: Line[]): Line[] {
  const all = [...lines];
  for (const [label, value] of r.some(ASIDE, r.pick([0, 0, 1, 2, 4])))
    all.splice(r.int(0, all.length), 0, line(label, value(r).text, null));
  return all;
}
