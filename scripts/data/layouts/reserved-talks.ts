import type { Kit } from '../kit.ts';
import { type Layout, sheet } from '../layout.ts';
import { sentences, wrap } from '../marks.ts';
import { bot, contact } from './reserved-intake.ts';
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
  termOf,
} from './reserved-phrases.ts';
import { retell } from './reserved-stories.ts';

const two = (n: number): string => String(n).padStart(2, '0');
type Turn = [asked: string, answer: string | null];

/** A recording put into text by a machine, each turn with its time in the recording. */
function recorded(kit: Kit): string[] {
  const { f, r } = kit;
  let second = r.int(2, 9);
  const at = (): string => {
    second += r.int(3, 19);
    return `[00:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}]`;
  };
  const turns: Turn[] = [
    [
      `This is ${kit.adjuster()} with ${f.insurer}, on a recorded line. Do I have your permission to record, and would you say your name?`,
      `You do. ${kit.claimant('plain')}.`,
    ],
    [
      'Thank you. And the date you were born, so I have the right person.',
      given(kit.dob(), (day) => `That's ${day}.`),
    ],
    ['Your address these days?', given(kit.address(), (home) => `Still ${home}.`)],
    [
      'And if we get cut off, the number to dial?',
      given(kit.phone(), (tel) => `${tel}, that one is always on.`),
    ],
    ['Can I e-mail you the forms?', given(kit.email(), (mail) => `Yes, to ${mail}.`)],
    [
      'I have your policy up here but read me the number on your side, please.',
      given(kit.policy(), (no) => `It says ${no}.`),
    ],
    ['And the heading on it?', given(kit.line(), (line) => `${line}, it says.`)],
    ['What dates do you have for it?', given(termOf(kit, ' through '), (days) => `I see ${days}.`)],
    ['So, the day of the loss.', given(kit.lossDate(), (day) => `That would have been ${day}.`)],
    ['Do you know about when?', given(clockTold(kit), (time) => `I'd say ${time}.`)],
    ['Where are we talking about?', given(kit.location(), (place) => `${place}.`)],
    [
      isAuto(kit) ? 'And the vehicle?' : 'And what is it that we insure?',
      given(kit.item(), (item) => `${isAuto(kit) ? 'The' : 'That would be the'} ${item}.`),
    ],
    ['Go ahead and tell me the whole thing.', account(kit)],
    ['Anybody get hurt?', hurtOnce(kit)],
    ['Anyone else part of this?', othersTold(kit)],
    ['Did the police come into it?', policeTold(kit)],
    [
      f.scenario.line === 'liability' ? 'What is the injury?' : 'Walk me through the damage.',
      given(kit.damage(), (damage) => `Okay. ${damage}.`),
    ],
    [
      'Have you had it priced?',
      given(kit.amount(), (sum) =>
        r.chance(0.3)
          ? `First they told me ${kit.earlier()}, but the written one is ${sum}.`
          : `Yes, ${sum}, in writing.`,
      ),
    ],
    ['You know about your deductible?', given(kit.deductible(), (sum) => `${sum}, right?`)],
    ['Is there anything you have been told about coverage?', exclusionTold(kit)],
  ];
  const said = turns
    .filter(([, answer]) => answer !== null && answer !== '')
    .flatMap(([asked, answer]) => [`${at()} SPEAKER 1: ${asked}`, `${at()} SPEAKER 2: ${prose([answer])}`]);
  return [
    `Audio file ${f.claimNumber}_${r.int(1, 3)}.wav   machine transcript, not proofread`,
    ...(kit.has('reported_date') ? [`Loss first reported ${kit.reported()}`] : []),
    '',
    ...said,
    `${at()} SPEAKER 1: All right, that ends the recording. Our main number is ${kit.tel(f.agent.phone)}.`,
  ];
}

/** A chat between a policyholder and an agent as a telephone exports it. */
function exported(kit: Kit): string[] {
  const { f, r } = kit;
  dated(kit);
  let minute = r.int(490, 1100);
  const name = f.insured.firm ? `${f.insured.person.first} (${f.insured.firm})` : f.insured.person.first;
  const stamp = (): string => {
    minute += r.int(0, 3);
    return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  };
  const day = kit.reported() ?? '';
  const mine = (text: string | null): string[] =>
    text ? sentences(prose([text])).map((one) => `${stamp()} - ${name}: ${one}`) : [];
  const theirs = (text: string): string => `${stamp()} - ${f.agent.person.first} (agent): ${text}`;
  return [
    `Chat export - started ${day}`,
    `${stamp()} - Messages are end-to-end encrypted.`,
    ...mine(`Hi ${f.agent.person.first}, it's ${kit.claimant('plain')}.`),
    ...mine(account(kit, 2)),
    `${stamp()} - ${name}: <image omitted>`,
    theirs(r.pick(['Oh no. When and where was this?', 'That sounds bad!! when + where?'])),
    ...mine(
      given(
        [kit.lossDate(), clockTold(kit)].filter(Boolean).join(' at ') || null,
        (when) => `It was ${when}.`,
      ),
    ),
    ...mine(given(kit.location(), (place) => `The place is ${place}.`)),
    theirs('Is anyone hurt? Was somebody else involved, and police?'),
    ...mine(prose([hurtOnce(kit), othersTold(kit), policeTold(kit)])),
    theirs(
      isAuto(kit) ? 'Which of your cars, and how bad?' : 'What is it that we insure, and how bad is it?',
    ),
    ...mine(given(kit.item(), (item) => `The ${item}.`)),
    ...mine(harmTold(kit, 'What I can see')),
    ...mine(given(kit.amount(), (sum) => `They want ${sum} for all of it.`)),
    theirs('Send me what the claims desk needs: policy no., birthday, phone, mail, address'),
    ...mine(given(kit.policy(), (no) => `Policy ${no}.`)),
    ...mine(given(kit.dob(), (born) => `Birthday ${born}.`)),
    ...mine(
      given(
        [kit.phone(), kit.email()].filter(Boolean).join(' or ') || null,
        (ways) => `Reach me via ${ways}.`,
      ),
    ),
    ...mine(given(kit.address(), (home) => `Home is ${home}.`)),
    theirs(
      prose([
        'Passing it on.',
        given(kit.line(), (line) => `I see you have ${line} with ${f.insurer}.`),
        given(termOf(kit, ' until '), (days) => `Term: ${days}.`),
        given(kit.deductible(), (sum) => `You pay the first ${sum}.`),
        exclusionTold(kit)?.replace('Your office has told us that', 'The company says') ?? null,
      ]),
    ),
    theirs(`Office line is ${kit.tel(f.agent.phone)} if I don't answer here.`),
  ];
}

const talk = (
  name: string,
  family: string,
  telling: Layout['telling'],
  write: (kit: Kit) => string[],
  columns = 10_000,
): Layout => ({
  name,
  family,
  telling,
  write: (kit) => {
    retell(kit);
    return sheet(family, [wrap(prose([write(kit).join('\n')]).replace(/\n{3,}/g, '\n\n'), columns)]);
  },
});

export { recorded };
export const reservedTalks: Layout[] = [
  talk('reserved-timed-transcript', 'recorded', 'first', recorded, 96),
  talk('reserved-contact-notes', 'contact', 'third', contact),
  talk('reserved-bot', 'bot', 'first', bot),
  talk('reserved-chat-export', 'chat-export', 'first', exported),
];
