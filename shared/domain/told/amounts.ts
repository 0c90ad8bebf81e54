/** Amounts that a text gives to the policy by the words around them, not by a label. */
import { scanMoney } from '../money.ts';
import { textBefore } from '../tokens.ts';
import type { Told } from './told.ts';

const DEDUCTIBLE =
  /(?<![a-z])(?:deducti(?:bles?)?|ded\.?|retention|excess|self[- ]retained|own share|out of (?:my |our |own )?pocket|from (?:my |our )?own pocket|(?:insured|policyholder|assured) (?:bears|pays first)|(?:bear|pay) (?:yourself|myself|first))(?![a-z])/gi;
/** Words between them and their amount that leave it theirs. */
const BETWEEN = /^(?:[^.;\n]{0,45}|[^.;\n]{0,12}\n[^.;\n]{0,3})$/;
const ANOTHERS = /\b(?:limit|sum insured|premium|estimate\w*|loss|repair\w*|paid|closed|total|net|less)\b/i;
const BEHIND =
  /^[ -]{0,2}(?:[\w-]+ ){0,2}(?:deductible|excess|retention)\b|^ (?:must be|to be|is) (?:paid|borne) (?:from|by)/i;
const REACH = 80;

/** The amounts beside the words that say what the insured bears. */
export function deductiblesTold(text: string): Told[] {
  return scanMoney(text).flatMap(({ value, start, end, currency }) => {
    const before = textBefore(text, { start }, REACH);
    const at = [...before.matchAll(DEDUCTIBLE)].at(-1);
    const between = at ? before.slice(at.index + at[0].length) : null;
    const told = between !== null && BETWEEN.test(between) && !ANOTHERS.test(between) && !/\d/.test(between);
    const named = BEHIND.test(text.slice(end, end + REACH));
    return (told || named) && (currency || value >= 100) ? [{ value, start, end }] : [];
  });
}
