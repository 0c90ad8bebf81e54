/** The validators of a claim: what no true set of values can violate. */
import { type Claim, FIELD_KEYS, type FieldKey, fieldSchema } from '../claim-fields.ts';

export interface Violation {
  /** Code of the rule; says nothing about a value. */
  rule: string;
  fields: FieldKey[];
}

/** What a complete extraction must state, by claim-fields. */
export const REQUIRED_FIELDS = [
  'claimant_name',
  'policy_number',
  'incident_date',
  'incident_type',
  'damage_description',
  'estimated_amount',
  'coverage_determination',
] as const satisfies readonly FieldKey[];

const ORDER: { rule: string; earlier: FieldKey; later: FieldKey; mayBeEqual: boolean }[] = [
  { rule: 'birth_before_incident', earlier: 'claimant_dob', later: 'incident_date', mayBeEqual: false },
  { rule: 'incident_not_after_report', earlier: 'incident_date', later: 'reported_date', mayBeEqual: true },
  {
    rule: 'effective_before_expiration',
    earlier: 'policy_effective_date',
    later: 'policy_expiration_date',
    mayBeEqual: false,
  },
];

/** Every rule that the values break, with the fields it speaks about; fields without a value break none. Never throws. */
export function violations(claim: Claim): Violation[] {
  const malformed = FIELD_KEYS.filter((key) => !fieldSchema(key).safeParse(claim[key]).success);
  const disordered = ORDER.filter(({ earlier, later, mayBeEqual }) => {
    const [first, second] = [claim[earlier], claim[later]];
    if (typeof first !== 'string' || typeof second !== 'string') return false;
    if (malformed.includes(earlier) || malformed.includes(later)) return false;
    // ISO dates are in the order of their texts.
    return mayBeEqual ? first > second : first >= second;
  });
  return [
    ...malformed.map((key) => ({ rule: 'well_formed', fields: [key] })),
    ...disordered.map(({ rule, earlier, later }) => ({ rule, fields: [earlier, later] })),
  ];
}

/** Whether a claim is complete in the sense of claim-fields: the required values are there and no validator fails. */
export const isComplete = (claim: Claim): boolean =>
  REQUIRED_FIELDS.every((key) => claim[key] !== null) && violations(claim).length === 0;
