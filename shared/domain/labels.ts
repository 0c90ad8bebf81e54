/** Finds the labels printed in a text, whose they are, and where the value of each stands. */
import { FIELD_KEYS, type FieldKey, fieldSpec } from '../claim-fields.ts';
import { CUES, INSURED_PARTY, labelRank, OTHER_PARTY, OUTSIDER } from './cues.ts';
import { findExportKeys } from './export-keys.ts';
import { findHeadings, type Party, sectionAt } from './sections.ts';
import type { Span } from './tokens.ts';

export interface Label extends Span {
  /** The fields that the label can stand for; none when it belongs to somebody else or to no field. */
  keys: FieldKey[];
  party: Party;
  /** Where its value stands. */
  value: Span;
  /** Stronger labels of the same field have a higher rank. */
  rank: number;
  generic: boolean;
}

interface Mark extends Span {
  keys: FieldKey[];
  generic: boolean;
  /** The words before the label in the same phrase. */
  before: string;
  valueStart: number;
  /** Where its value ends, if its key says so. */
  valueEnd?: number;
}

const TAIL = '\\s*(?:\\([^()\\n]{0,40}\\)|,? please)?\\s*\\*{0,2}';
const compile = (pattern: (cue: string) => string) =>
  FIELD_KEYS.flatMap((key) => {
    const { specific, generic } = CUES[key];
    const entry = (cue: string, isGeneric: boolean) => ({
      key,
      generic: isGeneric,
      regex: new RegExp(pattern(cue), 'i'),
    });
    return [entry(specific, false), ...(generic ? [entry(generic, true)] : [])];
  });
const AT_END = compile((cue) =>
  `(?:^|[^\\p{L}\\p{N}])(${cue})${TAIL}$`.replaceAll('\\p{L}\\p{N}', 'A-Za-z0-9'),
);
const WHOLE = compile((cue) => `^[\\s*#>•-]*(${cue})${TAIL}[\\s.:#*?-]*$`);
const AT_START = compile((cue) => `^[\\s*•>-]*(${cue})[\\s#.]+(?=[\\w$(])`);

const CLAIMANT_ONLY = new Set<FieldKey>([
  'claimant_name',
  'claimant_dob',
  'claimant_phone',
  'claimant_email',
  'claimant_address',
  'policy_number',
  'policy_type',
  'policy_effective_date',
  'policy_expiration_date',
  'estimated_amount',
  'deductible_amount',
  'damage_description',
  'insured_item',
]);
const SHORT_KINDS = new Set(['date', 'time', 'money', 'phone', 'email', 'identifier', 'enum', 'boolean']);
const LONGEST_VALUE = 1_500;

/** Figures before a label belong to the value of the label before it: "Policy No:\n22071-2V33 Type of Insurance:". */
const VALUE_BEFORE = /^.*(?:\d{3}|\d[.,/:-]\d|[$€£₹@])\S*\s+(?=\p{L})/u;

/** All labels of `text` in order. Labels that stand for no field are kept: they end the value before them. */
export function findLabels(text: string): Label[] {
  const headings = findHeadings(text);
  const marks = [...exportMarks(text), ...colonMarks(text), ...lineMarks(text)]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((mark, index, all) => index === 0 || mark.start >= (all[index - 1]?.end ?? 0));
  return marks.map((mark, index) => {
    const party = partyOf(mark, text.slice(mark.start, mark.end), sectionAt(headings, mark.start));
    const keys = mark.keys.filter((key) => belongsTo(key, mark.generic, party));
    const borders = [
      marks[index + 1]?.start,
      headings.find((heading) => heading.start >= mark.valueStart)?.start,
    ];
    const border = Math.min(
      text.length,
      mark.valueStart + LONGEST_VALUE,
      ...borders.filter((at) => at !== undefined),
    );
    const short = keys.length > 0 && keys.every((key) => SHORT_KINDS.has(fieldSpec(key).kind));
    const ranks = keys.map((key) => labelRank(key, text.slice(mark.start, mark.end)));
    return {
      start: mark.start,
      end: mark.end,
      keys,
      party,
      generic: mark.generic,
      rank: ranks.find((rank) => rank !== 0) ?? 0,
      value:
        mark.valueEnd === undefined
          ? valueSpan(text, mark.valueStart, border, short)
          : { start: mark.valueStart, end: mark.valueEnd },
    };
  });
}

