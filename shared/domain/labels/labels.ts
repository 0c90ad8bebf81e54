/** Finds the labels printed in a text, whose they are, and where the value of each stands. */
import type { FieldKey } from '../../claim-fields.ts';
import type { Span } from '../tokens.ts';
import { INSURED_PARTY, labelRank, OTHER_PARTY, OUTSIDER } from './cues.ts';
import { colonMarks, exportMarks, turnMarks } from './phrases.ts';
import { cellMarks } from './rows.ts';
import { findHeadings, type Party, sectionAt } from './sections.ts';
import { areShort, type Mark } from './words.ts';

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
const LONGEST_VALUE = 1_500;

/** "Policy number (other insurance)". */
const ANOTHERS = /\(\s*(?:other|their|third)\b/i;

/** All labels of `text` in order. Labels that stand for no field are kept: they end the value before them. */
export function findLabels(text: string): Label[] {
  const headings = findHeadings(text);
  const turns = turnMarks(text);
  const asked = new Set(turns.map(({ end }) => end));
  const others = colonMarks(text).filter(({ end }) => !asked.has(end));
  const marks = [...exportMarks(text), ...turns, ...others, ...cellMarks(text)]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((mark, index, all) => index === 0 || mark.start >= (all[index - 1]?.end ?? 0));
  return marks.map((mark, index) => {
    const remark = ANOTHERS.test(text.slice(mark.start, mark.valueStart));
    const party = remark
      ? 'other'
      : partyOf(mark, text.slice(mark.start, mark.end), sectionAt(headings, mark.start));
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
    const short = keys.length > 0 && areShort(keys);
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
