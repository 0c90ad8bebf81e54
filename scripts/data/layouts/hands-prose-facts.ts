/** What bears on cover beside the values: injuries, police, exclusions, blame, other days, decisions. */
import type { Kit } from '../kit.ts';
import {
  ALONE,
  DECIDED,
  DISPUTED,
  EXCLUDED_ALL,
  EXCLUDED_PART,
  HURT,
  OTHER_DAY,
  POLICE_NOT,
  POLICE_NUMBER,
  POLICE_SAID,
  TOLD,
  UNHURT,
  UNKNOWN,
} from './hands-prose-matters.ts';
import type { Teller } from './hands-prose-teller.ts';

export function injury(teller: Teller): string | null {
  const { kit, register } = teller;
  const { f, r } = kit;
  if (f.injuries === 'silent' || kit.truth.injuries_reported !== undefined) return null;
  const hurt = f.injuries === 'stated';
  const liability = f.scenario.line === 'liability';
  // Where the harm to a person is the damage claimed, naming it again is one way among others.
  if (liability && kit.truth.damage_description !== undefined && r.chance(0.4)) return null;
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
  const d = kit.mark('other_loss_date', kit.date(otherLossDate), otherLossDate);
  return teller.say(kit.r.pick(OTHER_DAY), { d });
}

/** The insurer's decision; an exclusion is not named beside it. */
export function decision(kit: Kit): string | null {
  const { finding, exclusion: named } = kit.f;
  if (finding === null || named !== null) return null;
  return kit.mark('coverage_determination', kit.r.pick(DECIDED[finding]), finding);
}

/** When the insurer was told, for what bears no date of its own. */
export const notice = (teller: Teller): string | null => teller.one(TOLD[teller.register]);
