import { type ReactNode, useEffect, useId, useState } from 'react';
import { CLAIM_STATUSES, type ClaimStatus } from '../../shared/contracts.ts';
import { capital, STATUS_WORDS } from '../words/words.ts';
import { type ClaimFilter, isFiltered, NO_FILTER } from './claim-filter.ts';

/** So long after the last key what was typed is asked for. */
const AFTER_TYPING_MS = 350;

export function FilterBar({
  filter,
  onChange,
}: {
  filter: ClaimFilter;
  onChange: (filter: ClaimFilter) => void;
}) {
  return (
    <search className="filter-bar">
      <Labelled label="Status">
        {(id) => (
          <select
            id={id}
            className="select"
            value={filter.status}
            onChange={({ target }) => onChange({ ...filter, status: target.value as ClaimStatus | '' })}
          >
            <option value="">any</option>
            {CLAIM_STATUSES.map((status) => (
              <option key={status} value={status}>
                {capital(STATUS_WORDS[status].word)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label="Model">
        {(id) => (
          <TypedFilter id={id} value={filter.model} onChange={(model) => onChange({ ...filter, model })} />
        )}
      </Labelled>
      <Labelled label="Held by">
        {(id) => (
          <TypedFilter id={id} value={filter.heldBy} onChange={(heldBy) => onChange({ ...filter, heldBy })} />
        )}
      </Labelled>
      <Labelled label="Handed in from">
        {(id) => (
          <DayFilter
            id={id}
            value={filter.from}
            max={filter.to}
            onChange={(from) => onChange({ ...filter, from })}
          />
        )}
      </Labelled>
      <Labelled label="Until">
        {(id) => (
          <DayFilter
            id={id}
            value={filter.to}
            min={filter.from}
            onChange={(to) => onChange({ ...filter, to })}
          />
        )}
      </Labelled>
      {isFiltered(filter) && (
        <button type="button" className="button bare" onClick={() => onChange(NO_FILTER)}>
          Clear
        </button>
      )}
    </search>
  );
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}

/** Asks when the typing pauses, at once with Enter. */
function TypedFilter({
  id,
  value,
  onChange,
}: {
  id: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a pause in the typing asks
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), AFTER_TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <input
      id={id}
      className="input"
      value={text}
      autoComplete="off"
      spellCheck={false}
      onChange={({ target }) => setText(target.value)}
      onKeyDown={({ key }) => {
        if (key === 'Enter') onChange(text);
      }}
    />
  );
}

function DayFilter({
  onChange,
  ...input
}: {
  id: string;
  value: string;
  min?: string;
  max?: string;
  onChange: (day: string) => void;
}) {
  return <input {...input} type="date" className="input" onChange={({ target }) => onChange(target.value)} />;
}
