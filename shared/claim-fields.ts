/**
 * The 23 fields of a claim: one table from which the schemas of the result (`ClaimSchema`) and of a
 * model's answer (`modelAnswerSchema`), the review form, the database rows and the evaluation follow.
 */
import { z } from 'zod';

export const POLICY_TYPES = [
  'personal_auto',
  'commercial_auto',
  'homeowners',
  'renters',
  'commercial_property',
  'general_liability',
] as const;

export const INCIDENT_TYPES = [
  'collision',
  'theft',
  'vandalism',
  'fire',
  'water_damage',
  'wind_hail',
  'weather_other',
  'liability_injury',
  'other',
] as const;

export const COVERAGE_DETERMINATIONS = [
  'covered',
  'partially_covered',
  'not_covered',
  'needs_investigation',
] as const;

/** What a value is, and with it how it is normalised, compared and found again in the text. */
export type FieldKind =
  | 'name'
  | 'names'
  | 'date'
  | 'time'
  | 'phone'
  | 'email'
  | 'address'
  | 'identifier'
  | 'money'
  | 'boolean'
  | 'enum'
  | 'text';

interface FieldSpec {
  readonly kind: FieldKind;
  /** What people call the field: in tables, review forms and messages. */
  readonly title: string;
  /** A field on which documents of one claim must agree (★ in the contract). */
  readonly key?: true;
  readonly values?: readonly string[];
}

export const CLAIM_FIELDS = {
  claimant_name: { kind: 'name', title: 'Claimant', key: true },
  claimant_dob: { kind: 'date', title: 'Date of birth', key: true },
  claimant_phone: { kind: 'phone', title: 'Phone' },
  claimant_email: { kind: 'email', title: 'E-mail' },
  claimant_address: { kind: 'address', title: 'Address' },
  policy_number: { kind: 'identifier', title: 'Policy number', key: true },
  policy_type: { kind: 'enum', title: 'Line of business', values: POLICY_TYPES },
  policy_effective_date: { kind: 'date', title: 'Policy effective' },
  policy_expiration_date: { kind: 'date', title: 'Policy expires' },
  incident_date: { kind: 'date', title: 'Date of loss', key: true },
  incident_time: { kind: 'time', title: 'Time of loss' },
  incident_type: { kind: 'enum', title: 'Type of loss', key: true, values: INCIDENT_TYPES },
  incident_location: { kind: 'address', title: 'Location of loss' },
  incident_description: { kind: 'text', title: 'What happened' },
  damage_description: { kind: 'text', title: 'Damage', key: true },
  insured_item: { kind: 'text', title: 'Insured item' },
  estimated_amount: { kind: 'money', title: 'Estimated amount', key: true },
  deductible_amount: { kind: 'money', title: 'Deductible' },
  injuries_reported: { kind: 'boolean', title: 'Injuries' },
  third_parties: { kind: 'names', title: 'Third parties' },
  police_report_number: { kind: 'identifier', title: 'Police report' },
  reported_date: { kind: 'date', title: 'Date reported' },
  coverage_determination: {
    kind: 'enum',
    title: 'Coverage',
    key: true,
    values: COVERAGE_DETERMINATIONS,
  },
} as const satisfies Record<string, FieldSpec>;

export type FieldKey = keyof typeof CLAIM_FIELDS;

export const FIELD_KEYS = Object.keys(CLAIM_FIELDS) as FieldKey[];

export const isFieldKey = (key: string): key is FieldKey => Object.hasOwn(CLAIM_FIELDS, key);

export const fieldSpec = (key: FieldKey): FieldSpec => CLAIM_FIELDS[key];

type Values = {
  name: string;
  names: string[];
  date: string;
  time: string;
  phone: string;
  email: string;
  address: string;
  identifier: string;
  money: number;
  boolean: boolean;
  text: string;
};

type ValueOf<S> = S extends { values: readonly (infer V)[] }
  ? V
  : S extends { kind: infer K extends keyof Values }
    ? Values[K]
    : never;

/** A claim's 23 values, normalised; `null` where the documents do not state one. */
export type Claim = { [K in FieldKey]: ValueOf<(typeof CLAIM_FIELDS)[K]> | null };

