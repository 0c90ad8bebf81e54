/** Claims of which two readings differ, for a senior who gave neither of them. */
import '../audits/audits.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import type { Answer } from '../api/client.ts';
import { disagreementsQuery } from '../api/queries.ts';
import { Moment } from '../parts/moment.tsx';
import { More } from '../parts/more.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Empty, Loaded, Notice } from '../parts/states.tsx';
import { WaitingOrDecided } from '../parts/waiting-or-decided.tsx';
import { useMe } from '../shell/me.ts';
import { decisionPath } from '../shell/places.ts';
import { durationText, useNow } from '../words/times.ts';
import { fieldTitle, listed } from '../words/words.ts';

type Line = Answer<'listDisagreements'>['disagreements'][number];

export default function DisagreementsPage() {
  const [decided, setDecided] = useState(false);
  const query = useInfiniteQuery(disagreementsQuery(decided));
  const done = useHistoryState<{ decided?: string } | null>()?.decided;
  return (
    <div className="page">
      <PageHead
        title="Disagreements"
        about="Where a blind reading differs from the record, a senior reviewer who gave neither of them decides."
        end={<WaitingOrDecided decided={decided} onChange={setDecided} />}
      />
      {done && !decided && (
        <div className="handed-in">
          <Notice tone="good" role="status" title={`The disagreement on ${done} is decided`} />
        </div>
      )}
      <Loaded query={query}>
        {({ pages }) => {
          const lines = pages.flatMap((page) => page.disagreements);
          if (lines.length === 0)
            return (
              <div className="card">
                {decided ? (
                  <Empty title="No disagreement was decided yet" />
                ) : (
                  <Empty title="No disagreement waits">
                    They come from blind readings that differ from the record.
                  </Empty>
                )}
              </div>
            );
          return (
            <>
              <div className="table-wrap">
                <Lines lines={lines} decided={decided} />
              </div>
              <More query={query} />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

function Lines({ lines, decided }: { lines: Line[]; decided: boolean }) {
  const now = useNow();
  const senior = useMe().roles.includes('senior_reviewer');
  return (
    <table className="table lines">
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Read differently</th>
          <th scope="col">Blind reading by</th>
          {decided ? <th scope="col">Decided by</th> : <th scope="col">Opened</th>}
          {decided ? (
            <th scope="col">Decided</th>
          ) : (
            <th scope="col" className="number">
              Waits
            </th>
          )}
          <th scope="col">
            <span className="unseen">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, fields, second, openedAt, decidedBy, decidedAt }) => (
          <tr key={id}>
            <th scope="row">{id}</th>
            <td>{listed(fields.map(fieldTitle))}</td>
            <td>{second}</td>
            <td>{decided ? decidedBy : <Moment iso={openedAt} />}</td>
            {decided ? (
              <td>{decidedAt && <Moment iso={decidedAt} />}</td>
            ) : (
              <td className="number">{durationText(Math.max(0, now - Date.parse(openedAt)))}</td>
            )}
            <td className="number">
              <Link
                className="button small"
                href={decisionPath(id)}
                aria-label={`${decided || !senior ? 'See' : 'Decide'} the disagreement on ${id}`}
              >
                {decided || !senior ? 'See' : 'Decide'}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
