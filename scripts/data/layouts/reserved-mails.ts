/** Mails: an agency sends on what a client wrote; a client answers between the lines. */
import { addDays } from '../facts.ts';
import type { Kit } from '../kit.ts';
import { wrap } from '../marks.ts';
import { fullName, oneLineAddress } from '../people.ts';
import {
  account,
  clockTold,
  dated,
  exclusionTold,
  given,
  harmTold,
  hurtOnce,
  isAuto,
  othersTold,
  policeTold,
  prose,
  spaced,
  termOf,
  termTold,
} from './reserved-phrases.ts';

const DISCLAIMER =
  'This message and its attachments are meant for the addressee alone. If you are not the addressee, delete them and let the sender know. Coverage cannot be bound or changed by e-mail.';

/** An agency sends on what a client wrote. */
export function forwarded(kit: Kit): string[] {
  const { f, r } = kit;
  dated(kit);
  const email = kit.email();
  return [
    `From: ${f.agent.name} [${f.agent.email}]`,
    `Sent: ${kit.date(addDays(f.reported, r.int(0, 1)))} ${r.int(8, 11)}:${r.int(10, 59)} AM`,
    `To: newloss@${f.insurer.split(' ')[0]?.toLowerCase()}.example`,
    `Subject: FW: ${r.pick(['what happened', 'claim', 'bad news', 'my policy', 'question'])}`,
    `Attachments: IMG_${r.int(1000, 9999)}.jpg; quote.pdf`,
    '',
    'New loss please, see below. No claim set up yet on our end.',
    prose([
      given(
        kit.policy(),
        (no) => `AMS shows policy ${no}${given(kit.line(), (line) => ` / ${line}`) ?? ''}.`,
      ),
      termTold(kit),
      given(kit.deductible(), (sum) => `Ded ${sum}.`),
      exclusionTold(kit)?.replace('Your office has told us that', 'Note that') ?? null,
    ]),
    '',
    `${f.agent.name} | ${f.agency} | ${kit.tel(f.agent.phone)} | ${oneLineAddress(f.agent.address)}`,
    '',
    '---------- Forwarded message ---------',
    `From: ${kit.claimant('plain')}${email === null ? '' : ` <${email}>`}`,
    `Date: ${kit.reported()} at ${r.int(1, 11)}:${r.int(10, 59)} PM`,
    `To: ${f.agent.name}`,
    '',
    ...spaced([
      `Hi ${f.agent.person.first},`,
      prose([
        given(
          kit.lossDate(),
          (day) => `bad luck on ${day}${given(clockTold(kit), (time) => ` (${time})`) ?? ''}.`,
        ),
        given(kit.location(), (place) => `Place: ${place}.`),
        account(kit),
        hurtOnce(kit),
      ]),
      prose([
        given(kit.item(), (item) => `This is about the ${item}.`),
        harmTold(kit, 'Broken or gone so far'),
        given(kit.amount(), (sum) => `The quote attached says ${sum} all in.`),
        othersTold(kit),
        policeTold(kit),
      ]),
      prose([
        given(kit.phone(), (tel) => `Best to ring me on ${tel}.`),
        given(kit.address(), (at) => `Mail still goes to ${at}.`),
        given(kit.dob(), (day) => `DOB if they ask: ${day}.`),
      ]),
      'Can you get this going today?',
      f.insured.firm ? fullName(f.insured.person) : f.insured.person.first,
    ]),
    wrap(DISCLAIMER, 90),
  ];
}

/** An adjuster's numbered questions, each with the answer typed below it. */
export function between(kit: Kit): string[] {
  const { f, r } = kit;
  dated(kit);
  const email = kit.email();
  const name = kit.claimant('plain');
  const asked: [string, string | null][] = [
    [
      'Full name and policy number as on your declarations page',
      [name, kit.policy()].filter(Boolean).join(', '),
    ],
    [
      'Kind of policy, and the dates it runs',
      [kit.line(), termOf(kit, ' to ')].filter(Boolean).join(' / ') || null,
    ],
    ['Day and hour of the loss', [kit.lossDate(), clockTold(kit)].filter(Boolean).join(', ') || null],
    ['Exact place', kit.location()],
    ['What happened?', account(kit, 2)],
    [isAuto(kit) ? 'Which car of yours?' : 'What is the insured property?', kit.item()],
    [
      kit.f.scenario.line === 'liability'
        ? 'The injury, as the doctor put it'
        : 'List what is damaged or missing',
      kit.damage(),
    ],
    ['What will it cost?', given(kit.amount(), (sum) => `${sum} (${f.shop.name})`)],
    ['Your deductible, if you know it', kit.deductible()],
    ['Was anybody injured?', hurtOnce(kit)],
    ['Others who were part of it', othersTold(kit)],
    ['Police?', policeTold(kit)],
    [
      'A phone number and your current address',
      [kit.phone(), kit.address()].filter(Boolean).join('; ') || null,
    ],
    ['Date of birth', kit.dob()],
  ];
  const again = f.insured.name;
  return [
    `From: ${again}${email === null ? '' : ` <${email}>`}`,
    `Sent: ${kit.reported()}`,
    `To: ${fullName(f.adjuster)}`,
    `Subject: RE: [${f.claimNumber}] we need a few facts`,
    '',
    'My answers are between your lines.',
    exclusionTold(kit) ?? '',
    '',
    `${f.adjuster.first} ${f.adjuster.last} wrote:`,
    `> Hello, my direct number is ${kit.tel(f.agent.phone)}. Please reply to each point.`,
    '>',
    ...asked
      .filter(([, value]) => value !== null && value !== '')
      .flatMap(([question, value], index) => [`> ${index + 1}. ${question}`, '', value ?? '', '']),
    `> Thank you, ${f.adjuster.first}`,
    r.chance(0.5) ? '> Insurance is not paperwork to us.' : '',
  ];
}
