/** Places for which a form asks part by part: street, town, state, ZIP code, country. */
import { inAnyCase, type Span, textBefore } from '../tokens.ts';
import type { ToldText } from './told.ts';

const KEYS = inAnyCase(
  'street(?: address)?|address|location|place|city|town|state|province|zip(?: ?code)?|postal ?code|postcode|country',
);
const KEY = String.raw`(?<![\p{L}_])(${KEYS})(?![\p{L}])["'*_>)\]]{0,4}[ \t]{0,40}(?:[:=|]|\.{3,80}|…|->|=>)["'*|. \t>]{0,40}(?:\n[ \t]{0,40})?`;
/** Its value ends with its line or cell, or before the next label on the line. */
const PART = new RegExp(
  String.raw`${KEY}([^\n"|<;]{2,70}?)(?=["'*|<;]|\n|$|,?[ \t]{1,9}(?:${KEYS})\b[^\n]{0,6}:|[ \t]{1,9}\p{Lu}\p{L}{1,14}(?: (?!(?:${KEYS})\b)\p{L}{1,14}){0,2}:| {3,})`,
  'gu',
);
/** In this order, the town at least behind the street. */
const ORDER = [
  /^(?:street|address|location|place)/i,
  /^(?:city|town)/i,
  /^(?:state|province)/i,
  /^(?:zip|post)/i,
  /^country/i,
];
/** What may stand between one part and the next. */
const GAP = /^(?:["'*|,;\s_>-]|<\/?\w{1,12}>){0,24}$/;

export interface PlaceInParts extends ToldText {
  /** Its first part. */
  street: string;
  spans: Span[];
}

/** The places for which a form asks part by part: "Street: … City: … State: … ZIP: … Country: …". */
export function placesInParts(text: string): PlaceInParts[] {
  const parts = [...text.matchAll(PART)].map((match) => {
    const printed = (match[2] ?? '').trim();
    const start = match.index + match[0].length - (match[2] ?? '').length;
    return { key: match[1] ?? '', printed, from: match.index, start, end: start + printed.length };
  });
  return parts.flatMap((street, index): PlaceInParts[] => {
    if (!ORDER[0]?.test(street.key)) return [];
    const found = [street];
    let rank = 0;
    for (const part of parts.slice(index + 1, index + ORDER.length)) {
      const next = ORDER.findIndex((key) => key.test(part.key));
      const before = found.at(-1);
      if (!before || next <= rank || !GAP.test(text.slice(before.end, part.from))) break;
      if (rank === 0 && next !== 1) break;
      rank = next;
      found.push(part);
    }
    if (found.length < 3) return [];
    const zip = found.findIndex(({ key }) => ORDER[3]?.test(key));
    const value = found
      .map(({ printed }, at) => (at === 0 ? printed : at === zip ? ` ${printed}` : `, ${printed}`))
      .join('');
    const spans = found.map(({ start, end }) => ({ start, end }));
    return [
      { value, street: street.printed, spans, start: street.start, end: found.at(-1)?.end ?? street.end },
    ];
  });
}

/** Whether the words before a place say that it is that of the loss. */
export const isOfTheLoss = (text: string, place: Pick<Span, 'start'>): boolean =>
  /\b(?:loss|accident|incident|occurr\w+|scene)\b/i.test(textBefore(text, place, 160)) &&
  !/\b(?:mailing|home|residence|insured['’]?s)\b[^\n]{0,30}$/i.test(textBefore(text, place, 60));
