/** Counts of each stretch of time, put upon one another; with counts of another kind as a stroke. */
import { Axes, plotOf } from './axes.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { PointerStrips, Readout, usePointed } from './readout.tsx';
import { labelEvery, linear, niceTicks } from './scale.ts';
import { useWidth } from './use-width.ts';

export interface ColumnSeries {
  label: string;
  series: number;
  counts: readonly number[];
}

const LABEL_WIDTH = 52;

export function StackedColumns({
  title,
  about,
  stretches,
  parts,
  beside,
  columnName,
  height = 200,
}: {
  title: string;
  about?: React.ReactNode;
  stretches: readonly { name: string; label: string }[];
  /** From the bottom up. */
  parts: readonly ColumnSeries[];
  beside?: ColumnSeries;
  columnName: string;
  height?: number;
}) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [pointed, point] = usePointed();
  const plot = plotOf(width, height);
  const count = stretches.length;
  const sums = stretches.map((_, index) => parts.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0));
  const highest = Math.max(1, ...sums, ...(beside?.counts ?? []));
  const ticks = niceTicks([0, highest], 4).filter(Number.isInteger);
  const y = linear([0, ticks.at(-1) ?? 1], plot.y);
  const [left, right] = plot.x;
  const step = (right - left) / Math.max(1, count);
  const bar = Math.max(1, Math.min(34, step * 0.68));
  const middle = (index: number): number => left + (index + 0.5) * step;
  const every = labelEvery(count, right - left, LABEL_WIDTH);
  const all = beside ? [beside, ...parts] : parts;
  return (
    <ChartFigure
      title={title}
      about={about}
      legend={all.map((each) => ({
        label: each.label,
        series: each.series,
        mark: each === beside ? ('cap' as const) : ('area' as const),
      }))}
      table={{
        columns: [columnName, ...all.map(({ label }) => label)],
        rows: stretches.map(({ name }, index) => [name, ...all.map(({ counts }) => counts[index] ?? 0)]),
      }}
    >
      <div className="chart-plot" ref={frame} style={{ height }}>
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true">
            <Axes
              plot={plot}
              ticks={ticks}
              places={y}
              format={(value) => value.toLocaleString('en-US')}
              labels={stretches.flatMap(({ label }, index) =>
                (count - 1 - index) % every === 0 ? [{ x: middle(index), text: label }] : [],
              )}
            />
            {stretches.map(({ name }, index) => {
              let below = 0;
              return (
                <g key={name} className={pointed === index ? 'chart-column pointed' : 'chart-column'}>
                  {parts.map(({ label, series, counts }) => {
                    const from = below;
                    below += counts[index] ?? 0;
                    return (
                      below > from && (
                        <rect
                          key={label}
                          className={`series-${series} chart-area`}
                          x={middle(index) - bar / 2}
                          width={bar}
                          y={y(below)}
                          height={Math.max(0.5, y(from) - y(below) - (from > 0 ? 1 : 0))}
                        />
                      )
                    );
                  })}
                  {beside && (beside.counts[index] ?? 0) > 0 && (
                    <line
                      className={`series-${beside.series} chart-cap`}
                      x1={middle(index) - bar / 2 - 2}
                      x2={middle(index) + bar / 2 + 2}
                      y1={y(beside.counts[index] ?? 0)}
                      y2={y(beside.counts[index] ?? 0)}
                    />
                  )}
                </g>
              );
            })}
            <PointerStrips
              edges={stretches.map((_, index) => [left + index * step, left + (index + 1) * step])}
              top={plot.y[1]}
              bottom={plot.y[0]}
              onPoint={point}
            />
          </svg>
        )}
        {pointed !== null && stretches[pointed] && (
          <Readout
            x={middle(pointed)}
            width={width}
            title={stretches[pointed].name}
            lines={all.map(({ label, series, counts }) => ({
              label,
              series,
              text: (counts[pointed] ?? 0).toLocaleString('en-US'),
            }))}
          />
        )}
      </div>
    </ChartFigure>
  );
}
