/** What stands around the answers on a form: remarks on people, police and cover, warnings, stamps. */
import { distractor } from '../distractors.ts';
import { expand, withoutGaps } from '../grammar.ts';
import type { Kit } from '../kit.ts';
import { fullName, oneLineAddress, vehicleText } from '../people.ts';

/** The template with its slots filled from the claim; `v` for `{v}`. */
export function put(kit: Kit, template: string, v = ''): string {
  const { r, f } = kit;
  const text = expand(template, r, (slot) => {
    switch (slot) {
      case 'v':
        return v;
      case 'officer':
        return fullName(f.officer);
      case 'small':
        return kit.money(r.int(15, 420) * 100);
      case 'n':
        return String(r.int(2, 60));
      default:
        return distractor(kit, slot) ?? slot;
    }
  });
  return oneStop(withoutGaps(text));
}

/** One full stop where an abbreviation ends a sentence, the end of a marked value between them. */
export const oneStop = (text: string): string => text.replace(/([A-Za-z]\.\uf8ff?)\.(?=\s|$)/g, '$1');

const HURT = [
  'Injury noted: {v}.',
  '[EMS|Medics] on scene, {v}.',
  'One person hurt - {v} - [seen at urgent care|kept overnight for observation|will see own doctor].',
  '[Complains of|Treated for] {v}.',
  'Somebody was injured ({v}).',
];
const UNHURT = [
  'Inj: none.',
  'No one needed [a doctor|medical help], nobody hurt.',
  'Injuries none [claimed|seen].',
  'Not one person was injured.',
  'Nobody came to harm.',
  '[Driver and passengers|All present] OK, no injury.',
];
const DISPUTE = [
  'The versions differ as to who is at fault.',
  'Fault is denied by the other side.',
  'Other driver claims to have had the green, as does the insured: fault in dispute.',
  'Liability not agreed between the drivers.',
];
const OTHER_DAY = [
  'Written on the back in another hand: loss of {v}.',
  'Caller first said that it happened on {v}.',
  'A note on file has {v} as the day of the event.',
];
const POLICE_SAID = [
  'Police came and took it down; [number to follow|no copy yet].',
  'Reported to {department}, [copy requested|number not at hand].',
  'Officer {officer} of {department} wrote a report.',
];
const AROUND_ANY = [
  '{witness} looked on and will testify, {witnessphone}.',
  '[Snapshots|Pictures|Video] handed in with this form.',
  '{agent} of {agency} helped fill this in.',
  'Previous loss {priordate}, {prioramount} paid, [closed|not related].',
  'Sketch on reverse.',
  'Statement [taped|taken down] by {adjuster}.',
  '[Weather and light|Further persons] on sheet {n}.',
  'First bill of {small} was paid out of pocket for [lock-up|a tarp|a cab home|storage].',
];
const AROUND_AUTO = [
  'Towed by [a wrecker|flatbed] for {small}.',
  'Odometer not read.',
  '[Belts on|Child seat in use], [no air bags fired|air bags fired].',
  'Loaner asked for [through {shop}|].',
];
const AROUND_PLACE = [
  'Power and gas are [on|off] at the place.',
  'Locks and [boards|plastic sheeting] put up by {shop}.',
  '[Mortgage holder|Landlord] has been told.',
  'Rooms in use again [since|in about] {n} days.',
];

/** How a form tells the loss: the marked account and remarks of no weight or of some around it. */
export function account(kit: Kit): string {
  const { r, f } = kit;
  if (kit.clipped) return kit.story();
  const stated: string[] = [];
  const liability = f.scenario.line === 'liability';
  if (liability || r.chance(0.3)) stated.push(...[injuryRemark(kit)].filter((text) => text !== null));
  if (f.police === 'said' && r.chance(0.55)) stated.push(kit.saysPolice(put(kit, r.pick(POLICE_SAID))));
  if (f.disputed) stated.push(kit.mark('fault_disputed', put(kit, r.pick(DISPUTE)), true));
  const other = r.chance(0.7) ? kit.contradictedDate() : null;
  if (other) stated.push(put(kit, r.pick(OTHER_DAY), other));
  const offered = [...AROUND_ANY, ...(f.scenario.line === 'auto' ? AROUND_AUTO : AROUND_PLACE)];
  for (const template of r.some(offered, r.pick([0, 0, 1, 1, 2, 3, 4])))
    stated.splice(r.int(0, stated.length), 0, put(kit, template));
  return [kit.story(), ...stated].join(' ');
}

export function injuryRemark(kit: Kit): string | null {
  const { injuries, injury } = kit.f;
  if (injuries === 'silent' || kit.truth.injuries_reported !== undefined) return null;
  const hurt = injuries === 'stated';
  return kit.mark('injuries_reported', put(kit, kit.r.pick(hurt ? HURT : UNHURT), injury), hurt);
}

