/** Claims that somebody reads a second time without having seen what was read. */
import './audits.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import type { Answer } from '../api/client.ts';
import { auditsQuery } from '../api/queries.ts';
import { Badge } from '../parts/badge.tsx';
import { Moment } from '../parts/moment.tsx';
import { More } from '../parts/more.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Empty, Loaded, Notice } from '../parts/states.tsx';
import { WaitingOrDecided } from '../parts/waiting-or-decided.tsx';
import { readingPath, timelinePath } from '../shell/places.ts';
import { durationText, useNow } from '../words/times.ts';
import { fieldTitle, listed } from '../words/words.ts';

type AuditLine = Answer<'listAudits'>['audits'][number];

export default function AuditsPage() {
  const [decided, setDecided] = useState(false);
  const query = useInfiniteQuery(auditsQuery(decided));
  const handedIn = useHistoryState<{ handedIn?: string } | null>()?.handedIn;
  return (
    <div className="page">
      <PageHead
        title="Blind readings"
        about="A share of the claims is read a second time by somebody who has not seen any value: that is how the system’s accuracy is known."
        end={<WaitingOrDecided decided={decided} onChange={setDecided} />}
      />
      {handedIn && !decided && (
        <div className="handed-in">
          <Notice tone="good" role="status" title={`Your reading of ${handedIn} is handed in`}>
            <p>Where it differs from the record, a senior reviewer decides.</p>
          </Notice>
        </div>
      )}
      <Loaded query={query}>
        {({ pages }) => {
          const audits = pages.flatMap((page) => page.audits);
          if (audits.length === 0)
            return <div className="card">{decided ? <NoneDecided /> : <NoneWaiting />}</div>;
          return (
            <>
              <div className="table-wrap">
                {decided ? <Decided audits={audits} /> : <Waiting audits={audits} />}
              </div>
              <More query={query} />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

const NoneWaiting = () => (
  <Empty title="Nothing waits for a blind reading">
    Five percent of the claims that need no reviewer come here, and two percent of the reviewed ones, unless
    the settings AUDIT_SHARE and SECOND_READING_SHARE say otherwise.
  </Empty>
);

const NoneDecided = () => <Empty title="No blind reading is done yet" />;

function Waiting({ audits }: { audits: AuditLine[] }) {
  const now = useNow();
  return (
    <table className="table lines">
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Drawn</th>
          <th scope="col" className="number">
            Waits
          </th>
          <th scope="col" className="number">
            Reminders
          </th>
          <th scope="col">
            <span className="unseen">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {audits.map(({ id, openedAt, reminders }) => (
          <tr key={id}>
            <th scope="row">{id}</th>
            <td>
              <Moment iso={openedAt} />
            </td>
            <td className="number">{durationText(Math.max(0, now - Date.parse(openedAt)))}</td>
            <td className="number">{reminders}</td>
            <td className="number">
              <Link className="button small" href={readingPath(id)} aria-label={`Read blind: claim ${id}`}>
                Read blind
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Decided({ audits }: { audits: AuditLine[] }) {
  return (
    <table className="table lines">
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Read by</th>
          <th scope="col">Handed in</th>
          <th scope="col" className="number">
            Fields that agree
          </th>
          <th scope="col">Differing</th>
        </tr>
      </thead>
      <tbody>
        {audits.map(({ id, auditor, decidedAt, compared, agreed, differing }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={timelinePath(id)}>{id}</Link>
            </th>
            <td>{auditor ?? <span className="quiet">nobody</span>}</td>
            <td>{decidedAt && <Moment iso={decidedAt} />}</td>
            <td className="number">
              {agreed ?? 0} of {compared ?? 0}
            </td>
            <td>
              {differing && differing.length > 0 ? (
                listed(differing.map(fieldTitle))
              ) : (
                <Badge tone="good">both readings agree</Badge>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
