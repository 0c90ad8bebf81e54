/** Rounds of training: all of them as a list, one of them with how far it is. */
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from 'wouter';
import type { Answer } from '../api/client.ts';
import { roundQuery, roundsQuery } from '../api/queries.ts';
import { Badge } from '../parts/badge.tsx';
import { Moment } from '../parts/moment.tsx';
import { Empty, ErrorNotice, Loading } from '../parts/states.tsx';
import { modelPath } from '../shell/places.ts';
import { durationText, useNow } from '../words/times.ts';
import type { Tone } from '../words/words.ts';
import { RoundProgress } from './round-progress.tsx';

type RoundLine = Answer<'listRounds'>['rounds'][number];

const STATES: Record<RoundLine['state'], { word: string; tone: Tone }> = {
  running: { word: 'running', tone: 'accent' },
  waiting: { word: 'waits for a person', tone: 'doubt' },
  promoted: { word: 'promoted', tone: 'good' },
  refused: { word: 'refused', tone: 'plain' },
  failed: { word: 'failed', tone: 'bad' },
  cancelled: { word: 'stopped', tone: 'plain' },
};

export function Rounds() {
  const query = useQuery(roundsQuery);
  const rounds = query.data?.rounds;
  const asked = new URLSearchParams(useSearch()).get('round');
  const shown =
    rounds?.find(({ id }) => id === asked) ?? rounds?.find(({ endedAt }) => endedAt === null) ?? rounds?.[0];
  return (
    <>
      {shown && <Shown key={shown.id} id={shown.id} />}
      <section className="card" aria-labelledby="rounds">
        <div className="card-head">
          <h2 id="rounds">Rounds of training</h2>
        </div>
        {!rounds ? (
          query.error ? (
            <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <Loading />
          )
        ) : rounds.length === 0 ? (
          <Empty title="No round of training has run">
            <p>
              A round makes a new version from the corrections of reviewers and asks before it rolls it out.
              Start one with <code>npm run models -- round</code>, or <code>roundWorkflow</code> with{' '}
              <code>{'{}'}</code> in the Temporal UI.
            </p>
          </Empty>
        ) : (
          <RoundTable rounds={rounds} shown={shown?.id} />
        )}
      </section>
    </>
  );
}

function Shown({ id }: { id: string }) {
  const query = useQuery(roundQuery(id));
  if (query.data) return <RoundProgress round={query.data} />;
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading what="Loading the round" />;
}

function RoundTable({ rounds, shown }: { rounds: RoundLine[]; shown: string | undefined }) {
  const now = useNow();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Round</th>
          <th scope="col">State</th>
          <th scope="col">Step</th>
          <th scope="col">Model</th>
          <th scope="col">Started</th>
          <th scope="col" className="number">
            Took
          </th>
        </tr>
      </thead>
      <tbody>
        {rounds.map(({ id, state, step, model, startedAt, endedAt }) => (
          <tr key={id} aria-current={id === shown ? 'true' : undefined}>
            <th scope="row">
              <Link href={`/models?round=${encodeURIComponent(id)}`}>{id}</Link>
            </th>
            <td>
              <Badge tone={STATES[state].tone}>{STATES[state].word}</Badge>
            </td>
            <td>{step.replaceAll('_', ' ')}</td>
            <td>
              {model ? <Link href={modelPath(model)}>{model}</Link> : <span className="quiet">none yet</span>}
            </td>
            <td>
              <Moment iso={startedAt} />
            </td>
            <td className="number">
              {endedAt ? (
                durationText(Date.parse(endedAt) - Date.parse(startedAt))
              ) : (
                <span className="quiet">{durationText(Math.max(0, now - Date.parse(startedAt)))} so far</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
