/** Letters and mails: counsel's, by hand, forwarded, answered between the lines, chasing an answer. */
import { addDays } from '../facts.ts';
import type { Kit } from '../kit.ts';
import { type Layout, sheet } from '../layout.ts';
import { wrap } from '../marks.ts';
import { fullName, oneLineAddress } from '../people.ts';
import { capital } from '../stories.ts';
import { between, forwarded } from './reserved-mails.ts';
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
  termTold,
} from './reserved-phrases.ts';
import { retell } from './reserved-stories.ts';

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
      prose([given(kit.line(), (line) => `The policy is written as ${line}.`), termTold(kit)]),
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
      termTold(kit),
      given(kit.dob(), (day) => `You always ask for my birthday: ${day}.`),
      given(kit.phone(), (tel) => `The telephone here is ${tel}.`),
      given(kit.email(), (mail) => `My grandson reads the mail at ${mail}.`),
    ]),
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
        termTold(kit),
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

export const reservedLetters: Layout[] = [
  letter('reserved-counsel', 'counsel', counsel, 86),
  letter('reserved-by-hand', 'by-hand', handwritten, 74),
  letter('reserved-forwarded', 'forwarded', forwarded),
  letter('reserved-between-lines', 'between-lines', between),
  letter('reserved-second-request', 'second-request', chasing, 88),
];
