/** The fields of a review as the page shows them: what is doubtful, decided, missing. */
import { FIELD_KEYS, type FieldKey, type FieldValue, fieldSchema } from '../../shared/claim-fields.ts';
import { type Violation, violations } from '../../shared/domain/validate.ts';
import type { Evidence, Review, ReviewField } from '../api/queries.ts';
import type { Decision, Decisions } from './draft.ts';

export interface FieldView {
  key: FieldKey;
  field: ReviewField;
  doubtful: boolean;
  decision: Decision | null;
  /** As it will be recorded if nothing more is decided. */
  value: FieldValue;
}

export interface FieldViews {
  doubtful: FieldView[];
  sure: FieldView[];
  /** Doubtful and not decided yet. */
  missing: FieldView[];
}

export function viewFields(review: Review, decisions: Decisions): FieldViews {
  const views = FIELD_KEYS.flatMap((key): FieldView[] => {
    const field = review.fields[key];
    if (!field) return [];
    const decision = decisions[key] ?? null;
    const value = decision?.decision === 'correct' ? decision.value : field.value;
    return [{ key, field, doubtful: !field.sure || field.doubts.length > 0, decision, value }];
  });
  const doubtful = views.filter((view) => view.doubtful);
  return {
    doubtful,
    sure: views.filter((view) => !view.doubtful),
    missing: doubtful.filter(({ decision }) => !decision),
  };
}

export interface Alternative {
  value: FieldValue;
  evidence: Evidence[];
}

const sameValue = (a: FieldValue, b: FieldValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** As many as there are keys for. */
const MOST_ALTERNATIVES = 9;

/** Other values that parts of the packet named, each once, the best first; what the record would not take is none. */
export function alternativesOf(key: FieldKey, field: ReviewField): Alternative[] {
  const others: Alternative[] = [];
  for (const { value, evidence } of field.candidates) {
    if (value === null || sameValue(value, field.value)) continue;
    if (!fieldSchema(key).safeParse(value).success) continue;
    const known = others.find((other) => sameValue(other.value, value));
    if (known) known.evidence = eachOnce([...known.evidence, ...evidence]);
    else others.push({ value, evidence: eachOnce(evidence) });
  }
  return others.slice(0, MOST_ALTERNATIVES);
}

/** Two chunks that overlap name the same place twice. */
export const eachOnce = (evidence: readonly Evidence[]): Evidence[] => {
  const at = ({ document, page, start, end }: Evidence): string => `${document}/${page}/${start}/${end}`;
  return evidence.filter((one, index) => evidence.findIndex((other) => at(other) === at(one)) === index);
};

/** The places of a field's own value, then those of its alternatives: all that can be jumped to. */
export const placesOf = (key: FieldKey, field: ReviewField): Evidence[] => [
  ...eachOnce(field.evidence),
  ...alternativesOf(key, field).flatMap(({ evidence }) => evidence),
];

/** What the values as they stand now violate; warnings, the reviewer has the last word. */
export function violationsOf(views: FieldViews): Violation[] {
  const all = [...views.doubtful, ...views.sure];
  if (all.length === 0) return [];
  const values = Object.fromEntries(FIELD_KEYS.map((key) => [key, null as FieldValue]));
  for (const { key, value } of all) values[key] = value;
  return violations(values as Parameters<typeof violations>[0]);
}
