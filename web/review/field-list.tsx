/** The fields: those in doubt first, the sure ones folded until somebody wants to see them. */
import { useEffect, useRef } from 'react';
import type { FieldKey } from '../../shared/claim-fields.ts';
import type { Violation } from '../../shared/domain/validate.ts';
import { counted } from '../words/words.ts';
import type { Draft } from './draft.ts';
import type { FieldCommands } from './field-details.tsx';
import { FieldRow } from './field-row.tsx';
import type { FieldView, FieldViews } from './field-views.ts';

export function FieldList({
  views,
  selected,
  draft,
  violations,
  working,
  commands,
  mark,
  unfolded,
  onFold,
}: {
  views: FieldViews;
  selected: FieldKey | null;
  draft: Draft;
  violations: readonly Violation[];
  working: boolean;
  commands: FieldCommands;
  mark: number;
  unfolded: boolean;
  onFold: () => void;
}) {
  const row = useRef<HTMLDivElement>(null);
  const typing = draft.typing?.field === selected;

  useEffect(() => {
    if (selected === null || typing) return;
    row.current?.focus({ preventScroll: true });
    row.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [selected, typing]);

  const rowOf = (view: FieldView) => {
    const { key } = view;
    return (
      <FieldRow
        key={key}
        view={view}
        selected={key === selected}
        typing={draft.typing?.field === key ? draft.typing.text : null}
        violations={violations.filter(({ fields }) => fields.includes(key))}
        working={working}
        commands={commands}
        mark={key === selected ? mark : -1}
        rowRef={key === selected ? row : null}
      />
    );
  };
  return (
    <div className="fields">
      {views.doubtful.length > 0 && (
        <ul aria-label="Fields in doubt">{views.doubtful.map((view) => rowOf(view))}</ul>
      )}
      {views.sure.length > 0 && (
        <>
          <button type="button" className="fields-fold" aria-expanded={unfolded} onClick={onFold}>
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <path
                d={unfolded ? 'm2 4 4 4 4-4' : 'm4 2 4 4-4 4'}
                fill="none"
                stroke="currentColor"
                strokeWidth="1.6"
              />
            </svg>
            {counted(views.sure.length, 'sure field')}
            <span className="key" aria-hidden="true">
              o
            </span>
          </button>
          {unfolded && <ul aria-label="Sure fields">{views.sure.map((view) => rowOf(view))}</ul>}
        </>
      )}
    </div>
  );
}
