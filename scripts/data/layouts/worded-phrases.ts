/** Sentences of many speakers: what a claim states, each value in one of many turns of phrase. */
import { distractor } from '../distractors.ts';
import { expand, withoutGaps } from '../grammar.ts';
import type { Kit } from '../kit.ts';
import { vehicleText } from '../people.ts';

/** The template with `v` for `{v}`; other slots are distractors of the claim. */
function turned(kit: Kit, templates: readonly string[], v: string): string {
  const text = expand(kit.r.pick(templates), kit.r, (slot) =>
    slot === 'v' ? v : (distractor(kit, slot) ?? slot),
  );
  return withoutGaps(text);
}

const FIRST = {
  name: [
    '[My name is|I am|This is] {v}[, and I hold a policy with you|, one of your customers|].',
    'You insure me, {v}.',
    'I, {v}, [declare|state|wish to report] the following.',
    '{v} here.',
  ],
  dob: [
    '[For your records|To identify me], my birthday is {v}.',
    'I was born {v}.',
    '(DOB {v}.)',
    'Date I was born: {v}.',
  ],
  phone: [
    '[Ring|Call|Text] me [any time|after five|] on {v}.',
    'My [cell|mobile|landline|work line] is {v}.',
    '{v} is [the best number|where I can be reached|my number].',
    'If [anything is unclear|questions come up], {v}.',
  ],
  email: [
    '[Mail|Write to] me at {v}.',
    'My e-mail is {v}.',
    'Anything in writing can go to {v}.',
    'I read mail at {v}.',
  ],
  address: [
    '[Home is|We live at|My house is at|Letters reach me at] {v}.',
    'Please send [the check|papers|post] to {v}.',
    'I have been living at {v} [for years|since the spring|].',
  ],
  policy: [
    '[The card in my wallet says|On my bill it says|My paperwork shows] {v}.',
    'Policy {v} [is mine|covers this, I believe|is paid up].',
    'I pay [monthly|each year] for {v}.',
    'Look it up under {v}.',
    '[Re|Regarding|With reference to] policy {v}:',
  ],
  line: [
    'It is a {v} policy.',
    'What I have with you is {v}.',
    '[I bought|I took out] {v} [through {agency}|from {agent}|].',
  ],
  from: ['[It|The cover|My policy] [started|began|was renewed] on {v}.', 'I have been covered since {v}.'],
  to: [
    '[It|The cover] [ends|lapses|comes up for renewal|is good until] {v}.',
    'It does not run out before {v}.',
  ],
  deductible: [
    'I know the first {v} [is mine to pay|comes out of my pocket].',
    'My deductible [is|should be|stands at] {v}.',
    'I carry a {v} deductible.',
  ],
  date: [
    '[The day was|It was on|All this was on|This took place on] {v}.',
    '{v} is [when it happened|the day it happened|a day I will not forget].',
    '[The trouble|The whole thing] happened {v}.',
  ],
  time: [
    '[The clock showed|It must have been|My phone said] {v}.',
    '[This was around|It was] {v}.',
    'Time: {v}.',
  ],
  place: [
    '[It happened|This was|I was] [right|] at {v}.',
    '[The spot|The place|Where]: {v}.',
    '{v} is where [it happened|this took place].',
  ],
  item: [
    '[What I have insured|Insured with you] is a {v}.',
    '[Mine is|I own|I have] a {v}.',
    'We are speaking of the {v}.',
  ],
  damage: [
    '[What I found|What is wrong now|The result]: {v}',
    '[I can see|I have counted] this much: {v}',
    '[Damaged|Broken or lost|Harmed]: {v}',
    'As to [the harm|what was damaged]: {v}',
  ],
  amount: [
    '[{shop}|The shop|A contractor] [wants|quoted|asks] {v} [to put it right|for everything|all told].',
    '[All in all|In total|Altogether] it [comes|adds up] to {v}.',
    'I am asking for {v}.',
    '[They|{shop}] put it at {v}.',
  ],
  reported: [
    '[I called this in|I first told you|I notified {agency}|I am sending this] on {v}.',
    '[Reported|Phoned in|Sent] {v}.',
  ],
} as const;
const THIRD = {
  name: [
    '[Insured|Policyholder|Customer|Our client|Caller] {v} [reports a loss|contacted us|presents a claim|has given notice].',
    '[We act for|We write for|This concerns] {v}.',
    '[Claim of|File of|Statement taken from] {v}.',
  ],
  dob: ['[Insured|Customer] born {v}.', 'DOB [verified|given] as {v}.', 'Birth date on file {v}.'],
  phone: [
    '[Callback|Contact no.|Reachable at|Cell] {v}.',
    '[Insured|Caller] can be [reached|phoned] at {v}.',
    'Phone {v}.',
  ],
  email: [
    '[Correspondence|Documents] by mail to {v}.',
    'E-mail [on file|given]: {v}.',
    'Electronic contact {v}.',
  ],
  address: [
    '[Resides|Lives|Has premises] at {v}.',
    '[Mail goes|Checks go] to {v}.',
    'Address [of record|confirmed] {v}.',
  ],
  policy: [
    '[Cover|Insurance] is under {v}.',
    'Policy [found|pulled up|in question] is {v}.',
    'Pol. no. {v}.',
    '[Under|Per] contract {v}.',
  ],
  line: ['[Form of cover|Type of policy|Program] is {v}.', 'Written as {v}.', 'Line: {v}.'],
  from: ['[Incepted|In force since|Effective] {v}.', 'Term [starts|opened] {v}.'],
  to: ['[Term ends|Expires|Runs to|In force through] {v}.', 'Renewal is due {v}.'],
  deductible: ['[Ded.|Deductible] [is|of] {v} applies.', 'Insured bears {v}.', 'Subject to {v} deductible.'],
  date: [
    '[DOL|D/L|Loss date] {v}.',
    '[Occurrence|Event|Loss] was on {v}.',
    '[It took place|It happened] {v}.',
  ],
  time: ['[At about|Hour given as|Time] {v}.', 'Said to have been {v}.'],
  place: [
    '[Loc.|Scene|Site|Loss location] {v}.',
    '[It occurred|Loss took place] at {v}.',
    '[Scene|Place] given as {v}.',
  ],
  item: [
    '[Insured property|Unit|Subject of insurance|Covered item] is a {v}.',
    '[IV|Risk]: {v}.',
    'Involved is [our insured|the insured] {v}.',
  ],
  damage: [
    '[Observed|Noted|Found on inspection]: {v}',
    '[Extent|Physical damage|Loss]: {v}',
    'Damage consists of the following: {v}',
  ],
  amount: [
    '[Est.|Estimate] from {shop} {v}.',
    '[Claimed|Demanded|Reserve set to match the estimate of] {v}.',
    '[Exposure|Cost of repair] is put at {v}.',
    'Total of the quote {v}.',
  ],
  reported: ["[Rec'd|Notice received|First reported|Called in] {v}.", '[File opened|Notice logged] {v}.'],
} as const;
type Part = keyof typeof FIRST;

