/** Charts as SVG text: no script, no resource from elsewhere; colours are classes of the page's style sheet. */
import { CLAIM_FIELDS, FIELD_KEYS } from '../../shared/claim-fields.ts';
import type { EvaluationFile } from '../../shared/evaluation/report-schema.ts';
import { percent } from './figures.ts';

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const svg = (width: number, height: number, title: string, parts: string[]): string =>
  `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">${parts.join('')}</svg>`;

const r = (value: number): string => value.toFixed(1);

const text = (x: number, y: number, words: string, anchor = 'start', kind = ''): string =>
  `<text x="${r(x)}" y="${r(y)}" text-anchor="${anchor}" class="${kind}">${escaped(words)}</text>`;

const line = (x1: number, y1: number, x2: number, y2: number, kind: string): string =>
  `<line x1="${r(x1)}" y1="${r(y1)}" x2="${r(x2)}" y2="${r(y2)}" class="${kind}"/>`;

const BARS = { label: 132, width: 760, right: 56, bar: 9, gap: 9, top: 22 };

/** One row a field, one bar a report with its 95 % interval; the tick is the accuracy over stated values. */
export function fieldBars(reports: readonly EvaluationFile[]): string {
  const { label, width, right, bar, gap, top } = BARS;
  const row = reports.length * bar + gap;
  const height = top + FIELD_KEYS.length * row;
  const x = (share: number): number => label + share * (width - label - right);
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    line(x(share), top - 4, x(share), height, 'grid'),
    text(x(share), top - 9, `${100 * share} %`, 'middle', 'small'),
  ]);
  const rows = FIELD_KEYS.flatMap((key, index) => {
    const y = top + index * row;
    const bars = reports.flatMap((report, series) => {
      const { accuracy, interval, nonNullAccuracy } = report.perField[key];
      const at = y + series * bar;
      const middle = at + bar / 2 - 0.5;
      const hint = `${CLAIM_FIELDS[key].title}, ${report.run.extractor}: ${percent(accuracy)}, of stated values ${percent(nonNullAccuracy)}`;
      return [
        `<rect x="${r(x(0))}" y="${r(at)}" width="${r(x(accuracy) - x(0))}" height="${bar - 1}" class="s${series} fill"><title>${escaped(hint)}</title></rect>`,
        line(x(interval[0]), middle, x(interval[1]), middle, 'whisker'),
        ...(nonNullAccuracy === null
          ? []
          : [line(x(nonNullAccuracy), at - 0.5, x(nonNullAccuracy), at + bar - 0.5, 'tick')]),
      ];
    });
    const first = reports[0]?.perField[key].accuracy ?? null;
    return [
      text(label - 8, y + (reports.length * bar) / 2 + 3, CLAIM_FIELDS[key].title, 'end'),
      ...bars,
      text(width - right + 8, y + (reports.length * bar) / 2 + 3, percent(first), 'start', 'small'),
    ];
  });
  return svg(width, height, 'Accuracy of each field', [...grid, ...rows]);
}

const PLOT = { width: 460, height: 320, left: 52, right: 24, top: 12, bottom: 40 };

interface Axis {
  max: number;
  title: string;
}

function plot(title: string, xAxis: Axis, yAxis: Axis, draw: (x: Scale, y: Scale) => string[]): string {
  const { width, height, left, right, top, bottom } = PLOT;
  const x: Scale = (value) => left + (value / xAxis.max) * (width - left - right);
  const y: Scale = (value) => height - bottom - (value / yAxis.max) * (height - top - bottom);
  const marks = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    line(x(share * xAxis.max), y(0), x(share * xAxis.max), y(yAxis.max), 'grid'),
    line(x(0), y(share * yAxis.max), x(xAxis.max), y(share * yAxis.max), 'grid'),
    text(x(share * xAxis.max), height - bottom + 15, whole(share * xAxis.max), 'middle', 'small'),
    text(left - 6, y(share * yAxis.max) + 4, whole(share * yAxis.max), 'end', 'small'),
  ]);
  return svg(width, height, title, [
    ...marks,
    text((left + width - right) / 2, height - 6, xAxis.title, 'middle'),
    `<g transform="rotate(-90)">${text(-(height - bottom + top) / 2, 13, yAxis.title, 'middle')}</g>`,
    ...draw(x, y),
  ]);
}

type Scale = (value: number) => number;

const whole = (share: number): string => `${Number((100 * share).toFixed(1))} %`;

const curve = (points: readonly (readonly [number, number])[], kind: string): string =>
  `<polyline points="${points.map(([x, y]) => `${r(x)},${r(y)}`).join(' ')}" class="${kind}"/>`;

/** Share of wrong values among those accepted, the surest first. */
export function riskCoverageChart(reports: readonly EvaluationFile[]): string {
  const highest = Math.max(0.04, ...reports.flatMap((report) => report.riskCoverage.map(({ risk }) => risk)));
  const max = Math.ceil(highest * 25) / 25;
  return plot(
    'Risk and coverage',
    { max: 1, title: 'fields accepted, the surest first' },
    { max, title: 'wrong among them' },
    (x, y) => [
      ...(max > 0.01 ? [line(x(0), y(0.01), x(1), y(0.01), 'goal')] : []),
      ...reports.map((report, series) =>
        curve(
          report.riskCoverage.map(({ coverage, risk }) => [x(coverage), y(risk)] as const),
          `s${series} curve`,
        ),
      ),
    ],
  );
}

/** What confidence claimed and what was true; the area of a dot says how many fields are in the bin. */
export function reliabilityChart(reports: readonly EvaluationFile[]): string {
  return plot('Reliability', { max: 1, title: 'confidence' }, { max: 1, title: 'right' }, (x, y) => [
    line(x(0), y(0), x(1), y(1), 'goal'),
    ...reports.flatMap((report, series) => {
      const filled = report.reliability.flatMap(({ n, confidence, accuracy }) =>
        confidence === null || accuracy === null ? [] : [{ n, at: [x(confidence), y(accuracy)] as const }],
      );
      const all = filled.reduce((sum, { n }) => sum + n, 0);
      const dots = filled.map(
        ({ n, at: [cx, cy] }) =>
          `<circle cx="${r(cx)}" cy="${r(cy)}" r="${r(2 + 14 * Math.sqrt(n / all))}" class="s${series} dot"><title>${n} fields</title></circle>`,
      );
      return [
        curve(
          filled.map(({ at }) => at),
          `s${series} curve`,
        ),
        ...dots,
      ];
    }),
  ]);
}