/** The answer to the question for injuries, `null` where the claim is silent. */
export function injuryEntry(kit: Kit): string | null {
  const { r, f } = kit;
  if (f.injuries === 'silent') return null;
  const hurt = f.injuries === 'stated';
  const said = hurt
    ? r.pick(['Yes', 'Y', `yes, ${f.injury}`, `1 (${f.injury})`, `YES: ${f.injury}`, 'one person'])
    : r.pick(['No', 'N', 'nobody', 'none', '0', 'no injuries', 'NO ONE']);
  return kit.mark('injuries_reported', said, hurt);
}

/** The answer to the question for other people, `null` where nothing is said of them. */
export function othersEntry(kit: Kit): string | null {
  const { r, f } = kit;
  if (f.others === 'none')
    return kit.mark(
      'third_parties',
      r.pick(['none', 'no one', 'NONE', 'nobody else', 'N/A', 'no others']),
      [],
    );
  if (f.others === 'unknown')
    return r.pick(['not known', 'unidentified', 'could not be learned', 'not known to us', 'name not taken']);
  return kit.othersInRoles()?.join(r.pick([', ', '; ', ' and ', ' / '])) ?? null;
}

/** Lines about the other party that are no part of the claim's values. */
export function othersLines(kit: Kit): [label: string, value: string][] {
  const { r, f } = kit;
  const first = f.otherParties[0];
  if (f.others !== 'listed' || !first) return [];
  const lines: [string, string][] = [
    [r.pick(["Other party's phone", 'Tel. of party no. 2', 'Their number']), kit.tel(first.phone)],
    [r.pick(["Other party's address", 'Party no. 2 lives at']), oneLineAddress(first.address)],
    ...(f.scenario.line === 'auto'
      ? ([
          [r.pick(['Vehicle of other party', 'Veh. 2', 'OV']), vehicleText(first.vehicle)],
          [r.pick(['Insurer of other party', 'OV insured by', 'Veh. 2 carrier']), first.carrier],
          [r.pick(['Policy of other party', 'OV policy no.', 'Veh. 2 pol. #']), first.policy],
          [
            r.pick(['OV damage (est.)', 'Estimate for vehicle 2', "Other party's damage"]),
            kit.money(first.estimate),
          ],
          [r.pick(['OV tag', 'Plate of veh. 2']), first.vehicle.plate],
        ] as [string, string][])
      : []),
  ];
  return r.some(lines, r.int(0, lines.length));
}

const EXCLUDED = {
  all: [
    'Reviewer: {v} takes the whole loss out of the policy.',
    'All of this falls to the {v}.',
    'Nothing payable, {v} applies to everything claimed.',
  ],
  part: [
    'Reviewer: {v} takes a part of the loss out of the policy, not the rest.',
    'Some items come under the {v}; the others do not.',
    'Payable in part only, {v} applies to some of the items.',
  ],
};

export function exclusionRemark(kit: Kit): string | null {
  const { exclusion } = kit.f;
  if (!exclusion) return null;
  const text = kit.mark(`exclusion_${exclusion.scope}`, exclusion.text, exclusion.text);
  return put(kit, kit.r.pick(EXCLUDED[exclusion.scope]), text);
}

const FOUND = {
  covered: ['Covered - pay', 'In order, cover accepted', 'Cover OK', 'Policy responds in full', 'Allowed'],
  partially_covered: ['Covered in part only', 'Allowed in part', 'Some items allowed, others refused'],
  not_covered: ['Refused, no cover', 'Disallowed', 'Outside cover - decline', 'Not covered'],
  needs_investigation: [
    'Hold, inquiry open',
    'To be investigated',
    'Send to special unit',
    'Not decided, inquiries pending',
  ],
} as const;

export function findingEntry(kit: Kit): string | null {
  const { finding } = kit.f;
  return finding === null
    ? null
    : kit.mark('coverage_determination', kit.r.pick<string>(FOUND[finding]), finding);
}

const SMALL_PRINT = [
  'Print in ink. Use the back for more. [Do not staple.|Do not send receipts that you cannot replace.|]',
  'Filling in this form is no promise that the claim will be paid. {insurer} keeps every right that the policy gives it.',
  'A person who [lies|leaves things out] on purpose on this form may lose the cover and [be fined up to {prioramount}|face charges].',
  'By signing I let {insurer} ask [police, doctors and repairers|whoever holds records] about this loss.',
  'Questions? Phone {agency} at {agentphone} and have claim {claim} at hand.',
  'Return within {n} days to {insurer}, Claims. Copies: 1 file, 1 agent, 1 insured.',
  'You must keep damaged parts until {adjuster} or another adjuster has seen them.',
  'Private and confidential. For the use of {insurer} and those who act for it.',
];

export const smallPrint = (kit: Kit): string => put(kit, kit.r.pick(SMALL_PRINT));
