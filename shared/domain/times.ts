/** Times of day in their printed forms. */
import type { Span } from './tokens.ts';

export interface PrintedTime extends Span {
  /** `HH:MM`, 24 hours. */
  value: string;
}

const MERIDIEM = '([ap])\\.?\\s?m\\b\\.?|in\\s+the\\s+(morning|afternoon|evening)|at\\s+(night)';
const CLOCK = new RegExp(
  `(?<![\\d:.,$])(\\d{1,2})[:.h](\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(?!\\d)(?:\\s*(?:${MERIDIEM}))?`,
  'gi',
);
const HOUR = new RegExp(`(?<![\\d:.,/$])(\\d{1,2})()\\s*(?:o['’]?clock\\s*)?(?:${MERIDIEM})`, 'gi');
const MILITARY = /(?<![\d:.,/$-])([01]\d|2[0-3]):?([0-5]\d)\s*(?:hrs?|hours|h)\b/gi;
const WORD = /\b(?:12(?::00)?\s*)?(noon|midday|midnight)\b/gi;

/** All times of day printed in `text`, in order. */
export function scanTimes(text: string): PrintedTime[] {
  const found: PrintedTime[] = [];
  const add = (match: RegExpExecArray, value: string | null): void => {
    const span = { start: match.index, end: match.index + match[0].trimEnd().length };
    if (value && !found.some((other) => other.start <= span.start && span.start < other.end)) {
      found.push({ value, ...span });
    }
  };
  for (const match of text.matchAll(WORD))
    add(match, match[1]?.toLowerCase() === 'midnight' ? '00:00' : '12:00');
  for (const match of text.matchAll(MILITARY)) add(match, clock(match[1], match[2], undefined));
  for (const match of text.matchAll(CLOCK)) {
    const half = halfOfDay(match, 3);
    // "2.30" is an amount or a section number unless a half of the day follows.
    if (!match[0].startsWith(`${match[1]}:`) && !half) continue;
    add(match, clock(match[1], match[2], half));
  }
  for (const match of text.matchAll(HOUR)) add(match, clock(match[1], '00', halfOfDay(match, 3)));
  return found.sort((a, b) => a.start - b.start);
}

function halfOfDay(match: RegExpExecArray, group: number): 'a' | 'p' | undefined {
  const letter = match[group]?.toLowerCase();
  if (letter === 'a' || letter === 'p') return letter;
  const part = (match[group + 1] ?? match[group + 2])?.toLowerCase();
  if (!part) return undefined;
  if (part === 'morning') return 'a';
  // "12:30 at night" and "2:00 at night" are before dawn, "11:00 at night" is not.
  const hour = Number(match[1]);
  return part === 'night' && (hour < 5 || hour === 12) ? 'a' : 'p';
}

function clock(hourText = '', minuteText = '', half: 'a' | 'p' | undefined): string | null {
  let hour = Number(hourText);
  const minute = Number(minuteText);
  if (minute > 59 || hour > 23) return null;
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour > 12) return null;
  if (half === 'a' && hour === 12) hour = 0;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
