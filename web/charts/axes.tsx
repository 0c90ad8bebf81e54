/** Grid and labels of a chart with one horizontal and one vertical axis. */
import type { Range } from './scale.ts';

export interface Plot {
  width: number;
  height: number;
  x: Range;
  /** Pixels of the lowest and of the highest value; the lowest lies further down. */
  y: Range;
}

const LEFT = 46;
const RIGHT = 12;
const TOP = 8;
const BOTTOM = 22;

export const plotOf = (width: number, height: number): Plot => ({
  width,
  height,
  x: [LEFT, Math.max(LEFT + 1, width - RIGHT)],
  y: [height - BOTTOM, TOP],
});

export function Axes({
  plot,
  ticks,
  places,
  format,
  labels,
}: {
  plot: Plot;
  ticks: readonly number[];
  places: (value: number) => number;
  format: (value: number) => string;
  labels: readonly { x: number; text: string }[];
}) {
  const [left, right] = plot.x;
  return (
    <g className="chart-axes">
      {ticks.map((tick, index) => (
        <g key={tick}>
          <line
            x1={left}
            x2={right}
            y1={places(tick)}
            y2={places(tick)}
            className={index === 0 ? 'chart-base' : 'chart-grid'}
          />
          <text x={left - 8} y={places(tick)} dy="0.32em" textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {labels.map(({ x, text }) => (
        <text key={x} x={x} y={plot.height - 6} textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}
