/** One value with its interval on a common axis, for a row of a table. It says nothing to screen readers: the figures stand beside it. */
import './charts.css';
import { linear, type Range } from './scale.ts';

export function IntervalStrip({
  value,
  interval,
  domain,
  series = 1,
}: {
  value: number;
  interval?: Range | undefined;
  domain: Range;
  series?: number;
}) {
  const place = (at: number): string => `${Math.min(100, Math.max(0, linear(domain, [0, 100])(at)))}%`;
  return (
    <span className={`interval-strip series-${series}`} aria-hidden="true">
      {interval && (
        <span
          className="interval-strip-range"
          style={{ left: place(interval[0]), right: `calc(100% - ${place(interval[1])})` }}
        />
      )}
      <span className="interval-strip-value" style={{ left: place(value) }} />
    </span>
  );
}
