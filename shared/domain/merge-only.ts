/** What no answer names although the packet prints but one of its kind: an e-mail address, a number behind "policy". */
import type { FieldKey, FieldValue } from '../claim-fields.ts';
import type { AnsweredChunk } from './candidates.ts';
import { scanEmails } from './contacts.ts';
import { OTHER_PARTY, OUTSIDER } from './cues.ts';
import { evidenceOf, type FindPage } from './evidence.ts';
import { type Fields, fill } from './merged-fields.ts';
import { nameWords } from './names.ts';
import { normaliseValue } from './normalise.ts';
import type { Span } from './tokens.ts';

interface Printed extends Span {
  value: FieldValue;
}

/** Fills both fields where they were passed over; the values stand in doubt. */
export function takeOnlyOnes(fields: Fields, answered: readonly AnsweredChunk[], findPage: FindPage): void {
  const take = (key: FieldKey, find: (text: string) => Printed[]): void => {
    if (fields[key].value !== null) return;
    const printed = answered.flatMap(({ chunk, reading }) =>
      find(reading.text).map((found) => ({ ...found, chunk })),
    );
    const [first] = printed;
    if (!first || printed.some(({ value }) => value !== first.value)) return;
    const evidence = evidenceOf([first], first.chunk, findPage);
    fill(fields[key], { value: first.value, evidence, grounding: 'partial', doubts: ['rule_disagrees'] });
  };
  const name = fields.claimant_name.value;
  take('claimant_email', (text) => ownEmails(text, typeof name === 'string' ? name : ''));
  take('policy_number', policyNumbers);
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
