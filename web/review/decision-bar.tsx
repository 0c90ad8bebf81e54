/** The end of a review: note, reason, and the two ways to decide the claim. */
import { type Ref, useId } from 'react';
import { ApiProblem, Unreachable } from '../api/client.ts';
import { ErrorNotice } from '../parts/states.tsx';
import { counted, fieldTitle } from '../words/words.ts';
import type { FieldView, FieldViews } from './field-views.ts';
import { APPROVAL_REASONS } from './reason-codes.ts';
import type { ReviewWork } from './use-review-work.ts';

/** The page shows the newest state and says itself what became of the work. */
const EXPLAINED = new Set(['review_stale', 'review_held', 'review_not_open']);

export function DecisionBar({
  work,
  views,
  note,
  onApprove,
  onReject,
  onMissing,
}: {
  work: ReviewWork;
  views: FieldViews;
  note: Ref<HTMLTextAreaElement>;
  onApprove: () => void;
  onReject: () => void;
  onMissing: (view: FieldView) => void;
}) {
  const id = useId();
  const { draft, dispatch, busy, error } = work;
  const [missing] = views.missing;
  const nothingRead = views.doubtful.length + views.sure.length === 0;
  const explained = error instanceof ApiProblem && EXPLAINED.has(error.code);
  return (
    <section className="decision" aria-label="Decision">
      {error && !explained && <Refusal error={error} />}
      {work.unsaved && (
        <p className="decision-missing">This tab can store nothing more: a reload would lose your work.</p>
      )}
      <div className="decision-words">
        <div>
          <label className="label" htmlFor={`${id}-note`}>
            Note{' '}
            <span className="key" aria-hidden="true">
              m
            </span>
          </label>
          <textarea
            ref={note}
            id={`${id}-note`}
            className="textarea"
            rows={1}
            maxLength={4_000}
            value={draft.note}
            onChange={(event) => dispatch({ type: 'note', note: event.currentTarget.value })}
          />
        </div>
        <div>
          <label className="label" htmlFor={`${id}-reason`}>
            Reason
          </label>
          <select
            id={`${id}-reason`}
            className="select"
            value={draft.reasonCode}
            onChange={(event) => dispatch({ type: 'reason', reasonCode: event.currentTarget.value })}
          >
            {Object.entries(APPROVAL_REASONS).map(([code, words]) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className="decision-end">
        {missing ? (
          <p className="decision-state decision-missing">
            {counted(views.missing.length, 'field')} to decide, next{' '}
            <button type="button" className="link" onClick={() => onMissing(missing)}>
              {fieldTitle(missing.key)}
            </button>
          </p>
        ) : (
          <p className="decision-state quiet">
            {nothingRead
              ? 'Nothing was read: there is nothing to approve.'
              : 'Everything doubtful is decided.'}
          </p>
        )}
        <button type="button" className="button danger" disabled={busy} onClick={onReject}>
          Reject…
        </button>
        <button
          type="button"
          className="button primary"
          aria-disabled={missing !== undefined || nothingRead || busy}
          onClick={onApprove}
        >
          {busy ? 'Sending…' : 'Approve'}{' '}
          <span className="key" aria-hidden="true">
            Ctrl ↵
          </span>
        </button>
      </div>
    </section>
  );
}

/** What stands in the banner above the page is not said twice. */
function Refusal({ error }: { error: Error }) {
  if (error instanceof Unreachable)
    return <p className="decision-missing">Not submitted: approve again when the server is back.</p>;
  if (error instanceof ApiProblem && error.status === 401)
    return <p className="decision-missing">Not submitted: sign in again, then approve again.</p>;
  return <ErrorNotice error={error} />;
}
