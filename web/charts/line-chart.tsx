/** Series over time or steps: lines with gaps where nothing was measured, points with their intervals. */
import { Axes, plotOf } from './axes.tsx';
import { ChartFigure, PointMark } from './chart-figure.tsx';
import { PointerStrips, Readout, usePointed } from './readout.tsx';
import { type LinePoint, labelEvery, linear, niceTicks, type Range, runsOf } from './scale.ts';
import { useWidth } from './use-width.ts';

export interface LineSeries {
  label: string;
  series: number;
  /** Measured at some of the places only: the line goes on over those between. */
  sparse?: boolean;
  points: readonly LinePoint[];
}

export interface LineChartProps {
  title: string;
  about?: React.ReactNode;
  /** What lies below the axis at each point; in the table and at the pointer it is `name`. */
  stretches: readonly { name: string; label: string }[];
  /** Where the points lie from left to right; equally far apart when absent. */
  places?: readonly number[];
  lines: readonly LineSeries[];
  format: (value: number) => string;
  /** The values that the axis must show at least. */
  least?: Range;
  /** The values that there can be. */
  most?: Range;
  height?: number;
  columnName: string;
}

const LABEL_WIDTH = 52;

export function LineChart({
  title,
  about,
  stretches,
  places,
  lines,
  format,
  least,
  most,
  height = 200,
  columnName,
}: LineChartProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [pointed, point] = usePointed();
  const plot = plotOf(width, height);
  const domain = domainOf(lines, least, most);
  const ticks = niceTicks(domain, 5).filter((tick) => !most || (tick >= most[0] && tick <= most[1] + 1e-9));
  const y = linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], plot.y);
  const x = columnsOf(stretches.length, places, plot.x);
  const every = labelEvery(stretches.length, plot.x[1] - plot.x[0], LABEL_WIDTH);
  const last = stretches.length - 1;
  const labels = stretches.flatMap(({ label }, index) =>
    // Where places are given, so are the labels that they need.
    (places ? label !== '' : (last - index) % every === 0) ? [{ x: x(index), text: label }] : [],
  );
  const dense = stretches.length > 60;
  return (
    <ChartFigure
      title={title}
      about={about}
      legend={lines.map(({ label, series }) => ({ label, series, mark: 'line' as const }))}
      table={{
        columns: [
          columnName,
          ...lines.flatMap(({ label, points }) => [label, ...(hasN(points) ? ['n'] : [])]),
        ],
        rows: stretches.map(({ name }, index) => [
          name,
          ...lines.flatMap(({ points }) => {
            const each = points[index];
            return [textOf(each, format), ...(hasN(points) ? [each?.n ?? ''] : [])];
          }),
        ]),
      }}
    >
      <div className="chart-plot" ref={frame} style={{ height }}>
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true">
            <Axes plot={plot} ticks={ticks} places={y} format={format} labels={labels} />
            {pointed !== null && (
              <line x1={x(pointed)} x2={x(pointed)} y1={plot.y[1]} y2={plot.y[0]} className="chart-pointed" />
            )}
            {lines.map((line, nth) => (
              <Line
                key={line.label}
                line={line}
                // Intervals of several series at one place would cover each other.
                x={(index) => x(index) + (nth - (lines.length - 1) / 2) * (dense || places ? 0 : 3)}
                y={y}
                dense={dense}
              />
            ))}
            <PointerStrips
              edges={edgesOf(stretches.length, x, plot.x)}
              top={plot.y[1]}
              bottom={plot.y[0]}
              onPoint={point}
            />
          </svg>
        )}
        {pointed !== null && stretches[pointed] && (
          <Readout
            x={x(pointed)}
            width={width}
            title={stretches[pointed].name}
            lines={lines.map(({ label, series, points }) => {
              const each = points[pointed];
              return { label, series, text: [textOf(each, format), each?.n].filter(Boolean).join(' · ') };
            })}
          />
        )}
      </div>
    </ChartFigure>
  );
}

function Line({
  line: { series, points, sparse },
  x,
  y,
  dense,
}: {
  line: LineSeries;
  x: (index: number) => number;
  y: (value: number) => number;
  dense: boolean;
}) {
  const at = (index: number): string => `${x(index)},${y(points[index]?.value ?? 0)}`;
  return (
    <g className={`series-${series}`}>
      {points.map(
        ({ interval, value }, index) =>
          interval &&
          value !== null && (
            <line
              // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
              key={index}
              x1={x(index)}
              x2={x(index)}
              y1={y(interval[0])}
              y2={y(interval[1])}
              className="chart-interval"
            />
          ),
      )}
      {runsOf(
        points.map(({ value }) => value),
        sparse,
      ).map((run) => (
        <g key={run[0]}>
          {run.length > 1 && <polyline points={run.map(at).join(' ')} className="chart-line" />}
          {(!dense || run.length === 1) &&
            run.map((index) => (
              <PointMark key={index} series={series} x={x(index)} y={y(points[index]?.value ?? 0)} />
            ))}
        </g>
      ))}
    </g>
  );
}

const hasN = (points: readonly LinePoint[]): boolean => points.some(({ n }) => n !== undefined);

function textOf(point: LinePoint | undefined, format: (value: number) => string): string {
  if (!point || point.value === null) return '–';
  const [low, high] = point.interval ?? [];
  const interval = low === undefined || high === undefined ? '' : ` (${format(low)} to ${format(high)})`;
  return format(point.value) + interval;
}

/** All values and intervals, the least that must be shown, within what there can be. */
function domainOf(lines: readonly LineSeries[], least?: Range, most?: Range): Range {
  const values = lines.flatMap(({ points }) =>
    points.flatMap(({ value, interval }) => (value === null ? [] : [value, ...(interval ?? [])])),
  );
  const low = Math.min(...values, ...(least ?? []), ...(values.length + (least ? 1 : 0) === 0 ? [0] : []));
  const high = Math.max(...values, ...(least ?? []), ...(values.length + (least ? 1 : 0) === 0 ? [1] : []));
  return most ? [Math.max(low, most[0]), Math.min(high, most[1])] : [low, high];
}

function columnsOf(count: number, places: readonly number[] | undefined, [left, right]: Range) {
  if (!places) {
    const step = (right - left) / Math.max(1, count);
    return (index: number): number => left + (index + 0.5) * step;
  }
  const scale = linear([places[0] ?? 0, places.at(-1) ?? 1], [left + 6, right - 6]);
  return (index: number): number => scale(places[index] ?? 0);
}

function edgesOf(count: number, x: (index: number) => number, [left, right]: Range): [number, number][] {
  return Array.from({ length: count }, (_, index) => [
    index === 0 ? left : (x(index - 1) + x(index)) / 2,
    index === count - 1 ? right : (x(index) + x(index + 1)) / 2,
  ]);
}