const NONE = [
  '[No one else|No other party|Nobody else] was [involved|part of it].',
  'No third party.',
  'There was no other [vehicle|person] in this.',
];
const UNHURT = [
  '[Nobody|No one] [was hurt|got hurt|needed a doctor].',
  '[Luckily|Thankfully] no injuries.',
  'No bodily injury [claimed|reported|].',
  'All [walked away|were] unhurt.',
];
const HURT = [
  '[There was an injury|Someone was hurt]: {v}.',
  '[Injury claimed|Medical]: {v}.',
  'A doctor [found|noted] {v}.',
  '[It left|The outcome was] an injury, {v}.',
];
const POLICE_SAID = [
  '[The police|Officers] [came|took notes|made a report].',
  '[I called|They called|A neighbor called] the police, and [a report was made|they wrote it up].',
  'This was reported to {department}.',
];
const POLICE_NUMBER = [
  '[The officer gave|They handed out|There is] [case number|report no.|incident number] {v}.',
  '[{department}|Police] [file|ref.|report] {v}.',
  'Their report carries the number {v}.',
];
const NO_POLICE = [
  '[Nobody called the police|Police were not called|No officer came].',
  'No police [report|involvement].',
];
const ASIDE = [
  '[{agent}|My agent {agent}|Agent {agent}] ({agentphone}) [knows about this|was told|has copies].',
  '{witness} [saw everything|was nearby], {witnessphone}.',
  '[Your|Our] reference [is|was] {claim}.',
  '[An older matter|A claim] of {priordate} over {prioramount} [is closed|has nothing to do with this].',
  '[Photos|Receipts|A sketch] [attached|to follow|enclosed].',
  '[{adjuster}|Your Mr. or Ms. {adjuster}] [is handling this|spoke with us].',
  '[Please confirm receipt.|I look forward to hearing from you.|Kindly advise.]',
  '[We have been with {insurer} for years.|{insurer} has always been fair.]',
];

