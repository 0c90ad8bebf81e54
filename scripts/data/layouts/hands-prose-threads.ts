/** Correspondence: the notice, questions and answers, quoted or printed one after the other. */
import { addDays } from '../facts.ts';
import { unmarked, wrap } from '../marks.ts';
import { fullName } from '../people.ts';
import { people } from './hands-prose-chatter.ts';
import { cost, kept, paragraphs, reach } from './hands-prose-compose.ts';
import { decision } from './hands-prose-facts.ts';
import { goodbye, greeting, opening, signature } from './hands-prose-frames.ts';
import { dated } from './hands-prose-letters.ts';
import { deskMail, domain, headers, SUBJECTS, sender } from './hands-prose-mails.ts';
import { day } from './hands-prose-printed.ts';
import type { Lines, Teller } from './hands-prose-teller.ts';

const quoted = (lines: readonly (string | null)[], mark: string, width: number): string[] =>
  wrap(kept(lines.map((line) => (line === '' ? ' ' : line))).join('\n'), width)
    .split('\n')
    .map((line) => `${mark} ${line}`.trimEnd());

interface Turn {
  from: string;
  when: string;
  text: string[];
}

/** The turns of a correspondence, oldest first: the notice, questions, answers, perhaps a decision. */
function turns(teller: Teller): Turn[] {
  const { kit } = teller;
  const { r, f } = kit;
  const me = sender(teller);
  const desk = `${fullName(f.adjuster)} <${f.adjuster.first.toLowerCase().replace(/[^a-z]/g, '')}@${domain(teller)}>`;
  const later = (days: number): string => day(kit, addDays(f.reported, days));
  const notice = dated(teller);
  const body = paragraphs(teller, { contacts: false, chatter: r.int(0, 2) });
  const split = r.int(1, Math.max(1, body.length - 1));
  const named = opening(teller);
  const sum = kit.truth.estimated_amount === undefined ? cost(teller) : [];
  const ask = r.pick([
    'Thank you. Before I can go on I need a few more things from you.',
    'Got it. Could you fill in the gaps, please? My direct line is {agentphone}.',
    'I have opened {claim} for this. What else can you tell me?',
    'Sorry about your trouble. Please write the rest of it down for me, the file number is {claim}.',
  ]);
  const verdict = r.chance(0.6) ? decision(kit) : null;
  const told: Turn[] = [
    {
      from: me,
      when: notice,
      text: [greeting(teller), named, ...body.slice(0, split), goodbye(teller), ...signature(teller)],
    },
    {
      from: desk,
      when: later(1),
      text: [teller.say(ask), fullName(f.adjuster), r.pick([f.insurer, `${f.insurer} Claims`])],
    },
    {
      // The name and the address are stated once.
      from: unmarked(me),
      when: later(3),
      text: kept([
        ...body.slice(split),
        ...reach(teller),
        sum.join(' '),
        f.insured.firm ?? f.insured.person.first,
      ]),
    },
  ];
  const last = verdict ?? people(teller, 1)[0] ?? null;
  if (verdict !== null || r.chance(0.4))
    told.push({
      from: desk,
      when: later(r.int(5, 20)),
      text: kept([last === null ? null : `Hello again. ${last}`, f.adjuster.first]),
    });
  return told.map((turn) => ({ ...turn, text: turn.text.filter((line) => line !== '') }));
}

/** The newest on top, the rest quoted under it, deeper with every turn. */
export function quotedThread(teller: Teller): Lines {
  const { r } = teller.kit;
  const all = turns(teller).reverse();
  const [newest, ...older] = all;
  if (!newest) return [];
  const width = r.pick([70, 80, 96]);
  const intro = r
    .pick([
      'On {when} {from} wrote:',
      '{from}, {when}:',
      'Am {when} schrieb {from}:',
      '{when}, {from} <wrote>',
    ])
    .replace('Am {when} schrieb', 'At {when} wrote');
  return [
    ...headers(
      teller,
      newest.from,
      r.pick([deskMail(teller), 'undisclosed']),
      newest.when,
      `Re: ${r.pick(SUBJECTS.slice(0, 3))}`,
    ),
    '',
    ...newest.text.map((line) => wrap(line, width)),
    ...older.flatMap((turn, at) => [
      '',
      `${'>'.repeat(at)} ${intro.replace('{when}', turn.when).replace('{from}', turn.from)}`.trim(),
      ...quoted(turn.text, '>'.repeat(at + 1), width),
    ]),
  ];
}

/** Printed in the order of writing, each message with its own head. */
export function printedThread(teller: Teller): Lines {
  const { r } = teller.kit;
  const all = turns(teller);
  const newest = r.chance(0.4);
  const bar = r.pick(['-----', '=====', '_________________________', '* * *', '']);
  const shown = newest ? [...all].reverse() : all;
  return shown.flatMap((turn, at) => [
    bar === '' ? '' : bar,
    r.pick([
      `Message ${newest ? all.length - at : at + 1} of ${all.length}`,
      `${turn.when}`,
      'Original message',
      'E-mail',
    ]) === turn.when
      ? null
      : `Message ${newest ? all.length - at : at + 1} of ${all.length}`,
    `From: ${turn.from}`,
    `Sent: ${turn.when}`,
    '',
    ...turn.text.map((line) => wrap(line, 90)),
    '',
  ]);
}
