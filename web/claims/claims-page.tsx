/** All claims of the tenant, the newest first. */
import './claims.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useLocation, useSearch } from 'wouter';
import { type ClaimLine, claimsQuery } from '../api/queries.ts';
import { PriorityBadge, StatusBadge } from '../parts/badge.tsx';
import { Deadline, Moment } from '../parts/moment.tsx';
import { More } from '../parts/more.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Empty, ErrorNotice, Loading } from '../parts/states.tsx';
import { useMe } from '../shell/me.ts';
import { hasAny, isReviewer, reviewPath, timelinePath } from '../shell/places.ts';
import { durationText } from '../words/times.ts';
import { counted, QUEUE_WORDS } from '../words/words.ts';
import {
  type ClaimFilter,
  exportAddress,
  filterOf,
  isFiltered,
  NO_FILTER,
  queryOf,
  searchOf,
} from './claim-filter.ts';
import { FilterBar } from './filter-bar.tsx';

export default function ClaimsPage() {
  const filter = filterOf(useSearch());
  const [, go] = useLocation();
  const me = useMe();
  const query = useInfiniteQuery(claimsQuery(queryOf(filter)));
  const change = (next: ClaimFilter): void => {
    const search = searchOf(next);
    go(search === '' ? '/claims' : `/claims?${search}`, { replace: true });
  };
  const claims = query.data?.pages.flatMap((page) => page.claims);
  return (
    <div className="page">
      <PageHead
        title="Claims"
        end={
          <>
            {claims && (
              <span className="quiet small" role="status">
                {query.hasNextPage ? `the newest ${claims.length} shown` : counted(claims.length, 'claim')}
              </span>
            )}
            {hasAny(me, ['senior_reviewer', 'auditor']) && (
              <a className="button" href={exportAddress(filter)} download="claims.csv">
                Export as CSV
              </a>
            )}
          </>
        }
      />
      <FilterBar filter={filter} onChange={change} />
      {claims ? (
        claims.length === 0 ? (
          <div className="card">
            {isFiltered(filter) ? (
              <Empty title="No claim fits this filter">
                <button type="button" className="button" onClick={() => change(NO_FILTER)}>
                  Show all claims
                </button>
              </Empty>
            ) : (
              <Empty title="No claims yet">
                Intake hands them in over the API; <code>npm run claims -- submit FILE</code> hands one in
                from the command line.
              </Empty>
            )}
          </div>
        ) : (
          <>
            <ClaimsTable claims={claims} mayReview={isReviewer(me)} />
            <More query={query} />
          </>
        )
      ) : query.error ? (
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading />
      )}
    </div>
  );
}

function ClaimsTable({ claims, mayReview }: { claims: ClaimLine[]; mayReview: boolean }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls what has the focus
    <section className="table-wrap" tabIndex={0} aria-label="Claims">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Claim</th>
            <th scope="col">Status</th>
            <th scope="col">Urgency</th>
            <th scope="col">Model</th>
            <th scope="col">Handed in</th>
            <th scope="col" className="number">
              Took
            </th>
            <th scope="col">Waits for</th>
            <th scope="col">Deadline</th>
            <th scope="col">Result to intake</th>
            <th scope="col">
              <span className="unseen">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <Row key={claim.id} claim={claim} mayReview={mayReview} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ claim, mayReview }: { claim: ClaimLine; mayReview: boolean }) {
  const { id, status, submittedAt, settledAt, queue, dueAt, heldBy, delivery } = claim;
  const waits = status === 'in_review' || status === 'awaiting_budget';
  return (
    <tr>
      <th scope="row" className="claims-id">
        <Link href={timelinePath(id)}>{id}</Link>
      </th>
      <td>
        <StatusBadge status={status} />
      </td>
      <td>
        <PriorityBadge priority={claim.priority} />
      </td>
      <td className="nowrap">{claim.model ?? <None />}</td>
      <td>
        <Moment iso={submittedAt} />
      </td>
      <td className="number">
        {settledAt ? durationText(Date.parse(settledAt) - Date.parse(submittedAt)) : <None />}
      </td>
      <td className="nowrap">
        {heldBy ? (
          <>
            {heldBy} <span className="quiet small">has it</span>
          </>
        ) : queue ? (
          (QUEUE_WORDS[queue] ?? queue)
        ) : (
          <None />
        )}
      </td>
      <td>{dueAt ? <Deadline iso={dueAt} /> : <None />}</td>
      <td className="nowrap">{delivery ? delivery.replaceAll('_', ' ') : <None />}</td>
      <td className="number">
        {waits && mayReview && (
          <Link className="button small" href={reviewPath(id)} aria-label={`Review claim ${id}`}>
            Review
          </Link>
        )}
      </td>
    </tr>
  );
}

const None = () => (
  <span className="quiet">
    <span aria-hidden="true">–</span>
    <span className="unseen">none</span>
  </span>
);
