/** When the model loop starts a round, and when it warns. Pure. */
import { wilsonInterval } from '../evaluation/statistics.ts';
import type { LoopInput } from '../model-contracts.ts';

/** What the loop looks at every time. */
export interface WatchFigures {
  /** Claims labelled since the newest data set. */
  newClaims: number;
  /** Blind readings of claims that the active version completed by itself. */
  audits: { fields: number; agreed: number; claims: number };
  /** Field accuracy of the active version's latest evaluation; `null`: it was never evaluated. */
  evaluated: number | null;
  /** Sureness lately against the weeks before: mean confidence of the active version. */
  confidence: { lately: number | null; before: number | null; claims: number };
}

export interface Gap {
  production: number;
  evaluation: number;
  gap: number;
}

/** How far production lies under evaluation, when it is by more than the margin and no chance; else `null`. */
export function accuracyGap(
  { audits, evaluated }: WatchFigures,
  { gapMargin, auditsAtLeast }: Pick<LoopInput, 'gapMargin' | 'auditsAtLeast'>,
): Gap | null {
  if (evaluated === null || audits.claims < auditsAtLeast || audits.fields === 0) return null;
  const production = audits.agreed / audits.fields;
  const gap = evaluated - production;
  const [, high] = wilsonInterval(audits.agreed, audits.fields);
  return gap > gapMargin && high < evaluated ? { production, evaluation: evaluated, gap } : null;
}

/** Confidence fell by this much: the packets look different from those that were learnt. */
const DRIFT = 0.05;
const DRIFT_CLAIMS = 50;

export const hasDrifted = ({ confidence: { lately, before, claims } }: WatchFigures): boolean =>
  lately !== null && before !== null && claims >= DRIFT_CLAIMS && before - lately > DRIFT;

export type RoundReason = 'enough_claims' | 'schedule' | 'drift' | 'accuracy_gap' | 'asked_for';

/** Why a round is due; `null`: it is not. Without new claims nothing would come of one. */
export function roundReason(
  figures: WatchFigures,
  input: LoopInput,
  sinceLastRoundMs: number,
): Exclude<RoundReason, 'asked_for'> | null {
  if (figures.newClaims >= input.newClaims) return 'enough_claims';
  if (figures.newClaims === 0) return null;
  if (accuracyGap(figures, input)) return 'accuracy_gap';
  if (hasDrifted(figures)) return 'drift';
  return input.everyMs > 0 && sinceLastRoundMs >= input.everyMs ? 'schedule' : null;
}
