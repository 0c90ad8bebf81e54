/** What people write around a claim: how they got there, what they did then, whom they spoke to, what they want. */
import type { Kit } from '../kit.ts';
import type { IncidentType } from '../stories.ts';
import { fitting } from './hands-prose-banks.ts';
import { DIGRESSIONS } from './hands-prose-digressions.ts';
import type { Teller } from './hands-prose-teller.ts';

type Scene = 'auto' | 'property' | 'liability' | 'home';
const sceneOf = ({ kit, scenario }: Teller): Scene =>
  scenario.line === 'liability' && kit.f.insured.firm === null ? 'home' : scenario.line;

const BEFORE: Readonly<Record<Scene, readonly string[]>> = {
  auto: [
    'It had been [a long week|a good day until then|one of those mornings].',
    '[The radio was on low|The groceries were in the back|The tank had just been filled], nothing out of the ordinary.',
    '{Who} {have} driven that road for {n} years or so.',
    'The tires were new, put on by {shop} that same season.',
  ],
  property: [
    'We had been [painting|putting up shelves|getting ready for visitors] all that week.',
    'The place was built well and has been kept up; I had {shop} look it over not {n} months before.',
    'It is a quiet street, nothing ever goes on there.',
    'The winter had been hard on everything.',
  ],
  liability: [
    'It was one of our busiest days, about {n} dozen people were there.',
    'The floor plan has been the same for {n} years.',
    'There is a sign by the door that asks people to watch their step.',
  ],
  home: [
    'The gate has a latch and a sign on it.',
    'We had people over, nothing big.',
    'Nothing of the kind has happened in {n} years.',
  ],
};
const AFTER: Readonly<Record<Scene, readonly string[]>> = {
  auto: [
    'The tow cost {small} and I have the slip.',
    'A rental for the week has set {whom} back {small} so far.',
    '{shop} can look at it on {soon}, not sooner.',
    '{My} {car} is sitting at {shop}, {shopaddress}.',
    'The odometer stood at {miles}.',
    'A neighbor gave {whom} a lift home.',
    'The registration is in the glove box, plate {plate}.',
  ],
  property: [
    'The emergency crew took {small} for the tarp and the fans.',
    '{shop} will come back on {soon} for the rest.',
    '{small} went to the locksmith and for a run to the dump in {town}.',
    'I threw nothing out, it is all in the garage under a sheet.',
    'The gas company came and checked the line.',
  ],
  liability: [
    'The spot was roped off and somebody took pictures.',
    'The cleaning log is in the binder at the front desk.',
    'An employee filled in the accident book.',
    'We sent flowers for {small}, not as an admission of anything.',
  ],
  home: [
    'The vaccination papers are in a drawer and can be copied.',
    'A fruit basket for {small} was sent over.',
    'The pharmacy receipt of {small} was handed to me.',
  ],
};
const TYPED: Partial<Record<IncidentType, readonly string[]>> = {
  fire: [
    'The smell will not come out of anything.',
    'The breaker for that side is off until an electrician has been.',
  ],
  water_damage: ['The fans have been going for {n} days.', 'You can still see the water line on the wall.'],
  theft: [
    'I have gone through the pawn shops in {town} without luck.',
    'The serial numbers are on a list that I can send.',
  ],
  wind_hail: ['Half of {town} has a blue tarp on.', 'The leaves are still stuck to everything.'],
  vandalism: [
    'It will take somebody a week to clean.',
    'There is a camera across the way but it points at the street.',
  ],
};
const PEOPLE: readonly string[] = [
  '{agent} at {agency}, {agentphone}, helped me find the right address for this.#apart',
  '{witness} from across the street saw it and does not mind being called at {witnessphone}.',
  'A Mr. or Ms. {witness} watched the whole thing, phone {witnessphone}.',
  'I have spoken with {handler}, who was kind enough.',
  'Your file number is {claim}, I was told.',
  'There was another claim once, on {priordate}, for {prioramount}, long since settled.',
  'The pictures are in the envelope.',
  'I kept every receipt.',
  '{agent} has a copy of all of this.#apart',
  'Please leave {claim} on whatever you send back.',
];
const PLEAS: Readonly<Record<Teller['register'], readonly string[]>> = {
  plain: [
    'Tell me what else you need and I will dig it up.',
    'I would be grateful for a call and not another form.',
    'Please do not let this lie around.',
    'When will somebody come and have a look?',
    'I have tried to be exact. If I forgot something, ask.',
  ],
  stiff: [
    'Kindly acknowledge receipt and assign the matter without delay.',
    'We reserve all rights and remedies.',
    'Your written position is requested within {n} days.',
    'Nothing herein waives any right of {whom}.',
    'Please preserve all recordings and notes concerning this matter.',
  ],
  curt: ['Pls set up.', 'Pls confirm.', "Call if q's.", 'Docs to follow.', 'Need adjuster asap.', 'Thx.'],
  accent: [
    'I hope on your fast answer.',
    'I thank in advance for your understanding.',
    'Please inform me which documents are still lacking.',
    'Excuse please my English.',
  ],
};

