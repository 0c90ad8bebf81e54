/** Letters of attorneys and of people who have waited too long. */
import { addDays } from '../facts.ts';
import { wrap } from '../marks.ts';
import { after, grievances, plea } from './hands-prose-chatter.ts';
import {
  cost,
  cover,
  event,
  harm,
  kept,
  matters,
  others,
  paragraphs,
  reach,
  thing,
  thinned,
} from './hands-prose-compose.ts';
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
import { dated } from './hands-prose-letters.ts';
import { day } from './hands-prose-printed.ts';
import type { Lines, Teller } from './hands-prose-teller.ts';

const HEADS = [
  ['The policy', 'The occurrence', 'The damage and its cost', 'Further matters', 'Demand'],
  ['A. Coverage', 'B. Facts', 'C. Loss', 'D. Other', 'E. Relief'],
  ['I.', 'II.', 'III.', 'IV.', 'V.'],
  ['', '', '', '', ''],
];

/** An attorney's demand under headings or in numbered paragraphs. */
export function demand(teller: Teller): Lines {
  const { r } = teller.kit;
  const sent = r.pick([
    'VIA CERTIFIED MAIL',
    'By fax and regular mail',
    'BY E-MAIL ONLY',
    'Without prejudice',
    '',
  ]);
  const told = r.chance(0.3) && teller.kit.has('reported_date');
  const own = told ? day(teller.kit, addDays(teller.kit.f.reported, r.int(20, 90))) : dated(teller);
  const block = reference(
    teller,
    r.shuffle(['name', 'policy', 'date', ...(told ? (['reported'] as const) : [])] as const),
  );
  thinned(teller);
  const titles = r.pick(HEADS);
  const parts: string[][] = [
    cover(teller),
    [...event(teller), ...others(teller)],
    [...thing(teller), ...harm(teller), ...cost(teller)],
    [...matters(teller), ...reach(teller), ...after(teller, r.int(0, 2))],
    [plea(teller), plea(teller)],
  ];
  const width = columns(teller);
  const text =
    titles[0] === ''
      ? parts
          .flat()
          .filter((line) => line !== '')
          .flatMap((line, at) => [wrap(`${at + 1}. ${line}`, width), ''])
      : parts.flatMap((lines, at) =>
          lines.join('') === '' ? [] : [titles[at] ?? '', ...set([lines.join(' ')], width)],
        );
  return [
    ...kept([sent, own]),
    '',
    teller.kit.f.insurer,
    '',
    ...block,
    '',
    greeting(teller),
    '',
    opening(teller),
    '',
    ...text,
    goodbye(teller),
    '',
    ...signed(teller),
  ];
}

/** A complaint: the notice was given earlier than the letter. */
export function complaint(teller: Teller): Lines {
  const { r, f } = teller.kit;
  const { kit } = teller;
  kit.absent.delete('reported_date');
  const now = day(kit, addDays(f.reported, r.int(18, 120)));
  const told = teller.say(
    r.pick([
      'I told you about this on {reported} and I am still waiting.',
      'You have known about it since {reported}.',
      'The claim was called in on {reported}, by me, to a person with a name.',
      '{reported} is the day I reported it to {agency}, in case you have lost that too.',
      'It was on {reported} that your hotline took the report.',
    ]),
  );
  const body = paragraphs(teller, { contacts: r.chance(0.5), chatter: r.int(0, 2) });
  const anger = grievances(teller, r.int(2, 5));
  const half = Math.ceil(anger.length / 2);
  const order = r.chance(0.5)
    ? [...body, [told, ...anger].join(' ')]
    : [[opening(teller), told, ...anger.slice(0, half)].join(' '), ...body, anger.slice(half).join(' ')];
  return [
    ...(r.chance(0.5) ? [now, ''] : []),
    r.pick([
      'COMPLAINT',
      'Third reminder',
      'Nothing has happened',
      'To the head of claims',
      `Claim ${f.claimNumber} - when?`,
    ]),
    '',
    greeting(teller),
    '',
    ...set(kept(order), columns(teller)),
    goodbye(teller),
    '',
    ...signature(teller),
  ];
}
