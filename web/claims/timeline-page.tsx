/** What happened to a claim, drawn on a time axis, and the record that came of it. */
import './timeline.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { type ClaimStatus, SETTLED_STATUSES } from '../../shared/contracts.ts';
import { type Timeline, timelineQuery } from '../api/queries.ts';
import { StatusBadge } from '../parts/badge.tsx';
import { Moment } from '../parts/moment.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Empty, Loaded, Notice } from '../parts/states.tsx';
import { useMe } from '../shell/me.ts';
import { hasAny, isReviewer, reviewPath } from '../shell/places.ts';
import { durationText } from '../words/times.ts';
import { ClaimRecord } from './claim-record.tsx';
import { TimelineTable } from './timeline-table.tsx';

const WHILE_READING_MS = 3_000;
const WHILE_WAITING_MS = 60_000;

const isSettled = (status: ClaimStatus): boolean => SETTLED_STATUSES.some((each) => each === status);
const waits = (status: ClaimStatus): boolean => status === 'in_review' || status === 'awaiting_budget';

export default function TimelinePage() {
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery({
    ...timelineQuery(id),
    refetchInterval: ({ state: { data } }) => {
      if (!data || isSettled(data.status)) return false;
      return waits(data.status) ? WHILE_WAITING_MS : WHILE_READING_MS;
    },
  });
  return <Loaded query={query}>{(timeline) => <Shown timeline={timeline} />}</Loaded>;
}

function Shown({ timeline }: { timeline: Timeline }) {
  const { id, status, model, submittedAt, settledAt, temporalUrl } = timeline;
  const me = useMe();
  const readsValues = hasAny(me, ['intake', 'reviewer', 'senior_reviewer', 'auditor']);
  // Of an open claim only its steps say it.
  const readBy = model?.name ?? timeline.entries.find((entry) => entry.model)?.model;
  const waitsForReading = timeline.entries.some(
    ({ what, outcome }) => what === 'awaitBlindReading' && outcome === 'waiting',
  );
  return (
    <div className="page">
      <PageHead
        title={`Claim ${id}`}
        end={
          <>
            {waits(status) && isReviewer(me) && (
              <Link className="button primary" href={reviewPath(id)}>
                Review this claim
              </Link>
            )}
            {temporalUrl && (
              <a className="button" href={temporalUrl} target="_blank" rel="noreferrer">
                Workflow in the Temporal UI<span aria-hidden="true">↗</span>
                <span className="unseen">, opens in a new tab</span>
              </a>
            )}
          </>
        }
      />
      <dl className="facts">
        <div>
          <dt>Status</dt>
          <dd>
            <StatusBadge status={status} />
          </dd>
        </div>
        <div>
          <dt>Handed in</dt>
          <dd>
            <Moment iso={submittedAt} />
          </dd>
        </div>
        <div>
          <dt>Settled</dt>
          <dd>
            {settledAt ? (
              <>
                <Moment iso={settledAt} />{' '}
                <span className="quiet">
                  after {durationText(Date.parse(settledAt) - Date.parse(submittedAt))}
                </span>
              </>
            ) : (
              'not yet'
            )}
          </dd>
        </div>
        <div>
          <dt>Model</dt>
          <dd>{readBy ?? 'none yet'}</dd>
        </div>
        {model && (
          <div>
            <dt>Prompt · confidence</dt>
            <dd className="mono">
              {model.promptVersion} · {model.calibration}
            </dd>
          </div>
        )}
      </dl>
      <section className="card timeline-card" aria-labelledby="course">
        <div className="card-head">
          <h2 id="course">What happened</h2>
          <span className="quiet small">{SOURCE_WORDS[timeline.steps]}</span>
        </div>
        {timeline.entries.length === 0 ? (
          <Empty title="Nothing is known of its course" />
        ) : (
          <TimelineTable timeline={timeline} />
        )}
      </section>
      {!readsValues ? (
        <Notice title="The values of claims are not shown to your roles">
          <p>The timeline names fields and counts, never a value.</p>
        </Notice>
      ) : (
        <ClaimRecord id={id} status={status} wouldEndBlindness={waitsForReading && hasAny(me, READERS)} />
      )}
    </div>
  );
}

const READERS = ['reviewer', 'senior_reviewer', 'auditor'] as const;

const SOURCE_WORDS: Record<Timeline['steps'], string> = {
  history: 'Steps from the workflow’s history',
  record: 'Temporal keeps the history no more: steps from the record, how long each took but not when',
  none: 'Neither a history nor a record of the steps is kept',
};
