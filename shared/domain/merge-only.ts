/** What no answer names although the packet prints but one of its kind: an e-mail address, a number behind "policy", a time of day. */
import type { FieldKey, FieldValue } from '../claim-fields.ts';
import type { AnsweredChunk } from './candidates.ts';
import { scanEmails } from './contacts.ts';
import { OTHER_PARTY, OUTSIDER } from './cues.ts';
import { scanDates } from './dates.ts';
import { evidenceOf, type FindPage } from './evidence.ts';
import { type Fields, fill } from './merged-fields.ts';
import { nameWords } from './names.ts';
import { normaliseValue } from './normalise.ts';
import type { Reading } from './reading.ts';
import { scanTimes } from './times.ts';
import type { Span } from './tokens.ts';

interface Printed extends Span {
  value: FieldValue;
}

/** Fills these fields where they were passed over; the values stand in doubt. */
export function takeOnlyOnes(fields: Fields, answered: readonly AnsweredChunk[], findPage: FindPage): void {
  const take = (key: FieldKey, find: (reading: Reading) => Printed[]): void => {
    if (fields[key].value !== null) return;
    const printed = answered.flatMap(({ chunk, reading }) =>
      find(reading).map((found) => ({ ...found, chunk })),
    );
    const [first] = printed;
    if (!first || printed.some(({ value }) => value !== first.value)) return;
    const evidence = evidenceOf([first], first.chunk, findPage);
    fill(fields[key], { value: first.value, evidence, grounding: 'partial', doubts: ['rule_disagrees'] });
  };
  const { claimant_name: name, incident_date: day } = fields;
  take('claimant_email', ({ text }) => ownEmails(text, String(name.value ?? '')));
  take('policy_number', ({ text }) => policyNumbers(text));
  take('incident_time', (reading) => incidentTimes(reading, day.value));
}

/** Letters of a name that are seldom in an address by chance. */
const TELLING_LETTERS = 4;
/** An address of an office, or of an insurer or broker. */
const OFFICE =
  /^(?:claims?|intake|loss\w*|service|info|office|support|notices?|help|mail|contact|reports?|fnol|desk)\b|insur|mutual|indemn|assur|casualt|claim|agenc|broker|underwr/;
/** How far before an address the words stand that give it to somebody else. */
const REACH = 120;

/** The addresses that bear the claimant's name, or else those that nothing gives to an office or to somebody else. */
function ownEmails(text: string, claimant: string): Printed[] {
  const words = nameWords(claimant).filter((word) => word.length >= TELLING_LETTERS);
  const printed = scanEmails(text);
  const named = printed.filter(({ value }) => words.some((word) => value.includes(word)));
  if (named.length > 0) return named;
  return printed.filter(({ start, value }) => {
    const before = text.slice(Math.max(0, start - REACH), start);
    return !OUTSIDER.test(before) && !OTHER_PARTY.test(before) && !OFFICE.test(value);
  });
}

// "Policy no. HO 44 7198 22", "the policy is 4711-22", "<policy_no>4711-22</policy_no>".
const SMALL_WORD = '(?:OF|IS|ON|TO|AND|FROM|FOR|IN|AT|AS|WITH|BY|SINCE|UNTIL)';
const FIGURES = String.raw`(?:(?!${SMALL_WORD} )[A-Z]{1,5} (?=\S*\d))?[A-Z\d./-]{0,30}\d[A-Z\d./-]{0,30}`;
const BEHIND_POLICY = new RegExp(
  String.raw`\b(?i:pol(?:icy|\.)?|contract|certificate)(?:[\s_-]*(?i:number|numbered|no\b\.?|nr\b\.?|num\b\.?|#|id|is|under))*[\s:#>="']{1,5}(${FIGURES}(?: ${FIGURES})*)`,
  'g',
);
/** Another policy than that of the claim. */
const ANOTHERS =
  /\b(?:other|third|adverse|opposing|at[- ]fault|second|his|her|their|expired|old|prior|previous|earlier|lapsed|renew\w*)\b[^.\n]{0,40}$/i;
const LEAST_FIGURES = 3;
const LEAST_LENGTH = 5;

function policyNumbers(text: string): Printed[] {
  return [...text.matchAll(BEHIND_POLICY)].flatMap((match) => {
    const { value } = normaliseValue('policy_number', match[1]);
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    if (typeof value !== 'string' || !isLong(value) || ANOTHERS.test(before)) return [];
    const start = match.index + match[0].length - (match[1] ?? '').length;
    return [{ value, start, end: start + value.length }];
  });
}

const isLong = (number: string): boolean =>
  number.replace(/\D/g, '').length >= LEAST_FIGURES &&
  number.replace(/[^A-Za-z\d]/g, '').length >= LEAST_LENGTH;

/** What may stand between a day and its time of day. */
const BESIDE =
  /^["'\s,;(@–—|-]*(?:(?:at|around|about|abt|approx\w*\.?|roughly|ca\.?|on|circa|near|the|or|of|hrs?\.?|in)[\s:.]*){0,4}$/i;
const FURTHEST_BESIDE = 30;
/** The line of an e-mail's header that says when it was sent. */
const HEADER = /(?:^|\n)[ >]*(?:from|to|cc|subject|sender|recipient)\b[^\n]*\n[ >]*(?:date|sent)\b[^\n]*$/i;
/** Words before the time of something else than the loss: of a notice, of opening hours. */
const ANOTHER_TIME =
  /(?:^|[^a-z])(?:sent|date|submi|report|notice|notif|receiv|call|after|before|between|until|print|page|from|to|hours|since|taken|arriv|dispatch)\w*\b[^\n]{0,40}$|(?:notice|report|submitted|received)[^\n]*\n{1,3}[^\n]{0,30}$/i;

/** The times that are printed beside the day of the incident, or else those that nothing gives to anything else. */
function incidentTimes({ text, dayFirstAt }: Reading, day: FieldValue): Printed[] {
  const days = scanDates(text, { dayFirst: dayFirstAt }).filter(({ value }) => value === day);
  const times = scanTimes(text).map((time) => ({
    ...time,
    before: text.slice(Math.max(0, time.start - 120), time.start),
  }));
  const isBeside = (a: Span, b: Span): boolean =>
    a.end <= b.start && b.start - a.end <= FURTHEST_BESIDE && BESIDE.test(text.slice(a.end, b.start));
  const beside = times.filter((time) => days.some((date) => isBeside(date, time) || isBeside(time, date)));
  return beside.length > 0
    ? beside.filter(({ before }) => !HEADER.test(before))
    : times.filter(({ before }) => !ANOTHER_TIME.test(before.slice(-60)));
}