function filled(teller: Teller, templates: readonly string[], count: number): string[] {
  const { r } = teller.kit;
  const fresh = fitting(teller, templates).filter(
    (template) => !teller.used.has(template) && teller.usable(template),
  );
  return r.some(fresh, count).map((template) => {
    teller.used.add(template);
    return teller.say(template, { miles: r.int(4_000, 160_000).toLocaleString('en-US') });
  });
}

/** A word on the time before the loss; never of the loss itself. */
export const before = (teller: Teller): string[] =>
  filled(teller, BEFORE[sceneOf(teller)], teller.kit.r.pick([0, 0, 1, 1]));

/** What came after it, and about other people. */
export function after(teller: Teller, count: number): string[] {
  const { line, type } = teller.scenario;
  const gone = line === 'auto' && type === 'theft';
  const near = [...(gone ? [] : AFTER[sceneOf(teller)]), ...(TYPED[type] ?? []), ...PEOPLE];
  return filled(teller, [...near, ...(teller.register === 'curt' ? [] : DIGRESSIONS)], count);
}
export const people = (teller: Teller, count: number): string[] => filled(teller, PEOPLE, count);
export const plea = (teller: Teller): string => filled(teller, PLEAS[teller.register], 1)[0] ?? '';

const LATE: readonly string[] = [
  'Since then {n} phone calls have led to nothing but music on the line.',
  'I was promised a visit on {soon} and nobody came.',
  'Three different people have asked me for the same {n} papers.',
  'Your {handler} is never at the desk, and the machine at {agentphone} is full.',
  'A check for {small} arrived without a word of what it was for, and I have not cashed it.',
  '{Who} {have} been a customer for {n} years and this is how it goes.',
  'The other company, {town} Mutual or whatever they are called, settled with my neighbor in a week.',
  'The next letter will go to the commissioner of insurance.',
  'I was told that {claim} had been closed by mistake and then that it had not.',
];
export const grievances = (teller: Teller, count: number): string[] => filled(teller, LATE, count);

const FOOTERS: readonly string[] = [
  'This message and any attachment are meant for the addressee only. If you got it in error, delete it and tell the sender.',
  'CONFIDENTIALITY: the contents may be privileged. Views are those of the writer and bind nobody else.',
  'Please think of the trees before printing this e-mail.',
  'Cover cannot be bound, changed or cancelled by e-mail or voice mail.',
  'Sent from a small screen with large thumbs',
  'Scanned for viruses. We accept no liability for what slips through.',
  'Office hours Mon to Thu 8 to 5, Fri until noon. For emergencies press 3.',
];
export const footer = (kit: Kit): string => kit.r.pick(FOOTERS);