export type FieldValue = string | number | boolean | string[] | null;

const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `text` is an ISO 8601 calendar date that exists. */
export function isCalendarDate(text: string): boolean {
  const match = CALENDAR_DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1850;
}

function normalisedType(spec: FieldSpec): z.ZodType<FieldValue> {
  switch (spec.kind) {
    case 'enum':
      return z.enum(spec.values as readonly [string, ...string[]]);
    case 'date':
      return z.string().refine(isCalendarDate, 'must be a real date, written YYYY-MM-DD');
    case 'time':
      return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, written HH:MM');
    case 'money':
      return z
        .number()
        .nonnegative('must not be negative')
        .refine((usd) => Math.abs(usd * 100 - Math.round(usd * 100)) < 1e-6, 'has two decimals at most');
    case 'boolean':
      return z.boolean();
    case 'names':
      return z.array(z.string().min(1).max(200)).max(50);
    case 'email':
      return z
        .string()
        .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'must be an e-mail address')
        .toLowerCase();
    case 'phone':
      return z
        .string()
        .max(60)
        .refine((text) => /^\D*(\d\D*){7,15}$/.test(text), 'must hold 7 to 15 digits');
    default:
      return z.string().trim().min(1).max(4_000);
  }
}

/** Schema of one field's normalised value, `null` included. */
export const fieldSchema = (key: FieldKey): z.ZodType<FieldValue> =>
  normalisedType(CLAIM_FIELDS[key]).nullable();

/** Schema of the 23 normalised values; unknown and missing keys are errors. */
export const ClaimSchema = z.strictObject(
  Object.fromEntries(FIELD_KEYS.map((key) => [key, fieldSchema(key)])),
) as unknown as z.ZodType<Claim>;

/**
 * How a model version writes its answer.
 *
 * - `verbatim`: values as printed, with the facts that the coverage rule needs;
 * - `normalised`: values already in the form of `ClaimSchema`, no facts.
 */
export const ANSWER_FORMATS = ['verbatim', 'normalised'] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

/** What the coverage rule needs beside the fields: stated facts, never conclusions. */
export const CoverageFactsSchema = z.strictObject({
  /** Exclusions that the documents name as applying, in their words. */
  exclusions: z.array(z.string()).nullable(),
  /** Whether they apply to all or to a part of the loss. */
  exclusion_scope: z.enum(['all', 'part']).nullable(),
  fault_disputed: z.boolean().nullable(),
  /** The adjuster's own finding, where one is stated. */
  adjuster_finding: z.enum(COVERAGE_DETERMINATIONS).nullable(),
});
export type CoverageFacts = z.infer<typeof CoverageFactsSchema>;

export const NO_COVERAGE_FACTS: CoverageFacts = {
  exclusions: null,
  exclusion_scope: null,
  fault_disputed: null,
  adjuster_finding: null,
};

export type RawValue = string | number | boolean | string[] | null;
export type ModelAnswer = { [K in FieldKey]: RawValue } & Partial<CoverageFacts> & { reasoning?: string };

function answeredType(spec: FieldSpec, format: AnswerFormat): z.ZodType<RawValue> {
  switch (spec.kind) {
    case 'enum':
      return z.enum(spec.values as readonly [string, ...string[]]);
    case 'boolean':
      return z.boolean();
    case 'names':
      return z.array(z.string());
    case 'money':
      return format === 'normalised' ? z.number() : z.string();
    default:
      return z.string();
  }
}

/**
 * Schema of a model's answer to one chunk, in the order in which it is generated: reasoning first
 * where the model version reasons, then the 23 keys, then the coverage facts of a `verbatim` model.
 */
export function modelAnswerSchema(form: { format: AnswerFormat; reasons: boolean }): z.ZodType<ModelAnswer> {
  const values = FIELD_KEYS.map((key) => [key, answeredType(CLAIM_FIELDS[key], form.format).nullable()]);
  return z.strictObject({
    ...(form.reasons ? { reasoning: z.string() } : {}),
    ...Object.fromEntries(values),
    ...(form.format === 'verbatim' ? CoverageFactsSchema.shape : {}),
  }) as unknown as z.ZodType<ModelAnswer>;
}
