/** Numbers of the policy and of the police that a text gives by the words around them, not by a label. */
import type { FieldKey } from '../../claim-fields.ts';
import { normaliseValue } from '../normalise.ts';
import { inAnyCase, textBefore } from '../tokens.ts';
import type { ToldText } from './told.ts';

const SMALL_WORD = '(?:OF|IS|ON|TO|AND|FROM|FOR|IN|AT|AS|WITH|BY|SINCE|UNTIL)';
const PART = String.raw`(?:(?!${SMALL_WORD} )[A-Z]{1,5} (?=\S*\d))?[A-Z\d./-]{0,30}\d[A-Z\d./-]{0,30}`;
const NUMBER = `(${PART}(?: ${PART})*)`;
// "Policy no. HO 44 7198 22", "the policy is 4711-22", "<policy_no>4711-22</policy_no>".
const BEHIND_POLICY = new RegExp(
  String.raw`\b(?:${inAnyCase(String.raw`pol(?:icy|\.)?|contract|certificate`)})(?:[\s_-]*(?:${inAnyCase(String.raw`number|numbered|no\b\.?|nr\b\.?|num\b\.?|#|id|is|under`)}))*[\s:#>="']{1,5}${NUMBER}`,
  'g',
);
// "Salem PD ref. TFX 87240", "the police report number is 25-118734", "under case number 7401-1367".
const BEHIND_POLICE = new RegExp(
  String.raw`\b(?:${inAnyCase(String.raw`police|pd|sheriff(?:['’]s)?(?: office| dept\.?| department)?|law enf\w*\.?|official report|incident|case|crash report|complaint|fir|officer(?:['’]s)?`)})\b[ _.@-]{0,2}(?:(?:${inAnyCase('report|case|file|ref(?:erence)?|no|nr|number|num|rpt|under|is|dept|department')})\b\.?[\s_]{0,3}|#[ \t]?|[,)][ \t]?){1,5}[:;=>"' \t]{0,4}${NUMBER}`,
  'g',
);
/** Another policy than that of the claim, another report than that of the police. */
const ANOTHERS =
  /\b(?:other|third|adverse|opposing|at[- ]fault|second|his|her|their|expired|old|prior|previous|earlier|lapsed|renew\w*)\b[^.\n]{0,40}$/i;
const NEAR = 60;
const LEAST_FIGURES = 3;
const LEAST_LENGTH = 5;

/** What stands behind "policy" in a sentence or a tag. */
export const policyNumbers = (text: string): ToldText[] => numbers('policy_number', BEHIND_POLICY, text);

/** What stands behind the police, their report or its number in a sentence. */
export const policeNumbers = (text: string): ToldText[] =>
  numbers('police_report_number', BEHIND_POLICE, text);

const numbers = (key: FieldKey, pattern: RegExp, text: string): ToldText[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const { value } = normaliseValue(key, match[1]);
    const before = textBefore(text, { start: match.index }, NEAR);
    if (typeof value !== 'string' || !isLong(value) || ANOTHERS.test(before)) return [];
    const start = match.index + match[0].length - (match[1] ?? '').length;
    return [{ value, start, end: start + value.length }];
  });

const isLong = (number: string): boolean =>
  number.replace(/\D/g, '').length >= LEAST_FIGURES &&
  number.replace(/[^A-Za-z\d]/g, '').length >= LEAST_LENGTH;
