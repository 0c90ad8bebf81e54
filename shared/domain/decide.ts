import type { ScoredClaim } from '../answers.ts';
import { FIELD_KEYS, type FieldKey, type FieldValue } from '../claim-fields.ts';
import type { DecidedBy, RecordedField, ReviewSubmission } from '../contracts.ts';

/**
 * The fields as they are recorded: the model's and the rules' where they are sure, the reviewer's where
 * a person confirmed, corrected, or by approving the claim let a doubtful value stand.
 */
export function decideFields(
  scored: ScoredClaim,
  approval: { reviewer: string; fields: ReviewSubmission['fields'] } | null,
): Record<FieldKey, RecordedField> {
  const decided = FIELD_KEYS.map((key): [FieldKey, RecordedField] => {
    const field = scored.fields[key];
    const byMachine: DecidedBy = field.derivation ? 'rule' : 'model';
    const recorded: RecordedField = {
      value: field.value,
      confidence: field.confidence,
      decidedBy: byMachine,
      evidence: field.evidence,
      ...(field.derivation ? { derivation: field.derivation } : {}),
    };
    if (!approval) return [key, recorded];
    const decidedBy: DecidedBy = `reviewer:${approval.reviewer}`;
    const decision = approval.fields[key];
    if (decision?.decision === 'correct') {
      const value = decision.value as FieldValue;
      // What was printed for the old value says nothing about the new one.
      const modelConfidence = field.confidence;
      return [key, { value, confidence: 1, decidedBy, evidence: [], before: field.value, modelConfidence }];
    }
    const looked = decision?.decision === 'confirm' || !field.sure;
    const modelConfidence = field.confidence;
    return [key, looked ? { ...recorded, confidence: 1, decidedBy, modelConfidence } : recorded];
  });
  return Object.fromEntries(decided) as Record<FieldKey, RecordedField>;
}
