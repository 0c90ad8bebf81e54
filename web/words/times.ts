/** Moments and durations as people read them, in the reader's own time zone. */
import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TICK_MS = 20_000;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const full = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'short', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
});

/** "14:05" today, "3 Mar 14:05" on another day. */
export function momentText(iso: string, now = Date.now()): string {
  const at = new Date(iso);
  const today = at.toDateString() === new Date(now).toDateString();
  return today ? clock.format(at) : `${day.format(at)} ${clock.format(at)}`;
}

export const fullMoment = (iso: string): string => full.format(new Date(iso));
export const clockText = (iso: string): string => clock.format(new Date(iso));

/** "45 s", "12 min", "3 h 20 min", "2 d 4 h": two units at most. */
export function durationText(ms: number): string {
  const size = Math.abs(ms);
  if (size < 1_000) return `${Math.round(size)} ms`;
  if (size < MINUTE) return `${size < 10_000 ? (size / 1_000).toFixed(1) : Math.round(size / 1_000)} s`;
  if (size < HOUR) return `${Math.round(size / MINUTE)} min`;
  if (size < DAY) return two(Math.floor(size / HOUR), 'h', Math.round((size % HOUR) / MINUTE), 'min', 60);
  return two(Math.floor(size / DAY), 'd', Math.round((size % DAY) / HOUR), 'h', 24);
}

/** How long something has waited; seconds matter to nobody. */
export const waitText = (ms: number): string => (ms < MINUTE ? '< 1 min' : durationText(ms));

function two(big: number, bigUnit: string, small: number, smallUnit: string, smallMost: number): string {
  if (small === smallMost) return `${big + 1} ${bigUnit}`;
  return small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;
}

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time of day, three times a minute: for what is said relative to it. */
export function useNow(): number {
  const shown = useSyncExternalStore(subscribe, () => now);
  // Nobody listened for a while: the stored moment is an old one.
  return Date.now() - shown > 2 * TICK_MS ? Date.now() : shown;
}
