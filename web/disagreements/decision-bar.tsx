import { useId } from 'react';
import { counted } from '../words/words.ts';

export function DecisionBar({
  note,
  onNote,
  missing,
  busy,
  onSubmit,
}: {
  note: string;
  onNote: (note: string) => void;
  missing: number;
  busy: boolean;
  onSubmit: () => void;
}) {
  const id = useId();
  return (
    <div className="decision">
      <div>
        <label className="label" htmlFor={id}>
          Note: why it is so
        </label>
        <textarea
          id={id}
          className="textarea"
          rows={2}
          maxLength={4_000}
          value={note}
          onChange={({ target }) => onNote(target.value)}
        />
      </div>
      <div className="decision-end">
        <p className="decision-state quiet">
          {missing === 0
            ? 'Every field is decided. Later models learn what you decide.'
            : `${counted(missing, 'field')} to decide; your work is kept in this tab.`}
        </p>
        <button
          type="button"
          className="button primary"
          aria-disabled={missing > 0 || busy}
          onClick={onSubmit}
        >
          {busy ? 'Sending…' : 'Decide'}{' '}
          <span className="key" aria-hidden="true">
            Ctrl ↵
          </span>
        </button>
      </div>
    </div>
  );
}
