/** Sentences in which people state the values of a claim, for everything that is not a form. */
import type { Kit } from './kit.ts';
import { fullName, oneLineAddress, vehicleText } from './people.ts';

const given = <T>(value: T | null, write: (value: T) => string): string | null =>
  value === null ? null : write(value);
export const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' ');

export function policySentence(kit: Kit): string | null {
  const { r } = kit;
  const line = r.chance(0.5) ? kit.line() : null;
  return given(kit.policy(), (policy) =>
    r.pick([
      `My policy number is ${policy}${line ? ` (${line})` : ''}.`,
      `The policy is ${policy}${line ? `, ${line}` : ''}.`,
      `This concerns policy ${policy}${line ? ` for ${line}` : ''}.`,
      `I am insured with you under policy no. ${policy}${line ? `, line of business ${line}` : ''}.`,
    ]),
  );
}

export function termSentence(kit: Kit): string | null {
  const { r } = kit;
  if (!r.chance(0.5)) return null;
  const [from, to] = [kit.effective(), kit.expiration()];
  if (from && to)
    return r.pick([
      `The policy runs from ${from} to ${to}.`,
      `Coverage is in force from ${from} until ${to}.`,
      `The policy period is ${from} - ${to}.`,
    ]);
  if (from) return `The policy took effect on ${from}.`;
  return to ? r.pick([`The policy expires on ${to}.`, `Coverage ends on ${to}.`]) : null;
}

export function whenWhere(kit: Kit): string | null {
  const { r } = kit;
  const [date, time, place] = [kit.lossDate(), kit.lossTime(), kit.location()];
  if (!date && !place) return time === null ? null : `It happened at ${time}.`;
  const at = time ? r.pick([` at ${time}`, ` (${time})`]) : '';
  if (!date) return `The loss happened at ${place}${at}.`;
  if (!place) return r.pick([`The date of loss is ${date}${at}.`, `It happened on ${date}${at}.`]);
  return r.pick([
    `On ${date}${at} there was a loss at ${place}.`,
    `The loss occurred on ${date}${at}, at the following location: ${place}.`,
    `It happened on ${date}${at}. The place was ${place}.`,
    `Date of loss: ${date}${at}. Location: ${place}.`,
    `I am writing about an incident on ${date}${at} at ${place}.`,
  ]);
}

export function itemSentence(kit: Kit): string | null {
  const { r, f } = kit;
  const auto = f.scenario.line === 'auto' && !kit.vagueItem;
  return given(kit.item(), (item) =>
    auto
      ? r.pick([
          `The insured vehicle is a ${item}.`,
          `The vehicle involved was a ${item}, plate ${f.vehicle.plate}.`,
          `The car is a ${item} (VIN ${f.vehicle.vin}).`,
          `We are talking about a ${item}.`,
        ])
      : r.pick([
          `The insured property is a ${item}.`,
          `The insured property: ${item}.`,
          `What is insured: ${item}.`,
        ]),
  );
}

export function damageSentence(kit: Kit): string | null {
  const { r } = kit;
  // What reads as a noun can be said in a sentence of its own.
  if (/^\w+ (?:\w+ )?damage to [^.]*\.?$|^Damage to [^.]*\.?$/.test(kit.f.damageText) && r.chance(0.6))
    return given(kit.damage(true), (damage) =>
      r.pick([
        `There was ${damage}.`,
        `It caused ${damage}.`,
        `The result was ${damage}.`,
        `This led to ${damage}, as far as one can see.`,
      ]),
    );
  return given(kit.damage(), (damage) => {
    const end = /[.…]$/.test(kit.f.damageText) ? '' : '.';
    return r.pick([
      `Damage: ${damage}${end}`,
      `The damage is as follows: ${damage}${end}`,
      `This is what was damaged or lost: ${damage}${end}`,
      `Loss or damage found: ${damage}${end}`,
    ]);
  });
}

export function amountSentence(kit: Kit): string | null {
  const { r, f } = kit;
  const earlier =
    r.chance(0.2) && kit.has('estimated_amount')
      ? r.pick([
          `A first guess was ${kit.earlier()}. `,
          `The preliminary figure of ${kit.earlier()} is out of date. `,
        ])
      : '';
  return given(kit.amount(), (amount) => {
    // Without a sign a number in a sentence is no amount that one could recognise.
    return (
      earlier +
      r.pick([
        `${f.shop.name} estimates the repair at ${amount}.`,
        `The total estimate is ${amount}.`,
        kit.telling === 'first' ? `I am claiming ${amount} in all.` : `The claim is for ${amount} in all.`,
        `The loss is estimated at ${amount}.`,
        `Repairs will cost about ${amount}, according to ${f.shop.name}.`,
        `Estimated amount of loss: ${amount}.`,
      ])
    );
  });
}

