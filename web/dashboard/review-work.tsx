/** What a review takes, from open to submit. What programs did in a test stands apart and says so. */
import { Link } from 'wouter';
import type { Dashboard } from '../api/queries.ts';
import { DotRows } from '../charts/dot-rows.tsx';
import { Badge } from '../parts/badge.tsx';
import { Moment } from '../parts/moment.tsx';
import { Empty } from '../parts/states.tsx';
import { timelinePath } from '../shell/places.ts';
import { counted } from '../words/words.ts';
import { MINUTES_AIM, MINUTES_BEFORE } from './figures.ts';

type Work = Dashboard['reviews']['measured'];
type LastReview = Dashboard['lastReviews'][number];
type Figure = keyof Work;

const FIGURES: { key: Figure; title: string; digits: number }[] = [
  { key: 'minutes', title: 'Minutes, open to submit', digits: 1 },
  { key: 'activeMinutes', title: 'Minutes with the page in front', digits: 1 },
  { key: 'keyStrokes', title: 'Key strokes', digits: 0 },
  { key: 'pointerActions', title: 'Pointer actions', digits: 0 },
];

export function ReviewWork({ dashboard: { reviews, lastReviews } }: { dashboard: Dashboard }) {
  return (
    <>
      <div className="dashboard-pair even">
        <Measured work={reviews.measured} />
        <Simulated work={reviews.simulated} />
      </div>
      {lastReviews.length > 0 && <LastReviews reviews={lastReviews} />}
    </>
  );
}

function Measured({ work }: { work: Work }) {
  return (
    <section className="card" aria-labelledby="measured">
      <div className="card-head">
        <h2 id="measured">Reviewers’ work per claim</h2>
        <span className="quiet small">{counted(work.minutes.claims, 'review')} by people</span>
      </div>
      {work.minutes.claims === 0 ? (
        <Empty title="No person’s review in this period">
          Time and key strokes are counted from opening a review to submitting it.
        </Empty>
      ) : (
        <WorkTable work={work} />
      )}
    </section>
  );
}

function Simulated({ work }: { work: Work }) {
  return (
    <section className="card simulated" aria-labelledby="simulated">
      <div className="card-head">
        <h2 id="simulated">
          Simulated reviews <Badge tone="doubt">simulated</Badge>
        </h2>
        <span className="quiet small">{counted(work.minutes.claims, 'review')} by programs</span>
      </div>
      {work.minutes.claims === 0 ? (
        <Empty title="None in this period">
          A program that works the page, as tests do, is counted here and never among people.
        </Empty>
      ) : (
        <>
          <p className="simulated-words small">
            A program worked the page, as tests do. These times say nothing about people.
          </p>
          <WorkTable work={work} />
        </>
      )}
    </section>
  );
}

function WorkTable({ work }: { work: Work }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Of a claim</th>
          <th scope="col" className="number">
            Median
          </th>
          <th scope="col" className="number">
            9 of 10 under
          </th>
          <th scope="col" className="number">
            Mean
          </th>
          <th scope="col" className="number">
            n
          </th>
        </tr>
      </thead>
      <tbody>
        {FIGURES.map(({ key, title, digits }) => {
          const { p50, p90, mean, claims } = work[key];
          return (
            <tr key={key}>
              <th scope="row">{title}</th>
              {[p50, p90, mean].map((figure, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are their place
                <td key={index} className="number">
                  {figure === null ? '–' : figure.toFixed(digits)}
                </td>
              ))}
              <td className="number quiet">{claims}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const dotsOf = (reviews: readonly LastReview[], simulated: boolean) =>
  reviews
    .filter((review) => review.simulated === simulated)
    .map(({ id, submittedAt, minutes }) => ({ key: submittedAt, name: id, value: minutes }));

function LastReviews({ reviews }: { reviews: LastReview[] }) {
  return (
    <section className="card" aria-label="The last reviews">
      <div className="card-body">
        <DotRows
          title={`Minutes of the last ${counted(reviews.length, 'review')}`}
          about="Each dot is one review, from open to submit; whatever the period above."
          format={(minutes) => `${Number(minutes.toFixed(1))} min`}
          columns={['Claim', 'Kind', 'Minutes']}
          references={[
            { value: MINUTES_AIM, label: `aim ${MINUTES_AIM} min` },
            { value: MINUTES_BEFORE, label: `before: ${MINUTES_BEFORE} min` },
          ]}
          rows={[
            { label: 'people', series: 1, dots: dotsOf(reviews, false) },
            { label: 'simulated', series: 2, dots: dotsOf(reviews, true) },
          ].filter(({ dots }) => dots.length > 0)}
        />
      </div>
      <div className="last-reviews">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <th scope="col">Submitted</th>
              <th scope="col" className="number">
                Minutes
              </th>
              <th scope="col" className="number">
                Key strokes
              </th>
              <th scope="col" className="number">
                Pointer actions
              </th>
              <th scope="col">Kind</th>
            </tr>
          </thead>
          <tbody>
            {reviews.map(({ id, submittedAt, minutes, keyStrokes, pointerActions, simulated }) => (
              <tr key={submittedAt}>
                <th scope="row">
                  <Link href={timelinePath(id)}>{id}</Link>
                </th>
                <td>
                  <Moment iso={submittedAt} />
                </td>
                <td className="number">{minutes < 0.05 ? '< 0.1' : minutes.toFixed(1)}</td>
                <td className="number">{keyStrokes}</td>
                <td className="number">{pointerActions}</td>
                <td>
                  {simulated ? <Badge tone="doubt">simulated</Badge> : <span className="quiet">person</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
