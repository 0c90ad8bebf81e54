/** Single measurements as dots on a common axis, one row for each kind, with values to compare with as lines. */
import { ChartFigure, PointMark } from './chart-figure.tsx';
import { linear, niceTicks } from './scale.ts';
import { useWidth } from './use-width.ts';

export interface DotRow {
  label: string;
  series: number;
  dots: readonly { key: string; name: string; value: number }[];
}

const ROW = 34;
const LEFT = 92;
const RIGHT = 16;
const TOP = 20;
const BOTTOM = 24;

export function DotRows({
  title,
  about,
  rows,
  references,
  format,
  columns,
}: {
  title: string;
  about?: React.ReactNode;
  rows: readonly DotRow[];
  references: readonly { value: number; label: string }[];
  format: (value: number) => string;
  columns: [what: string, kind: string, value: string];
}) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const height = TOP + rows.length * ROW + BOTTOM;
  const highest = Math.max(
    ...rows.flatMap(({ dots }) => dots.map(({ value }) => value)),
    ...references.map(({ value }) => value),
  );
  const ticks = niceTicks([0, highest], 6);
  const x = linear([0, ticks.at(-1) ?? 1], [LEFT, Math.max(LEFT + 1, width - RIGHT)]);
  const foot = TOP + rows.length * ROW;
  return (
    <ChartFigure
      title={title}
      about={about}
      table={{
        columns,
        rows: rows.flatMap(({ label, dots }) =>
          dots.map(({ name, value }): (string | number)[] => [name, label, format(value)]),
        ),
      }}
    >
      <div className="chart-plot" ref={frame} style={{ height }}>
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true" className="chart-axes">
            {ticks.map((tick) => (
              <g key={tick}>
                <line x1={x(tick)} x2={x(tick)} y1={TOP} y2={foot} className="chart-grid" />
                <text x={x(tick)} y={foot + 16} textAnchor="middle">
                  {format(tick)}
                </text>
              </g>
            ))}
            {references.map(({ value, label }) => (
              <g key={label}>
                <line x1={x(value)} x2={x(value)} y1={TOP - 4} y2={foot} className="chart-reference" />
                <text x={x(value)} y={TOP - 8} textAnchor={x(value) > width - 90 ? 'end' : 'middle'}>
                  {label}
                </text>
              </g>
            ))}
            {rows.map(({ label, series, dots }, index) => {
              const y = TOP + (index + 0.5) * ROW;
              return (
                <g key={label} className={`series-${series}`}>
                  <line x1={LEFT} x2={width - RIGHT} y1={y} y2={y} className="chart-base" />
                  <text x={LEFT - 10} y={y} dy="0.32em" textAnchor="end">
                    {label}
                  </text>
                  {dots.map(({ key, name, value }) => (
                    <g key={key} className="chart-dot">
                      <title>{`${name}: ${format(value)}`}</title>
                      <PointMark series={series} x={x(value)} y={y} />
                    </g>
                  ))}
                </g>
              );
            })}
          </svg>
        )}
      </div>
    </ChartFigure>
  );
}