/** One sentence about a part of the claim; `null` where the claim leaves it out or has said it. */
export function worded(kit: Kit, part: Part): string | null {
  const value = valueFor(kit, part);
  if (value === null) return null;
  const text = turned(kit, (kit.telling === 'first' ? FIRST : THIRD)[part], value);
  const open = part === 'damage' && !/[.…]$/.test(kit.f.damageText);
  return open ? `${text}.` : text;
}

function valueFor(kit: Kit, part: Part): string | null {
  switch (part) {
    case 'name':
      return kit.claimant('plain');
    case 'from':
      return kit.effective();
    case 'to':
      return kit.expiration();
    case 'date':
      return kit.lossDate();
    case 'time':
      return kit.lossTime();
    case 'place':
      return kit.location();
    default:
      return kit[part]();
  }
}

export function wordedOthers(kit: Kit): string | null {
  const { r, f } = kit;
  if (f.others === 'none') return r.chance(0.5) ? kit.mark('third_parties', turned(kit, NONE, ''), []) : null;
  if (f.others === 'unknown')
    return r.pick([
      'Who it was, nobody knows.',
      'The other side has not been identified.',
      'No name was left.',
    ]);
  const names = kit.othersInRoles();
  if (!names) return null;
  const list = names.join(names.length > 2 ? ', ' : ' and ');
  const first = f.otherParties[0];
  const told = r.pick(
    f.scenario.others === 'injured'
      ? ['Hurt was', 'The claimant against us is', 'Injured:', 'It was']
      : [
          'On the other side:',
          'Also in this:',
          'The other name is',
          'Opposite party',
          'Across from us was',
          'Other:',
        ],
  );
  const tail =
    !first || f.scenario.line !== 'auto' || r.chance(0.4)
      ? ''
      : r.pick([
          ` They carry ${first.carrier}, no. ${first.policy}.`,
          ` Their car, a ${vehicleText(first.vehicle)}, needs ${kit.money(first.estimate)} of work.`,
          ` Tel. ${kit.tel(first.phone)}.`,
        ]);
  return `${told} ${list}.${tail}`;
}

export function wordedInjury(kit: Kit): string | null {
  const { injuries, injury } = kit.f;
  if (injuries === 'silent' || kit.truth.injuries_reported !== undefined) return null;
  const hurt = injuries === 'stated';
  return kit.mark('injuries_reported', turned(kit, hurt ? HURT : UNHURT, injury), hurt);
}

export function wordedPolice(kit: Kit): string | null {
  if (kit.f.police === 'said') return kit.saysPolice(turned(kit, POLICE_SAID, ''));
  const number = kit.policeNumber();
  if (number !== null) return turned(kit, POLICE_NUMBER, number);
  return kit.r.chance(0.3) ? turned(kit, NO_POLICE, '') : null;
}

export const aside = (kit: Kit): string | null => (kit.r.chance(0.45) ? turned(kit, ASIDE, '') : null);
