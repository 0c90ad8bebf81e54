/** Names of people and firms. */
import { oneLine, wordsOf } from './tokens.ts';

const HONORIFIC =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|rev|hon|capt|sgt|lt|messrs)(?:\.\s*|\s+))+(?=\S)/i;
const AFTER_NAME =
  /^(?:jr|sr|ii|iii|iv|esq|md|phd|cpa|llc|l\s?l\s?c|inc|ltd|co|corp|lp|llp|pllc|pc|plc|gmbh)\.?$/i;
const NOBODY = /^(?:none|no|n\.?\/?a\.?|nil|not applicable|no one|nobody|no third part(?:y|ies))\.?$/i;
const UNNAMED =
  /\b(?:unknown|unidentified|unnamed|not (?:known|stated|provided|available)|tbd|pending|hit[- ]and[- ]run driver)\b/i;

/** As printed, on one line, without honorific and without a remark in brackets; empty when nothing is left. */
export function normaliseName(printed: string): string {
  const name = oneLine(printed)
    .replace(/\s*\([^)]*\)\s*/g, ' ')
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

const FIRM =
  /\b(?:llc|inc|incorporated|corp|corporation|company|co|ltd|limited|llp|lp|plc|gmbh|group|services|enterprises|holdings|logistics|trucking|transport|restaurant|church|school|associates|partners|foundation|properties|construction|contractors|plumbing|bakery|farms)\b\.?/i;

/** Whether a name is that of a business, by the words that only firms carry. */
export const isFirm = (name: string): boolean => FIRM.test(name);
