/** Mails: single ones, threads with quoted text, forwarded ones, a broker's, and messages of web forms. */
import { addDays } from '../facts.ts';
import { sentences, unmarked, wrap } from '../marks.ts';
import { fullName } from '../people.ts';
import { brief } from './hands-prose-brief.ts';
import { footer, people, plea } from './hands-prose-chatter.ts';
import { cost, kept, paragraphs, reach } from './hands-prose-compose.ts';
import { decision } from './hands-prose-facts.ts';
import {
  columns,
  goodbye,
  greeting,
  opening,
  set,
  signature,
  signed,
  writerOf,
} from './hands-prose-frames.ts';
import { dated } from './hands-prose-letters.ts';
import type { Teller } from './hands-prose-teller.ts';
import { day } from './hands-prose-values.ts';

type Lines = (string | null)[];

const domain = (teller: Teller): string =>
  `${teller.kit.f.insurer.toLowerCase().replace(/[^a-z]+/g, '')}.example`;
const clock = (teller: Teller): string => {
  const { r } = teller.kit;
  return r.pick([
    `${r.int(7, 11)}:${r.int(10, 59)} AM`,
    `${r.int(1, 9)}:${r.int(10, 59)} PM`,
    `${r.int(10, 22)}:${r.int(10, 59)}`,
  ]);
};
const deskMail = (teller: Teller): string =>
  `${teller.kit.r.pick(['claims', 'loss.desk', 'help', 'intake', 'firstreport'])}@${domain(teller)}`;

const SUBJECTS = [
  'please help',
  'accident / damage',
  'we have a problem',
  'claim for {lastname}',
  'reporting what happened',
  'question and claim',
  '(no subject)',
  'Urgent',
  'for claims dept',
  'loss at our place',
];

function subject(teller: Teller): string {
  const { kit } = teller;
  const { r, f } = kit;
  const number = r.chance(0.35) ? teller.value('policy') : null;
  const text = r.pick(SUBJECTS).replace('{lastname}', f.insured.firm ?? f.insured.person.last);
  return number === null
    ? text
    : r.pick([`${text} - ${number}`, `${number}: ${text}`, `Policy ${number}, ${text}`]);
}

const headers = (teller: Teller, from: string, to: string, when: string, about: string): string[] => {
  const { r } = teller.kit;
  const name = r.pick([
    ['From', 'To', 'Sent', 'Subject'],
    ['From', 'To', 'Date', 'Subject'],
    ['FROM', 'TO', 'DATE', 'RE'],
    ['Sender', 'Recipient', 'Sent on', 'Topic'],
  ] as const);
  return [
    `${name[0]}: ${from}`,
    ...(r.chance(0.5)
      ? [`${name[2]}: ${when}`, `${name[1]}: ${to}`]
      : [`${name[1]}: ${to}`, `${name[2]}: ${when}`]),
    `${name[3]}: ${about}`,
  ];
};

/** The sender of a mail as a program shows it; the claimant's own name and address are values. */
function sender(teller: Teller): string {
  const { kit } = teller;
  if (teller.speaker === 'self') {
    const at = teller.value('email');
    const name = kit.f.insured.firm === null ? kit.claimant('plain') : fullName(kit.f.insured.person);
    return at === null
      ? name
      : kit.r.pick([`${name} <${at}>`, `"${name}" <${at}>`, `${at} (${name})`, `${name} [mailto:${at}]`]);
  }
  const { name } = writerOf(teller);
  return teller.speaker === 'agent' ? `${name} <${kit.f.agent.email}>` : name;
}

const quoted = (lines: readonly (string | null)[], mark: string, width: number): string[] =>
  wrap(kept(lines.map((line) => (line === '' ? ' ' : line))).join('\n'), width)
    .split('\n')
    .map((line) => `${mark} ${line}`.trimEnd());

/** One mail to the claims desk. */
export function ownMail(teller: Teller): Lines {
  const { r } = teller.kit;
  const when = `${dated(teller)}${r.chance(0.6) ? r.pick([', ', ' at ', ' ']) + clock(teller) : ''}`;
  const top = headers(teller, sender(teller), deskMail(teller), when, subject(teller));
  const introduced = r.chance(0.4) || teller.speaker !== 'self' ? opening(teller) : null;
  const body = paragraphs(teller, {
    contacts: teller.speaker !== 'self' || r.chance(0.4),
    chatter: r.int(0, 4),
  });
  const end = r.chance(0.3) ? ['', footer(teller.kit)] : [];
  return [
    ...top,
    '',
    greeting(teller),
    '',
    ...set(kept([introduced, ...body, plea(teller)]), columns(teller)),
    goodbye(teller),
    ...signed(teller),
    ...end,
  ];
}

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

