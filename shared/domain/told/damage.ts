/** What was damaged, by an estimate or a sentence: what is to be repaired, "minor damage to the rear bumper". */
import { textBefore } from '../tokens.ts';
import type { ToldText } from './told.ts';

const UNIT = '(?:USD|CAD|AUD|EUR|GBP|INR|dollars|euros)';
const AMOUNT = String.raw`(?:(?:US\$|[AC]\$|[$€£₹]|Rs\.?|${UNIT}) ?\d[\d,.]{0,15}(?: ?${UNIT})?|\d[\d,]{0,15}(?:\.\d\d(?: ?${UNIT})?| ${UNIT}))`;
const OPERATION = String.raw`(?:(?:R&R|R&I|Repl(?:ace)?|Rpr|Repair|Refn|Refinish|Blend)\.?[ \t]{1,20})?`;
const ITEM = String.raw`(\p{L}[^\n:|;$€£₹]{2,80}?)`;
/** "2 Repl left fender (dented) ... $310.00", and the amount below its item where a reader took the columns apart. */
const ROW = new RegExp(
  String.raw`^[ \t|]{0,80}(?:\d{1,3}[.)]?[ \t]{1,20})?${OPERATION}${ITEM}(?:[ \t]{0,80}(?:\.{2,80}|[;|]|(?<=[ \t]{3}))[ \t.;|]{0,80}|\n\n)${AMOUNT}(?:[ \t]?[;|][^\n;|]{1,15})?[ \t|]{0,80}$`,
  'gimu',
);
/** "$310.00     left fender (dented)". */
const ROW_FROM_AMOUNT = new RegExp(String.raw`^[ \t]{0,80}${AMOUNT}[ \t]{2,80}${ITEM}[ \t]{0,80}$`, 'gimu');
const NO_ITEM =
  /\b(?:total|sub-?total|sum|labou?r|tax|paint|materials?|supplies|deductible|less|net|amount|towing|storage|hours?|rate|fees?|disposal|estimate|paid|due|balance|discount|overhead|profit|date|phone|zip|vin|claim|policy|insurance|limit|premium|loss|code|mileage|year)\b/i;
const OF_AN_ESTIMATE = /\b(?:estimate|quotation|quote|repairs?|worksheet|claimed|total)\b/i;

/** The items of the estimate in `text`, in order, as one list; none where it has no estimate. */
export function estimatedItems(text: string): ToldText[] {
  if (!OF_AN_ESTIMATE.test(text)) return [];
  const items = [ROW, ROW_FROM_AMOUNT]
    .flatMap((row) => [...text.matchAll(row)])
    .map((match) => {
      const value = (match[1] ?? '').trim();
      const start = match.index + match[0].indexOf(value);
      return { value, start, end: start + value.length };
    })
    .filter(({ value }) => !NO_ITEM.test(value));
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return [];
  const value = items.map((item) => item.value).join(', ');
  return [{ value, start: first.start, end: last.end, spans: items }];
}

const EXTENT =
  '(?:(?:minor|slight|light|moderate|significant|substantial|extensive|heavy|severe|major|serious|visible) )';
const TOLD = new RegExp(
  String.raw`(?<!\p{L})${EXTENT}?(?:[\w-]{1,20} ){0,2}?(?:damages?|scuff\w*|scratch(?:es|ing)?|dents?|cracks?) (?:to|on|in) (?!a car\b)[^.;:\n]{4,140}|${EXTENT}[^.;:,\n]{3,40}\b(?:dents?|scratch(?:es)?|scuffs?)\b|(?<![\w'’])(?:[\w'’]{1,20} ){1,4}(?:sustained|suffered) [^.;:\n]{3,60}\bdamage\b`,
  'giu',
);
const OF_NOBODY_ELSE = /\b(?:other|third|both vehicles|their|no)\b[^.\n]{0,40}$/i;
const CLOSING =
  /,? (?:and )?(?:there (?:was|were) )?(?:no|nobody|none)\b.*$|,? (?:as|when|because|after|while|but|which)\b.*$/i;

/** What a sentence of the story says was damaged: "Minor damage to rear bumper and tail light". */
export function damageTold(text: string): ToldText[] {
  return [...text.matchAll(TOLD)].flatMap((match) => {
    const value = match[0].replace(CLOSING, '').trim();
    const before = textBefore(text, { start: match.index }, 50);
    return OF_NOBODY_ELSE.test(before) || value.split(' ').length < 3
      ? []
      : [{ value, start: match.index, end: match.index + value.length }];
  });
}
