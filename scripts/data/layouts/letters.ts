/** What people write: statements, letters, mails, threads, chats. */
import type { Kit } from '../kit.ts';
import { type Layout, sheet } from '../layout.ts';
import { wrap } from '../marks.ts';
import { fullName, oneLineAddress } from '../people.ts';
import {
  addressSentence,
  amountSentence,
  damageSentence,
  deductibleSentence,
  dobSentence,
  itemSentence,
  joined,
  noise,
  othersSentence,
  policeSentence,
  policySentence,
  reachSentence,
  termSentence,
  whenWhere,
} from '../phrases.ts';
import { boilerplate, coverageRemarks } from '../sections.ts';
import { narrative } from '../surroundings.ts';

/** The paragraphs that tell a claim; each telling orders them anew. */
export function paragraphs(kit: Kit, contacts: boolean): string[] {
  const { r } = kit;
  const happened = joined([whenWhere(kit), narrative(kit)]);
  const around = r.shuffle([
    damageSentence(kit),
    amountSentence(kit),
    itemSentence(kit),
    othersSentence(kit),
    policeSentence(kit),
    deductibleSentence(kit),
    kit.truth.injuries_reported === undefined && r.chance(0.6) ? kit.injuryLine() : null,
    ...coverageRemarks(kit),
    noise(kit),
  ]);
  const self = r.shuffle([policySentence(kit), termSentence(kit), contacts ? dobSentence(kit) : null]);
  const half = Math.ceil(around.length / 2);
  const body = [
    joined(self),
    happened,
    joined(around.slice(0, half)),
    joined(around.slice(half)),
    contacts && r.chance(0.5) ? joined([addressSentence(kit), reachSentence(kit)]) : '',
  ];
  return (r.chance(0.7) ? body : [body[1] ?? '', body[0] ?? '', ...body.slice(2)]).filter(
    (text) => text !== '',
  );
}

const greeting = (kit: Kit): string =>
  kit.r.pick([
    'To whom it may concern:',
    'Dear Sir or Madam,',
    'Dear Claims Department,',
    `Dear ${kit.f.adjuster.honorific} ${kit.f.adjuster.last},`,
    'Hello,',
    'Good morning,',
    'Claims team:',
  ]);
const closing = (kit: Kit): string =>
  kit.r.pick(['Sincerely,', 'Kind regards,', 'Thank you,', 'Yours truly,', 'Best,', 'Respectfully,']);
export const subject = (kit: Kit): string =>
  kit.r.pick([
    'Claim',
    'New claim',
    `Loss notice ${kit.f.claimNumber}`,
    'Reporting a loss',
    `Claim - ${kit.f.scenario.cause[0]}`,
    'Need to file a claim',
    'FNOL',
  ]);
const signature = (kit: Kit): string[] =>
  [kit.claimant('plain'), ...kit.addressLines(), kit.phone() ?? '', kit.email() ?? ''].filter(
    (line) => line !== '',
  );

function letter(
  name: string,
  family: string,
  columns: number,
  head: (kit: Kit) => string[],
  tail: (kit: Kit) => string[],
): Layout {
  return {
    name,
    family,
    telling: 'first',
    write: (kit) =>
      sheet('letter', [
        wrap(
          [
            ...head(kit),
            '',
            greeting(kit),
            '',
            ...paragraphs(kit, false).flatMap((text) => [text, '']),
            closing(kit),
            '',
            ...tail(kit),
          ].join('\n'),
          columns,
        ),
      ]),
  };
}

const at = (kit: Kit): string => kit.r.pick(['10:14 AM', '8:02 PM', '7:45 AM', '4:30 PM']);

function mail(kit: Kit, body: string[]): string[] {
  const { f, r } = kit;
  const from = kit.email();
  return [
    `From: ${r.chance(0.6) ? kit.claimant('plain') : f.insured.name}${from === null ? '' : ` <${from}>`}`,
    `To: claims@${f.insurer.split(' ')[0]?.toLowerCase()}.example`,
    `Date: ${r.chance(0.4) ? `${new Date(f.reported).toUTCString().slice(0, 4)} ` : ''}${kit.reported() ?? kit.date(f.reported)}${r.chance(0.4) ? ` ${at(kit)}` : ''}`,
    `Subject: ${subject(kit)}`,
    '',
    ...body,
  ];
}

/** A date that heads a message is when the insurer was told, so a packet with one cannot lack it. */
function dated(kit: Kit): Kit {
  kit.absent.delete('reported_date');
  return kit;
}

const first = (write: (kit: Kit) => string[], name: string, family: string, columns = 10_000): Layout => ({
  name,
  family,
  telling: 'first',
  write: (kit) => sheet(family, [wrap(write(kit).join('\n'), columns)]),
});

