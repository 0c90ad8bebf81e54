/** What the pages of models share about figures of evaluations. */
import type { Range } from '../charts/scale.ts';
import { Badge } from '../parts/badge.tsx';
import { percent } from '../words/words.ts';

export const rangeOf = ([low = 0, high = 1]: readonly number[]): Range => [low, high];

export const intervalText = ([low = 0, high = 1]: readonly number[]): string =>
  `${percent(low, 1)} to ${percent(high, 1)}`;

/** An axis that holds all intervals, from a full ten percent to 100 %. */
export function accuracyDomain(intervals: readonly Range[]): Range {
  const lowest = Math.min(0.9, ...intervals.map(([low]) => low));
  return [Math.floor(lowest * 10 + 1e-9) / 10, 1];
}

export function StageBadge({ stage, active }: { stage: string; active: boolean }) {
  if (active) return <Badge tone="good">{stage}</Badge>;
  return <Badge tone={stage === 'available' ? 'plain' : 'accent'}>{stage.replaceAll('_', ' ')}</Badge>;
}
