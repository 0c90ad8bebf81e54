import type { ReactNode } from 'react';
import { ShareBar } from '../parts/share-bar.tsx';
import type { FieldViews } from './field-views.ts';

/** How much of what is doubtful is decided. */
export function Progress({
  views,
  canUndo,
  canRedo,
  onUndo,
  onRedo,
  keys,
}: {
  views: FieldViews;
  canUndo: boolean;
  canRedo: boolean;
  onUndo: () => void;
  onRedo: () => void;
  keys: ReactNode;
}) {
  const all = views.doubtful.length;
  const decided = all - views.missing.length;
  return (
    <div className="desk-progress">
      <h2>{all === 0 ? 'No field is in doubt' : `${decided} of ${all} decided`}</h2>
      {all > 0 && <ShareBar share={decided / all} tone={decided === all ? 'good' : ''} />}
      <span className="desk-progress-end">
        <button
          type="button"
          className="button bare small"
          disabled={!canUndo}
          onClick={onUndo}
          title="Undo (u)"
        >
          Undo
        </button>
        <button
          type="button"
          className="button bare small"
          disabled={!canRedo}
          onClick={onRedo}
          title="Redo (r)"
        >
          Redo
        </button>
        {keys}
      </span>
    </div>
  );
}
