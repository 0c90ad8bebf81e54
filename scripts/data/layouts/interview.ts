/** Questions and answers: recorded statements, chats, calls; who speaks and how each puts it is drawn. */
import type { Kit } from '../kit.ts';
import { sentences, wrap } from '../marks.ts';
import { joined, othersSentence, policeSentence } from '../phrases.ts';
import { coverageRemarks } from '../sections.ts';
import { narrative } from '../surroundings.ts';

const SPEAKERS: readonly ((kit: Kit) => [asks: string, answers: string])[] = [
  () => ['Q', 'A'],
  () => ['Interviewer', 'Witness'],
  () => ['Rep', 'Customer'],
  () => ['Operator', 'Member'],
  () => ['BOT', 'YOU'],
  () => ['Examiner', 'Insured'],
  ({ f }) => [f.adjuster.first, f.insured.person.first],
  ({ f }) => [f.adjuster.last.toUpperCase(), f.insured.person.last.toUpperCase()],
  ({ f }) => [
    `${f.adjuster.honorific} ${f.adjuster.last}`,
    `${f.insured.person.honorific} ${f.insured.person.last}`,
  ],
];
const BETWEEN = [': ', ': ', ': ', ' - ', '> ', '. ', ' | ', '\n  '];
const FILLERS = ['', '', '', '', 'Yes. ', 'Well, ', 'OK, ', 'Let me look. ', 'Uh, ', 'That would be '];
const BETWEEN_TIMES = ['Anything to add?', 'Go on.', 'All right.', 'Take your time.', 'And then?'];

/** A question, and a sentence that holds its answer where a person would say one. */
type Asked = [questions: readonly string[], value: string | null, sentence?: (value: string) => string];

function asked(kit: Kit): Asked[][] {
  const about: Asked[] = [
    [
      ['State your name for the record.', 'Please give your full name.', 'Name?', 'Who is calling?'],
      kit.claimant('plain'),
      (name) => `My name is ${name}.`,
    ],
    [
      ['When were you born?', 'DOB?', 'Birth date, for verification?'],
      kit.dob(),
      (day) => `I was born ${day}.`,
    ],
    [
      ['How can we call you back?', 'Phone?', 'A number where you can be reached?'],
      kit.phone(),
      (number) => `Call me on ${number}.`,
    ],
    [
      ['Do you use e-mail?', 'Which address may we write to?', 'E-mail?'],
      kit.email(),
      (mail) => `It is ${mail}.`,
    ],
    [
      ['Where do you live?', 'Home address?', 'Where should letters go?'],
      kit.address(),
      (home) => `I live at ${home}.`,
    ],
  ];
  const cover: Asked[] = [
    [
      ['Under which policy?', 'Policy no.?', 'What does your card say for the policy?'],
      kit.policy(),
      (number) => `The card says ${number}.`,
    ],
    [['What kind of policy is it?', 'Type of cover?'], kit.line(), (line) => `It is a ${line} policy.`],
    [['When did the policy begin?', 'Start of cover?'], kit.effective(), (day) => `It began ${day}.`],
    [['And it ends?', 'Until when are you covered?'], kit.expiration(), (day) => `Until ${day}.`],
    [['What do you bear yourself?', 'Deductible?'], kit.deductible(), (sum) => `My deductible is ${sum}.`],
  ];
  const loss: Asked[] = [
    [
      ['Which day was it?', 'Date of loss?', 'On what day did the loss occur?'],
      kit.lossDate(),
      (day) => `It was ${day}.`,
    ],
    [['Do you recall the hour?', 'Time of day?'], kit.lossTime(), (time) => `At ${time}, I think.`],
    [
      ['Where were you?', 'Place of the loss?', 'At which address?'],
      kit.location(),
      (place) => `At ${place}.`,
    ],
    [['In your own words, please.', 'Describe the event.', 'How did it come about?'], narrative(kit)],
    [
      ['Which vehicle or building is it about?', 'What was insured?', 'Insured item?'],
      kit.item(),
      (item) => `A ${item}.`,
    ],
    [['What is broken or gone?', 'Describe what was harmed.', 'Damage?'], kit.damage()],
    [
      ['Has anyone put a figure on it?', 'Cost to repair?', 'What are you claiming?'],
      kit.amount(),
      (sum) => `They said ${sum}.`,
    ],
  ];
  const others: Asked[] = [
    [
      ['Any injuries?', 'Is everyone all right?'],
      kit.truth.injuries_reported === undefined ? kit.injuryLine() : null,
    ],
    [['Other people in it?', 'Was another party involved?'], othersSentence(kit)],
    [['Were officers called?', 'Police?'], policeSentence(kit)],
    [['Is there more that bears on coverage?', 'Coverage notes?'], joined(coverageRemarks(kit)) || null],
  ];
  return kit.r.chance(0.4) ? [loss, about, cover, others] : [about, cover, loss, others];
}

const TITLES = [
  'RECORDED STATEMENT',
  'INTERVIEW',
  'Conversation',
  'Statement of the insured',
  'INTAKE DIALOG',
  'Transcript',
];

/** The lines of a conversation in which everything that the claim states is asked for. */
export function interview(kit: Kit): string[] {
  const { r, f } = kit;
  const [asks, answers] = r.pick(SPEAKERS)(kit);
  const between = r.pick(BETWEEN);
  const columns = r.pick([72, 84, 100, 10_000, 10_000]);
  const full = r.chance(0.5);
  const numbered = r.chance(0.25);
  const reported = kit.reported();
  const said = asked(kit)
    .flat()
    .filter(
      (entry): entry is [readonly string[], string, ((value: string) => string)?] =>
        entry[1] !== null && entry[1] !== '',
    )
    .flatMap(([questions, value, sentence], index) => {
      const answer = full && sentence ? sentence(value) : r.pick(FILLERS) + value;
      const parts = !sentence && r.chance(0.3) ? sentences(answer) : [answer];
      return [
        `${numbered ? `${index + 1}. ` : ''}${asks}${between}${r.pick(questions)}`,
        ...parts.flatMap((part, at) => [
          ...(at > 0 && r.chance(0.5) ? [`${asks}${between}${r.pick(BETWEEN_TIMES)}`] : []),
          `${answers}${between}${part}`,
        ]),
      ];
    });
  const gap = r.chance(0.3) ? '\n\n' : '\n';
  return [
    `${r.pick(TITLES)}${r.chance(0.5) ? ` ${f.claimNumber}` : ''}`,
    ...(reported === null
      ? []
      : [
          `${r.pick(['Taken on', 'Date of statement', 'Recorded', 'Reported'])}${r.pick([' ', ': '])}${reported}`,
        ]),
    '',
    wrap(said.join(gap), columns),
  ];
}
