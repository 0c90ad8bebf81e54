/** Letters and mails: counsel's, by hand, forwarded, answered between the lines, chasing an answer. */
import { addDays } from '../facts.ts';
import type { Kit } from '../kit.ts';
import { type Layout, sheet } from '../layout.ts';
import { wrap } from '../marks.ts';
import { fullName, oneLineAddress } from '../people.ts';
import { capital } from '../stories.ts';
import {
  account,
  clockTold,
  dated,
  exclusionTold,
  given,
  harmTold,
  hurtTold,
  othersTold,
  policeTold,
  prose,
  termOf,
} from './reserved-phrases.ts';
import { retell } from './reserved-stories.ts';

const isAuto = ({ f }: Kit): boolean => f.scenario.line === 'auto';
const hurtOnce = (kit: Kit): string | null =>
  kit.truth.injuries_reported === undefined ? hurtTold(kit) : null;
const spaced = (paragraphs: readonly (string | null)[]): string[] =>
  paragraphs.filter((text) => text !== null && text !== '').flatMap((text) => [text ?? '', '']);

function term(kit: Kit): string | null {
  const [from, to] = [kit.effective(), kit.expiration()];
  if (from && to) return `The policy has been in force since ${from} and lapses on ${to}.`;
  return (
    given(from, (day) => `The policy has been in force since ${day}.`) ??
    given(to, (day) => `The policy lapses on ${day}.`)
  );
}

/** Counsel writes for the policyholder, with a block of references. */
function counsel(kit: Kit): string[] {
  const { f, r } = kit;
  dated(kit);
  const firm = `${f.witness.person.last} ${f.officer.last} ${r.pick(['LLP', '& Associates', 'Law Group'])}`;
  const re: [string, string | null][] = [
    ['Our client and your insured', kit.claimant('plain')],
    ['Your policy', kit.policy()],
    ['Loss of', kit.lossDate()],
    ['Our file', r.fill('##-####')],
    ['Your file', r.chance(0.5) ? f.claimNumber : null],
  ];
  return [
    firm.toUpperCase(),
    `${oneLineAddress(f.witness.address)}    Tel ${kit.tel(f.witness.phone)}`,
    '',
    kit.reported() ?? '',
    '',
    `${f.insurer}, Attention: ${fullName(f.adjuster)}`,
    '',
    ...re.filter(([, value]) => value !== null).map(([label, value]) => `    ${label}:  ${value}`),
    '',
    `Dear ${f.adjuster.honorific} ${f.adjuster.last}:`,
    '',
    ...spaced([
      `This firm has been retained in the above matter. Please direct all further correspondence to the undersigned, and take this letter as notice under the policy.`,
      prose([given(kit.line(), (line) => `The policy is written as ${line}.`), term(kit)]),
      prose([
        given(
          kit.location(),
          (place) =>
            `The loss took place at ${place}${given(clockTold(kit), (time) => `, at ${time}`) ?? ''}.`,
        ),
        account(kit),
        hurtOnce(kit),
        othersTold(kit),
        policeTold(kit),
      ]),
      prose([
        given(
          kit.item(),
          (item) => `${isAuto(kit) ? 'The vehicle in question is a' : 'At risk was the'} ${item}.`,
        ),
        harmTold(kit, 'An inspection on our behalf found the following'),
        given(kit.amount(), (sum) => `We put the claim, before any deductible, at ${sum}.`),
        given(kit.deductible(), (sum) => `We are aware of the ${sum} deductible.`),
      ]),
      exclusionTold(kit),
      prose([
        given(kit.dob(), (day) => `For identification: our client was born on ${day}.`),
        given(kit.address(), (at) => `Our client's address is ${at}.`),
        given(
          [kit.phone(), kit.email()].filter(Boolean).join(', ') || null,
          (ways) => `Should you need direct contact, with our consent: ${ways}.`,
        ),
      ]),
      'Kindly acknowledge within ten business days and send a certified copy of the policy.',
    ]),
    'Very truly yours,',
    `${f.witness.name}, for the firm`,
  ];
}

