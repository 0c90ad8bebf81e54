/** Wordings of what bears on cover beside the values. */
import type { Register } from './hands-prose-teller.ts';

type Voices = Readonly<Record<Register, readonly string[]>>;

export const HURT: Voices = {
  plain: [
    'I wish I could say everyone was all right, but somebody was hurt: {injury}.',
    'The worst of it is the injury, {injury}, and [a doctor|the emergency room] has been seen about it.',
    '{Actor} came away hurt, with {injury}.',
    'Afterwards there was an injury to show for it, {injury}, and it has not gone away.',
  ],
  stiff: [
    'An injury was sustained, namely {injury}.',
    'In addition to the physical loss, medical treatment was required for an injury, {injury}.',
    'Injury is reported: {injury}.',
  ],
  curt: [
    'Inj: yes, {injury}.',
    'One hurt, {injury}.',
    '1 person injured - {injury}.',
    'Someone got hurt: {injury}.',
  ],
  accent: [
    'One person was wounded: {injury}.',
    'A person became injured, {injury}, and has visited the doctor.',
  ],
};
export const UNHURT: Voices = {
  plain: [
    'Thank goodness nobody was hurt.',
    'We all got off without injury.',
    'Nobody got hurt, which is what matters.',
    'It could have been worse: no one was injured.',
    'Apart from the fright there were no injuries.',
  ],
  stiff: [
    'No bodily injury is alleged by anyone.',
    'No person sustained injury.',
    'There are no injuries to report.',
  ],
  curt: ['No injuries.', 'Nobody hurt.', 'Inj: none.', 'All ok, no one hurt.'],
  accent: ['Persons were not hurt, thanks God.', 'Nobody was injured by this.'],
};
export const POLICE_NUMBER: Voices = {
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
export const POLICE_SAID: Voices = {
  plain: [
    'The police were called right then and wrote it up, though there is no number for it yet.',
    'The police came out and took it all down.',
    '{Who} reported it to the police, the paper is being typed.',
  ],
  stiff: [
    'The incident was duly reported to the police ({department}).',
    'A police report was filed; a copy has been requested.',
  ],
  curt: [
    'Police were called, # to follow.',
    'Police report taken, copy to follow.',
    'Reported to police, {department}.',
  ],
  accent: [
    'The police was called and has made a protocol.',
    'The police was contacted and has written everything.',
  ],
};
export const POLICE_NOT: Voices = {
  plain: [
    'We did not bother the police with it.',
    'No, I have not been to the police.',
    'The police were never called.',
  ],
  stiff: ['No report was made to the police.', 'Law enforcement was not notified.'],
  curt: ['No police.', 'No PR made.', 'Police not called.'],
  accent: ['Police was not called.', 'There is no protocol of police.'],
};
export const EXCLUDED_ALL: readonly string[] = [
  '{handler} has told {whom} that the {x} takes in the whole of this loss.',
  'According to your last letter everything claimed here is shut out by the {x}.',
  'The position of {insurer} is that the {x} applies to the loss in its entirety.',
  'Note that the {x} disposes of the entire claim.',
  'Per underwriting the {x} applies to all of it.',
];
export const EXCLUDED_PART: readonly string[] = [
  '{handler} has told {whom} that some of it, not all, falls under the {x}.',
  'Your last letter holds that one portion of the damage is shut out by the {x} and the rest is not.',
  'The position of {insurer} is that the {x} applies to part of the loss only.',
  'Per underwriting the {x} catches part of the damage; the remainder stands.',
];
export const DISPUTED: Voices = {
  plain: [
    'Now the other side tells it the other way round and blames {whom}.',
    'Of course the other driver swears it was {my} fault, and {who} dispute{s} that.',
    'The two of us disagree about whose fault it was.',
  ],
  stiff: [
    'Fault is contested by the adverse driver.',
    'The adverse party denies liability and alleges negligence on the part of {whom}.',
  ],
  curt: ['Fault disputed.', 'OP blames insd, liability in dispute.', 'Conflicting versions on fault.'],
  accent: ['The other driver says the guilt is not his or hers but of {whom}. We have a dispute.'],
};
export const UNKNOWN: Voices = {
  plain: ['I never got a name.', 'Who it was I cannot tell you.', 'There was no time to ask for names.'],
  stiff: [
    'The identity of the other party has not been established.',
    'No particulars of the other party are at hand.',
  ],
  curt: ['Other party: no name.', 'No details on other side.', 'OP unknown.'],
  accent: ['The name of the other person is to me unknown.', 'The other has not left the name.'],
};
export const ALONE: Voices = {
  plain: [
    'There was no other person in this at all.',
    'Nobody else was part of it.',
    'No one else is involved.',
  ],
  stiff: ['No third party is involved.', 'There are no other parties to the occurrence.'],
  curt: ['No other party.', 'No third party inv.', 'Third parties: none.'],
  accent: ['Nobody else was involved.', 'No other person has part in this.'],
};
export const OTHER_DAY: readonly string[] = [
  'The slip that was filled in at {agency} has it that the loss happened on {d}.',
  'The note from {shop} says it happened on {d}.',
  'Somebody in your office told me that it happened on {d}.',
  'A letter from your side says the loss occurred on {d}.',
];
export const DECIDED = {
  covered: [
    'This loss is covered and we are paying it.',
    'Coverage is confirmed for this loss.',
    'We have looked at your claim: coverage applies.',
    'Coverage decision: accepted in full.',
  ],
  partially_covered: [
    'Your claim is partially covered.',
    'The claim is accepted in part, the other part is declined.',
    'Coverage decision: partially covered.',
  ],
  not_covered: [
    'I am sorry to say the loss is not covered.',
    'The claim is declined, I regret to say.',
    'Coverage decision: denied.',
    'The policy does not cover this loss; claim denied.',
  ],
  needs_investigation: [
    'We cannot decide yet, the claim was sent to special investigations.',
    'Coverage is still open, further investigation has been ordered.',
    'Coverage decision: open, further investigation needed.',
  ],
} as const;

export const TOLD: Voices = {
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
