/** The claimant's name where a text gives it by the words around it, not by a label: a heading, a signature, a mail's sender. */
import { normaliseValue } from '../normalise.ts';
import { inAnyCase } from '../tokens.ts';
import { OFFICE } from './contacts.ts';
import type { ToldText } from './told.ts';

const WORD = String.raw`(?:\p{Lu}[\p{L}'’-]{0,30}\.?|de|del|della|van|von|der|la|di|da|&|and|of)`;
const NAME = String.raw`\p{Lu}[\p{L}'’-]{0,30}\.?(?: ${WORD}){0,5} \p{Lu}[\p{L}'’-]{0,30}\.?(?:,? (?:LLC|Inc|Ltd|Co|Corp|LP|LLP|Company|Group|Services|Enterprises|Partners)\b\.?)?`;

/** "Claim of Ann Lee", "we act for Ann Lee", "our client Ann Lee has given notice". */
const OF_A_CLAIM = new RegExp(
  String.raw`\b(?:${inAnyCase(String.raw`claim (?:of|for|by)|(?:on|in) behalf of|(?:we|i) act for|our (?:client|customer|insured|policyholder|member)|in the matter of|the account of|the (?:named )?(?:assured|insured|policyholder)(?: is|\.|,|:)`)})[ \n]+(${NAME})(?=[.,;:\n]|\s+(?:${inAnyCase(String.raw`has|have|is|was|of|born|under|and|reports?|presents?|who|called|\(`)}))`,
  'gu',
);
/** "CLAIM 4711 - Ann Lee" over a document. */
const TITLE = new RegExp(String.raw`^[^\n]{0,60}\d[\w-]* ?[-–—] (${NAME})[ \t]*$`, 'gmu');
/** How many letters of a document a title stands in. */
const OPENING = 300;
const VALEDICTION =
  /^[ \t>]*(?:(?:yours?|very) (?:truly|sincerely|faithfully)[^\n]{0,10}|sincerely(?: yours)?|(?:kind |best |warm |with )?(?:regards|wishes)|best|thanks(?: again)?|thank you(?: very much)?|many thanks|respectfully(?: yours)?|cheers|take care|yours)[,.!]?[ \t]*\n[\s>]*/gim;
const SIGNATURE = new RegExp(String.raw`(${NAME})[ \t]*(?=\n|$)`, 'uy');
/** Whoever signs speaks of a policy or a loss of their own. */
const SPEAKS_OF_OWN = /\b(?:my|our|mine|ours|I am insured|I['’]m insured|I was insured|we are insured)\b/i;
/** The lines behind a signature that make it an office's. */
const SIGNS_FOR_OFFICE =
  /\b(?:adjuster|claims?|insur\w+|indemnity|mutual|assurance|casualty|underwrit\w+|agen(?:t|cy)|broker\w*|desk|department|dept|manager|legal|attorney|representative)\b/i;
const FURTHER_LINES = 120;
const SENDER = new RegExp(
  String.raw`^[ \t>]*(?:${inAnyCase('from|sender')})[ \t]*:[ \t]*"?(${NAME})"?[ \t]*(?:[<\[(][ \t]*(?:mailto:)?([^>\])\s]+)[>\])])?[ \t]*$`,
  'gmu',
);

/** Names of the claimant in the strongest of these places that the text has. */
export function namesTold(text: string): ToldText[] {
  const places: (() => ToldText[])[] = [
    () => named([...text.matchAll(OF_A_CLAIM)]),
    () => named([...text.slice(0, OPENING).matchAll(TITLE)]),
    () => signatures(text),
    () => senders(text),
  ];
  for (const find of places) {
    const found = find();
    if (found.length > 0) return found;
  }
  return [];
}

function signatures(text: string): ToldText[] {
  if (!SPEAKS_OF_OWN.test(text)) return [];
  return [...text.matchAll(VALEDICTION)].flatMap((match) => {
    SIGNATURE.lastIndex = match.index + match[0].length;
    const signature = SIGNATURE.exec(text);
    if (!signature) return [];
    const end = signature.index + signature[0].length;
    return SIGNS_FOR_OFFICE.test(text.slice(end, end + FURTHER_LINES).split('\n\n')[0] ?? '')
      ? []
      : named([signature]);
  });
}

const senders = (text: string): ToldText[] =>
  SPEAKS_OF_OWN.test(text)
    ? named([...text.matchAll(SENDER)].filter((match) => !OFFICE.test((match[2] ?? '').toLowerCase())))
    : [];

const named = (matches: readonly RegExpExecArray[]): ToldText[] =>
  matches.flatMap((match) => {
    const printed = match[1] ?? '';
    const { value } = normaliseValue('claimant_name', printed);
    const start = match.index + match[0].indexOf(printed);
    return typeof value === 'string' ? [{ value, start, end: start + printed.length }] : [];
  });
