/** How much goes through, how well it is read, what waits, and what it takes of people. */
import './dashboard.css';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import { type Dashboard, dashboardQuery } from '../api/queries.ts';
import { PageHead } from '../parts/page-head.tsx';
import { Loaded } from '../parts/states.tsx';
import { momentText } from '../words/times.ts';
import { LENGTHS, type Period, periodOf, searchOfPeriod, type Unit } from './period.ts';
import { QualityCharts } from './quality-charts.tsx';
import { QueueAges } from './queue-ages.tsx';
import { ReviewWork } from './review-work.tsx';
import { ThroughputChart } from './throughput-chart.tsx';
import { Tiles } from './tiles.tsx';

export default function DashboardPage() {
  const period = periodOf(useSearch());
  const query = useQuery(dashboardQuery(period));
  return (
    <div className="page">
      <PageHead title="Dashboard" end={<PeriodChoice period={period} />} />
      <Loaded query={query}>{(dashboard) => <Shown dashboard={dashboard} />}</Loaded>
    </div>
  );
}

function Shown({ dashboard }: { dashboard: Dashboard }) {
  return (
    <div className="dashboard">
      <Tiles dashboard={dashboard} />
      <ThroughputChart dashboard={dashboard} />
      <QualityCharts dashboard={dashboard} />
      <QueueAges queues={dashboard.queues} />
      <ReviewWork dashboard={dashboard} />
      <p className="quiet small">
        As of {momentText(dashboard.to)}; asked for again every minute. Claims of your tenant alone.
        {dashboard.by === 'day' && ' Days begin at midnight UTC.'}
      </p>
    </div>
  );
}

const UNITS: { by: Unit; word: string }[] = [
  { by: 'hour', word: 'By hour' },
  { by: 'day', word: 'By day' },
];

function PeriodChoice({ period }: { period: Period }) {
  const [, go] = useLocation();
  const change = (next: Period): void => go(`/dashboard?${searchOfPeriod(next)}`, { replace: true });
  return (
    <>
      <fieldset className="choices">
        <legend className="unseen">Stretches of time</legend>
        {UNITS.map(({ by, word }) => (
          <button
            key={by}
            type="button"
            aria-pressed={period.by === by}
            onClick={() => change({ by, last: LENGTHS[by][0]?.last ?? 1 })}
          >
            {word}
          </button>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend className="unseen">Period</legend>
        {LENGTHS[period.by].map(({ last, word }) => (
          <button
            key={last}
            type="button"
            aria-pressed={period.last === last}
            onClick={() => change({ ...period, last })}
          >
            {word}
          </button>
        ))}
      </fieldset>
    </>
  );
}
