import { sentences, wrap } from '../marks.ts';
import { people, plea } from './hands-prose-chatter.ts';
import {
  cost,
  cover,
  event,
  harm,
  matters,
  others,
  paragraphs,
  reach,
  thing,
  thinned,
} from './hands-prose-compose.ts';
import { columns, opening, signature, signed } from './hands-prose-frames.ts';
import { dated } from './hands-prose-letters.ts';
import type { Lines, Teller } from './hands-prose-teller.ts';

const FILLERS = ['ok', 'one sec', 'let me look', 'sorry, typing on my phone', 'right', 'yes', 'hang on'];

/** A chat with somebody at the carrier. */
export function chat(teller: Teller): Lines {
  const { kit } = teller;
  const { r, f } = kit;
  const when = r.chance(0.6) ? dated(teller) : null;
  const rep = r.pick([f.adjuster.first, 'Rep', `${f.adjuster.first} (${f.insurer})`, 'Support']);
  const guest = r.pick(['You', 'Guest', f.insured.person.first, 'Customer', 'Me']);
  const form = r.pick([
    (who: string, text: string) => `${who}: ${text}`,
    (who: string, text: string) => `[${who}] ${text}`,
    (who: string, text: string) => `${who} >> ${text}`,
  ]);
  thinned(teller);
  const turn = (asked: readonly string[], answer: readonly string[]): string[] => {
    if (answer.length === 0) return [];
    const lines = r.chance(0.4) ? answer : [answer.join(' ')];
    return [
      form(rep, r.pick(asked)),
      ...(r.chance(0.15) ? [form(guest, r.pick(FILLERS))] : []),
      ...lines.map((text) => form(guest, text)),
    ];
  };
  const name = opening(teller);
  return [
    r.pick(['Chat log', 'Live chat', `Conversation ${f.claimNumber}`, 'Messenger export']),
    when === null ? null : r.pick([`Started ${when}`, when, `Date of chat: ${when}`]),
    form(
      rep,
      r.pick([
        'Welcome! What can I do for you?',
        'Hi, you are through to claims.',
        'Good day, how may I help?',
      ]),
    ),
    form(guest, name),
    ...turn(
      ['I am sorry to hear it. What went on?', 'Please go ahead.', 'Can you describe it for me?'],
      event(teller),
    ),
    ...turn(
      ['Which contract is it under?', 'May I have the policy details?', 'How are you insured with us?'],
      cover(teller),
    ),
    ...turn(['And what is it about, which car or building?', 'What is the insured item?'], thing(teller)),
    ...turn(['What is broken or gone?', 'What has it done?', 'Tell me about the damage.'], harm(teller)),
    ...turn(['Any idea what it will cost?', 'Have you had a price for it?'], cost(teller)),
    ...turn(['Anybody else in it?', 'Who was on the other side?'], others(teller)),
    ...turn(['Anything that I should add?', 'Police, injuries, anything like that?'], matters(teller)),
    ...turn(['How do we get hold of you?', 'Where do I send things?'], reach(teller)),
    form(
      rep,
      r.pick([
        'Thank you, somebody will be in touch.',
        `Noted under ${f.claimNumber}. Take care.`,
        'All saved.',
      ]),
    ),
  ];
}

/** Short messages, one after the other, with the time of sending beside some. */
export function texts(teller: Teller): Lines {
  const { kit } = teller;
  const { r, f } = kit;
  const when = dated(teller);
  const hi = teller.say(
    r.pick(['hi its {name}', '{name} here', 'hello this is {name}, got your number from {agency}']),
    { name: kit.claimant('plain') },
  );
  const lines = [hi, ...paragraphs(teller, { contacts: true, chatter: r.int(0, 2) }).flatMap(sentences)];
  let minute = r.int(0, 20);
  const stamp = (): string => {
    minute += r.int(0, 3);
    return `${r.chance(0.5) ? '' : `(+${minute} min) `}`;
  };
  const answer = `${f.adjuster.first}: ${r.pick(['Got it', 'ok thanks', `noted, ref ${f.claimNumber}`, 'will call you'])}`;
  const at = r.int(1, lines.length);
  const sent = lines.map((line) => `${stamp()}${line}`);
  return [
    `${r.pick(['SMS to claims line', 'Text thread', 'WhatsApp'])}, ${when}`,
    ...sent.slice(0, at),
    answer,
    ...sent.slice(at),
  ];
}

/** A message on the machine, written out. */
export function machine(teller: Teller): Lines {
  const { r } = teller.kit;
  const when = r.chance(0.7) ? dated(teller) : null;
  const body = paragraphs(teller, { contacts: true, chatter: r.int(0, 2) }).flatMap(sentences);
  const spoken = body.map((text) =>
    r.chance(0.2)
      ? `${r.pick(['Uh,', 'So,', 'OK,', 'Let me see.', 'What else.', 'Um,', 'Right.'])} ${text}`
      : text,
  );
  return [
    r.pick([
      'Mailbox 4, transcript',
      'Dictated message',
      'Voice message (auto transcript)',
      'Answering service',
    ]),
    when === null ? null : `${r.pick(['Left on', 'Received', 'Call of'])} ${when}`,
    '',
    wrap(
      [
        r.pick(['Yeah, hello.', 'Good morning.', 'Hi there.', 'Hello?']),
        opening(teller),
        ...spoken,
        r.pick(['OK. Bye now.', 'Thanks. Bye.', 'That is all. Thank you.', 'Call me back, please.']),
      ].join(' '),
      columns(teller),
    ),
  ];
}

/** Everything in capitals and as few words as a telegram has. */
export function wire(teller: Teller): Lines {
  const { r } = teller.kit;
  const when = dated(teller);
  const lines = paragraphs(teller, { contacts: true, chatter: r.int(0, 1) }).flatMap(sentences);
  const text = lines.map((line) => line.replace(/\.$/, '')).join(r.pick([' STOP ', ' // ', ' -- ', ' + ']));
  return [
    r.pick(['RELAY', 'NITE WIRE', 'URGENT FAX', 'TELEX']),
    `${when}`,
    wrap(`${opening(teller)} ${text}`, r.pick([60, 80])),
    ...signed(teller),
  ];
}

/** A cover note of few words on top of what is sent along. */
export function slipNote(teller: Teller): Lines {
  const { r } = teller.kit;
  const when = r.chance(0.6) ? dated(teller) : null;
  return [
    when,
    opening(teller),
    ...paragraphs(teller, { contacts: false, chatter: 0 }).flatMap(sentences),
    plea(teller),
    ...people(teller, 1),
    ...signature(teller),
  ];
}