/** The label under which a place stands, if any. */
export const labelAt = (labels: readonly Label[], at: number): Label | undefined =>
  labels.findLast((label) => label.value.start <= at && at < label.value.end);

function exportMarks(text: string): Mark[] {
  return findExportKeys(text).flatMap(({ start, end, words, value }) => {
    const mark = classify(words, start, WHOLE);
    return mark ? [{ ...mark, start, end, valueStart: value.start, valueEnd: value.end }] : [];
  });
}

function colonMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.matchAll(/[:?](?!\/\/)\s*:?/g)) {
    const at = match.index;
    if (/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')) continue;
    const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 90, marks.at(-1)?.valueStart ?? 0);
    const phrase =
      text
        .slice(from, at)
        .split(/[|;\t—]| {3,}|\. |\) /)
        .at(-1)
        ?.replace(VALUE_BEFORE, '') ?? '';
    const phraseStart = at - phrase.length;
    const mark = classify(phrase, phraseStart, AT_END);
    const answer = match[0].startsWith('?') ? answerOfAnother(text, at) : 0;
    const valueStart = at + match[0].trimEnd().length + answer;
    if (mark) marks.push({ ...wholePhrase(mark, text, phraseStart), end: at, valueStart });
    else if (looksLikeLabel(phrase))
      marks.push({ ...unknownLabel(phrase, phraseStart), end: at, valueStart });
  }
  return marks;
}

const SPEAKER = /^[\s>]*\p{Lu}[\p{L}\p{N} .'’-]{0,30}:/u;
const SPOKEN =
  /^(?:[^\S\n]*(?:sure|yes|yeah|okay|ok|certainly|of course|well|right|so|it['’]?s|that['’]?s|that is|it is)\b[.,]?(?=[^\S\n]+\S))*/i;

/**
 * How far behind a question in an interview its answer begins: after the name of whoever gives it and what
 * people say first ("CALLER: Sure. It's …"); 0: no interview.
 */
function answerOfAnother(text: string, at: number): number {
  const asks = SPEAKER.exec(text.slice(text.lastIndexOf('\n', at) + 1, at))?.[0].trim();
  const behind = text.slice(at + 1, at + 250);
  const answers = asks ? /^\s*\n/.exec(behind) && SPEAKER.exec(behind) : null;
  if (!answers || answers[0].trim() === asks) return 0;
  const [spoken = ''] = SPOKEN.exec(behind.slice(answers[0].length)) ?? [];
  return answers[0].length + spoken.length;
}

/** At the start of a line the words before a cue are part of its label and can take its meaning away. */
function wholePhrase<M extends Omit<Mark, 'valueStart'>>(mark: M, text: string, phraseStart: number): M {
  const before = mark.before.replace(/^[\s*•>\d.)#-]+/, '').trim();
  const atLineStart = phraseStart === 0 || text[phraseStart - 1] === '\n';
  if (!atLineStart || before === '' || before.split(/\s+/).length > 5) return mark;
  // "Relation to Insured", "Other Insurance on Vehicle", "Did the seat sustain damage?"
  const changesMeaning = /\b[a-z]+$/.test(before) && !/\b(?:your|the|and|or|primary)$/.test(before);
  return {
    ...mark,
    start: mark.start - mark.before.trimStart().length,
    ...(changesMeaning ? { keys: [] } : {}),
  };
}

/** Labels without a colon: table cells, a label over its value, a label at the start of a line. */
function lineMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    const cells = cellsOf(line[0]);
    for (const cell of cells) {
      if (cell.text.includes(':') || cell.text.length >= 60) continue;
      const start = line.index + cell.at;
      const end = start + cell.text.length;
      const whole = classify(cell.text, start, WHOLE);
      const ruledOff = /^\s*\n?[ \t]*(?:-{3,}|={3,}|_{3,})/.test(text.slice(end, end + 200));
      if (whole && !ruledOff) marks.push({ ...whole, end, valueStart: afterCell(text, end) });
    }
    const leading = !/:/.test(line[0].slice(0, 40))
      ? classify(line[0].slice(0, 200), line.index, AT_START)
      : null;
    if (
      leading &&
      !leading.generic &&
      leading.keys.every((key) => SHORT_KINDS.has(fieldSpec(key).kind)) &&
      /\d|none/i.test(line[0]) &&
      / |#/.test(text.slice(leading.start, leading.end))
    ) {
      marks.push({ ...leading, valueStart: leading.end });
    }
  }
  return marks;
}

