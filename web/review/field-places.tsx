/** Where a value stands in the packet, and what else stands there. */
import type { FieldKey, FieldValue } from '../../shared/claim-fields.ts';
import type { Evidence } from '../api/queries.ts';
import { valueText } from '../words/words.ts';
import type { FieldCommands } from './field-details.tsx';
import type { Alternative } from './field-views.ts';

export function Place({
  evidence,
  shown,
  about,
  commands,
  onJump,
}: {
  evidence: Evidence;
  shown: boolean;
  about?: string | undefined;
  commands: FieldCommands;
  onJump: () => void;
}) {
  const scanned = evidence.ocrConfidence !== undefined && evidence.ocrConfidence < 0.8;
  return (
    <button
      type="button"
      className={shown ? 'field-place shown' : 'field-place'}
      aria-pressed={shown}
      onClick={onJump}
    >
      <q>{evidence.quote}</q>
      <span className="quiet small">
        {commands.placeName(evidence)}
        {about && ` · ${about}`}
        {scanned && ' · hard to read in the scan'}
      </span>
    </button>
  );
}

export function Alternatives({
  fieldKey,
  alternatives,
  chosen,
  first,
  mark,
  working,
  commands,
}: {
  fieldKey: FieldKey;
  alternatives: Alternative[];
  /** The corrected value, where there is one. */
  chosen: FieldValue | undefined;
  /** Where the alternatives' places begin among those of the field. */
  first: number;
  mark: number;
  working: boolean;
  commands: FieldCommands;
}) {
  if (alternatives.length === 0) return null;
  let next = first;
  const listedOnes = alternatives.map((alternative, index) => {
    const place = next;
    next += alternative.evidence.length;
    return { alternative, place, number: index + 1 };
  });
  return (
    <div className="field-others">
      <h3>
        {alternatives.some(({ evidence }) => evidence.length > 0)
          ? 'Other parts of the packet say'
          : 'Also named by the model'}
      </h3>
      <ul>
        {listedOnes.map(({ alternative: { value, evidence }, place, number }) => (
          <li key={number} className="field-other">
            <span className="key" aria-hidden="true">
              {number}
            </span>
            <span className="field-other-value">{valueText(fieldKey, value)}</span>
            {evidence[0] && (
              <button
                type="button"
                className={mark === place ? 'link shown' : 'link'}
                aria-label={`Show where ${valueText(fieldKey, value)} stands: ${commands.placeName(evidence[0])}`}
                onClick={() => commands.jumpTo(place)}
              >
                {commands.placeName(evidence[0])}
              </button>
            )}
            {working && (
              <button
                type="button"
                className="button small"
                aria-pressed={chosen !== undefined && JSON.stringify(chosen) === JSON.stringify(value)}
                onClick={() => commands.correct(fieldKey, value)}
              >
                Use<span className="unseen"> {valueText(fieldKey, value)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
