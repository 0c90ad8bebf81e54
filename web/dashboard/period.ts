/** The period of the dashboard, and its stretches in words. Pure. */

export type Unit = 'hour' | 'day';
export interface Period {
  by: Unit;
  last: number;
}

export const LENGTHS: Record<Unit, { last: number; word: string }[]> = {
  hour: [
    { last: 24, word: '24 hours' },
    { last: 72, word: '3 days' },
    { last: 168, word: '7 days' },
  ],
  day: [
    { last: 14, word: '14 days' },
    { last: 30, word: '30 days' },
    { last: 90, word: '90 days' },
  ],
};

/** Whatever an address holds gives a period. */
export function periodOf(search: string): Period {
  const params = new URLSearchParams(search);
  const by: Unit = params.get('by') === 'day' ? 'day' : 'hour';
  const asked = Number(params.get('last'));
  const [first] = LENGTHS[by];
  return { by, last: LENGTHS[by].find(({ last }) => last === asked)?.last ?? first?.last ?? 24 };
}

export const searchOfPeriod = ({ by, last }: Period): string => `by=${by}&last=${last}`;

const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const localDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
/** Days are those of UTC, as the server counts them; in another zone their beginning would lie on the day before. */
const utcDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A stretch at the axis and by its name; the one that is not over says so. */
export function stretchWords(from: string, by: Unit, isLast: boolean): { name: string; label: string } {
  const at = new Date(from);
  const name = by === 'day' ? utcDay.format(at) : `${localDay.format(at)} ${hour.format(at)}`;
  const label =
    by === 'hour' && at.getHours() !== 0 ? hour.format(at) : by === 'day' ? name : localDay.format(at);
  return { name: isLast ? `${name}, so far` : name, label };
}
