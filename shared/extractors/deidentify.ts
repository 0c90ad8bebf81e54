/** Claim text without the people in it: what the index of examples may hold. Pure. */
import { type Claim, FIELD_KEYS, type FieldValue, fieldSpec } from '../claim-fields.ts';
import { addressTokens, addressWords } from '../domain/addresses.ts';
import { findSequence } from '../domain/align.ts';
import { findIdentifiers, findPhones } from '../domain/contacts.ts';
import { scanDates } from '../domain/dates.ts';
import { nameWords } from '../domain/names.ts';
import { type Span, tokenise } from '../domain/tokens.ts';

interface Hidden extends Span {
  by: string;
}

const EMAIL = /[^\s@<>()[\]{},;:"']{1,64}@[^\s@<>()[\]{},;:"']{1,200}/g;
const PHONE = /(?<![\d/-])(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]{0,2}\d{3}[\s.-]\d{4}(?!\d)/g;
/** Letters with digits among them: plates, chassis, policy and file numbers, also those that no label names. */
const NUMBER =
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]{0,30}\d)(?=[\p{L}\p{N}-]{0,30}\p{L})[\p{L}\p{N}][\p{L}\p{N}-]{4,30}/gu;
const TITLED =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Officer|Sgt|Capt|Lt|Det)\b\.?\s+(\p{Lu}[\p{L}.'’-]*(?:[ ]\p{Lu}[\p{L}.'’-]*){0,2})/gu;
const TITLE_WORD = "\\p{Lu}[\\p{Ll}’'][\\p{L}’'-]*";
/** Two capitalised words in the middle of a sentence: a person, a firm, a street or a make. */
const IN_PROSE = new RegExp(`(?<=[\\p{Ll},;] )${TITLE_WORD}(?: (?:\\p{Lu}\\. )?${TITLE_WORD}){1,3}`, 'gu');
/** The whole of a line, a cell or a labelled value. */
const BY_ITSELF = new RegExp(
  `(?<=(?:^|[:|>])[ \\t]*)${TITLE_WORD}(?: (?:\\p{Lu}\\. )?${TITLE_WORD}){1,3}(?=[ \\t]*(?:$|[|,(<]))`,
  'gmu',
);
/** What also stands by itself in claims and is nobody's name. */
const CLAIM_WORDS =
  /\b(?:auto\w*|passenger|personal|private|commercial|home\w*|renters?|property|properties|liability|general|damaged?|loss|water|fire|theft|wind|hail|storm|weather|collision|vandalism|policy|policyholder|claims?|claimant|report\w*|notice|form|information|details|vehicle|insur\w+|date|time|type|description|summary|estimate\w*|amount|total|labor|parts|page|not|same|after|none|business|self|yes|no|party|parties|other|coverage|incident|police|witness\w*|injur\w+|contact|repair|replace)\b/i;

/** Parts of names that say nothing about whom they name. */
const COMMON = new Set(
  'and the of for inc llc ltd company corp group services insurance estate family trust unknown driver other'.split(
    ' ',
  ),
);
const LEAST_LETTERS = 3;

/**
 * The text with the values that name or reach somebody replaced by placeholders: names (whole, turned
 * around and word by word), phones, e-mail addresses, addresses, identifiers and dates of birth of the
 * labels, and by their form every other e-mail address, phone number, number with letters and what looks
 * like a name: after a title, in the middle of a sentence, alone in its line or cell. Every digit that is left becomes 0, so that dates, amounts and house numbers keep only their form.
 * Names that neither a label holds nor their form gives away (in capitals, a single word) stay.
 */
export function deidentify(text: string, labels: Partial<Claim> = {}): string {
  const hidden = [...byForm(text), ...FIELD_KEYS.flatMap((key) => byLabel(text, key, labels[key] ?? null))];
  hidden.sort((a, b) => a.start - b.start || b.end - a.end);
  let result = '';
  let at = 0;
  for (const { start, end, by } of hidden) {
    if (end <= at) continue;
    if (start >= at) result += `${text.slice(at, start)}[${by}]`;
    at = end;
  }
  return (result + text.slice(at)).replace(/\p{Nd}/gu, '0');
}

function byForm(text: string): Hidden[] {
  const all = (pattern: RegExp, by: string): Hidden[] =>
    [...text.matchAll(pattern)].map((match) => {
      const end = match.index + match[0].length;
      return { start: match[1] === undefined ? match.index : end - match[1].length, end, by };
    });
  return [
    ...all(EMAIL, 'email'),
    ...all(PHONE, 'phone'),
    ...all(NUMBER, 'number'),
    ...all(TITLED, 'name'),
    ...all(IN_PROSE, 'name'),
    ...all(BY_ITSELF, 'name').filter(({ start, end }) => !CLAIM_WORDS.test(text.slice(start, end))),
  ];
}

function byLabel(text: string, key: (typeof FIELD_KEYS)[number], value: FieldValue): Hidden[] {
  if (value === null) return [];
  const as = (by: string, spans: Span[]): Hidden[] => spans.map(({ start, end }) => ({ start, end, by }));
  const texts = [value].flat().map(String);
  switch (fieldSpec(key).kind) {
    case 'name':
    case 'names':
      return as(
        'name',
        texts.flatMap((name) => namePlaces(text, name)),
      );
    case 'phone':
      return as(
        'phone',
        texts.flatMap((phone) => findPhones(text, phone)),
      );
    case 'identifier':
      return as(
        'number',
        texts.flatMap((number) => findIdentifiers(text, number)),
      );
    case 'address':
      return as(
        'address',
        texts.flatMap((address) => addressPlaces(text, address)),
      );
    case 'date':
      return key === 'claimant_dob' ? as('born', birthPlaces(text, String(value))) : [];
    default:
      return [];
  }
}

/** Every word of the name, wherever it stands: a claim says "Mrs. March" and "MARCH, JO" of the same person. */
function namePlaces(text: string, name: string): Span[] {
  const spoken = nameWords(name);
  const turned = [...spoken.slice(-1), ...spoken.slice(0, -1)];
  const words = new Set(spoken.filter((word) => word.length >= LEAST_LETTERS && !COMMON.has(word)));
  const tokens = tokenise(text);
  const whole = [spoken, turned].flatMap((order) =>
    findSequence(tokens, order).flatMap(({ spans }) => spans),
  );
  return [
    ...whole,
    ...tokens.filter(({ text: word }) => words.has(word.replace(/s$/, '')) || words.has(word)),
  ];
}

/** The whole address, and each of its parts of two words or more. */
function addressPlaces(text: string, address: string): Span[] {
  const tokens = addressTokens(text);
  const parts = [address, ...address.split(',')].map(addressWords).filter((words) => words.length >= 2);
  return parts.flatMap((words) => findSequence(tokens, words, true).flatMap(({ spans }) => spans));
}

const birthPlaces = (text: string, born: string): Span[] =>
  scanDates(text, { birth: true }).filter(({ value, exchanged }) => value === born || exchanged === born);
