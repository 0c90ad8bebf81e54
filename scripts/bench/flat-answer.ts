/** Reads flat `Label: value` lines, as far as a stand-in for a model has to. */
import { FIELD_KEYS, type FieldKey, type FieldValue, fieldSpec } from '../../shared/claim-fields.ts';

export type FlatAnswer = Record<string, FieldValue>;

const LABELS: Record<FieldKey, RegExp> = {
  claimant_name: /^(claimant|insured|policyholder|name|claimant name|insured name)$/,
  claimant_dob: /^(dob|date of birth|birth date|born)$/,
  claimant_phone: /^(phone|telephone|mobile|claimant phone|contact number)$/,
  claimant_email: /^(e-?mail|e-?mail address)$/,
  claimant_address: /^(address|home address|mailing address)$/,
  policy_number: /^policy (number|no\.?|#|id)$/,
  policy_type: /^(policy type|line of business|coverage line)$/,
  policy_effective_date: /^(effective|effective date|policy effective|policy start)$/,
  policy_expiration_date: /^(expires|expiration date|expiry date|policy end)$/,
  incident_date: /^(date of loss|loss date|incident date|date of incident)$/,
  incident_time: /^(time of loss|time|incident time)$/,
  incident_type: /^(cause of loss|type of loss|incident type|peril)$/,
  incident_location: /^(location of loss|location|incident location|place of loss)$/,
  incident_description: /^(description|what happened|description of loss|narrative)$/,
  damage_description: /^(damage|damages|damage description)$/,
  insured_item: /^(insured item|insured property|vehicle|insured vehicle)$/,
  estimated_amount: /^(estimate|estimated amount|claim amount|estimated damage)$/,
  deductible_amount: /^(deductible|deductible amount)$/,
  injuries_reported: /^(injuries|anyone hurt|injuries reported)$/,
  third_parties: /^(third parties|other parties|other party|other driver)$/,
  police_report_number: /^police report( (number|no\.?|#))?$/,
  reported_date: /^(date reported|reported|report date|reported date)$/,
  coverage_determination: /^(coverage|coverage determination|determination)$/,
};

const NOTHING = /^(|n\/?a|unknown|-+)$/i;
const NONE = /^(no|none|none reported|n\/?a)$/i;

/** The 23 keys with what the lines state, in the value types of this JSON Schema; other keys `null`. */
export function flatAnswer(text: string, properties: Record<string, unknown>): FlatAnswer {
  const stated = new Map<FieldKey, string>();
  for (const line of text.split('\n')) {
    const [, label = '', value = ''] = /^\s*([^:]{2,40}):\s*(.*?)\s*$/.exec(line) ?? [];
    const key = FIELD_KEYS.find((candidate) => LABELS[candidate].test(label.toLowerCase().trim()));
    if (key && !stated.has(key)) stated.set(key, value);
  }
  const normalised = JSON.stringify(properties['estimated_amount'] ?? '').includes('"number"');
  return Object.fromEntries(
    Object.keys(properties).map((key) => [
      key,
      parsedValue(key as FieldKey, stated.get(key as FieldKey), normalised),
    ]),
  );
}

function parsedValue(key: FieldKey, text: string | undefined, normalised: boolean): FieldValue {
  if (text === undefined) return null;
  const { kind, values } = fieldSpec(key);
  if (kind === 'boolean') return NOTHING.test(text) && !NONE.test(text) ? null : !NONE.test(text);
  if (kind === 'names') return NONE.test(text) ? [] : text.split(/,| and |;/).map((name) => name.trim());
  if (NOTHING.test(text)) return null;
  if (kind === 'enum') {
    const words = text.toLowerCase().replace(/\W+/g, '_');
    return values?.find((value) => words.includes(value)) ?? null;
  }
  if (!normalised) return text;
  if (kind === 'money') return Number(text.replace(/[^\d.]/g, '')) || null;
  if (kind === 'date') return isoDate(text);
  if (kind === 'time') return clockTime(text);
  return text;
}

function isoDate(text: string): string | null {
  const ms = Date.parse(`${text} UTC`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString().slice(0, 10);
}

function clockTime(text: string): string | null {
  const [, hour = '', minute = '', half] = /(\d{1,2}):(\d{2})\s*([ap])?/i.exec(text) ?? [];
  if (hour === '') return null;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  return `${String(hours).padStart(2, '0')}:${minute}`;
}
