import { type RefObject, useId, useState } from 'react';
import { type FieldKey, fieldSpec } from '../../shared/claim-fields.ts';
import { ValueInput } from '../parts/value-input.tsx';
import { NOT_STATED, readText } from '../words/read-text.ts';
import { fieldTitle, valueText } from '../words/words.ts';
import { GROUPS, type Reading } from './reading.ts';

interface FormCommands {
  onText: (key: FieldKey, text: string) => void;
  /** Enter goes on to the next field. */
  onEnter: (key: FieldKey) => void;
}

export function ReadingForm({
  form,
  reading,
  onSubmit,
  ...commands
}: FormCommands & {
  form: RefObject<HTMLFormElement | null>;
  reading: Reading;
  onSubmit: () => void;
}) {
  return (
    <form
      ref={form}
      className="reading-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {GROUPS.map(({ title, fields }) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          {fields.map((key) => (
            <Row key={key} field={key} text={reading[key] ?? ''} {...commands} />
          ))}
        </fieldset>
      ))}
    </form>
  );
}

/** How a value may be typed; documents are read with the same rules. */
const HINTS: Partial<Record<string, string>> = {
  date: '2026-03-04, or as printed',
  time: '14:05, or as printed',
  money: 'dollars: 1250.00',
  names: 'names between semicolons; "none" says nobody',
};

function Row({
  field,
  text,
  onText,
  onEnter,
}: FormCommands & {
  field: FieldKey;
  text: string;
}) {
  const id = useId();
  const [typing, setTyping] = useState(false);
  const read = readText(field, text);
  // A date that is half typed is not wrong yet.
  const wrong = read.kind === 'wrong' && !typing;
  const { kind } = fieldSpec(field);
  const isChoice = kind === 'enum' || kind === 'boolean';
  const about =
    read.kind === 'wrong'
      ? wrong
        ? `${fieldTitle(field)} ${read.message}`
        : (HINTS[kind] ?? '')
      : read.kind === 'open'
        ? typing && (HINTS[kind] ?? '')
        : read.value === null
          ? 'not stated'
          : valueText(field, read.value) !== text.trim() && `read as ${valueText(field, read.value)}`;
  return (
    <div className="reading-row" data-field={field}>
      <label htmlFor={id}>
        {fieldTitle(field)}
        {read.kind === 'value' && <span className="unseen">, read</span>}
      </label>
      <div data-value>
        <ValueInput
          field={field}
          id={id}
          text={text}
          invalid={wrong}
          describedBy={`${id}-about`}
          onText={(typed) => onText(field, typed)}
          onEnter={() => onEnter(field)}
          onFocus={() => setTyping(true)}
          onBlur={() => setTyping(false)}
        />
        <p id={`${id}-about`} className={wrong ? 'reading-about wrong' : 'reading-about'}>
          {!isChoice && about}
        </p>
      </div>
      <button
        type="button"
        className="button bare small"
        aria-pressed={text.trim() === NOT_STATED}
        aria-label={`${fieldTitle(field)} is not stated`}
        title="Not stated in the documents"
        onClick={() => onText(field, text.trim() === NOT_STATED ? '' : NOT_STATED)}
      >
        not stated
      </button>
    </div>
  );
}
