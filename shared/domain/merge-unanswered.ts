/** What a packet states although no answer does: said in so many words, or printed behind a label. */

import type { MergedField } from '../answers.ts';
import { FIELD_KEYS, type FieldKey, type FieldValue, fieldSpec } from '../claim-fields.ts';
import { addressWords } from './addresses.ts';
import { type AnsweredChunk, isSame } from './candidates.ts';
import { evidenceOf, type FindPage } from './evidence.ts';
import { type Fields, fill } from './merged-fields.ts';
import { expectedValues } from './reading.ts';
import { injuryStatements, noOthersStatements } from './statements.ts';
import { type Span, tokenF1, wordsOf } from './tokens.ts';

interface Statement extends Span {
  value: FieldValue;
}

/** Fills these two fields from what the packet states, one hurt person outweighing "no injuries"; the value stands in doubt. */
export function takeStatements(fields: Fields, answered: readonly AnsweredChunk[], findPage: FindPage): void {
  const take = (key: 'injuries_reported' | 'third_parties', find: (text: string) => Statement[]): void => {
    if (fields[key].value !== null) return;
    const said = answered.flatMap(({ chunk, reading }) =>
      find(reading.text).map((statement) => ({ statement, chunk })),
    );
    const first = said.find(({ statement }) => statement.value === true) ?? said[0];
    if (!first) return;
    const { value } = first.statement;
    const evidence = evidenceOf([first.statement], first.chunk, findPage);
    fill(fields[key], { value, evidence, grounding: 'partial', doubts: ['rule_disagrees'] });
  };
  take('injuries_reported', (text) =>
    injuryStatements(text).map(({ hurt, ...span }) => ({ value: hurt, ...span })),
  );
  take('third_parties', (text) => noOthersStatements(text).map((span) => ({ value: NOBODY, ...span })));
}

const NOBODY: FieldValue = [];

/**
 * Fills fields that were passed over with what stands behind their labels, where these agree, and puts it in the
 * place of some answers that stand elsewhere or are only a part of it; the value stays in doubt.
 */
export function takeLabelled(fields: Fields, answered: readonly AnsweredChunk[], findPage: FindPage): void {
  for (const key of FIELD_KEYS) {
    const found = behindLabels(key, answered);
    if (!found || !isTaken(key, found.value, fields[key])) continue;
    const evidence = evidenceOf([found.span], found.chunk, findPage);
    fill(fields[key], { value: found.value, evidence, grounding: 'normalised', labelled: true });
  }
}

/** Kinds of which what stands behind a label is right more often than what stands elsewhere. */
const REPLACED: ReadonlySet<string> = new Set(['date', 'identifier', 'name', 'address', 'phone']);
/** Three words or more, and not those of the next question. */
const LISTS_DAMAGE = /^(?=[\p{L}(])(?!.*(?::|\b(?:claim|cost|total|estimate\w*|loss put)\b))\S*\s+\S+\s+\S/iu;

function isTaken(key: FieldKey, printed: FieldValue, field: MergedField): boolean {
  const { kind } = fieldSpec(key);
  if (kind === 'boolean') return false;
  if (field.value === null || isWhole(key, printed, field)) return true;
  if (field.labelled || !field.doubts.includes('label_disagrees')) return false;
  return REPLACED.has(kind) || (key === 'damage_description' && LISTS_DAMAGE.test(String(printed)));
}

/** F1 from which two addresses are one of which a word was misread. */
const LIKE = 0.7;

/** Whether the label stands before the whole name of which the answer left out a part, or the address of which it changed a word. */
function isWhole(key: FieldKey, printed: FieldValue, { value, grounding }: MergedField): boolean {
  const [whole, part] = [String(printed), String(value)];
  switch (fieldSpec(key).kind) {
    case 'address':
      return grounding === 'partial' && tokenF1(addressWords(whole), addressWords(part)) >= LIKE;
    case 'name':
      return (
        isSame(key, printed, value) &&
        wordsOf(whole).length > wordsOf(part).length &&
        wordsOf(whole)[0] === wordsOf(part)[0]
      );
    default:
      return false;
  }
}

/** What the strongest labels of a field say, and where; `null` where they disagree or there are none. */
function behindLabels(key: FieldKey, answered: readonly AnsweredChunk[]) {
  const said = answered.flatMap(({ chunk, reading }) =>
    expectedValues(key, reading)
      .filter(({ label }) => !label.generic || label.party === 'insured' || OWN_LABELS.has(key))
      .map((found) => ({ ...found, chunk })),
  );
  const highest = Math.max(...said.map(({ label }) => label.rank));
  const [first, ...others] = said.filter(({ label }) => label.rank === highest);
  return first && others.every(({ value }) => isSame(key, first.value, value)) ? first : null;
}

/** Their generic labels ("Date of birth", "Time") are seldom anybody else's; those of contacts often are. */
const OWN_LABELS: ReadonlySet<FieldKey> = new Set(['claimant_dob', 'incident_time']);
