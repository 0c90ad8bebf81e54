/** Codes of the API in words, and values as people read them. */
import { DOUBT_REASONS, type DoubtReason, REVIEW_REASONS, type ReviewReason } from '../../shared/answers.ts';
import {
  CLAIM_FIELDS,
  type FieldKey,
  type FieldValue,
  fieldSpec,
  isFieldKey,
} from '../../shared/claim-fields.ts';
import type { ClaimStatus } from '../../shared/contracts.ts';

export type Tone = 'plain' | 'good' | 'doubt' | 'bad' | 'accent';

export const STATUS_WORDS: Record<ClaimStatus, { word: string; tone: Tone }> = {
  received: { word: 'received', tone: 'plain' },
  reading: { word: 'reading', tone: 'accent' },
  extracting: { word: 'extracting', tone: 'accent' },
  awaiting_budget: { word: 'past its budget', tone: 'doubt' },
  in_review: { word: 'in review', tone: 'doubt' },
  recording: { word: 'recording', tone: 'accent' },
  completed: { word: 'completed', tone: 'good' },
  rejected: { word: 'rejected', tone: 'bad' },
  cancelled: { word: 'cancelled', tone: 'plain' },
};

export const PRIORITY_WORDS: Record<number, { word: string; tone: Tone }> = {
  1: { word: 'urgent', tone: 'bad' },
  2: { word: 'high', tone: 'doubt' },
  3: { word: 'normal', tone: 'plain' },
  4: { word: 'low', tone: 'plain' },
  5: { word: 'batch', tone: 'plain' },
};

export const QUEUE_WORDS: Record<string, string> = {
  reviewers: 'Reviewers',
  senior_reviewers: 'Senior reviewers',
};

const RULES: Record<string, string> = {
  well_formed: 'the value does not have the form of this field',
  birth_before_incident: 'the date of birth must lie before the date of loss',
  incident_not_after_report: 'the date of loss must not lie after the date reported',
  effective_before_expiration: 'the policy must take effect before it expires',
};

const spaced = (code: string): string => code.replaceAll('_', ' ');
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const fieldTitle = (key: string): string => (isFieldKey(key) ? CLAIM_FIELDS[key].title : spaced(key));
export const doubtWords = (code: string): string => DOUBT_REASONS[code as DoubtReason] ?? spaced(code);
export const reasonWords = (code: string): string => REVIEW_REASONS[code as ReviewReason] ?? spaced(code);
export const ruleWords = (rule: string): string => RULES[rule] ?? spaced(rule);

const usd = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** A value as it stands in the record, for reading; `null` is said in words. */
export function valueText(key: FieldKey, value: FieldValue | undefined): string {
  if (value === null || value === undefined) return 'not stated';
  if (Array.isArray(value)) return value.length === 0 ? 'nobody' : value.join('; ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return fieldSpec(key).kind === 'money' ? usd.format(value) : String(value);
  return fieldSpec(key).kind === 'enum' ? spaced(value) : value;
}

/** `model`, `rule`, or the person. */
export const deciderWords = (decidedBy: string): string =>
  decidedBy.startsWith('reviewer:') ? decidedBy.slice('reviewer:'.length) : decidedBy;

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export const listed = (words: string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

export const percent = (share: number, digits = 0): string => `${(share * 100).toFixed(digits)} %`;
