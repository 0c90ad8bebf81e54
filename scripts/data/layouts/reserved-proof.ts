import type { Kit } from '../kit.ts';
import { wrap } from '../marks.ts';
import {
  account,
  clockTold,
  exclusionTold,
  given,
  harmTold,
  othersTold,
  policeTold,
  prose,
} from './reserved-phrases.ts';

/** A sworn proof of loss: a legal text with the facts in its blanks. */
export function proof(kit: Kit): string[] {
  const { f, r } = kit;
  const limit = kit.money(Math.ceil(f.total / 1_000_000) * 1_000_000 * r.int(2, 9));
  const [from, to] = [kit.effective(), kit.expiration()];
  const insured = kit.claimant('plain');
  const parts: (string | null)[] = [
    prose([
      `To ${f.insurer}.`,
      given(
        kit.policy(),
        (no) =>
          `By your policy numbered ${no}${given(kit.line(), (line) => `, being ${line}`) ?? ''}, with a limit of ${limit}, you insured ${insured}.`,
      ) ?? `You insured ${insured} with a limit of ${limit}.`,
      from
        ? `The policy was issued to run from ${from}${to ? ` and to end on ${to}` : ''}.`
        : given(to, (day) => `The policy was issued to end on ${day}.`),
    ]),
    prose([
      given(
        kit.lossDate(),
        (day) =>
          `TIME AND ORIGIN. A loss befell the insured on ${day}${given(clockTold(kit), (time) => ` at the hour of ${time}`) ?? ''}.`,
      ) ?? 'ORIGIN.',
      `Its cause and origin: ${kit.cause()}.`,
      given(kit.location(), (place) => `It came about at ${place}.`),
      account(kit, 2),
    ]),
    prose([
      given(
        kit.item(),
        (item) => `INTEREST. At the time of the loss the insured had sole interest in: ${item}.`,
      ),
      'No other person had any interest or encumbrance in it.',
      othersTold(kit),
      policeTold(kit),
    ]),
    prose([
      harmTold(kit, 'THE LOSS. What was harmed or lost'),
      given(kit.amount(), (sum) => `The whole loss and damage comes to ${sum}.`),
      given(kit.deductible(), (sum) => `From this the deductible of ${sum} is to be taken.`),
      exclusionTold(kit),
    ]),
    'The loss did not originate by any act, design or procurement of the insured. Nothing has been done to violate the conditions of the policy. Furnishing this blank or preparing proofs by an agent of the company is no waiver of its rights.',
    prose([
      given(kit.dob(), (day) => `The insured, born ${day},`)?.concat(
        given(kit.address(), (at) => ` of ${at},`) ?? '',
        ' makes this proof under oath.',
      ) ?? given(kit.address(), (at) => `The insured, of ${at}, makes this proof under oath.`),
      given(
        [kit.phone(), kit.email()].filter((way) => way !== null).join(' or ') || null,
        (ways) => `Notices may be sent to ${ways}.`,
      ),
    ]),
  ];
  return [
    'SWORN STATEMENT IN PROOF OF LOSS',
    `Company claim ${f.claimNumber}          Agency: ${f.agency}`,
    '',
    ...parts.filter((part) => part !== null && part !== '').flatMap((part) => [wrap(part ?? '', 94), '']),
    ...(kit.has('reported_date') ? [`Sworn to and delivered to the company on ${kit.reported()}`] : []),
    `Insured: ${f.insured.name}          Notary: ${f.witness.name}`,
  ];
}
