import type { Dashboard } from '../api/queries.ts';
import { StackedColumns } from '../charts/stacked-columns.tsx';
import { reviewed } from './figures.ts';
import { stretchWords } from './period.ts';

export function ThroughputChart({ dashboard: { stretches, by } }: { dashboard: Dashboard }) {
  const counts = (of: (stretch: Dashboard['stretches'][number]) => number): number[] => stretches.map(of);
  return (
    <section className="card card-body">
      <StackedColumns
        title={by === 'hour' ? 'Claims per hour' : 'Claims per day'}
        about="Settled claims by how they ended; the stroke shows how many were handed in."
        columnName={by === 'hour' ? 'Hour' : 'Day'}
        stretches={stretches.map(({ from }, index) => stretchWords(from, by, index === stretches.length - 1))}
        beside={{ label: 'handed in', series: 0, counts: counts(({ handedIn }) => handedIn) }}
        parts={[
          { label: 'auto-accepted', series: 1, counts: counts(({ autoAccepted }) => autoAccepted) },
          { label: 'completed by a reviewer', series: 2, counts: counts(reviewed) },
          { label: 'rejected', series: 4, counts: counts(({ rejected }) => rejected) },
          { label: 'stopped', series: 5, counts: counts(({ cancelled }) => cancelled) },
        ]}
      />
    </section>
  );
}
