/** What contact centers and bots write down of a talk. */
import { addDays } from '../facts.ts';
import type { Kit } from '../kit.ts';
import {
  account,
  dated,
  exclusionTold,
  given,
  hurtAnswer,
  isAuto,
  othersLine,
  othersTold,
  policeTold,
} from './reserved-phrases.ts';

const two = (n: number): string => String(n).padStart(2, '0');

type Turn = [asked: string, answer: string | null];

/** What a contact center keeps of a call: activities, codes and half sentences. */
export function contact(kit: Kit): string[] {
  const { f, r } = kit;
  dated(kit);
  const list = (...values: (string | null)[]): string | null =>
    values.filter((value) => value !== null).join(', ') || null;
  const agent = r.fill('@@@##');
  const note = (code: string, text: string | null): string | null => (text ? `${code} ${text}` : null);
  const mixed = new Set(f.otherParties.map(({ role }) => role)).size > 1;
  return [
    `ACTIVITY HISTORY   interaction ${r.fill('INT-#######')}   queue CLM_NEW_${isAuto(kit) ? 'AUTO' : 'PROP'}   rep ${agent}`,
    '',
    `${kit.reported()} ${two(r.int(8, 17))}:${two(r.int(0, 59))}  INBOUND CALL  dur ${r.int(7, 31)}m  disp: CLAIM OPENED`,
    note('caller:', list(kit.claimant(), 'is insd', hurtAnswer(kit, 'SOMEONE HURT', 'no inj'))),
    note(
      'verif:',
      list(
        given(kit.dob(), (day) => `dob ${day} ok`),
        given(kit.policy(), (no) => `pol ${no} found`),
      ),
    ),
    note(
      'cb:',
      list(
        given(kit.phone(), (tel) => `${tel} (pref)`),
        kit.email(),
      ),
    ),
    note('mail addr:', kit.address()),
    note(
      'cov:',
      list(
        kit.line(),
        given(kit.effective(), (day) => `inc ${day}`),
        given(kit.expiration(), (day) => `x-dt ${day}`),
        given(kit.deductible(), (sum) => `ded ${sum}`),
      ),
    ),
    note(
      'what:',
      list(
        kit.cause(),
        given(kit.lossDate(), (day) => `on ${day}`),
        given(kit.lossTime(), (time) => `@ ${time}`),
      ),
    ),
    note('where:', kit.location()),
    note('cllr states:', account(kit, 2)),
    note(isAuto(kit) ? 'veh:' : 'prop:', list(kit.item(), isAuto(kit) ? `tag ${f.vehicle.plate}` : null)),
    note(f.scenario.line === 'liability' ? 'inj:' : 'dmg:', kit.damage()),
    note(
      'cllr est:',
      given(kit.amount(), (sum) => `${sum} per ${f.shop.name}`),
    ),
    note(
      'oth pty:',
      f.others === 'none'
        ? othersLine(kit)
        : ((mixed ? kit.othersInRoles() : kit.others())?.join(', ') ?? null),
    ),
    note(
      'PD:',
      kit.policeNumber() ?? (f.police === 'said' ? kit.saysPolice('cllr says report was taken') : null),
    ),
    note('note:', exclusionTold(kit)),
    '',
    `${kit.date(addDays(f.reported, 1))} 09:${two(r.int(0, 59))}  TASK  assign to ${f.adjuster.first.charAt(0)}. ${f.adjuster.last}  status: done`,
    `${kit.date(addDays(f.reported, r.int(2, 4)))} 14:${two(r.int(0, 59))}  OUTBOUND CALL  to agency ${kit.tel(f.agent.phone)}  disp: LEFT VM`,
    r.chance(0.4)
      ? `${kit.date(f.prior.date)} 11:05  CLOSED CLAIM (prior)  paid ${kit.money(f.prior.amount)}`
      : null,
  ].filter((line) => line !== null);
}

/** A bot asks, a customer taps buttons and types. */
export function bot(kit: Kit): string[] {
  const { f, r } = kit;
  dated(kit);
  const name = r.pick(['Robin', 'Ava', 'Max', 'Claimsy']);
  const [from, to] = [kit.effective(), kit.expiration()];
  const turns: Turn[] = [
    ["I'm sorry something happened. Which of these is it?", `[button] ${kit.cause()}`],
    ['What name is the policy under?', kit.claimant('plain')],
    ['Policy number? You find it on your ID card or bill.', kit.policy()],
    ['I found more than one product. Which one?', given(kit.line(), (line) => `[button] ${line}`)],
    ['Please confirm your date of birth.', kit.dob()],
    ['On which date did it happen?', given(kit.lossDate(), (day) => `[calendar] ${day}`)],
    ['Roughly what time?', kit.lossTime()],
    ['Share a location or type it.', kit.location()],
    ['Describe it for me. A sentence or two is plenty.', account(kit, 1)],
    ['Is everyone OK?', hurtAnswer(kit, '[button] No, someone is hurt', '[button] Yes, everyone is OK')],
    [
      isAuto(kit) ? 'Which vehicle on the policy?' : 'Which insured property?',
      given(kit.item(), (item) => `[list] ${item}`),
    ],
    [f.scenario.line === 'liability' ? 'What is the injury?' : 'What is damaged or missing?', kit.damage()],
    ['Do you have a repair quote? Type the total, or skip.', kit.amount() ?? '[button] Skip'],
    ['Who else was involved?', othersTold(kit)],
    ['Did you call the police?', policeTold(kit)],
    ['Where can a person call you back?', kit.phone()],
    ['And an e-mail for the summary?', kit.email()],
    ['Postal address, if it has changed?', kit.address()],
    ['Anything else our team should know?', exclusionTold(kit)],
  ];
  return [
    `Conversation with ${name} (virtual assistant) - ${f.insurer}`,
    `Started ${kit.reported()}, web widget, session ${r.fill('#@#@##@#')}`,
    '',
    `${name} 🤖  Hi! I can start a claim. For emergencies call ${kit.tel(f.agent.phone)}.`,
    ...turns
      .filter(([, answer]) => answer !== null && answer !== '')
      .flatMap(([asked, answer]) => [
        `${name} 🤖  ${asked}`,
        `        You  ${answer}`,
        ...(r.chance(0.12)
          ? [`${name} 🤖  ${r.pick(['Got it.', 'Thanks!', 'Hm, let me write that down.'])}`]
          : []),
      ]),
    ...(from || to
      ? [
          `${name} 🤖  Your cover shows ${from ? `start ${from}` : ''}${from && to ? ', ' : ''}${to ? `end ${to}` : ''}${given(kit.deductible(), (sum) => ` and a ${sum} deductible`) ?? ''}.`,
        ]
      : []),
    `${name} 🤖  All set, your reference is ${f.claimNumber}. A colleague, ${kit.adjuster()}, takes over.`,
  ];
}
