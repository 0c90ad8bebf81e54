/** Which half of a list is shown. */
export function WaitingOrDecided({
  decided,
  onChange,
}: {
  decided: boolean;
  onChange: (decided: boolean) => void;
}) {
  return (
    <fieldset className="choices">
      <legend className="unseen">Which ones</legend>
      <button type="button" aria-pressed={!decided} onClick={() => onChange(false)}>
        Waiting
      </button>
      <button type="button" aria-pressed={decided} onClick={() => onChange(true)}>
        Decided
      </button>
    </fieldset>
  );
}
