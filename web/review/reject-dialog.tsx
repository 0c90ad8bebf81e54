import { type RefObject, useId, useState } from 'react';
import { REJECTION_REASONS } from './reason-codes.ts';
import type { ReviewWork } from './use-review-work.ts';

/** Rejecting ends a claim, so it asks for the reason and is never one key away. */
export function RejectDialog({
  dialog,
  work,
  onReject,
}: {
  dialog: RefObject<HTMLDialogElement | null>;
  work: ReviewWork;
  onReject: (reasonCode: string) => void;
}) {
  const id = useId();
  const [reason, setReason] = useState('');
  const noteMissing = reason === 'other' && work.draft.note.trim() === '';
  return (
    <dialog ref={dialog} className="dialog reject-dialog" aria-labelledby={`${id}-title`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          dialog.current?.close();
          onReject(reason);
        }}
      >
        <h2 id={`${id}-title`}>Reject this claim</h2>
        <p className="quiet">It will not be processed; its record says that you rejected it, and why.</p>
        <fieldset>
          <legend className="label">Reason</legend>
          {Object.entries(REJECTION_REASONS).map(([code, words]) => (
            <label key={code}>
              <input
                type="radio"
                name={`${id}-reason`}
                required
                checked={reason === code}
                onChange={() => setReason(code)}
              />
              {words}
            </label>
          ))}
        </fieldset>
        <div>
          <label className="label" htmlFor={`${id}-note`}>
            Note{reason === 'other' && ' (needed)'}
          </label>
          <textarea
            id={`${id}-note`}
            className="textarea"
            rows={2}
            maxLength={4_000}
            required={reason === 'other'}
            value={work.draft.note}
            onChange={(event) => work.dispatch({ type: 'note', note: event.currentTarget.value })}
          />
        </div>
        <div className="reject-end">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Go back
          </button>
          <button
            type="submit"
            className="button danger primary"
            disabled={reason === '' || noteMissing || work.busy}
          >
            Reject the claim
          </button>
        </div>
      </form>
    </dialog>
  );
}
