/** What a packet states although no answer does: said in so many words, or printed behind a label. */

import type { MergedField } from '../answers.ts';
import { FIELD_KEYS, type FieldKey, type FieldValue, fieldSpec } from '../claim-fields.ts';
import { type AnsweredChunk, isSame } from './candidates.ts';
import { evidenceOf, type FindPage } from './evidence.ts';
import { type Fields, fill } from './merged-fields.ts';
import { expectedValues } from './reading.ts';
import { injuryStatements, noOthersStatements } from './statements.ts';
import type { Span } from './tokens.ts';

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
 * Fills fields that were passed over with what stands behind their labels, where these agree, and puts a date or
 * number behind its label in the place of one that stands elsewhere; the value stays in doubt.
 */
export function takeLabelled(fields: Fields, answered: readonly AnsweredChunk[], findPage: FindPage): void {
  for (const key of FIELD_KEYS) {
    const found = isOpen(key, fields[key]) ? behindLabels(key, answered) : null;
    if (!found) continue;
    const evidence = evidenceOf([found.span], found.chunk, findPage);
    fill(fields[key], { value: found.value, evidence, grounding: 'normalised', labelled: true });
  }
}

function isOpen(key: FieldKey, { value, labelled, doubts }: MergedField): boolean {
  const { kind } = fieldSpec(key);
  if (kind === 'boolean') return false;
  if (value === null) return true;
  return (kind === 'date' || kind === 'identifier') && !labelled && doubts.includes('label_disagrees');
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
