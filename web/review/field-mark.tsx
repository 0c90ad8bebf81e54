import type { FieldView } from './field-views.ts';

type Mark = 'sure' | 'open' | 'confirmed' | 'corrected';

const WORDS: Record<Mark, string> = {
  sure: 'sure',
  open: 'in doubt, not decided',
  confirmed: 'confirmed',
  corrected: 'corrected',
};

export const markOf = ({ decision, doubtful }: FieldView): Mark => {
  if (decision) return decision.decision === 'confirm' ? 'confirmed' : 'corrected';
  return doubtful ? 'open' : 'sure';
};

/** Where a field stands, by its form as well as its colour. */
export function FieldMark({ view }: { view: FieldView }) {
  const mark = markOf(view);
  return (
    <svg
      className={`field-mark ${mark}`}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      role="img"
      aria-label={WORDS[mark]}
    >
      {mark === 'open' && (
        <circle cx="8" cy="8" r="5.500" fill="none" strokeWidth="2" strokeDasharray="3.200 2.500" />
      )}
      {mark === 'sure' && <circle cx="8" cy="8" r="2.600" stroke="none" />}
      {mark === 'confirmed' && (
        <>
          <circle cx="8" cy="8" r="7" stroke="none" />
          <path d="m4.800 8.300 2.200 2.200 4.300-4.600" className="field-mark-on" />
        </>
      )}
      {mark === 'corrected' && (
        <>
          <circle cx="8" cy="8" r="7" stroke="none" />
          <path d="M5 11l.5-2.200L9.800 4.500l1.700 1.700L7.200 10.500z" className="field-mark-on" />
        </>
      )}
    </svg>
  );
}
