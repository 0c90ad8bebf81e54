/** One field: its value and confidence in a line, and opened what a reviewer needs to decide it. */
import type { Ref } from 'react';
import { type FieldKey, fieldSpec } from '../../shared/claim-fields.ts';
import type { Violation } from '../../shared/domain/validate.ts';
import { ShareBar } from '../parts/share-bar.tsx';
import { fieldTitle, percent, valueText } from '../words/words.ts';
import { type FieldCommands, FieldDetails } from './field-details.tsx';
import { FieldMark } from './field-mark.tsx';
import type { FieldView } from './field-views.ts';

export interface FieldRowProps {
  view: FieldView;
  selected: boolean;
  /** The text of an open editor; `null`: none is open here. */
  typing: string | null;
  violations: readonly Violation[];
  /** Whether decisions can be made; else everything is there to be read. */
  working: boolean;
  commands: FieldCommands;
  /** Which place of the field is shown on the page. */
  mark: number;
  rowRef: Ref<HTMLDivElement>;
}

export function FieldRow(props: FieldRowProps) {
  const { view, selected, commands, rowRef } = props;
  const { key, field, value, doubtful } = view;
  const title = fieldTitle(key);
  const tone = field.sure ? 'good' : 'doubt';
  return (
    <li className={selected ? 'field selected' : 'field'} data-field={key}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the page's keys select and decide */}
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset: it can have the focus */}
      <div
        ref={rowRef}
        className="field-line"
        role="group"
        aria-label={`${title}: ${valueText(key, value)}`}
        aria-current={selected ? 'true' : undefined}
        tabIndex={selected ? 0 : -1}
        onClick={() => commands.select(key)}
      >
        <FieldMark view={view} />
        <span className="field-title">{title}</span>
        <span className={lineClass(view)}>{valueText(key, value)}</span>
        <span className="field-confidence" title="Confidence of the model">
          <ShareBar share={field.confidence} tone={tone} />
          <span className="field-share">
            <span className="unseen">confidence </span>
            {percent(field.confidence)}
          </span>
        </span>
      </div>
      {selected && <FieldDetails {...props} doubtful={doubtful} title={title} />}
    </li>
  );
}

function lineClass({ key, value }: { key: FieldKey; value: FieldView['value'] }): string {
  if (value === null) return 'field-value none';
  return fieldSpec(key).kind === 'identifier' ? 'field-value mono' : 'field-value';
}
