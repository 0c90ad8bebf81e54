/** Telephone numbers and e-mail addresses that a text gives to the claimant by the words around them, not by a label. */
import { scanEmails } from '../contacts.ts';
import { OTHER_PARTY, OUTSIDER } from '../labels/cues.ts';
import { nameWords } from '../names.ts';
import { normaliseValue } from '../normalise.ts';
import { textBefore } from '../tokens.ts';
import type { ToldText } from './told.ts';

/** Letters of a name that are seldom in an address by chance. */
const TELLING_LETTERS = 4;
/** An address of an office, or of an insurer or broker. */
export const OFFICE =
  /^(?:claims?|intake|loss\w*|service|info|office|support|notices?|help|mail|contact|reports?|fnol|desk)\b|insur|mutual|indemn|assur|casualt|claim|agenc|broker|underwr/;
/** How far before an address the words stand that give it to somebody else. */
const REACH = 120;

/** The addresses that bear the claimant's name, or else those that nothing gives to an office or to somebody else. */
export function ownEmails(text: string, claimant: string): ToldText[] {
  const words = nameWords(claimant).filter((word) => word.length >= TELLING_LETTERS);
  const printed = scanEmails(text);
  const named = printed.filter(({ value }) => words.some((word) => value.includes(word)));
  if (named.length > 0) return named;
  return printed.filter((email) => {
    const before = textBefore(text, email, REACH);
    return !OUTSIDER.test(before) && !OTHER_PARTY.test(before) && !OFFICE.test(email.value);
  });
}

const PHONE =
  /(?<![\d+(.-])(?:\+?1[ .-]?)?\(?[2-9]\d{2}\)?[ .-]?\d{3}[ .-]?\d{4}(?!\d)|(?<![\d(])\+\d{1,3}[ .-]?(?:\d{2,5}[ .-]?){2,4}\d{2,4}(?!\d)/g;
/** How far behind a name the lines of a signature or an address reach. */
const NEAR_A_NAME = 160;
/** A number that is asked for by letter, of an office, or of anything but a telephone. */
const ANOTHERS_PHONE =
  /\b(?:fax|direct line|call us|our (?:number|line|office)|claims (?:line|desk|department)|hotline|toll[- ]free|their|his|her|policy|claim|file|case|ref\w*|vin|invoice|licen[cs]e|estimate)\b[^\n]{0,30}$/i;

/** "You can reach me at", "Please call", "my number is". */
const OFFERED =
  /\b(?:(?:reach|phone|call|ring|contact|dial)(?: me| us)?|my (?:cell|mobile|number|phone))\b[^\n.;:]{0,12}$/i;

/** The telephone numbers right behind the claimant's name, or else those that nothing gives to somebody else. */
export function ownPhones(text: string, claimant: string): ToldText[] {
  const printed = [...text.matchAll(PHONE)].flatMap((match): ToldText[] => {
    const { value } = normaliseValue('claimant_phone', match[0]);
    const end = match.index + match[0].length;
    return typeof value === 'string' ? [{ value, start: match.index, end }] : [];
  });
  const isAnothers = (words: string): boolean =>
    OUTSIDER.test(words) || OTHER_PARTY.test(words) || ANOTHERS_PHONE.test(words);
  const behindName = printed.filter((phone) => {
    const before = textBefore(text, phone, NEAR_A_NAME);
    const at = claimant === '' ? -1 : before.toLowerCase().lastIndexOf(claimant.toLowerCase());
    return at >= 0 && !isAnothers(before.slice(at + claimant.length));
  });
  if (behindName.length > 0) return behindName;
  return printed.filter(
    (phone) => OFFERED.test(textBefore(text, phone, 30)) && !isAnothers(textBefore(text, phone, REACH)),
  );
}
