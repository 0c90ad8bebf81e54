import { sentences, wrap } from '../marks.ts';
import { fullName } from '../people.ts';
import { brief } from './hands-prose-brief.ts';
import { footer, plea } from './hands-prose-chatter.ts';
import { kept, paragraphs } from './hands-prose-compose.ts';
import { columns, goodbye, greeting, opening, set, signed, writerOf } from './hands-prose-frames.ts';
import { dated } from './hands-prose-letters.ts';
import type { Lines, Teller } from './hands-prose-teller.ts';

export const domain = (teller: Teller): string =>
  `${teller.kit.f.insurer.toLowerCase().replace(/[^a-z]+/g, '')}.example`;
const clock = (teller: Teller): string => {
  const { r } = teller.kit;
  return r.pick([
    `${r.int(7, 11)}:${r.int(10, 59)} AM`,
    `${r.int(1, 9)}:${r.int(10, 59)} PM`,
    `${r.int(10, 22)}:${r.int(10, 59)}`,
  ]);
};
export const deskMail = (teller: Teller): string =>
  `${teller.kit.r.pick(['claims', 'loss.desk', 'help', 'intake', 'firstreport'])}@${domain(teller)}`;

export const SUBJECTS = [
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

export const headers = (teller: Teller, from: string, to: string, when: string, about: string): string[] => {
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
export function sender(teller: Teller): string {
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