/** The stretches of a line between bars, tabs and wide gaps, without the space around them. */
function cellsOf(line: string): { text: string; at: number }[] {
  const borders = [...line.matchAll(/[|\t]| {3,}/g)];
  const starts = [0, ...borders.map((border) => border.index + border[0].length)];
  return starts.flatMap((start, index) => {
    const cell = line.slice(start, borders[index]?.index ?? line.length);
    const text = cell.trim();
    return text === '' ? [] : [{ text, at: start + cell.indexOf(text) }];
  });
}

function afterCell(text: string, end: number): number {
  let at = end;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return text[at] === '|' ? at + 1 : at;
}

/** The longest label that the phrase carries; several fields can share one ("Policy period"). */
function classify(phrase: string, offset: number, cues: typeof AT_END): Omit<Mark, 'valueStart'> | null {
  let longest = 0;
  let found: Omit<Mark, 'valueStart'> | null = null;
  for (const { key, generic, regex } of cues) {
    const match = regex.exec(phrase);
    const cue = match?.[1];
    if (!match || !cue) continue;
    const at = match.index + match[0].indexOf(cue);
    if (cue.length > longest) {
      longest = cue.length;
      found = {
        keys: [key],
        generic,
        before: phrase.slice(0, at),
        start: offset + at,
        end: offset + at + cue.length,
      };
    } else if (cue.length === longest && found && !found.keys.includes(key)) {
      found.keys.push(key);
      found.generic &&= generic;
    }
  }
  return found;
}

const looksLikeLabel = (phrase: string): boolean =>
  /^[\s*•>-]*[A-Z]/.test(phrase) && phrase.trim().split(/\s+/).length <= 9;

function unknownLabel(phrase: string, offset: number): Omit<Mark, 'valueStart'> {
  // In running text only the last words before a colon are its label.
  const words = [...phrase.matchAll(/\S+/g)];
  const first = words.at(-Math.min(3, words.length))?.index ?? 0;
  return { keys: [], generic: true, before: '', start: offset + first, end: offset + phrase.length };
}

function partyOf(mark: Mark, label: string, section: Party): Party {
  const phrase = `${mark.before} ${label}`;
  // A label of third parties names them itself.
  if (mark.keys.includes('third_parties') && !OUTSIDER.test(phrase)) return 'other';
  if (OUTSIDER.test(mark.before) || (mark.keys.length === 0 && OUTSIDER.test(phrase))) return 'outsider';
  if (OTHER_PARTY.test(mark.before)) return 'other';
  if (mark.keys.length > 0 && !mark.generic && INSURED_PARTY.test(phrase)) return 'insured';
  return section;
}

function belongsTo(key: FieldKey, generic: boolean, party: Party): boolean {
  if (party === 'outsider') return !generic && !CLAIMANT_ONLY.has(key) && key !== 'third_parties';
  if (party === 'other') return !CLAIMANT_ONLY.has(key);
  return !(key === 'incident_location' && party === 'insured' && generic);
}

function valueSpan(text: string, from: number, border: number, short: boolean): Span {
  const body = text.slice(from, border);
  const lead = /^[\s|>]*/.exec(body)?.[0].length ?? 0;
  // An empty line between label and value is a blank to be filled in, unless the label is a heading of its own.
  if ((body.slice(0, lead).match(/\n/g)?.length ?? 0) > 2) return { start: from, end: from };
  const value = body.slice(lead);
  const end = value.search(short ? /\n|\|/ : /\n\s*\n|\|/);
  return { start: from + lead, end: from + lead + (end < 0 ? value.trimEnd().length : end) };
}