export function deductibleSentence(kit: Kit): string | null {
  return kit.r.chance(0.5)
    ? given(kit.deductible(), (amount) =>
        kit.r.pick([
          `The deductible is ${amount}.`,
          `Deductible: ${amount}.`,
          `A ${amount} deductible applies.`,
        ]),
      )
    : null;
}

export function othersSentence(kit: Kit): string | null {
  const { r, f } = kit;
  if (f.others === 'none')
    return r.chance(0.5)
      ? kit.mark(
          'third_parties',
          r.pick([
            'No other parties were involved.',
            'No other vehicle was involved.',
            'No third party was involved.',
            'There was no other party involved.',
          ]),
          [],
        )
      : null;
  if (f.others === 'unknown')
    return r.pick([
      'The other driver is unknown.',
      'We do not know who it was.',
      'The name of the other party was not taken.',
    ]);
  const mixed = new Set(f.otherParties.map(({ role }) => role)).size > 1;
  const names = mixed ? kit.othersInRoles() : kit.others();
  if (!names) return null;
  const list = names.join(names.length > 2 ? ', ' : ' and ');
  const first = f.otherParties[0];
  const who =
    f.scenario.others === 'injured'
      ? r.pick(['The injured person is', 'The person hurt was', 'The injured party:'])
      : names.length > 1
        ? mixed
          ? r.pick(['Other parties:', 'Also involved were', 'The other people involved are'])
          : r.pick(['The other drivers were', 'Other parties:'])
        : r.pick([
            'The other driver was',
            'The other party is',
            'The other vehicle belonged to',
            'The other person involved is',
          ]);
  const more =
    first && r.chance(0.5)
      ? r.pick([
          ` Phone ${kit.tel(first.phone)}.`,
          ` ${f.scenario.line === 'auto' ? `The other vehicle, a ${vehicleText(first.vehicle)}, is insured with ${first.carrier} under policy ${first.policy}.` : `Address: ${oneLineAddress(first.address)}.`}`,
          f.scenario.line === 'auto'
            ? ` The other side puts its own damage at ${kit.money(first.estimate)}.`
            : '',
        ])
      : '';
  return `${who} ${list}.${more}`;
}

export function policeSentence(kit: Kit): string | null {
  const { r, f } = kit;
  if (f.police === 'said') {
    return kit.saysPolice(
      r.pick([
        'A police report was filed.',
        'The police were called to the scene.',
        'It was reported to the police.',
        `The incident was reported to the police (${f.department}).`,
      ]),
    );
  }
  const number = kit.policeNumber();
  if (number)
    return r.pick([
      `${f.department} took a report, number ${number}.`,
      `The police report number is ${number}.`,
      `Police report no. ${number} (${f.department}).`,
      `A report was made to ${f.department} under case number ${number}.`,
    ]);
  return f.police === 'none' && r.chance(0.3)
    ? r.pick(['The police were not contacted.', 'There is no police report.', 'No police report was made.'])
    : null;
}

export function reachSentence(kit: Kit): string | null {
  const { r } = kit;
  const [phone, email] = [kit.phone(), kit.email()];
  if (phone && email)
    return r.pick([
      `You can reach me at ${phone} or ${email}.`,
      `My phone is ${phone}, my e-mail ${email}.`,
      `Please call ${phone} or write to ${email}.`,
    ]);
  if (phone)
    return r.pick([`You can reach me at ${phone}.`, `Please call ${phone}.`, `My number is ${phone}.`]);
  return email ? `Please write to ${email}.` : null;
}

export const dobSentence = (kit: Kit): string | null =>
  kit.r.chance(0.6)
    ? given(kit.dob(), (dob) =>
        kit.r.pick([`I was born on ${dob}.`, `My date of birth is ${dob}.`, `DOB ${dob}.`]),
      )
    : null;
export const addressSentence = (kit: Kit): string | null =>
  given(kit.address(), (at) =>
    kit.r.pick([`I live at ${at}.`, `My mailing address is ${at}.`, `Home address: ${at}.`]),
  );
export const noise = (kit: Kit): string | null =>
  kit.r.chance(0.4)
    ? kit.r.pick([
        `My agent is ${kit.f.agent.name} (${kit.tel(kit.f.agent.phone)}).`,
        `A witness, ${kit.f.witness.name}, saw it and can be called at ${kit.tel(kit.f.witness.phone)}.`,
        `Your reference is ${kit.f.claimNumber}.`,
        `Years ago, on ${kit.date(kit.f.prior.date)}, I had a small claim of ${kit.money(kit.f.prior.amount)} that has nothing to do with this.`,
        'Photos are attached.',
        `I spoke with ${fullName(kit.f.adjuster)} at your office.`,
        'Please tell me what you need next.',
        'This has been very stressful for all of us.',
      ])
    : null;
