/** Figures as people read them. */
import type { EvaluationFile } from '../../shared/evaluation/report-schema.ts';
import type { Interval, PairedDifference } from '../../shared/evaluation/statistics.ts';

export const percent = (share: number | null): string =>
  share === null ? '–' : `${(100 * share).toFixed(1)} %`;

export const withInterval = (share: number | null, [low, high]: Interval): string =>
  share === null ? '–' : `${percent(share)} (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)})`;

export const decimals = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

/** Dollars with three figures that say something, whatever their size. */
export const usd = (value: number): string =>
  `$${value >= 1 ? value.toFixed(2) : Number(value.toPrecision(3))}`;

/** `temperature 0.1, top-p 0.95, loop penalty 0.5`: penalties only where there is one. */
export function sampled({
  temperature,
  topP,
  frequencyPenalty,
  loopPenalty,
}: EvaluationFile['run']['sampling']) {
  return [
    `temperature ${temperature}`,
    `top-p ${topP}`,
    ...(frequencyPenalty ? [`frequency penalty ${frequencyPenalty}`] : []),
    ...(loopPenalty ? [`loop penalty ${loopPenalty}`] : []),
  ].join(', ');
}

export const latency = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

/** `+7.2 (5.1 to 9.3)`: percentage points with their interval. */
export function points({ difference, interval }: Pick<PairedDifference, 'difference' | 'interval'>): string {
  const signed = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}`;
  return `${signed(difference)} (${signed(interval[0])} to ${signed(interval[1])})`;
}

export const probability = (p: number): string => (p <= 0.001 ? '≤ 0.001' : p.toFixed(3));
