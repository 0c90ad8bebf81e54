import type { Ref } from 'react';
import { Link } from 'wouter';
import type { Me, ReviewLine } from '../api/queries.ts';
import { Badge, PriorityBadge } from '../parts/badge.tsx';
import { Deadline } from '../parts/moment.tsx';
import { ShareBar } from '../parts/share-bar.tsx';
import { reviewPath } from '../shell/places.ts';
import { useNow, waitText } from '../words/times.ts';
import { capital, fieldTitle, reasonWords } from '../words/words.ts';

/** Rides along to the review: who opens a claim from here means to work on it. */
export interface OpenedFromQueue {
  hold: true;
}

/** More expected errors than this fill the bar. */
const FULL_BAR = 8;
const TITLES_SHOWN = 4;

export function QueueTable({
  lines,
  me,
  list,
}: {
  lines: readonly ReviewLine[];
  me: Me;
  list: Ref<HTMLTableSectionElement>;
}) {
  const now = useNow();
  return (
    <div className="table-wrap">
      <table className="table queue">
        <thead>
          <tr>
            <th scope="col">Due</th>
            <th scope="col">Urgency</th>
            <th scope="col">Claim</th>
            <th scope="col">Why a person is needed</th>
            <th scope="col">Expected errors</th>
            <th scope="col" className="number">
              Waits for
            </th>
            <th scope="col">Held by</th>
          </tr>
        </thead>
        <tbody ref={list}>
          {lines.map((line) => (
            <tr key={`${line.id}/${line.version}`}>
              <td>
                <Deadline iso={line.dueAt} />
              </td>
              <td>
                <PriorityBadge priority={line.priority} />
              </td>
              <th scope="row">
                <Link
                  href={reviewPath(line.id)}
                  state={{ hold: true } satisfies OpenedFromQueue}
                  className="queue-claim"
                  data-claim={line.id}
                >
                  {line.id}
                </Link>
                {line.queue === 'senior_reviewers' && <Badge tone="accent">senior</Badge>}
              </th>
              <td className="queue-why">
                <Why line={line} />
              </td>
              <td className="nowrap">
                {line.expectedErrors === null ? (
                  <span className="quiet">unknown</span>
                ) : (
                  <>
                    <ShareBar share={line.expectedErrors / FULL_BAR} tone="doubt" />
                    <span className="queue-errors">{line.expectedErrors.toFixed(1)}</span>
                  </>
                )}
              </td>
              <td className="number quiet">{waitText(now - new Date(line.openedAt).getTime())}</td>
              <td>
                {line.heldBy === null ? (
                  <span className="quiet">nobody</span>
                ) : line.heldBy === me.subject ? (
                  <Badge tone="accent">you</Badge>
                ) : (
                  <Badge tone="doubt">{line.heldBy}</Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Why({ line }: { line: ReviewLine }) {
  const titles = line.fields.map(fieldTitle);
  const more = titles.length - TITLES_SHOWN;
  const others = line.reasons.filter((reason) => reason !== 'fields_in_doubt');
  return (
    <>
      {titles.length > 0 && (
        <span title={titles.join(', ')}>
          <strong>{titles.length}</strong> in doubt:{' '}
          <span className="quiet">
            {titles.slice(0, TITLES_SHOWN).join(', ')}
            {more > 0 && ` and ${more} more`}
          </span>
        </span>
      )}
      {others.length > 0 && (
        <span className="queue-reasons">
          {others.map((reason) => capital(reasonWords(reason))).join(' · ')}
        </span>
      )}
    </>
  );
}
