/** What every chart has around it: a title, a legend, and its figures as a table for whoever cannot see the drawing. */
import './charts.css';
import type { ReactNode } from 'react';

export interface LegendItem {
  label: ReactNode;
  /** 1 to 4: the colour and the pattern of the series. */
  series: number;
  mark: 'line' | 'area' | 'cap';
}

export interface ChartTable {
  columns: string[];
  /** The first cell of a row says what the row is about. */
  rows: (string | number)[][];
}

export function ChartFigure({
  title,
  about,
  legend = [],
  table,
  children,
}: {
  title: string;
  about?: ReactNode;
  legend?: LegendItem[];
  table: ChartTable;
  children: ReactNode;
}) {
  return (
    <figure className="chart" aria-label={title}>
      <figcaption className="chart-head">
        <div>
          <h2>{title}</h2>
          {about && <p className="quiet small">{about}</p>}
        </div>
        {legend.length > 0 && (
          <ul className="chart-legend">
            {legend.map(({ label, series, mark }) => (
              <li key={`${series}/${mark}`}>
                <LegendMark series={series} mark={mark} />
                {label}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
      {children}
      <details className="chart-figures">
        <summary>The figures as a table</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls what has the focus */}
        <section className="table-wrap" tabIndex={0} aria-label={`${title}: figures`}>
          <table className="table">
            <thead>
              <tr>
                {table.columns.map((column, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <th key={index} scope="col" className={index === 0 ? '' : 'number'}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([head, ...cells], row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
                <tr key={row}>
                  <th scope="row">{head}</th>
                  {cells.map((cell, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                    <td key={index} className="number">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}

function LegendMark({ series, mark }: Pick<LegendItem, 'series' | 'mark'>) {
  return (
    <svg width="18" height="10" viewBox="0 0 18 10" aria-hidden="true" className={`series-${series}`}>
      {mark === 'line' ? (
        <>
          <line x1="0" y1="5" x2="18" y2="5" className="chart-line" />
          <PointMark series={series} x={9} y={5} />
        </>
      ) : mark === 'area' ? (
        <rect x="3" y="0.5" width="12" height="9" rx="1.5" className="chart-area" />
      ) : (
        <line x1="2" y1="5" x2="16" y2="5" className="chart-cap" />
      )}
    </svg>
  );
}

/** Series are told apart by the form of their points, too. */
export function PointMark({ series, x, y }: { series: number; x: number; y: number }) {
  if (series === 2) return <rect x={x - 3} y={y - 3} width="6" height="6" className="chart-point" />;
  if (series === 3) return <path d={`M${x} ${y - 4}l4 4-4 4-4-4Z`} className="chart-point" />;
  return <circle cx={x} cy={y} r="3.2" className="chart-point" />;
}
