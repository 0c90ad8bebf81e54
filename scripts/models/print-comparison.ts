/** The table of the compared ways of extracting, for a terminal. */
import Table from 'cli-table3';
import type { SideBySide } from '../../shared/evaluation/side-by-side.ts';
import { PLAIN } from '../claims/render.ts';
import { latency, percent, points, probability, usd, withInterval } from './figures.ts';

type Column = SideBySide['extractors'][number];

/** The rows of the comparison: a title, and what a column says there. */
export const COMPARED: readonly (readonly [string, (column: Column) => string])[] = [
  ['model', ({ model, maturity }) => `${model} (${maturity})`],
  ['field accuracy', (c) => withInterval(c.fieldAccuracy, c.fieldAccuracyInterval)],
  ['over stated values', (c) => withInterval(c.nonNullFieldAccuracy, c.nonNullFieldAccuracyInterval)],
  ['latency per claim, p50', ({ latencyMs }) => latency(latencyMs.p50)],
  ['latency per claim, p95', ({ latencyMs }) => latency(latencyMs.p95)],
  ['cost per claim', ({ costUsdPerClaim }) => usd(costUsdPerClaim)],
  ['monthly inference cost', ({ costUsdPerMonth }) => usd(costUsdPerMonth)],
  ['format compliance', (c) => withInterval(c.formatCompliance, c.formatComplianceInterval)],
  ['answers asked for', ({ answersAsked }) => String(answersAsked)],
  ['claims without a person', ({ autoAcceptRate }) => percent(autoAcceptRate)],
  ['claims', ({ n }) => String(n)],
];

export function printComparison({ extractors, differences }: SideBySide): string {
  const table = new Table({ ...PLAIN, head: ['', ...extractors.map(({ extractor }) => extractor)] });
  for (const [title, of] of COMPARED) table.push([title, ...extractors.map(of)]);
  return [
    table.toString(),
    ...differences.map(
      ({ extractor, against, fieldAccuracy, nonNullFieldAccuracy }) =>
        `${against} minus ${extractor}: ${points(fieldAccuracy)} points (p ${probability(fieldAccuracy.p)}), over stated values ${points(nonNullFieldAccuracy)} (p ${probability(nonNullFieldAccuracy.p)})`,
    ),
  ].join('\n');
}
