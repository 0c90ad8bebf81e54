/** A senior's decision while it is made, field by field. Pure. */
import { z } from 'zod';
import { FIELD_KEYS, type FieldKey } from '../../shared/claim-fields.ts';
import type { auditContracts } from '../../workers/api/contracts/audits.ts';
import { readText } from '../words/read-text.ts';

const field = z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]]);
export const CHOICES = ['first', 'second', 'other'] as const;
export type Choice = (typeof CHOICES)[number];

export const DraftSchema = z.object({
  choices: z.partialRecord(field, z.enum(CHOICES)),
  /** What is typed for `other`; it stays where another choice is made. */
  texts: z.partialRecord(field, z.string()),
  note: z.string(),
});
export type DecisionDraft = z.infer<typeof DraftSchema>;
export const EMPTY_DECISION: DecisionDraft = { choices: {}, texts: {}, note: '' };

type Fields = z.input<(typeof auditContracts)['decideDisagreement']['body']>['fields'];
type FieldDecision = Fields[string];

function decisionOf(draft: DecisionDraft, key: FieldKey): FieldDecision | null {
  const choice = draft.choices[key];
  if (!choice) return null;
  if (choice !== 'other') return { decision: choice };
  const read = readText(key, draft.texts[key] ?? '');
  return read.kind === 'value' ? { decision: 'other', value: read.value } : null;
}

/** Fields without a decision, or with an `other` that is no value yet. */
export const undecided = (draft: DecisionDraft, fields: readonly FieldKey[]): FieldKey[] =>
  fields.filter((key) => decisionOf(draft, key) === null);

/** `null` while a field is undecided. */
export function decisionsOf(draft: DecisionDraft, fields: readonly FieldKey[]): Fields | null {
  const decided = fields.flatMap((key): [FieldKey, FieldDecision][] => {
    const decision = decisionOf(draft, key);
    return decision ? [[key, decision]] : [];
  });
  return decided.length === fields.length ? Object.fromEntries(decided) : null;
}