/** Written by hand at the kitchen table: what happened first, the numbers after the name. */
function handwritten(kit: Kit): string[] {
  const { f, r } = kit;
  dated(kit);
  const mine = f.insured.firm ? 'our' : 'my';
  const [I, am] = f.insured.firm ? ['We', 'are'] : ['I', 'am'];
  return [
    `${f.insured.address.city}, ${kit.reported()}`,
    '',
    r.pick(['Dear people at the insurance,', `To the ${f.insurer} office,`, 'Dear claims person,']),
    '',
    ...spaced([
      prose([
        r.pick([
          `${I} ${am} writing by hand because the computer ${am === 'am' ? 'and I do' : 'does'} not get along.`,
          'Please excuse the handwriting.',
        ]),
        given(
          kit.lossDate(),
          (day) => `It was ${day}${given(clockTold(kit), (time) => `, the clock said ${time}`) ?? ''}.`,
        ),
        given(
          kit.location(),
          (place) => `${capital(f.insured.firm ? 'we' : 'I')} can show you the exact spot, it is ${place}.`,
        ),
        account(kit),
      ]),
      prose([hurtOnce(kit), othersTold(kit), policeTold(kit)]),
      prose([
        given(
          kit.item(),
          (item) =>
            `What ${f.insured.firm ? 'we' : 'I'} have insured with you is ${isAuto(kit) ? 'a' : 'the'} ${item}.`,
        ),
        harmTold(kit, 'Now for what is wrong'),
        given(
          kit.amount(),
          (sum) =>
            `${f.shop.name} came to ${sum} for everything${r.chance(0.3) ? `, though a cousin first said ${kit.has('estimated_amount') ? kit.earlier() : 'less'}` : ''}.`,
        ),
        given(
          kit.deductible(),
          (sum) =>
            `As ${f.insured.firm ? 'we' : 'I'} understand it the first ${sum} is on ${f.insured.firm ? 'us' : 'me'}.`,
        ),
        exclusionTold(kit),
      ]),
    ]),
    'With kind wishes,',
    kit.claimant('plain'),
    ...kit.addressLines(),
    '',
    prose([
      'P.S.',
      given(kit.policy(), (no) => `${capital(mine)} policy is number ${no}.`),
      given(kit.line(), (line) => `At the top it reads ${line}.`),
      term(kit),
      given(kit.dob(), (day) => `You always ask for my birthday: ${day}.`),
      given(kit.phone(), (tel) => `The telephone here is ${tel}.`),
      given(kit.email(), (mail) => `My grandson reads the mail at ${mail}.`),
    ]),
  ];
}

const DISCLAIMER =
  'This message and its attachments are meant for the addressee alone. If you are not the addressee, delete them and let the sender know. Coverage cannot be bound or changed by e-mail.';

/** An agency sends on what a client wrote. */
function forwarded(kit: Kit): string[] {
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
      term(kit),
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
function between(kit: Kit): string[] {
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

/** A policyholder who has waited too long sets the whole matter out again. */
function chasing(kit: Kit): string[] {
  const { f, r } = kit;
  dated(kit);
  const [I, my, me] = f.insured.firm ? ['we', 'our', 'us'] : ['I', 'my', 'me'];
  return [
    kit.claimant('plain'),
    ...kit.addressLines(),
    [kit.phone(), kit.email()].filter(Boolean).join(' · '),
    '',
    `${f.insurer}, Complaints`,
    '',
    `SECOND REQUEST - claim ${f.claimNumber}${given(kit.policy(), (no) => `, policy ${no}`) ?? ''}`,
    '',
    ...spaced([
      `On ${kit.reported()} ${I} told your call center about this loss. Since then ${I} have had one automatic reply, dated ${kit.date(addDays(f.reported, r.int(9, 20)))}, and nothing else. Once more, then, from the beginning.`,
      prose([
        given(
          kit.lossDate(),
          (day) => `The day was ${day}${given(clockTold(kit), (time) => ` and the hour ${time}`) ?? ''}.`,
        ),
        given(kit.location(), (place) => `The place was ${place}.`),
        account(kit),
        hurtOnce(kit),
        othersTold(kit),
        policeTold(kit),
      ]),
      prose([
        given(kit.item(), (item) => `You insure ${my} ${item}.`),
        harmTold(kit, 'The damage, again'),
        given(kit.amount(), (sum) => `${f.shop.name} has billed ${sum} for it.`),
        given(
          kit.deductible(),
          (sum) =>
            `${capital(I)} know that ${sum} of it ${f.insured.firm ? 'are' : 'is'} ${f.insured.firm ? 'ours' : 'mine'} to pay.`,
        ),
      ]),
      prose([
        given(kit.line(), (line) => `${capital(my)} cover is called ${line} on the papers.`),
        term(kit),
        exclusionTold(kit),
        `The last time ${I} asked you for anything was ${kit.date(f.prior.date)}, a matter of ${kit.money(f.prior.amount)}, and it took four days.`,
      ]),
      given(kit.dob(), (day) => `To save ${me} another security question: born ${day}.`),
      `If ${I} have no answer in two weeks ${I} will write to the department of insurance.`,
    ]),
    f.insured.name,
  ];
}

const letter = (name: string, family: string, write: (kit: Kit) => string[], columns = 10_000): Layout => ({
  name,
  family,
  telling: family === 'counsel' ? 'third' : 'first',
  write: (kit) => {
    retell(kit);
    return sheet(family, [wrap(prose([write(kit).join('\n')]).replace(/\n{3,}/g, '\n\n'), columns)]);
  },
});

export { forwarded };
export const reservedLetters: Layout[] = [
  letter('reserved-counsel', 'counsel', counsel, 86),
  letter('reserved-by-hand', 'by-hand', handwritten, 74),
  letter('reserved-forwarded', 'forwarded', forwarded),
  letter('reserved-between-lines', 'between-lines', between),
  letter('reserved-second-request', 'second-request', chasing, 88),
];
