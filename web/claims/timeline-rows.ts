/** Entries of a timeline as rows: runs of one step that follow each other are one row with many bars. Pure. */
import type { z } from 'zod';
import type { claimContracts } from '../../workers/api/contracts/claims.ts';
import type { Span } from './time-axis.ts';

export type Timeline = z.output<(typeof claimContracts)['showTimeline']['responses'][200]>;
export type TimelineEntry = Timeline['entries'][number];

export interface TimelineRow {
  key: string;
  what: string;
  entries: [TimelineEntry, ...TimelineEntry[]];
}

export function rowsOf(entries: readonly TimelineEntry[]): TimelineRow[] {
  const groups: [TimelineEntry, ...TimelineEntry[]][] = [];
  for (const entry of entries) {
    const open = groups.at(-1);
    if (open && belongTogether(open[0], entry)) open.push(entry);
    else groups.push([entry]);
  }
  return groups.map((group, index) => ({
    key: `${index}/${group[0].what}`,
    what: group[0].what,
    entries: group,
  }));
}

/** Steps by their name, whichever worker took them; what people did by who they are. */
const belongTogether = (a: TimelineEntry, b: TimelineEntry): boolean =>
  a.what === b.what && a.kind === b.kind && (a.kind === 'step' || a.who === b.who);

export const beganAt = ({ entries }: TimelineRow): string | null => entries[0].at;

/** From the first beginning to the last end; `null` while one of them goes on, or where nothing lasted. */
export function tookMs({ entries }: TimelineRow): number | null {
  if (entries.length === 1) return entries[0].tookMs;
  const ends = entries.map(({ until }) => until);
  const begins = entries.map(({ at }) => at);
  if (ends.some((until) => until === null) || begins.some((at) => at === null)) return null;
  return Math.max(...ends.map(time)) - Math.min(...begins.map(time));
}

/** The worst of what happened is what a row says. */
const RANK = ['failed', 'running', 'waiting', 'cancelled', 'done'] as const;
export const outcomeOf = ({ entries }: TimelineRow): TimelineEntry['outcome'] =>
  RANK.find((outcome) => entries.some((entry) => entry.outcome === outcome)) ?? 'done';

export const attemptsOf = ({ entries }: TimelineRow): number =>
  Math.max(0, ...entries.map(({ attempts }) => attempts ?? 0));

export const goesOn = ({ outcome, until }: TimelineEntry): boolean =>
  until === null && (outcome === 'running' || outcome === 'waiting');

const time = (iso: string | null): number => (iso === null ? 0 : Date.parse(iso));

/** What the time axis must hold; what goes on reaches until now. */
export function spansOf({ submittedAt, entries }: Timeline, now: number): Span[] {
  const handedIn = time(submittedAt);
  return [
    { from: handedIn, until: handedIn, work: false },
    ...entries.flatMap((entry): Span[] => {
      if (entry.at === null) return [];
      const from = time(entry.at);
      const until = goesOn(entry) ? Math.max(from, now) : entry.until === null ? from : time(entry.until);
      return [{ from, until, work: entry.kind === 'step' }];
    }),
  ];
}