export const letters: Layout[] = [
  letter(
    'letter-block',
    'letter',
    84,
    (kit) => [
      dated(kit).claimant('plain'),
      ...kit.addressLines(),
      '',
      kit.reported() ?? '',
      '',
      kit.f.insurer,
      `${kit.r.int(10, 900)} Claims Plaza`,
      '',
      `Re: Policy ${kit.policy() ?? 'as on file'}, ${kit.r.pick(['loss of', 'date of loss', 'claim for loss on'])} ${kit.lossDate() ?? 'this month'}`,
    ],
    (kit) => [kit.f.insured.name],
  ),
  letter(
    'letter-signature',
    'letter',
    10_000,
    (kit) => [dated(kit).reported() ?? '', '', kit.f.insurer, 'Claims Department'],
    signature,
  ),
  letter(
    'letter-typed-narrow',
    'letter',
    64,
    (kit) => [dated(kit).f.insurer, '', kit.reported() ?? ''],
    (kit) => ['', ...signature(kit), '', 'Enclosures: photos, receipts'],
  ),
  letter(
    'letter-short-note',
    'letter',
    72,
    (kit) => [`Claim ${kit.f.claimNumber}`],
    (kit) => [
      kit.claimant('plain'),
      joined([reachSentence(kit)]),
      kit.has('reported_date') ? `Signed ${kit.reported()}` : '',
    ],
  ),
  first(
    (kit) => [
      'STATEMENT OF POLICYHOLDER',
      '',
      `I, ${kit.claimant('plain')}, state as follows:`,
      '',
      ...paragraphs(kit, true).flatMap((text) => [text, '']),
      boilerplate(kit),
      '',
      `Signed: ${kit.f.insured.name}`,
      ...(kit.has('reported_date') ? [`Date: ${kit.reported()}`] : []),
    ],
    'statement-sworn',
    'statement',
    90,
  ),
  first(
    (kit) => [
      'Recorded in writing by the policyholder',
      `Name: ${kit.claimant()}`,
      ...paragraphs(kit, true).map((text, index) => `${index + 1}. ${text}`),
    ],
    'statement-numbered',
    'statement',
    78,
  ),
  first(
    (kit) => [
      `${kit.claimant('plain')} - ${kit.r.pick(['my account of what happened', 'statement', 'in my own words'])}`,
      '',
      paragraphs(kit, true).join(' '),
    ],
    'statement-one-paragraph',
    'statement',
    96,
  ),
  first(
    (kit) =>
      mail(dated(kit), [
        greeting(kit),
        '',
        ...paragraphs(kit, false).flatMap((text) => [text, '']),
        closing(kit),
        ...signature(kit),
      ]),
    'mail-plain',
    'mail',
  ),
  first(
    (kit) =>
      mail(dated(kit), [...paragraphs(kit, true), '', '--', kit.claimant('plain'), 'Sent from my phone']),
    'mail-terse',
    'mail',
    76,
  ),
  first(
    (kit) =>
      mail(dated(kit), [
        'Hi,',
        '',
        'details of my claim below.',
        '',
        ...[
          ['policy', kit.policy()],
          ['when', kit.lossDate()],
          ['time', kit.lossTime()],
          ['where', kit.location()],
          ['what', kit.item()],
          ['damage', kit.damage()],
          ['cost', kit.amount()],
        ]
          .filter(([, value]) => value !== null)
          .map(([key, value]) => `${key}: ${value}`),
        '',
        narrative(kit),
        joined([othersSentence(kit), policeSentence(kit), ...coverageRemarks(kit)]),
        '',
        closing(kit),
        ...signature(kit),
      ]),
    'mail-bulleted',
    'mail',
  ),
  first(
    (kit) => {
      dated(kit);
      const own = paragraphs(kit, true);
      return [
        `From: ${fullName(kit.f.adjuster)} <intake@${kit.f.insurer.split(' ')[0]?.toLowerCase()}.example>`,
        `To: ${kit.claimant('plain')}${kit.has('claimant_email') ? ` <${kit.email()}>` : ''}`,
        `Subject: RE: ${subject(kit)}`,
        '',
        `Thank you, we opened ${kit.f.claimNumber}. Our office number is ${kit.tel(kit.f.agent.phone)}.`,
        fullName(kit.f.adjuster),
        '',
        `On ${kit.reported() ?? kit.date(kit.f.reported)} ${kit.f.insured.name} wrote:`,
        ...wrap(own.join('\n\n'), 76)
          .split('\n')
          .map((line) => `> ${line}`.trimEnd()),
      ];
    },
    'thread-quoted',
    'thread',
  ),
  first(
    (kit) => {
      dated(kit);
      const own = paragraphs(kit, false);
      return [
        ...mail(kit, own.slice(0, 2)),
        ...signature(kit),
        '',
        '-----Original Message-----',
        `From: ${kit.f.agent.name} <${kit.f.agent.email}>`,
        `Subject: your question`,
        `Please send the details of the loss. My direct line is ${kit.tel(kit.f.agent.phone)}.`,
        '',
        '-----Follow-up-----',
        ...own.slice(2),
      ];
    },
    'thread-original-message',
    'thread',
    88,
  ),
  first(
    (kit) => [
      'CHAT TRANSCRIPT',
      `Agent ${kit.f.adjuster.first} joined`,
      `Visitor: ${kit.r.pick(['hi, I need to report a claim', 'hello', 'I want to file a claim'])}`,
      `${kit.f.adjuster.first}: Your name, please?`,
      `Visitor: ${kit.claimant('plain')}`,
      ...paragraphs(kit, true).flatMap((text) => [
        `Visitor: ${text}`,
        `${kit.f.adjuster.first}: ${kit.r.pick(['Thank you.', 'Noted.', 'I am sorry to hear that.', 'Anything else?', 'One moment.'])}`,
      ]),
    ],
    'chat',
    'call',
  ),
  first(
    (kit) => [
      `Voicemail to text, ${kit.has('reported_date') ? `received ${kit.reported()}` : 'claims line'}`,
      '',
      `Hi, this is ${kit.claimant('plain')}. ${paragraphs(kit, true).join(' ')} Thanks, bye.`,
    ],
    'voicemail',
    'call',
    100,
  ),
  {
    name: 'call-transcript',
    family: 'call',
    telling: 'first',
    write: (kit) => {
      const { r } = kit;
      const answer = (question: string[], value: string | null): string[] =>
        value === null || value === ''
          ? []
          : [
              `${r.pick(['AGENT', 'AGENT'])}: ${r.pick(question)}`,
              `CALLER: ${r.pick(['', '', 'Yes, ', 'Um, ', 'Sure. ', "It's "])}${value}`,
            ];
      return sheet('call', [
        `CALL TRANSCRIPT ${kit.f.claimNumber}`,
        kit.has('reported_date') ? `Call date: ${kit.reported()}` : null,
        '',
        ...answer(['Who am I speaking with?', 'May I have your full name?'], kit.claimant('plain')),
        ...answer(['Do you have the policy number?', 'Your policy number, please?'], kit.policy()),
        ...answer(['And your date of birth?'], kit.dob()),
        ...answer(['What is the best number to reach you?', 'Your phone number?'], kit.phone()),
        ...answer(['Your e-mail?'], kit.email()),
        ...answer(['What is your mailing address?'], kit.address()),
        ...answer(['When did this happen?', 'What was the date of the loss?'], kit.lossDate()),
        ...answer(['About what time?', 'What time was that?'], kit.lossTime()),
        ...answer(['Where did it happen?', 'And the location?'], kit.location()),
        ...answer(['Tell me what happened.', 'What happened?'], narrative(kit)),
        ...answer(['What is insured, which vehicle or property?'], kit.item()),
        ...answer(['What was damaged or taken?', 'Describe the damage.'], kit.damage()),
        ...answer(['Do you have an estimate?', 'How much is the loss?'], kit.amount()),
        ...answer(['Was anyone hurt?'], kit.truth.injuries_reported === undefined ? kit.injuryLine() : null),
        ...answer(['Who else was involved?'], othersSentence(kit)),
        ...answer(['Did you call the police?'], policeSentence(kit)),
        ...answer(['Anything about coverage we should note?'], joined(coverageRemarks(kit))),
        'AGENT: Thank you, we will be in touch.',
      ]);
    },
  },
  {
    name: 'agent-memo',
    family: 'letter',
    telling: 'third',
    write: (kit) =>
      sheet('memo', [
        'MEMORANDUM',
        `TO: ${dated(kit).f.insurer} claims`,
        `FROM: ${kit.f.agent.name}, ${kit.f.agency}, ${kit.tel(kit.f.agent.phone)}, ${oneLineAddress(kit.f.agent.address)}`,
        `DATE: ${kit.reported()}`,
        `RE: our client ${kit.claimant('plain')}, policy ${kit.policy() ?? 'to follow'}`,
        '',
        wrap(joined([whenWhere(kit), narrative(kit)]), 90),
        '',
        wrap(
          joined([
            itemSentence(kit),
            damageSentence(kit),
            amountSentence(kit),
            othersSentence(kit),
            policeSentence(kit),
            ...coverageRemarks(kit),
          ]),
          90,
        ),
      ]),
  },
];
