/** Values of the other trades' documents: how each is printed, and how an answer writes it. */
import type { RawValue } from '../../../shared/claim-fields.ts';
import { expand, withoutGaps } from '../grammar.ts';
import * as people from '../people.ts';
import * as print from '../print.ts';
import type { Random } from '../random.ts';

export interface Printed {
  text: string;
  answer: RawValue;
}
export type Value = (r: Random) => Printed;

const plain =
  (write: (r: Random) => string): Value =>
  (r) => {
    const text = write(r);
    return { text, answer: text };
  };

/** One of these patterns; `#` is a digit, `@` a capital. */
export const code = (...patterns: string[]): Value => plain((r) => r.fill(r.pick(patterns)));
export const one = (...words: string[]): Value => plain((r) => r.pick(words));
/** Text of a grammar: `[a|b|]` is a choice, `{n}` a number, `{name}`, `{last}`, `{place}`, `{thing}` as they say. */
export const told = (...templates: string[]): Value => plain((r) => say(r, r.pick(templates)));

export const day: Value = plain((r) =>
  print.date(
    new Date(Date.UTC(2016, 0, 1) + r.int(0, 4100) * 86_400_000).toISOString().slice(0, 10),
    r.pick(['mm/dd/yyyy', 'm/d/y', 'iso', 'long', 'short', 'day-month', 'dd-mon', 'ordinal', 'mm-dd-yyyy']),
  ),
);
export const birthday: Value = plain((r) =>
  print.date(
    new Date(Date.UTC(1935, 0, 1) + r.int(0, 28_000) * 86_400_000).toISOString().slice(0, 10),
    r.pick(['mm/dd/yyyy', 'iso', 'long', 'short', 'day-month']),
  ),
);
export const amount: Value = plain((r) =>
  print.money(r.chance(0.3) ? r.int(1, 900) * 1000 : r.int(100, 2_000_000), r.int(0, 5), currency(r)),
);
export const clock: Value = plain((r) =>
  print.time(
    `${String(r.int(0, 23)).padStart(2, '0')}:${r.chance(0.6) ? r.pick(['00', '15', '20', '30', '45']) : String(r.int(0, 59)).padStart(2, '0')}`,
    r.int(0, 8),
  ),
);
export const who: Value = plain((r) => people.fullName(people.person(r)));
export const firm: Value = plain(people.business);
export const place: Value = plain((r) => people.oneLineAddress(people.address(r, undefined, r.chance(0.1))));
export const town: Value = plain(people.city);
export const tel: Value = plain((r) => print.phone(r.fill('###555####'), r.int(0, 6)));
export const mail: Value = plain((r) => people.emailFor(r, people.firstName(r), people.lastName(r)));
export const measure = (low: number, high: number, ...units: string[]): Value =>
  plain((r) => {
    const value = r.chance(0.4) ? (r.int(low * 10, high * 10) / 10).toFixed(1) : String(r.int(low, high));
    return `${value}${r.pick(['', ' '])}${r.pick(units)}`;
  });

/** A yes or no, in the words of a form or in its own. */
export const yesNo =
  (yes: string[] = [], no: string[] = []): Value =>
  (r) => {
    const answer = r.chance(0.5);
    const text = answer
      ? r.pick(['Yes', 'yes', 'YES', 'Y', 'X', 'true', ...yes])
      : r.pick(['No', 'no', 'NO', 'N', 'false', 'not ticked', ...no]);
    return { text, answer };
  };

/** Several of a kind, none of them twice. */
export const several =
  (each: Value, low: number, high: number): Value =>
  (r) => {
    const items = [...new Set(Array.from({ length: r.int(low, high) }, () => each(r).text))];
    return { text: items.join(r.pick([', ', '; ', ' / ', '\n- '])), answer: items };
  };

const currency = (r: Random): string => r.pick(['$', '$', '$', '$', '€', '£', 'EUR ', 'CHF ']);

const THINGS =
  'pump gate panel belt sensor ladder freezer scanner boiler fan lock screen trolley door hose lamp pallet valve gauge motor camera printer cable shelf router tray filter oven cart label tank'.split(
    ' ',
  );

/** A grammar's text with people, places and things drawn for its slots. */
export const say = (r: Random, template: string): string =>
  withoutGaps(
    expand(template, r, (slot) => {
      switch (slot) {
        case 'n':
          return String(r.int(2, 90));
        case 'name':
          return people.fullName(people.person(r));
        case 'last':
          return people.lastName(r);
        case 'place':
          return people.city(r);
        case 'thing':
          return r.pick(THINGS);
        default:
          return r.fill(slot);
      }
    }),
  );

const SENTENCES = [
  'The {thing} [near|behind|next to] the [entrance|office|stairs|loading door] [stopped working|made a loud noise|was found open|would not start|began to leak|showed an error].',
  '{name} [called|came by|looked at it|asked for a callback] [at noon|around {n} minutes later|the next day|before the shift ended].',
  '[We|They|The crew] [replaced|cleaned|tested|moved|reset] the {thing} and [checked|wrote down|photographed] the {thing} [twice|as well|for the record|].',
  '[Nobody|No one] [had noticed|reported] [anything unusual|the problem] [before|until {n} minutes past the hour|that week].',
  'A [new|spare|borrowed|second] {thing} [arrived|was ordered|is on its way] from {place} [on Monday|this week|with the next truck|].',
  '[According to {last}|As {last} explained|In the view of {name}], the {thing} [was older than it looked|had been repaired before|should have been locked|is no longer made].',
  'It [took|lasted] [about|nearly|more than] {n} minutes [to find the cause|to clear the floor|before work went on|].',
  '[The cost is not known yet|A quote was asked for|It was settled by telephone|The matter was closed the same day], [but|and] {last} [will follow up|wants it in writing|was told].',
  '[Please note that|For the file:|To be clear,] the {thing} [was not part of the order|belongs to {name}|had been paid for|stays at {place}].',
  'The [temperature|pressure|level|reading] [rose|fell] to {n} and [stayed there|came back to normal|was logged by {last}].',
];

/** A few sentences that tell something: long values to copy. */
export const story = (low: number, high: number): Value =>
  plain((r) =>
    r
      .some(SENTENCES, r.int(low, high))
      .map((sentence) => say(r, sentence).replace(/\s+([.,])/g, '$1'))
      .join(' '),
  );
