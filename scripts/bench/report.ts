/** What a benchmark found, as a table for people and as JSON. */
import { availableParallelism, cpus } from 'node:os';
import Table from 'cli-table3';
import pc from 'picocolors';
import { type Spread, spreadOf } from './statistics.ts';

export interface Figure extends Spread {
  name: string;
  unit: string;
  /** One for each repeat. */
  values: number[];
  goal: { text: string; met: boolean } | null;
}

export interface Report {
  bench: string;
  settings: Record<string, number | string>;
  figures: Figure[];
  /** What limits the figures and what to know about them, derived from what was measured. */
  findings: string[];
}

export interface Goal {
  atLeast?: number;
  atMost?: number;
}

/** A figure from its repeats; a goal is held against the median. */
export function figure(name: string, unit: string, values: number[], goal?: Goal): Figure {
  const spread = spreadOf(values);
  return { name, unit, values, ...spread, goal: goal ? judged(spread.median, goal, unit) : null };
}

function judged(value: number, { atLeast, atMost }: Goal, unit: string): Figure['goal'] {
  const limits = [
    ...(atLeast === undefined ? [] : [`≥ ${shown(atLeast)}`]),
    ...(atMost === undefined ? [] : [`≤ ${shown(atMost)}`]),
  ];
  return {
    text: `${limits.join(', ')}${unit === '' ? '' : ` ${unit}`}`,
    met: value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY),
  };
}

export const goalsMet = (reports: Report[]): boolean =>
  reports.every(({ figures }) => figures.every(({ goal }) => goal?.met !== false));

/** Three digits that count: 0.934, 12.3, 1240. */
export function shown(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

export const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

export function printReport({ bench, settings, figures, findings }: Report): string {
  const table = new Table({
    head: [bench, 'min', 'median', 'max', 'unit', 'goal'],
    colAligns: ['left', 'right', 'right', 'right', 'left', 'left'],
    style: { head: ['bold'] },
  });
  for (const { name, unit, min, median, max, goal } of figures) {
    const verdict = goal ? `${goal.text} ${goal.met ? pc.green('met') : pc.red('missed')}` : '';
    table.push([name, shown(min), shown(median), shown(max), unit, verdict]);
  }
  const given = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return [table.toString(), pc.dim(given.join(' · ')), ...findings.map((finding) => `• ${finding}`), ''].join(
    '\n',
  );
}

export const machine = (): Record<string, number | string> => ({
  processors: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown',
  node: process.version,
});
