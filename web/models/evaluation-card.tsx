/** One evaluation: its figures, and the accuracy of each field with its interval, the worst first. */
import type { ReactNode } from 'react';
import type { Model } from '../api/queries.ts';
import { IntervalStrip } from '../charts/interval-strip.tsx';
import { Moment } from '../parts/moment.tsx';
import { durationText } from '../words/times.ts';
import { counted, fieldTitle, percent } from '../words/words.ts';
import { accuracyDomain, intervalText, rangeOf } from './evaluation-words.tsx';

type Evaluation = Model['evaluations'][number];

/** The worst five stand out: there the next training examples help most. */
const WORST = 5;

export function EvaluationCard({ evaluation, choice }: { evaluation: Evaluation; choice: ReactNode }) {
  const { dataset, at, claims } = evaluation;
  return (
    <section className="card" aria-labelledby="evaluation">
      <div className="card-head">
        <div>
          <h2 id="evaluation">Evaluation</h2>
          <span className="quiet small">
            {dataset}, {counted(claims, 'claim')}, <Moment iso={at} />
          </span>
        </div>
        {choice}
      </div>
      <Figures evaluation={evaluation} />
      {evaluation.perField.length > 0 && <PerField perField={evaluation.perField} />}
    </section>
  );
}

function Figures({ evaluation }: { evaluation: Evaluation }) {
  const { fieldAccuracy, fieldAccuracyInterval, statedAccuracy, formatCompliance, ece, auroc } = evaluation;
  const share = (value: number | null): string | null => (value === null ? null : percent(value, 1));
  const figures: [title: string, figure: string | null, note: string][] = [
    ['Field accuracy', percent(fieldAccuracy, 1), `95 %: ${intervalText(fieldAccuracyInterval)}`],
    ['Over stated values', share(statedAccuracy), 'labels that are not null'],
    ['Format compliance', share(formatCompliance), 'first answers of the right form'],
    ['Ranks its errors', auroc === null ? null : auroc.toFixed(2), 'AUROC; 0.5 is chance'],
    ['Calibration error', ece === null ? null : ece.toFixed(3), 'ECE; 0 is perfect'],
    [
      'Latency, median',
      evaluation.latencyMsP50 === null ? null : durationText(evaluation.latencyMsP50),
      evaluation.costUsdPerClaim === null
        ? 'a claim'
        : `${evaluation.costUsdPerClaim.toFixed(4)} USD a claim`,
    ],
  ];
  return (
    <dl className="evaluation-figures">
      {figures.map(([title, figure, note]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd className={figure === null ? 'none' : ''}>{figure ?? 'not measured'}</dd>
          <dd className="quiet small">{note}</dd>
        </div>
      ))}
    </dl>
  );
}

function PerField({ perField }: { perField: Evaluation['perField'] }) {
  const sorted = perField.toSorted((a, b) => a.accuracy - b.accuracy);
  const domain = accuracyDomain(sorted.map(({ interval }) => rangeOf(interval)));
  return (
    <table className="table per-field">
      <thead>
        <tr>
          <th scope="col">Field, the worst first</th>
          <th scope="col" className="number">
            Accuracy
          </th>
          <th scope="col" className="per-field-drawn">
            <span className="per-field-axis">
              <span>{percent(domain[0])}</span>
              <span>{percent((domain[0] + domain[1]) / 2)}</span>
              <span>{percent(domain[1])}</span>
            </span>
          </th>
          <th scope="col" className="number">
            95 % interval
          </th>
          <th scope="col" className="number">
            n
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ field, n, accuracy, interval }, index) => (
          <tr key={field} className={index < WORST ? 'worst' : ''}>
            <th scope="row">{fieldTitle(field)}</th>
            <td className="number">{percent(accuracy, 1)}</td>
            <td className="per-field-drawn">
              <IntervalStrip
                value={accuracy}
                interval={rangeOf(interval)}
                domain={domain}
                series={index < WORST ? 2 : 1}
              />
            </td>
            <td className="number quiet">{intervalText(interval)}</td>
            <td className="number quiet">{n.toLocaleString('en-US')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
