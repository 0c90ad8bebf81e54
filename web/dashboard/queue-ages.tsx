/** What waits for people now, and for how long already. */
import type { Dashboard } from '../api/queries.ts';
import { Badge } from '../parts/badge.tsx';
import { ShareBar } from '../parts/share-bar.tsx';
import { durationText } from '../words/times.ts';
import { QUEUE_WORDS } from '../words/words.ts';

const WORDS: Record<string, string> = {
  ...QUEUE_WORDS,
  audit: 'Blind readings',
  disagreement: 'Disagreements',
};

export function QueueAges({ queues }: { queues: Dashboard['queues'] }) {
  const oldest = Math.max(1, ...queues.map(({ oldestSeconds }) => oldestSeconds ?? 0));
  return (
    <section className="card" aria-labelledby="queues">
      <div className="card-head">
        <h2 id="queues">Waiting now</h2>
        <span className="quiet small">Age since it began to wait, whatever the period above</span>
      </div>
      {queues.length === 0 ? (
        <p className="card-body quiet">Nothing waits for anybody.</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Queue</th>
              <th scope="col" className="number">
                Waiting
              </th>
              <th scope="col" className="number">
                Held
              </th>
              <th scope="col" className="number">
                Overdue
              </th>
              <th scope="col" className="number">
                Median age
              </th>
              <th scope="col" className="number">
                Oldest
              </th>
              <th scope="col" className="queue-drawn">
                <span className="unseen">Oldest, drawn</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {queues.map(({ queue, waiting, held, overdue, oldestSeconds, medianSeconds }) => (
              <tr key={queue}>
                <th scope="row">{WORDS[queue] ?? queue}</th>
                <td className="number">{waiting}</td>
                <td className="number">{held}</td>
                <td className="number">{overdue > 0 ? <Badge tone="bad">{overdue}</Badge> : 0}</td>
                <td className="number">{age(medianSeconds)}</td>
                <td className="number">{age(oldestSeconds)}</td>
                <td className="queue-drawn">
                  <ShareBar share={(oldestSeconds ?? 0) / oldest} tone={overdue > 0 ? 'doubt' : ''} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const age = (seconds: number | null): string => (seconds === null ? '–' : durationText(seconds * 1_000));
