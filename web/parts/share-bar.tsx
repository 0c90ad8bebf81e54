/** A share drawn as a bar. It says nothing to screen readers: the figure stands beside it. */
export function ShareBar({ share, tone = '' }: { share: number; tone?: '' | 'doubt' | 'good' }) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
  return (
    <span className={`bar ${tone}`} aria-hidden="true">
      <span style={{ width }} />
    </span>
  );
}
