/** What stands in the way of a review, or happened to it meanwhile. */
import { REJECTIONS, type RejectionCode } from '../../shared/documents.ts';
import type { Me, Review } from '../api/queries.ts';
import { nameOf } from '../document/pages.ts';
import { Notice } from '../parts/states.tsx';
import { isReviewer } from '../shell/places.ts';
import { counted, fieldTitle, listed } from '../words/words.ts';
import type { Carried, ReviewWork } from './use-review-work.ts';

export function DeskNotices({ work, me, onReload }: { work: ReviewWork; me: Me; onReload: () => void }) {
  const { review, carried } = work;
  return (
    <>
      {carried && (
        <CarriedNotice carried={carried} review={review} onSeen={() => work.dispatch({ type: 'seen' })} />
      )}
      <HoldNotice work={work} me={me} onReload={onReload} />
      <UnreadNotice review={review} />
    </>
  );
}

function CarriedNotice({
  carried,
  review,
  onSeen,
}: {
  carried: Carried;
  review: Review;
  onSeen: () => void;
}) {
  const { from, kept, again } = carried;
  const titles = again.map(fieldTitle);
  return (
    <Notice
      tone="doubt"
      role="alert"
      title={`The claim changed while you worked on it (version ${from} is now ${review.state.version})`}
      actions={
        <button type="button" className="button small" onClick={onSeen}>
          Understood
        </button>
      }
    >
      <p>
        Documents were added or it was read again, so nothing was submitted.{' '}
        {kept.length > 0 &&
          `${counted(kept.length, 'decision')} of yours ${kept.length === 1 ? 'stays' : 'stay'}. `}
        {again.length > 0 &&
          `${listed(titles)} now ${again.length === 1 ? 'reads' : 'read'} differently: decide again.`}
      </p>
    </Notice>
  );
}

function HoldNotice({ work, me, onReload }: { work: ReviewWork; me: Me; onReload: () => void }) {
  const { state } = work.review;
  if (!isReviewer(me)) return <Notice title="You can read this review; reviewers decide it" />;
  if (state.queue === 'senior_reviewers' && !me.roles.includes('senior_reviewer'))
    return (
      <Notice tone="accent" title="This review was escalated">
        <p>A senior reviewer decides it now. You can read it.</p>
      </Notice>
    );
  if (state.holder === me.subject) return null;
  if (state.holder !== null)
    return (
      <Notice
        tone="doubt"
        role="status"
        title={`${state.holder} holds this claim`}
        actions={
          <button type="button" className="button small" onClick={onReload}>
            Look again
          </button>
        }
      >
        <p>You can read it; only {state.holder} can decide it, until it is given back.</p>
      </Notice>
    );
  return (
    <Notice
      tone="accent"
      title="Nobody holds this claim"
      actions={
        <button type="button" className="button primary small" disabled={work.busy} onClick={work.hold}>
          Take it{' '}
          <span className="key" aria-hidden="true">
            h
          </span>
        </button>
      }
    >
      <p>Take it to decide: others then see that it is yours.</p>
    </Notice>
  );
}

function UnreadNotice({ review }: { review: Review }) {
  const rejected = review.documents.filter(({ rejection }) => rejection !== null);
  const unread = review.documents.flatMap((document) =>
    document.pages
      .filter(({ source }) => source === 'unread')
      .map(({ page }) => `${nameOf(document)} page ${page}`),
  );
  if (rejected.length + unread.length === 0) return null;
  return (
    <Notice tone="doubt" title="Not all of the packet was read">
      {rejected.map((document) => (
        <p key={document.document}>
          {nameOf(document)}:{' '}
          {REJECTIONS[document.rejection?.code as RejectionCode] ?? document.rejection?.detail}.
        </p>
      ))}
      {unread.length > 0 && <p>No text could be read from {listed(unread)}: look at it yourself.</p>}
    </Notice>
  );
}
