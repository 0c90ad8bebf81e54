/** Days, hours and sums as people write them in running text. */
import type { Kit } from '../kit.ts';
import * as print from '../print.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const nth = (n: number): string =>
  `${n}${n > 10 && n < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;

/** A day in words or figures; where the document puts the day first, figures stay in its own form. */
export function day(kit: Kit, iso: string, long = false): string {
  const { r } = kit;
  const [year = '', mm = '', dd = ''] = iso.split('-');
  const [m, d] = [Number(mm), Number(dd)];
  const month = MONTHS[m - 1] ?? '';
  const abroad = kit.f.foreign || kit.style.date === 'day-month' || print.isDayFirst(kit.style.date);
  const short = month.length > 4 ? `${month.slice(0, 3)}.` : month;
  const worded = [
    `the ${nth(d)} of ${month} ${year}`,
    `the ${nth(d)} of ${month}, ${year}`,
    `${d} ${month.slice(0, 3)} ${year}`,
    `${nth(d)} ${month} ${year}`,
  ];
  const usual = [
    ...[`${month} ${nth(d)}, ${year}`, `${month} ${d}, ${year}`, `${month} ${d} ${year}`],
    ...[`${short} ${d}, ${year}`, `${short} ${nth(d)} ${year}`, `${m}/${d}/${year}`, `${m}-${d}-${year}`],
    ...(long
      ? []
      : [
          `${m}/${d}/${year.slice(2)}`,
          `${mm}/${dd}/${year.slice(2)}`,
          `${d}-${month.slice(0, 3)}-${year.slice(2)}`,
        ]),
  ];
  if (abroad) return r.chance(0.5) ? print.date(iso, kit.style.date) : r.pick(worded);
  return r.chance(0.3) ? print.date(iso, kit.style.date) : r.pick(r.chance(0.2) ? worded : usual);
}

export function hour(kit: Kit): string {
  const { r, f } = kit;
  const [hh = '', mm = ''] = f.lossTime.split(':');
  const clock = Number(hh);
  const twelve = clock % 12 === 0 ? 12 : clock % 12;
  const part =
    clock < 12
      ? 'in the morning'
      : clock < 18
        ? 'in the afternoon'
        : clock < 21
          ? 'in the evening'
          : 'at night';
  // "12 in the morning" is nobody's midnight.
  if (clock === 0 || r.chance(0.45)) return print.time(f.lossTime, kit.style.time);
  const half = clock < 12 ? 'am' : 'pm';
  return mm === '00'
    ? r.pick([`${twelve} o'clock ${part}`, `${twelve} ${part}`, `${twelve}${half}`, `${twelve} ${half}`])
    : r.pick([
        `${twelve}:${mm} ${part}`,
        `${twelve}:${mm}${half}`,
        `${twelve}:${mm} ${half}`,
        `${twelve}.${mm} ${half}`,
      ]);
}

/** A sum with its currency: a bare number in a sentence would be no sum. */
export function sum(kit: Kit, cents: number): string {
  const { r, style } = kit;
  const whole = (cents / 100).toLocaleString('en-US');
  if (style.currency === '$' && cents % 100 === 0 && r.chance(0.25))
    return r.pick([`${whole} dollars`, `US$${whole}`, `$${whole}`, `${whole} USD`]);
  return print.money(cents, style.money === 6 ? 2 : style.money, style.currency);
}
