/** What went wrong, the commonest first. Pure. */
import { z } from 'zod';
import { FIELD_KEYS, type FieldKey, type FieldValue } from '../claim-fields.ts';
import type { Comparison } from './judge.ts';

/** A stated value not read; a value read that is not stated; another value; nothing read of the whole claim. */
export const MISTAKE_KINDS = ['missed', 'invented', 'wrong_value', 'unanswered'] as const;
export type MistakeKind = (typeof MISTAKE_KINDS)[number];

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

export const MistakeSchema = z.object({
  key: z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]]),
  kind: z.enum(MISTAKE_KINDS),
  count: z.number(),
  examples: z.array(z.object({ id: z.string(), expected: value, predicted: value })),
});
export type Mistake = z.infer<typeof MistakeSchema>;

const EXAMPLES = 3;

/** Counts by field and kind; `examples: false` leaves values out, for data that are not to be shown. */
export function commonestMistakes(
  comparisons: readonly Comparison[],
  { examples }: { examples: boolean },
): Mistake[] {
  const mistakes = new Map<string, Mistake>();
  for (const { label, prediction, right } of comparisons) {
    for (const key of FIELD_KEYS.filter((key) => !right[key])) {
      const predicted = prediction?.fields?.[key]?.value;
      const expected = label.expected[key];
      const kind = kindOf(predicted, expected);
      const mistake = mistakes.get(`${key} ${kind}`) ?? { key, kind, count: 0, examples: [] };
      mistakes.set(`${key} ${kind}`, mistake);
      mistake.count += 1;
      if (examples && mistake.examples.length < EXAMPLES)
        mistake.examples.push({ id: label.id, expected, predicted: predicted ?? null });
    }
  }
  return [...mistakes.values()].sort((a, b) => b.count - a.count);
}

function kindOf(predicted: FieldValue | undefined, expected: FieldValue): MistakeKind {
  if (predicted === undefined) return 'unanswered';
  if (predicted === null) return 'missed';
  return expected === null ? 'invented' : 'wrong_value';
}
