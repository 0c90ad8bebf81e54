/** What a reviewer must know of the claim as a whole: which, how urgent, until when, why, who holds it. */
import { Link } from 'wouter';
import type { Review } from '../api/queries.ts';
import { Badge, PriorityBadge } from '../parts/badge.tsx';
import { Deadline } from '../parts/moment.tsx';
import { timelinePath } from '../shell/places.ts';
import { reasonWords } from '../words/words.ts';

export function DeskHead({
  review,
  mine,
  busy,
  onRelease,
}: {
  review: Review;
  mine: boolean;
  busy: boolean;
  onRelease: () => void;
}) {
  const { state, model, priority } = review;
  const reasons = state.reasons.map(reasonWords);
  return (
    <header className="desk-head">
      <Link href="/queue" className="button bare small" aria-label="Back to the queue">
        ← Queue
      </Link>
      <h1>{state.id}</h1>
      <PriorityBadge priority={priority} />
      {state.queue === 'senior_reviewers' && <Badge tone="accent">senior</Badge>}
      <span className="desk-why quiet" title={reasons.join('; ')}>
        {reasons.join(' · ')}
      </span>
      <span className="desk-facts">
        {state.escalateAt && (
          <span className="nowrap">
            <span className="quiet">due </span>
            <Deadline iso={state.escalateAt} />
          </span>
        )}
        {model && (
          <span
            className="quiet small nowrap"
            title={`prompt ${model.promptVersion}, calibration ${model.calibration}`}
          >
            read by {model.name}
          </span>
        )}
        <Link href={timelinePath(state.id)} className="button bare small">
          Timeline
        </Link>
        {mine && (
          <button type="button" className="button small" disabled={busy} onClick={onRelease}>
            Give back
          </button>
        )}
      </span>
    </header>
  );
}
