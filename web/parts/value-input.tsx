/** The field of a form for one value of a claim: a choice where there are few values, else text. */
import type { FocusEvent, KeyboardEvent, Ref } from 'react';
import { type FieldKey, fieldSpec } from '../../shared/claim-fields.ts';
import { NOT_STATED } from '../words/read-text.ts';

export type ValueElement = HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement;

interface Common {
  ref?: Ref<ValueElement>;
  id: string;
  text: string;
  invalid: boolean;
  describedBy?: string | undefined;
  disabled?: boolean;
  label?: string;
  onText: (text: string) => void;
  onEnter?: (() => void) | undefined;
  onFocus?: ((event: FocusEvent) => void) | undefined;
  onBlur?: (() => void) | undefined;
}

export function ValueInput({ field, ...given }: Common & { field: FieldKey }) {
  const { kind, values } = fieldSpec(field);
  const common = {
    ref: given.ref,
    id: given.id,
    value: given.text,
    disabled: given.disabled,
    'aria-invalid': given.invalid,
    'aria-describedby': given.describedBy,
    'aria-label': given.label,
    onFocus: given.onFocus,
    onBlur: given.onBlur,
    onChange: (event: { currentTarget: { value: string } }) => given.onText(event.currentTarget.value),
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
      // A line break is no part of a value.
      event.preventDefault();
      given.onEnter?.();
    },
  };
  const choices = kind === 'boolean' ? ['yes', 'no'] : values;
  if (choices)
    return (
      <select {...common} className="select">
        <option value="">choose…</option>
        {choices.map((value) => (
          <option key={value} value={value}>
            {value.replaceAll('_', ' ')}
          </option>
        ))}
        {/* The last one: whoever types "no" means no. */}
        <option value={NOT_STATED}>not stated</option>
      </select>
    );
  if (kind === 'text') return <textarea {...common} className="textarea" rows={2} spellCheck />;
  return <input {...common} className="input" type="text" autoComplete="off" spellCheck={false} />;
}
