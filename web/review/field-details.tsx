/** Of the selected field: why it is in doubt, where it was read, what else was read, and what can be done. */
import type { FieldKey, FieldValue } from '../../shared/claim-fields.ts';
import type { Evidence } from '../api/queries.ts';
import { capital, doubtWords, fieldTitle, listed, ruleWords, valueText } from '../words/words.ts';
import { FieldEditor } from './field-editor.tsx';
import { Alternatives, Place } from './field-places.tsx';
import type { FieldRowProps } from './field-row.tsx';
import { alternativesOf, eachOnce } from './field-views.ts';

export interface FieldCommands {
  select: (key: FieldKey) => void;
  confirm: (key: FieldKey) => void;
  correct: (key: FieldKey, value: FieldValue) => void;
  withdraw: (key: FieldKey) => void;
  edit: (key: FieldKey) => void;
  type: (key: FieldKey, text: string) => void;
  stopTyping: (key: FieldKey) => void;
  /** Index among the places of the field. */
  jumpTo: (place: number) => void;
  /** What stands on a page, in words: "page 2 of notice.pdf". */
  placeName: (evidence: Evidence) => string;
}

/** Longer than what the line above it shows. */
const isLong = (text: string): boolean => text.length > 26;

const GROUNDING_WORDS: Record<string, string> = {
  partial: 'only a part of the value is printed there',
  normalised: 'printed in another form',
};

export function FieldDetails({
  view,
  title,
  typing,
  violations,
  working,
  commands,
  mark,
}: FieldRowProps & { title: string; doubtful: boolean }) {
  const { key, field, decision, value } = view;
  const alternatives = alternativesOf(key, field);
  const places = eachOnce(field.evidence);
  const corrected = decision?.decision === 'correct';
  // The rule that is broken says more than that one is.
  const doubts = field.doubts.filter((doubt) => doubt !== 'invalid' || violations.length === 0);
  return (
    <div className="field-details">
      {isLong(valueText(key, value)) && <p className="field-whole">{valueText(key, value)}</p>}
      {corrected && (
        <p className="field-before">
          Read as <s>{valueText(key, field.value)}</s>
        </p>
      )}
      {violations.length > 0 && (
        <ul className="field-doubts broken" aria-label="Rules that it breaks">
          {violations.map(({ rule }) => (
            <li key={rule}>{capital(ruleWords(rule))}</li>
          ))}
        </ul>
      )}
      {doubts.length > 0 && (
        <ul className="field-doubts" aria-label="Why it is in doubt">
          {doubts.map((doubt) => (
            <li key={doubt}>{capital(doubtWords(doubt))}</li>
          ))}
        </ul>
      )}
      {places.map((evidence, place) => (
        <Place
          key={`${evidence.document}/${evidence.page}/${evidence.start}/${evidence.end}`}
          evidence={evidence}
          shown={place === mark}
          about={place === 0 && evidence.quote !== field.value ? GROUNDING_WORDS[field.grounding] : undefined}
          commands={commands}
          onJump={() => commands.jumpTo(place)}
        />
      ))}
      {field.derivation && (
        <p className="small quiet">
          Not printed as such: it follows from {listed(field.derivation.fields.map(fieldTitle))}.
        </p>
      )}
      {!field.derivation && places.length === 0 && field.value !== null && (
        <p className="small quiet">No place in the documents shows this value.</p>
      )}
      {typing !== null && working ? (
        <FieldEditor
          fieldKey={key}
          title={title}
          text={typing}
          onText={(text) => commands.type(key, text)}
          onSave={(typed) => commands.correct(key, typed)}
          onCancel={() => commands.stopTyping(key)}
        />
      ) : (
        <>
          <Alternatives
            fieldKey={key}
            alternatives={alternatives}
            chosen={corrected ? value : undefined}
            first={places.length}
            mark={mark}
            working={working}
            commands={commands}
          />
          {working && <Actions view={view} commands={commands} />}
        </>
      )}
    </div>
  );
}

function Actions({ view, commands }: { view: FieldRowProps['view']; commands: FieldCommands }) {
  const { key, field, decision } = view;
  return (
    <div className="field-actions">
      <button
        type="button"
        className={decision ? 'button small' : 'button primary small'}
        onClick={() => commands.confirm(key)}
      >
        {field.value === null ? 'Confirm: not stated' : 'Confirm'}{' '}
        <span className="key" aria-hidden="true">
          ↵
        </span>
      </button>
      <button type="button" className="button small" onClick={() => commands.edit(key)}>
        Correct{' '}
        <span className="key" aria-hidden="true">
          e
        </span>
      </button>
      {field.value !== null && (
        <button type="button" className="button small" onClick={() => commands.correct(key, null)}>
          Not stated{' '}
          <span className="key" aria-hidden="true">
            x
          </span>
        </button>
      )}
      {decision && (
        <button type="button" className="button bare small" onClick={() => commands.withdraw(key)}>
          Take back{' '}
          <span className="key" aria-hidden="true">
            w
          </span>
        </button>
      )}
    </div>
  );
}
