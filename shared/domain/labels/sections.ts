/** The sections of a document: whose data follow under a heading. */

import type { Span } from '../tokens.ts';
import { INSURED_PARTY, OTHER_PARTY, OUTSIDER } from './cues.ts';
import { keyWords } from './export-keys.ts';

export type Party = 'insured' | 'other' | 'outsider' | 'neutral';

export interface Heading extends Span {
  party: Party;
}

const WRAPPED =
  /(?:^|\n)[ \t]*(?:={2,}|#{1,4}|\*{2}|-{2,}|—|–)[ \t]*([A-Za-z][^\n=#*—–:]{2,60}?)[ \t]*(?:={2,}|\*{2}|-{2,}|—|–|(?=\n|$))/g;
const CAPITALS = /(?:^|\n)[ \t]*([A-Z][A-Z0-9 /&'’().,#-]{2,60})[ \t]*(?=\n|$)/g;
const UNDERLINED = /(?:^|\n)[ \t]*([A-Z][^\n:]{2,60})[ \t]*\n[ \t]*(?:-{3,}|={3,}|_{3,})/g;
// Not where its own value follows below an empty line, as in forms that a reader of PDF takes apart.
const COLON_LINE = /(?:^|\n)[ \t]*([A-Z][^\n:]{2,60}):[ \t]*(?=\n|$)(?!\n[ \t]*\n[^\n:]{1,60}(?:\n|$))/g;

/** What opens a group of keys in an export: `"claimant": {`, `<claimant>`, `claimant {`. */
const OPENED =
  /(?:^|\n)[ \t]*(?:["<]?([A-Za-z][A-Za-z_. ]{1,40})(?:"[ \t]*:[ \t]*[{[]|>|[ \t]\{))[ \t]*(?=\n|$)/g;

/** The headings of a text in order, with the party that each section is about. */
export function findHeadings(text: string): Heading[] {
  const headings = [WRAPPED, CAPITALS, UNDERLINED, COLON_LINE, OPENED].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const title = match[1] ?? '';
      const start = match.index + match[0].indexOf(title);
      return {
        start,
        end: start + title.length,
        party: partyOfTitle(pattern === OPENED ? keyWords(title) : title),
        isTitle: pattern !== COLON_LINE,
      };
    }),
  );
  return (
    headings
      // A number in capitals is a value, not a heading.
      .filter(({ start, end }) => !/\d{3}/.test(text.slice(start, end)))
      .filter((heading) => heading.isTitle || heading.party !== 'neutral')
      .sort((a, b) => a.start - b.start)
  );
}

/** What a document calls itself says nothing about whom its data are: "BROKER'S MEMORANDUM". */
const NAME_OF_DOCUMENT = /\b(?:memorandum|memo|report|notes?|file|log|letter)\b/i;

function partyOfTitle(title: string): Party {
  if (NAME_OF_DOCUMENT.test(title)) return 'neutral';
  if (OUTSIDER.test(title)) return 'outsider';
  if (OTHER_PARTY.test(title)) return 'other';
  return INSURED_PARTY.test(title) ? 'insured' : 'neutral';
}

/** Whose section a place lies in. */
export const sectionAt = (headings: readonly Heading[], at: number): Party =>
  headings.findLast((heading) => heading.end <= at)?.party ?? 'neutral';
