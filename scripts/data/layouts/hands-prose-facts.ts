/** What bears on cover beside the values: injuries, police, exclusions, blame, other days, decisions. */
import type { Kit } from '../kit.ts';
import type { Register, Teller } from './hands-prose-teller.ts';
import { day } from './hands-prose-values.ts';

type Voices = Readonly<Record<Register, readonly string[]>>;

const HURT: Voices = {
  plain: [
    'I wish I could say everyone was all right, but somebody was hurt: {injury}.',
    'The worst of it is the injury, {injury}, and [a doctor|the emergency room] has been seen about it.',
    '{Actor} came away with {injury}.',
    'Afterwards there was an injury to show for it, {injury}, and it has not gone away.',
  ],
  stiff: [
    'Bodily injury was sustained, namely {injury}.',
    'In addition to the physical loss, medical treatment was required for {injury}.',
    'Injury is reported: {injury}.',
  ],
  curt: ['Inj: {injury}.', 'One hurt, {injury}.', 'Injury yes - {injury}.', 'ER visit for {injury}.'],
  accent: ['There is also a wound to report: {injury}.', 'With injury: {injury}. The doctor was visited.'],
};
const UNHURT: Voices = {
  plain: [
    'Thank goodness not a soul was hurt.',
    'We all got off without a scratch.',
    'Nobody got hurt, which is what matters.',
    'It could have been worse: no one was injured.',
    'Apart from the fright there were no injuries.',
  ],
  stiff: [
    'No bodily injury is alleged by anyone.',
    'No person sustained injury.',
    'There are no injuries to report.',
  ],
  curt: ['No inj.', 'Nobody hurt.', 'Inj: none.', 'All ok, no one hurt.'],
  accent: ['Persons were not hurt, thanks God.', 'Nobody has suffered injury.'],
};
const POLICE_NUMBER: Voices = {
  plain: [
    'The officer wrote {police} on a slip of paper for {whom}.',
    "The sheriff's people gave it {police}.",
    'If you want the police side of it, ask for {police}.',
    '{department} came out and {police} is what their paper is called.',
  ],
  stiff: [
    'The matter was recorded by {department} under {police}.',
    'Reference is made to police file {police}.',
    'An official report, no. {police}, is on file with {department}.',
  ],
  curt: [
    'PR# {police}.',
    'Police rpt {police}.',
    'LE report {police}, {department}.',
    '{department} case {police}.',
  ],
  accent: ['The police made protocol number {police}.', 'Police act has number {police}.'],
};
const POLICE_SAID: Voices = {
  plain: [
    '{Who} called the police right then and they wrote a report, though there is no number for it yet.',
    'A deputy came out and took it all down.',
    'The police know about it, the report is being typed.',
  ],
  stiff: [
    'The incident was duly reported to {department}.',
    'A report was lodged with the police; a copy has been requested.',
  ],
  curt: ['Police notified, no # yet.', 'PD took report, copy to follow.', 'Reported to {department}.'],
  accent: ['The police was called and has made a protocol.', 'I have made announcement to the police.'],
};
const POLICE_NOT: Voices = {
  plain: [
    'We did not bother the police with it.',
    'No, I have not been to the police.',
    'The police were never called.',
  ],
  stiff: ['No report was made to the police.', 'Law enforcement was not notified.'],
  curt: ['No police.', 'No PR made.', 'Police not called.'],
  accent: ['Police was not called.', 'There is no protocol of police.'],
};
const EXCLUDED_ALL: readonly string[] = [
  '{handler} has told {whom} that the {x} takes in the whole of this loss.',
  'According to your last letter everything claimed here is shut out by the {x}.',
  'The position of {insurer} is that the {x} applies to the loss in its entirety.',
  'Note that the {x} disposes of the entire claim.',
  'Per underwriting the {x} applies to all of it.',
];
const EXCLUDED_PART: readonly string[] = [
  '{handler} has told {whom} that some of it, not all, falls under the {x}.',
  'Your last letter holds that one portion of the damage is shut out by the {x} and the rest is not.',
  'The position of {insurer} is that the {x} applies to part of the loss only.',
  'Per underwriting the {x} catches part of the damage; the remainder stands.',
];
const DISPUTED: Voices = {
  plain: [
    'Now the other side tells it the other way round and puts the blame on {whom}.',
    'Of course the other driver swears it was {my} fault, and {who} say{s} it was not.',
    'We do not agree about whose fault it was.',
  ],
  stiff: [
    'Fault is contested by the adverse driver.',
    'The adverse party denies liability and alleges negligence on the part of {whom}.',
  ],
  curt: ['Fault disputed.', 'OP blames insd, liability in dispute.', 'Conflicting stories on fault.'],
  accent: ['The other driver says the guilt is not his or hers but of {whom}. We have a dispute.'],
};
const UNKNOWN: Voices = {
  plain: ['I never got a name.', 'Who it was I cannot tell you.', 'There was no time to ask for names.'],
  stiff: [
    'The identity of the other party has not been established.',
    'No particulars of the other party are at hand.',
  ],
  curt: ['Other party: no name.', 'No details on other side.', 'OP unknown.'],
  accent: ['The name of the other person is to me unknown.', 'The other has not left the name.'],
};
const ALONE: Voices = {
  plain: [
    'There was no other person in this at all.',
    'Nobody else had a part in it.',
    'No one else is involved.',
  ],
  stiff: ['No third party is involved.', 'There are no other parties to the occurrence.'],
  curt: ['No other party.', 'No 3rd party inv.', 'Third parties none.'],
  accent: ['Other participants there were not.', 'No other person has part in this.'],
};
const OTHER_DAY: readonly string[] = [
  'On the slip that I filled in at {agency} I put {d} as the day it happened.',
  'The note from {shop} says it happened on {d}.',
  'Somebody in your office told me that you have it down as having happened on {d}.',
  'A letter from your side speaks of a loss of {d}.',
];
const DECIDED = {
  covered: [
    'This one is covered and we are paying it.',
    'Cover is confirmed for the loss.',
    'We accept the claim; cover applies.',
    'Coverage decision: accepted in full.',
  ],
  partially_covered: [
    'We are able to cover part of it only.',
    'The claim is accepted in part, the other part is declined.',
    'Coverage decision: partial.',
  ],
  not_covered: [
    'I am sorry to say the loss is not covered.',
    'We must decline this claim.',
    'Coverage decision: denied.',
    'The policy does not cover it.',
  ],
  needs_investigation: [
    'We cannot decide yet, the file has gone to special investigations.',
    'Coverage is still being looked into, a field investigation has been ordered.',
    'Coverage decision: open, further investigation needed.',
  ],
} as const;

