/** Names of people and firms. */
import { withoutFillers } from './labels/interviews.ts';
import { oneLine, wordsOf } from './tokens.ts';

const HONORIFIC =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|rev|hon|capt|sgt|lt|messrs)(?:\.\s*|\s+))+(?=\S)/i;
/** What people say before they give their name: "I am Ann Lee", "My name is Ann Lee". */
const SAID_FIRST =
  /^(?:(?:answer|name):|it['’]?s|(?:it is |that['’]?s )?in the name of|that would be|this is|my name is|i am|i['’]m)\s+(?=\S)/i;
const AFTER_NAME =
  /^(?:jr|sr|ii|iii|iv|esq|md|phd|cpa|llc|l\s?l\s?c|inc|ltd|co|corp|lp|llp|pllc|pc|plc|gmbh)\.?$/i;
const NOBODY = /^(?:none|no|n\.?\/?a\.?|nil|not applicable|no one|nobody|no third part(?:y|ies))\.?$/i;
const UNNAMED =
  /\b(?:unknown|unidentified|unnamed|not (?:known|stated|provided|available)|tbd|pending|hit[- ]and[- ]run driver)\b/i;

/** As printed, on one line, without honorific and without a remark in brackets; empty when nothing is left. */
export function normaliseName(printed: string): string {
  const name = withoutFillers(oneLine(printed))
    .replace(/\s*\([^)]*\)\s*/g, ' ')
    .replace(SAID_FIRST, '')
    .replace(HONORIFIC, '')
    .replace(/,?\s+esq\.?$/i, '');
  return name
    .replace(/^[\s,;:"']+|[\s,;:"']+$/g, '')
    .replace(/(?<!\b(?:jr|sr|inc|co|corp|ltd|[a-z]))\.$/i, '');
}

/** The words of a name in speaking order: "Ellison, Dr. Margaret" and "Margaret Ellison" give the same. */
export function nameWords(name: string): string[] {
  const parts = name.split(',').map((part) => normaliseName(part));
  const [last = '', first = '', ...rest] = parts.filter((part) => part !== '');
  const flipped = first !== '' && !AFTER_NAME.test(first) ? [first, last, ...rest] : [last, first, ...rest];
  return wordsOf(flipped.join(' '));
}

export const sameName = (a: string, b: string): boolean => nameWords(a).join(' ') === nameWords(b).join(' ');

/** "None", "N/A": the document says that there is nobody. */
export const saysNobody = (printed: string): boolean => NOBODY.test(printed.trim());

/** "unknown" and the like: somebody, but no name. */
export const isUnnamed = (printed: string): boolean => UNNAMED.test(printed) || printed.trim() === '';

/** Words that names leave small: "Ludwig van der Berg", "Church of the Redeemer, dba Camp Hope". */
const PARTICLE =
  /^(?:of|the|and|for|at|in|on|de|del|della|der|den|des|di|da|do|dos|du|la|le|las|los|el|al|van|von|vom|zu|zur|ter|ten|bin|ibn|bint|ben|abu|san|dba|aka|son|sons|company|group)$/;

/** Words of forms: alone they ask for a name and are none ("ADDRESS OF LOSS", "Marital status"). */
const OF_A_FORM =
  /^(?:a|accident|address|agent|amount|at|birth|by|carrier|case|cell|city|claim|claimant|claims|company|contact|coverage|damages?|date|day|description|details|dob|driver|e|email|event|fault|fnol|home|incident|info|information|injur(?:y|ies|ed)|insured|insurer|involved|items?|kind|location|loss|mail|mailing|make|marital|mobile|model|n|name|no|notice|number|occurred|of|on|or|other|others|owner|part(?:y|ies)|person|phone|place|plate|police|policy|policyholder|primary|property|received|reported?|residence|section|state|status|street|subject|tel|telephone|the|their|third|time|title|type|vehicle|vin|what|when|where|who|witness(?:es)?|work|year|your|zip)$/i;
/** What is insured where it is no vehicle: "Brick bungalow". */
const PROPERTY =
  /(?:^|[ -])(?:apartment|building|bungalow|condo(?:minium)?|contents|duplex|dwelling|home|house|premises|property|residence|townhouse|warehouse)$/i;
/** More words than a name has. */
const MOST_WORDS = 9;

/** A number, a day, a place, words of a form or a piece of a sentence that stands where a name is asked for. */
export function isNoName(printed: string): boolean {
  if (isFirm(printed)) return false;
  if (/(?:\d\D*){3}/.test(printed) || PROPERTY.test(printed)) return true;
  const words = printed.match(/\p{L}+/gu) ?? [];
  if (words.length > MOST_WORDS || words.every((word) => OF_A_FORM.test(word))) return true;
  const [first = '', ...others] = words;
  return /^\p{Lu}/u.test(first) && others.some((word) => /^\p{Ll}{3,}$/u.test(word) && !PARTICLE.test(word));
}

const FIRM =
  /\b(?:llc|inc|incorporated|corp|corporation|company|co|ltd|limited|llp|lp|plc|gmbh|group|services|enterprises|holdings|logistics|trucking|transport|restaurant|church|school|associates|partners|foundation|properties|construction|contractors|plumbing|bakery|farms)\b\.?/i;

/** Whether a name is that of a business, by the words that only firms carry. */
export const isFirm = (name: string): boolean => FIRM.test(name);
