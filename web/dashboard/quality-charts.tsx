/** Confidence and accuracy over time, and the share that needs no person. */
import type { Dashboard } from '../api/queries.ts';
import { LineChart } from '../charts/line-chart.tsx';
import { percent } from '../words/words.ts';
import { agreed, autoAccepted, confidencePoint, sharePoint, uncorrected } from './figures.ts';
import { stretchWords } from './period.ts';

const SHARE = [0, 1] as const;

export function QualityCharts({ dashboard: { stretches, by } }: { dashboard: Dashboard }) {
  const common = {
    stretches: stretches.map(({ from }, index) => stretchWords(from, by, index === stretches.length - 1)),
    columnName: by === 'hour' ? 'Hour' : 'Day',
    most: SHARE,
  };
  return (
    <div className="dashboard-pair">
      <section className="card card-body">
        <LineChart
          {...common}
          title="Confidence and accuracy"
          about="The model’s mean confidence beside what people found. Bars are 95 % intervals that take each field for itself: fields of one claim err together, so the truth is wider. The axis does not begin at 0."
          format={(value) => percent(value, 1)}
          least={[0.9, 1]}
          lines={[
            { label: 'mean confidence', series: 1, points: stretches.map(confidencePoint) },
            {
              label: 'left as read by reviewers',
              series: 2,
              points: stretches.map((stretch) => sharePoint(uncorrected(stretch), 'field')),
            },
            {
              label: 'agreed by blind readings',
              series: 3,
              points: stretches.map((stretch) => sharePoint(agreed(stretch), 'field')),
            },
          ]}
        />
      </section>
      <section className="card card-body">
        <LineChart
          {...common}
          title="Auto-accepted share"
          about="Of the completed claims those that needed no person, with 95 % intervals."
          format={(value) => percent(value)}
          least={SHARE}
          lines={[
            {
              label: 'auto-accepted',
              series: 1,
              points: stretches.map((stretch) => sharePoint(autoAccepted(stretch), 'claim')),
            },
          ]}
        />
      </section>
    </div>
  );
}
