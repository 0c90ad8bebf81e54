/** Both readings of one field as choices, and a third for what neither of them says. */
import { type ReactNode, useId } from 'react';
import type { Disagreement } from '../api/queries.ts';
import { ValueInput } from '../parts/value-input.tsx';
import { readText } from '../words/read-text.ts';
import { deciderWords, fieldTitle, valueText } from '../words/words.ts';
import type { Choice } from './decision.ts';

export function ReadingsOfField({
  reading: { field, first, second, decided },
  second: secondBy,
  selected,
  choice,
  text,
  mayDecide,
  onSelect,
  onPlace,
  onChoose,
  onText,
  onEnter,
}: {
  reading: Disagreement['readings'][number];
  second: string;
  selected: boolean;
  choice: Choice | null;
  text: string;
  mayDecide: boolean;
  onSelect: () => void;
  onPlace: () => void;
  onChoose: (choice: Choice) => void;
  onText: (text: string) => void;
  onEnter: () => void;
}) {
  const id = useId();
  const read = readText(field, text);
  const wrong = choice === 'other' && read.kind === 'wrong';
  const option = (value: Choice, key: string, children: ReactNode) =>
    mayDecide ? (
      <div className={choice === value ? 'reading-option chosen' : 'reading-option'}>
        <input
          type="radio"
          id={`${id}-${value}`}
          name={id}
          checked={choice === value}
          onChange={() => onChoose(value)}
        />
        {children}
        <span className="key" aria-hidden="true">
          {key}
        </span>
      </div>
    ) : (
      <div className="reading-option only">{children}</div>
    );
  return (
    <fieldset
      className={selected ? 'readings-field selected' : 'readings-field'}
      data-field={field}
      onFocus={onSelect}
    >
      <legend>{fieldTitle(field)}</legend>
      {option(
        'first',
        '1',
        <Words for={mayDecide ? `${id}-first` : null}>
          <span className="reading-value">{valueText(field, first.value)}</span>
          <span className="quiet small">first reading, by {readerWords(first.decidedBy)}</span>
        </Words>,
      )}
      {option(
        'second',
        '2',
        <Words for={mayDecide ? `${id}-second` : null}>
          <span className="reading-value">{valueText(field, second.value)}</span>
          <span className="quiet small">second reading, blind, by {secondBy}</span>
        </Words>,
      )}
      {mayDecide &&
        option(
          'other',
          '3',
          <div className="reading-other" data-other>
            <label htmlFor={`${id}-other`}>another value</label>
            {choice === 'other' && (
              <>
                <ValueInput
                  field={field}
                  id={`${id}-text`}
                  text={text}
                  invalid={wrong}
                  label={`${fieldTitle(field)}: another value`}
                  describedBy={`${id}-text-about`}
                  onText={onText}
                  onEnter={onEnter}
                />
                <p className={wrong ? 'reading-about wrong' : 'reading-about'} id={`${id}-text-about`}>
                  {read.kind === 'wrong'
                    ? `${fieldTitle(field)} ${read.message}`
                    : read.kind === 'value' && valueText(field, read.value) !== text.trim()
                      ? `read as ${valueText(field, read.value)}`
                      : ''}
                </p>
              </>
            )}
          </div>,
        )}
      {decided && (
        <p className="reading-decided">
          Decided: <strong>{valueText(field, decided.value)}</strong>
        </p>
      )}
      {first.evidence.length > 0 ? (
        <button type="button" className="link small" onClick={onPlace}>
          Where the first value was read
        </button>
      ) : (
        <p className="quiet small">No place in the documents shows the first value.</p>
      )}
    </fieldset>
  );
}

const Words = ({ for: of, children }: { for: string | null; children: ReactNode }) =>
  of === null ? <div>{children}</div> : <label htmlFor={of}>{children}</label>;

const readerWords = (decidedBy: string): string => {
  if (decidedBy === 'model') return 'the model';
  return decidedBy === 'rule' ? 'the coverage rule' : deciderWords(decidedBy);
};
