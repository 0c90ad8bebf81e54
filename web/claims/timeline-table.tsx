/** Each step and each person's action as a row, with its bar on the axis that all rows share. */
import { useMemo } from 'react';
import type { Timeline, TimelineEntry } from '../api/queries.ts';
import { Badge } from '../parts/badge.tsx';
import { clockText, durationText, fullMoment, useNow } from '../words/times.ts';
import { listed } from '../words/words.ts';
import { type TimeAxis, timeAxis } from './time-axis.ts';
import {
  attemptsOf,
  beganAt,
  goesOn,
  outcomeOf,
  rowsOf,
  spansOf,
  type TimelineRow,
  tookMs,
} from './timeline-rows.ts';
import { detailWords, OUTCOME_WORDS, whatWords } from './timeline-words.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

export function TimelineTable({ timeline }: { timeline: Timeline }) {
  const now = useNow();
  const rows = useMemo(() => rowsOf(timeline.entries), [timeline]);
  const axis = useMemo(() => timeAxis(spansOf(timeline, now)), [timeline, now]);
  const longest = Math.max(1, ...timeline.entries.map((entry) => entry.tookMs ?? 0));
  return (
    <div className="timeline-scroll">
      <table className="table timeline-table">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Who</th>
            <th scope="col" className="number">
              Began
            </th>
            <th scope="col" className="number">
              Took
            </th>
            <th scope="col" className="timeline-axis">
              <span className="unseen">Drawn in time</span>
              <Axis axis={axis} />
            </th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.key}
              row={row}
              axis={axis}
              longest={longest}
              now={now}
              submittedAt={timeline.submittedAt}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row,
  axis,
  longest,
  now,
  submittedAt,
}: {
  row: TimelineRow;
  axis: TimeAxis;
  longest: number;
  now: number;
  submittedAt: string;
}) {
  const [first] = row.entries;
  const began = beganAt(row);
  const took = tookMs(row);
  const { word, tone } = OUTCOME_WORDS[outcomeOf(row)];
  const attempts = attemptsOf(row);
  const details = [...new Set(row.entries.flatMap(detailWords))];
  return (
    <tr>
      <th scope="row">
        {whatWords(row.what)}
        {row.entries.length > 1 && <span className="quiet"> × {row.entries.length}</span>}
        {details.length > 0 && <span className="timeline-detail">{details.join(' · ')}</span>}
      </th>
      <td>
        <Who row={row} />
      </td>
      <td className="number">
        {began ? <BeganAt iso={began} submittedAt={submittedAt} /> : <span className="quiet">not kept</span>}
      </td>
      <td className="number">
        {took !== null ? (
          durationText(took)
        ) : row.entries.some(goesOn) && began ? (
          <>
            {durationText(Math.max(0, now - Date.parse(began)))}
            <span className="timeline-so-far"> so far</span>
          </>
        ) : (
          <span className="quiet" aria-hidden="true">
            –
          </span>
        )}
      </td>
      <td className="timeline-lane">
        <span className="timeline-lane-inner" aria-hidden="true">
          {axis.breaks.map(({ from, left, right }) => (
            <span
              key={from}
              className="timeline-break"
              style={{ left: share(left), width: share(right - left) }}
            />
          ))}
          {row.entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries of a row are told apart by their place alone
            <Bar key={index} entry={entry} axis={axis} longest={longest} now={now} />
          ))}
        </span>
      </td>
      <td className="nowrap">
        {!(first.until === null && first.outcome === 'done' && first.kind === 'person') && (
          <Badge tone={tone}>{word}</Badge>
        )}
        {attempts > 1 && <span className="timeline-attempts">{attempts} attempts</span>}
      </td>
    </tr>
  );
}

/** A time of day says enough on the day on which the claim was handed in. */
function BeganAt({ iso, submittedAt }: { iso: string; submittedAt: string }) {
  const at = new Date(iso);
  const sameDay = at.toDateString() === new Date(submittedAt).toDateString();
  return (
    <time dateTime={iso} title={fullMoment(iso)}>
      {!sameDay && <span className="timeline-day">{day.format(at)}</span>}
      {clock.format(at)}
    </time>
  );
}

/** People by name; of steps the model first, the worker's name is for whoever looks for it. */
function Who({ row }: { row: TimelineRow }) {
  const [first] = row.entries;
  const who = [...new Set(row.entries.flatMap((entry) => (entry.who ? [entry.who] : [])))];
  if (first.kind !== 'step') return <span className="timeline-person">{listed(who)}</span>;
  return (
    <span className="quiet small">
      {first.model && <span className="timeline-model">{first.model}</span>}
      {who.length > 0 && (
        <span className="mono timeline-worker" title={who.join(', ')}>
          {who.length === 1 ? who[0] : `${who.length} workers`}
        </span>
      )}
    </span>
  );
}

const share = (of: number): string => `${of * 100}%`;

function Bar({
  entry,
  axis,
  longest,
  now,
}: {
  entry: TimelineEntry;
  axis: TimeAxis;
  longest: number;
  now: number;
}) {
  const { at, until, kind, outcome, what } = entry;
  if (at === null)
    return (
      <span className="timeline-bar step" style={{ left: 0, width: share((entry.tookMs ?? 0) / longest) }} />
    );
  const from = axis.place(Date.parse(at));
  if (until === null && !goesOn(entry))
    return <span className={`timeline-moment ${kind}`} style={{ left: share(from) }} />;
  const to = axis.place(until === null ? now : Date.parse(until));
  const look = what.startsWith('await') ? 'wait' : kind;
  return (
    <span
      className={`timeline-bar ${look} ${outcome}`}
      style={{ left: share(from), width: share(to - from) }}
    />
  );
}

function Axis({ axis }: { axis: TimeAxis }) {
  return (
    <span className="timeline-ticks" aria-hidden="true">
      {axis.ticks.map(({ at, left, begins, since }) => (
        <span
          key={at}
          style={{ left: share(left) }}
          className={left > 0.93 ? 'last' : left === 0 ? 'first' : ''}
        >
          {begins ? clockText(new Date(at).toISOString()) : `+${durationText(since)}`}
        </span>
      ))}
      {axis.breaks.map(({ from, until, left, right }) => (
        <span key={from} className="cut" style={{ left: share((left + right) / 2) }}>
          {durationText(until - from)}
        </span>
      ))}
    </span>
  );
}