/** A mail with the facts in lines and the story in a paragraph. */
export function briefMail(teller: Teller): Lines {
  const { r } = teller.kit;
  const top = headers(teller, sender(teller), deskMail(teller), dated(teller), subject(teller));
  const slots = r.shuffle(BRIEF).filter(() => r.chance(0.7));
  const lines = brief(teller, slots);
  const body = paragraphs(teller, { contacts: true, chatter: r.int(0, 2) });
  const intro = r.pick([
    'In short:',
    'The facts first, the story after.',
    'What you asked for',
    '',
    'Quick list:',
  ]);
  const shown = [intro, ...lines, ''];
  return [
    ...top,
    '',
    greeting(teller),
    '',
    ...(r.chance(0.6)
      ? [...shown, ...set(body, columns(teller))]
      : [...set(body, columns(teller)), ...shown]),
    goodbye(teller),
    ...signed(teller),
  ];
}
const BRIEF = [
  ...(['policy', 'line', 'from', 'to', 'deductible', 'date', 'time', 'place'] as const),
  ...(['item', 'damage', 'amount', 'phone', 'address', 'dob'] as const),
];

/** A broker or agent to the carrier, short or in bullets. */
export function brokerMail(teller: Teller): Lines {
  const { kit } = teller;
  const { r } = kit;
  const top = headers(
    teller,
    sender(teller),
    deskMail(teller),
    dated(teller),
    r.pick(['New loss', 'FNOL', 'claim setup', 'Loss report']) +
      (r.chance(0.4) ? ` - ${kit.claimant('plain')}` : ''),
  );
  const open = opening(teller);
  const body = paragraphs(teller, { contacts: true, chatter: r.int(0, 2) });
  const mark = r.pick(['- ', '* ', '', '• ']);
  const lines =
    mark === ''
      ? set(body, columns(teller))
      : body.flatMap((text) => sentences(text).map((line) => `${mark}${line}`));
  return [
    ...top,
    '',
    r.pick(['All,', 'Hi claims,', 'Folks -', 'Team']),
    open,
    ...lines,
    plea(teller),
    '',
    ...signed(teller),
    '',
    ...(r.chance(0.5) ? [footer(kit)] : []),
  ];
}

/** An agent passes on what the customer wrote. */
export function forwarded(teller: Teller): Lines {
  const { kit } = teller;
  const { r, f } = kit;
  const note = teller.say(
    r.pick([
      'See below from our customer. I am at {agentphone} if needed. {agent}',
      'Passing this along, please take it from here. {agent}, {agency}',
      'FYI and for setup. {agent} / {agency} / {agentphone}',
    ]),
  );
  const inner = ownMail(teller);
  const bar = r.pick([
    '---------- Forwarded message ----------',
    'Begin forwarded message:',
    '_____ Fwd _____',
  ]);
  return [
    `From: ${f.agent.name} <${f.agent.email}>`,
    `To: ${deskMail(teller)}`,
    `Subject: ${r.pick(['FW:', 'Fwd:', 'WG:'])} ${r.pick(SUBJECTS.slice(0, 3))}`,
    '',
    note,
    '',
    bar,
    ...inner,
  ];
}

/** What came in through a contact form: some boxes, then one long message. */
export function webMessage(teller: Teller): Lines {
  const { kit } = teller;
  const { r, f } = kit;
  const name = kit.claimant('plain');
  const boxes = r.shuffle(
    kept([
      `${r.pick(['Your name', 'Name', 'Who are you'])}: ${name}`,
      r.chance(0.7) && teller.can('email')
        ? `${r.pick(['Your e-mail', 'Reply to', 'E-mail'])}: ${teller.value('email')}`
        : null,
      r.chance(0.5) && teller.can('phone')
        ? `${r.pick(['Call me at', 'Phone (optional)', 'Best number'])}: ${teller.value('phone')}`
        : null,
      r.chance(0.4) && teller.can('policy')
        ? `${r.pick(['Policy if known', 'Customer or policy no.', 'Policy'])}: ${teller.value('policy')}`
        : null,
      `${r.pick(['Topic', 'I am writing about', 'Category'])}: ${r.pick(['Claims', 'Something else', 'Report damage', 'A claim', 'Other'])}`,
    ]),
  );
  const when = r.chance(0.7) ? `${r.pick(['Submitted', 'Received', 'Sent'])} ${dated(teller)}` : null;
  const body = paragraphs(teller, { contacts: true, chatter: r.int(0, 3) });
  const text = r.chance(0.6)
    ? [wrap(kept([...body, plea(teller)]).join(' '), columns(teller))]
    : set(body, columns(teller));
  return [
    r.pick([
      `New message from the ${f.insurer} website`,
      'CONTACT FORM',
      'Web inquiry',
      'You have a new message',
    ]),
    when,
    ...boxes,
    r.pick(['Message:', 'Your message', 'Tell us how we can help:', 'Text:']),
    ...text,
    r.pick([
      '',
      '',
      'Consent to be contacted: yes',
      'Page: /contact/claims',
      'How did you hear about us? - friend',
    ]),
  ];
}
