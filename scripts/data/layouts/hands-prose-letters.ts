import { sentences, wrap } from '../marks.ts';
import { people, plea } from './hands-prose-chatter.ts';
import { kept, paragraphs, weave } from './hands-prose-compose.ts';
import {
  columns,
  goodbye,
  greeting,
  opening,
  reference,
  set,
  signature,
  signed,
} from './hands-prose-frames.ts';
import type { Lines, Teller } from './hands-prose-teller.ts';

/** The day of the letter is when the insurer is told, so a letter with one cannot lack it. */
export function dated(teller: Teller): string {
  teller.kit.absent.delete('reported_date');
  return teller.value('reported') ?? '';
}

const head = (teller: Teller): Lines => {
  const { r, f } = teller.kit;
  const place = r.chance(0.3) ? `${f.insured.address.city}, ` : '';
  const to = r.pick([
    [f.insurer],
    [f.insurer, r.pick(['Claims Office', 'Loss Department', 'Attn: Claims', 'Customer Claims'])],
    [],
  ]);
  const date = `${place}${dated(teller)}`;
  return r.chance(0.5) ? [date, '', ...to, ''] : [...to, '', date, ''];
};

const HELD = {
  phone: 'reach',
  email: 'reach',
  policy: 'cover',
  deductible: 'cover',
  to: 'cover',
  amount: 'cost',
} as const;

/** The letter with one of its values left for after the signature. */
function withPostscript(teller: Teller, letter: () => Lines): Lines {
  const { r } = teller.kit;
  const slot = r.chance(0.4) ? r.pick(Object.keys(HELD) as (keyof typeof HELD)[]) : null;
  const open = slot !== null && teller.can(slot);
  if (open) teller.skip(slot);
  const lines = letter();
  if (open) teller.free(slot);
  const last = open ? weave(teller, HELD[slot], [slot]) : [];
  const said = last.length > 0 ? last.join(' ') : r.chance(0.2) ? (people(teller, 1)[0] ?? '') : '';
  return said === '' ? lines : [...lines, '', `${r.pick(['P.S.', 'PS:', 'PS -', 'P. S.'])} ${said}`];
}

/** One or two long paragraphs with everything in them. */
export const longLetter = (teller: Teller): Lines => withPostscript(teller, () => longLetterBody(teller));
function longLetterBody(teller: Teller): Lines {
  const { r } = teller.kit;
  const top = head(teller);
  const first = r.chance(0.6) || teller.speaker !== 'self' ? opening(teller) : null;
  const body = paragraphs(teller, {
    contacts: r.chance(0.5) || teller.speaker !== 'self',
    chatter: r.int(3, 14),
  });
  const all = kept([first, ...body, plea(teller)]);
  const half = r.int(1, Math.max(1, all.length - 1));
  const blocks = r.chance(0.5) ? [all.join(' ')] : [all.slice(0, half).join(' '), all.slice(half).join(' ')];
  return [
    ...top,
    greeting(teller),
    '',
    ...set(kept(blocks), columns(teller)),
    goodbye(teller),
    ...signed(teller),
  ];
}

/** A reference block, short paragraphs, and often another date than the one above. */
export function referenced(teller: Teller): Lines {
  const { r } = teller.kit;
  const top = head(teller);
  const block = reference(
    teller,
    r.shuffle([
      'name',
      'policy',
      'date',
      ...r.some(['line', 'place', 'item', 'deductible'] as const, r.int(0, 2)),
    ] as const),
  );
  const body = paragraphs(teller, { contacts: teller.speaker !== 'self', chatter: r.int(0, 3) });
  return [
    ...top,
    ...block,
    '',
    greeting(teller),
    '',
    ...set([...body, plea(teller)], columns(teller)),
    goodbye(teller),
    '',
    ...signed(teller),
  ];
}

/** Written by hand: short lines, few capitals, the name and the day at the end. */
export function handwritten(teller: Teller): Lines {
  const { r, f } = teller.kit;
  const end = r.chance(0.7) ? dated(teller) : null;
  const body = paragraphs(teller, { contacts: r.chance(0.7), chatter: r.int(0, 3) }).join(' ');
  const loose = sentences(body)
    .map((text) => (r.chance(0.25) ? text.replace(/\.$/, ' -') : text))
    .join(' ');
  const title = r.pick([
    'What happened',
    'MY STATEMENT',
    'Statement',
    `to ${f.insurer}`,
    'In my own hand',
    '',
  ]);
  const name = signature(teller);
  return [
    ...(title === '' ? [] : [title, '']),
    wrap(loose, r.pick([46, 54, 60])),
    '',
    ...(r.chance(0.5) ? [`x ${name[0]}`, ...name.slice(1)] : name),
    end === null ? null : r.pick([`signed ${end}`, end, `Date: ${end}`, `written ${end}`]),
  ];
}

/** For somebody else: a relative, a landlord, an employer. */
export const onBehalf = (teller: Teller): Lines => withPostscript(teller, () => onBehalfBody(teller));
function onBehalfBody(teller: Teller): Lines {
  const { r } = teller.kit;
  const top = head(teller);
  const body = paragraphs(teller, { contacts: true, chatter: r.int(1, 4) });
  const merged = r.chance(0.4) ? [body.join(' ')] : body;
  return [
    ...top,
    greeting(teller),
    '',
    ...set([opening(teller), ...merged, plea(teller)], columns(teller)),
    goodbye(teller),
    '',
    ...signed(teller),
  ];
}
