/** Days and times that a text gives to the loss or to the policy by the words around them, not by a label. */
import type { FieldValue } from '../../claim-fields.ts';
import type { PrintedDate } from '../dates.ts';
import type { Reading } from '../reading.ts';
import { scanTimes } from '../times.ts';
import { type Span, textBefore } from '../tokens.ts';

/** What may stand between a day and its time of day. */
const BESIDE =
  /^["'\s,;(@–—|-]*(?:(?:at|around|about|abt|approx\w*\.?|roughly|ca\.?|on|circa|near|the|or|of|hrs?\.?|in)[\s:.]*){0,4}$/i;
const FURTHEST_BESIDE = 30;
/** The line of an e-mail's header that says when it was sent. */
const HEADER = /(?:^|\n)[ >]*(?:from|to|cc|subject|sender|recipient)\b[^\n]*\n[ >]*(?:date|sent)\b[^\n]*$/i;
/** A log's stamp before its entry, and the day of a signature. */
const STAMP = /(?:^|\n)[ >]*\[[^\]\n]{0,4}$/;
const SIGNED = /\b(?:signed|signature|sincerely|regards)\b[^\n]*\n[ >]*dated?\b\W*$/i;
/** Words before the time of something else than the loss: of a notice, of opening hours. */
const ANOTHER_TIME =
  /(?:^|[^a-z])(?:sent|date|submi|report|notice|notif|receiv|call|after|before|between|until|print|page|from|to|hours|since|taken|arriv|dispatch)\w*\b[^\n]{0,40}$|(?:notice|report|submitted|received)[^\n]*\n{1,3}[^\n]{0,30}$/i;
/** How far before a day or a time the words stand that say what it is of. */
const REACH = 120;

const before = (text: string, place: Span): string => textBefore(text, place, REACH);

/** Whether a day is that of the writing: of a mail's header, an entry of a log, a signature. */
export function isDayOfWriting(text: string, day: Span): boolean {
  const words = before(text, day);
  return HEADER.test(words) || STAMP.test(words) || SIGNED.test(words);
}

/** Those of `some` beside which one of `others` stands: "on 04/23/2021 at 4:14 a.m.". */
function besides<T extends Span>(text: string, some: readonly T[], others: readonly Span[]): T[] {
  const inOrder = (a: Span, b: Span): boolean =>
    a.end <= b.start && b.start - a.end <= FURTHEST_BESIDE && BESIDE.test(text.slice(a.end, b.start));
  return some.filter((one) => others.some((other) => inOrder(one, other) || inOrder(other, one)));
}

/** The times that are printed beside the day of the incident, or else those that nothing gives to anything else. */
export function incidentTimes(reading: Reading, day: FieldValue): (Span & { value: string })[] {
  const { text } = reading;
  const times = scanTimes(text).filter((time) => !HEADER.test(before(text, time)));
  const beside = besides(text, times, day === null ? [] : reading.dates.filter(({ value }) => value === day));
  return beside.length > 0
    ? beside
    : times.filter((time) => !ANOTHER_TIME.test(before(text, time).slice(-60)));
}

/** A loss is told of right before its day. */
const HAPPENED =
  /\b(?:happened|occurred|took place|transpired|committed|incident|accident|loss(?: happened)?|collision|crash|theft|fire|mishap|event|it was|date of loss|d\.o\.l\.|when|damaged?)(?!\.\s)[\s:.,-]{0,40}(?:\w+\s){0,2}(?:on|of|when|:|\.{3,}|is|was)?\s*(?:the\s+)?$/i;
/** Of an earlier loss, or what somebody else believes. */
const HEARSAY =
  /\b(?:previous|prior|earlier|last|said|says|told|letter|claims that|somebody|someone|alleged\w*|according)\b/i;

/** The days that are printed beside the time of the incident, or else those on which the text says that it happened. */
export function incidentDays(reading: Reading, time: FieldValue): PrintedDate[] {
  const { text } = reading;
  const dates = reading.dates.filter((date) => !isDayOfWriting(text, date));
  const beside = besides(
    text,
    dates,
    time === null ? [] : scanTimes(text).filter(({ value }) => value === time),
  );
  return beside.length > 0 ? beside : daysOfTheLoss(reading);
}

/** The days on which the text says that the loss happened. */
export const daysOfTheLoss = (reading: Reading): PrintedDate[] =>
  reading.dates.filter((date) => {
    const words = before(reading.text, date);
    return !isDayOfWriting(reading.text, date) && HAPPENED.test(words.slice(-60)) && !HEARSAY.test(words);
  });

const UNTIL =
  /^\s*(?:,?\s*(?:and\s+)?(?:to|until|till|thru|through|–|—|-|up to|ends?|expir\w+|all the way to|through to|ending)\s*(?:on\s+)?(?:the\s+)?)$/i;
const OF_A_POLICY = /polic|cover|term|insur|force|on risk|period|effective|valid/i;

/** First and last day of the periods that a text speaks of with a policy: "in force from 04/08/2025 until 04/08/2026". */
export function policyPeriods(reading: Reading): { first: PrintedDate; last: PrintedDate }[] {
  const { text } = reading;
  const dates = reading.dates;
  return dates.flatMap((first, index) => {
    const last = dates[index + 1];
    const isPeriod =
      last !== undefined &&
      first.value < last.value &&
      last.start - first.end <= FURTHEST_BESIDE &&
      UNTIL.test(text.slice(first.end, last.start)) &&
      OF_A_POLICY.test(before(text, first));
    return isPeriod ? [{ first, last }] : [];
  });
}

const POLICY_STARTS =
  /\b(?:incept\w*|attaching|commenc\w+|(?:term|cover(?:age)?|policy|insurance) (?:is )?(?:opened|opens|starts?|started|begins?|began|from)|first day(?: of (?:cover|insurance))?|in force (?:from|since)|on risk since|valid from|insured since)\W{0,6}(?:on |is |was )?$/i;
const POLICY_ENDS =
  /\b(?:expir\w+|(?:term|cover(?:age)?|policy|insurance|it) (?:closes|closed|ends?|ended|lapses|to|until)|laps\w+|renewal(?: is)?(?: due)?|last day(?: of (?:cover|insurance))?|in force (?:until|to|through)|valid (?:until|to|through))\W{0,6}(?:on |is |was )?$/i;
/** A line of a chronology names its day first. */
const STARTS_BEHIND = /^\s*[|:–—-]\s*policy\b[^\n]{0,60}\b(?:begins|starts|incepts|in force)\b/i;
const ENDS_BEHIND = /^\s*[|:–—-]\s*policy\b[^\n]{0,60}\b(?:ends|expires|lapses)\b/i;
const REPORTED =
  /\b(?:notice (?:was )?(?:received|given|logged|taken)|given to (?:the )?(?:underwriters|insurers?|company|carrier)|(?:reported|told|notified|notice) (?:to )?(?:the |your )?(?:insurer|company|carrier|you|us|office)|(?:insurer|insurance company|company|carrier|you) (?:was |were )?(?:told|notified|informed)|file opened|(?:call|statement|interview) date|date of (?:call|statement|this notice)|phoned in|called in|intimated|written|reported|rptd\.?|rec['’]?d\.?)\W{0,6}(?:on )?$/i;
const REPORTED_BEHIND = /^\s*[|:–—-]\s*(?:reported|notice given|notified)\b/i;
const OF_ANOTHER_CLAIM = /\b(?:other|prior|previous|earlier|old|expired)\b/i;

const told = (reading: Reading, words: RegExp, behind: RegExp): PrintedDate[] =>
  reading.dates.filter((date) => {
    const line = before(reading.text, date).slice(-70);
    const says = words.test(line) && !OF_ANOTHER_CLAIM.test(line);
    return says || behind.test(reading.text.slice(date.end, date.end + REACH));
  });

/** The days on which the text says that the policy starts, ends, or that the loss was reported. */
export const policyStarts = (reading: Reading): PrintedDate[] => told(reading, POLICY_STARTS, STARTS_BEHIND);
export const policyEnds = (reading: Reading): PrintedDate[] => told(reading, POLICY_ENDS, ENDS_BEHIND);
export const reportedDays = (reading: Reading): PrintedDate[] => told(reading, REPORTED, REPORTED_BEHIND);

const SENT = /(?:^|\n)[ \t>]*(?:date|sent)[ \t]*:[^\n]*$/i;
const OF_A_MAIL = /(?:^|\n)[ \t>]*(?:from|to|subject|cc|re)[ \t]*:/i;
const QUOTED_SINCE = /(?:^|\n)[ \t>]*(?:on|at)[ \t]+(?:\w{3,9},?[ \t]+)?(?:the[ \t]+)?$/i;
const WROTE = /^[^\n]{0,90}\bwrote\b/i;

/** The days of the mails of a thread. */
export const mailDays = (reading: Reading): PrintedDate[] =>
  reading.dates.filter((date) => {
    const words = before(reading.text, date);
    const quoted = QUOTED_SINCE.test(words) && WROTE.test(reading.text.slice(date.end, date.end + REACH));
    return (
      quoted ||
      (SENT.test(words) && OF_A_MAIL.test(`${words}${reading.text.slice(date.end, date.end + REACH)}`))
    );
  });
