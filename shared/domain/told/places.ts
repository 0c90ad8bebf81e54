/** The place of the loss and the claimant's address where a text gives them by the words around them, not by a label. */
import { linesOf } from '../labels/columns.ts';
import { normaliseValue } from '../normalise.ts';
import type { ToldText } from './told.ts';

const OF_A_PLACE =
  /\b(?:st|street|ave|avenue|road|rd|blvd|boulevard|dr|drive|ln|lane|ct|court|pkwy|parkway|hwy|highway|route|interstate|i-\d+|us-\d+|way|circle|square|trail|place|terrace|close|walk|exit|mile marker|corner|intersection|lot|garage|crossing)\b/i;
/** "4711 Oak St, Salem, OR is where it happened." */
const IS_WHERE = /(?:^|[.!?]\s{1,3}|\n)([^.!?\n](?:[^.!?\n]|\.(?=[ ,]))[^!?\n]{6,110}?),?\s{1,3}is where\b/g;
/** "The spot: 4711 Oak St, Salem, OR.", "it went on at 4711 Oak St, Salem, on June 5". */
const PLACE = String.raw`((?:[^.;\n!?]|\.(?=[ ]\w{1,12}\b[^.\n]{0,60},)|\.(?=,)|\n(?!\n)){8,120}?)`;
const GIVEN = new RegExp(
  String.raw`\b(?:(?:the )?(?:spot|place|scene|venue|location)(?: of (?:the )?(?:loss|accident|incident))?(?: (?:was|is)|:| given as)|(?:happened|occurred|took place|went on|sustained|was)(?: on [^,.;\n]{4,20})?,? (?:at|near))\s{1,3}${PLACE}(?=[.;]\s|\.?\n|\.?$|,? on (?:the )?\w{3,9}\.? \d|, (?:at|about|around) \d)`,
  'gi',
);

/** The places of which the text says that it happened there. */
export function placesTold(text: string): ToldText[] {
  return [IS_WHERE, GIVEN].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): ToldText[] => {
      const printed = match[1] ?? '';
      const { value } = normaliseValue('incident_location', printed);
      const start = match.index + match[0].indexOf(printed);
      return typeof value === 'string' && OF_A_PLACE.test(value) && value.includes(',')
        ? [{ value, start, end: start + printed.length }]
        : [];
    }),
  );
}

/** Lines of a signature or an envelope: "12 Elm St, Apt 4", then the town. */
const STREET_LINE = /^[ \t>]*((?:[A-Z]{0,2}\d[\w/-]*|(?:The|Flat|Unit|Apt\.?|P\.? ?O\.? Box) )[^\n]{4,70})$/;
const TOWN_LINE = /^[ \t>]*(\p{Lu}[\p{L} .'’-]{1,40},? [^\n]{2,40}\d[^\n]{0,12})$/u;
/** The whole address on one line. */
const ENDS_IN_ZIP = /,[^,\n]*\d{4}[^,\n]*$/;
const LINES_BEHIND = 5;

/** The address in the lines right behind the claimant's name, where that is a line of its own. */
export function addressesBehindName(text: string, claimant: string): ToldText[] {
  if (claimant === '') return [];
  const lines = linesOf(text);
  return lines.flatMap((line, index) => {
    if (!isName(line.text, claimant)) return [];
    const behind = lines.slice(index + 1, index + 1 + LINES_BEHIND);
    const at = behind.findIndex(({ text: printed }) => STREET_LINE.test(printed) && OF_A_PLACE.test(printed));
    const [street, town] = [behind[at], behind[at + 1]];
    if (!street) return [];
    const last = town && !ENDS_IN_ZIP.test(street.text) && TOWN_LINE.test(town.text) ? town : street;
    const [start, end] = [street.at, last.at + last.text.trimEnd().length];
    const { value } = normaliseValue('claimant_address', text.slice(start, end).replace(/\n[ >]+/g, '\n'));
    return typeof value === 'string' && value.includes(',') ? [{ value, start, end }] : [];
  });
}

/** How many letters more than the name its line has: an honorific, a comma. */
const BESIDE_A_NAME = 8;

function isName(line: string, name: string): boolean {
  const printed = line.trim().replace(/^[\s>]+/, '');
  return (
    printed.toLowerCase().startsWith(name.toLowerCase()) && printed.length <= name.length + BESIDE_A_NAME
  );
}
