/** Corrects one value in place: says while it is typed how it will be recorded, or what is wrong with it. */
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { type FieldKey, type FieldValue, fieldSpec } from '../../shared/claim-fields.ts';
import { typedValue } from '../words/typed-value.ts';
import { valueText } from '../words/words.ts';

const HINTS: Partial<Record<string, string>> = {
  date: '2026-03-04, or as printed: 3/4/26',
  time: '14:05, or as printed: 2:05 pm',
  money: '1250.00',
  names: 'Separate names by semicolons; "none" says that there is nobody',
};

export function FieldEditor({
  fieldKey,
  title,
  text,
  onText,
  onSave,
  onCancel,
}: {
  fieldKey: FieldKey;
  title: string;
  text: string;
  onText: (text: string) => void;
  onSave: (value: FieldValue) => void;
  onCancel: () => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>(null);
  const { kind, values } = fieldSpec(fieldKey);
  const typed = typedValue(fieldKey, text);
  const recorded = typed.ok ? valueText(fieldKey, typed.value) : null;

  useEffect(() => {
    input.current?.focus();
    if (input.current && 'select' in input.current) input.current.select?.();
  }, []);

  const save = (): void => {
    if (typed.ok) onSave(typed.value);
    else input.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    // A line break is no part of a value.
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) save();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const common = {
    ref: input,
    id,
    value: text,
    'aria-invalid': !typed.ok,
    'aria-describedby': `${id}-about`,
    onKeyDown: press,
    onChange: (event: { currentTarget: { value: string } }) => onText(event.currentTarget.value),
  };
  const choices = kind === 'boolean' ? ['yes', 'no'] : values;
  return (
    <div className="field-editor">
      <label className="unseen" htmlFor={id}>
        {title}, corrected
      </label>
      {choices ? (
        <select {...common} className="select">
          {!choices.includes(text) && <option value={text}>choose…</option>}
          {choices.map((value) => (
            <option key={value} value={value}>
              {value.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      ) : kind === 'text' || kind === 'address' || kind === 'names' ? (
        <textarea
          {...common}
          className="textarea"
          rows={kind === 'text' ? 3 : 2}
          spellCheck={kind === 'text'}
        />
      ) : (
        <input {...common} className="input" type="text" autoComplete="off" spellCheck={false} />
      )}
      <p id={`${id}-about`} className={typed.ok ? 'field-typed' : 'field-typed wrong'} aria-live="polite">
        {typed.ok
          ? recorded !== text && !choices && `Will be recorded as ${recorded}`
          : `${title} ${typed.message}`}
        {(!typed.ok || recorded === text) && HINTS[kind] && <span className="quiet"> {HINTS[kind]}</span>}
      </p>
      <div className="field-actions">
        <button type="button" className="button primary small" disabled={!typed.ok} onClick={save}>
          Save{' '}
          <span className="key" aria-hidden="true">
            ↵
          </span>
        </button>
        <button type="button" className="button small" onClick={onCancel}>
          Cancel{' '}
          <span className="key" aria-hidden="true">
            Esc
          </span>
        </button>
      </div>
    </div>
  );
}