export function injury(teller: Teller): string | null {
  const { kit, register } = teller;
  const { f, r } = kit;
  if (f.injuries === 'silent' || kit.truth.injuries_reported !== undefined) return null;
  const hurt = f.injuries === 'stated';
  const liability = f.scenario.line === 'liability';
  // Where the harm to a person is the damage claimed, naming it again is one way among others.
  if (liability && kit.truth.damage_description !== undefined && r.chance(0.6)) return null;
  const fitting = (hurt ? HURT : UNHURT)[register].filter((text) => !liability || !text.includes('{Actor}'));
  const text = teller.say(r.pick(fitting), { actor: teller.actor.who });
  return kit.mark('injuries_reported', text, hurt);
}

export function police(teller: Teller): string | null {
  const { kit, register } = teller;
  const { f, r } = kit;
  if (f.police === 'said') return kit.saysPolice(teller.say(r.pick(POLICE_SAID[register])));
  if (f.police === 'number') return teller.one(POLICE_NUMBER[register]);
  return r.chance(f.scenario.type === 'theft' ? 0.6 : 0.25) ? teller.say(r.pick(POLICE_NOT[register])) : null;
}

/** An exclusion that the insurer or somebody else has named. */
export function exclusion(teller: Teller): string | null {
  const { kit } = teller;
  const { exclusion: named } = kit.f;
  if (!named || kit.truth.coverage_determination !== undefined) return null;
  const x = kit.mark(`exclusion_${named.scope}`, named.text, named.text);
  return teller.say(kit.r.pick(named.scope === 'all' ? EXCLUDED_ALL : EXCLUDED_PART), { x });
}

export function blame(teller: Teller): string | null {
  const { kit, register } = teller;
  return kit.f.disputed ? kit.mark('fault_disputed', teller.say(kit.r.pick(DISPUTED[register])), true) : null;
}

/** What is said where the other party has no name, or there is none. */
export function nobody(teller: Teller): string | null {
  const { kit, register } = teller;
  const { f, r } = kit;
  if (f.others === 'unknown') return r.pick(UNKNOWN[register]);
  const certain =
    f.scenario.type === 'collision' || f.scenario.line === 'auto' || /wind|weather/.test(f.scenario.type);
  return f.others === 'none' && certain && r.chance(0.6)
    ? kit.mark('third_parties', r.pick(ALONE[register]), [])
    : null;
}

/** Another day than the labelled one. */
export function otherDay(teller: Teller): string | null {
  const { kit } = teller;
  const { otherLossDate } = kit.f;
  if (otherLossDate === null || kit.truth.incident_date === undefined) return null;
  const d = kit.mark('other_loss_date', day(kit, otherLossDate), otherLossDate);
  return teller.say(kit.r.pick(OTHER_DAY), { d });
}

/** The insurer's decision; an exclusion is not named beside it. */
export function decision(kit: Kit): string | null {
  const { finding, exclusion: named } = kit.f;
  if (finding === null || named !== null) return null;
  return kit.mark('coverage_determination', kit.r.pick(DECIDED[finding]), finding);
}

const TOLD: Voices = {
  plain: [
    '{Who} let {agency} know on {reported}.',
    'You first heard of it on {reported}, by phone.',
    'The hotline took it down on {reported}.',
    'It was reported to you on {reported}.',
  ],
  stiff: [
    'Notice was given to the carrier on {reported}.',
    'The carrier has been on notice since {reported}.',
    'First notice was received by {insurer} on {reported}.',
  ],
  curt: ['Rptd {reported}.', 'Called in {reported}.', '1st notice {reported}.', 'Recd {reported}.'],
  accent: ['I have announced it to you on {reported}.', 'The announcement was made {reported}.'],
};

/** When the insurer was told, for what bears no date of its own. */
export const notice = (teller: Teller): string | null => teller.one(TOLD[teller.register]);
