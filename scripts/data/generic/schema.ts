/** Other names for what a claim answers: a base model learns to read what is asked, never the claim's own schema. */
import type { ModelAnswer, RawValue } from '../../../shared/claim-fields.ts';
import type { Random } from '../random.ts';

export type AnswerKey = Exclude<keyof ModelAnswer, 'reasoning'>;

const words = (text: string): string[] => text.split(' ');

const SYNONYMS: Record<AnswerKey, string[]> = {
  claimant_name: words('insured policyholder customer full_name insured_name'),
  claimant_dob: words('birth_date dob born_on insured_birthday'),
  claimant_phone: words('phone telephone contact_number insured_phone'),
  claimant_email: words('email mail_address e_mail contact_email'),
  claimant_address: words('mailing_address home_address residence insured_address'),
  policy_number: words('policy policy_no contract_number policy_id'),
  policy_type: words('line_of_business lob coverage_line insurance_kind'),
  policy_effective_date: words('effective_from policy_start inception coverage_begins'),
  policy_expiration_date: words('expires_on policy_end expiry coverage_ends'),
  incident_date: words('date_of_loss loss_date accident_date happened_on event_day'),
  incident_time: words('time_of_loss loss_time hour clock_time'),
  incident_type: words('cause_of_loss loss_kind peril event_type'),
  incident_location: words('place_of_loss loss_location scene where_it_happened'),
  incident_description: words('what_happened narrative facts_of_loss event_summary story'),
  damage_description: words('damage extent_of_damage what_was_damaged loss_details'),
  insured_item: words('vehicle_or_property item asset risk insured_object'),
  estimated_amount: words('estimate total_estimate amount_claimed cost loss_amount'),
  deductible_amount: words('deductible excess own_share retention'),
  injuries_reported: words('anyone_hurt injuries injured personal_injury'),
  third_parties: words('other_parties others_involved adverse_parties other_people'),
  police_report_number: words('police_report case_number report_no police_file'),
  reported_date: words('notice_date date_reported submitted_on received'),
  coverage_determination: words('coverage decision finding outcome'),
  exclusions: words('exclusions_named exclusion_clauses not_insured'),
  exclusion_scope: words('scope_of_exclusion excluded_share how_much_is_excluded'),
  fault_disputed: words('liability_contested dispute blame_disputed'),
  adjuster_finding: words('adjuster_decision stated_finding examiner_result'),
};
const KEYS = Object.keys(SYNONYMS) as AnswerKey[];
const SUFFIXES = ['_1', '_text', '_value', '_stated', '_printed', '_on_file', '_a', '_info'];
const SHARE_RENAMED = 0.4;
/** Asked in vain, at most: a model that sees more nulls learns to answer null. */
const SHARE_NULL = 1 / 3;

/** What is asked for: keys of the answer, in order, with the names they are asked by. */
export type Schema = { key: AnswerKey; name: string }[];

/** Three to eighteen keys in random order, most of them stated in `answer`. */
export function drawSchema(r: Random, answer: ModelAnswer): Schema {
  const wanted = r.int(3, 18);
  const stated = r.shuffle(KEYS.filter((key) => isStated(answer[key] ?? null)));
  const silent = r.shuffle(KEYS.filter((key) => !isStated(answer[key] ?? null)));
  const inVain = Math.min(silent.length, r.int(0, Math.floor(wanted * SHARE_NULL)));
  const keys = r.shuffle([...stated.slice(0, wanted - inVain), ...silent.slice(0, inVain)]);
  const names = new Set<string>();
  return keys.map((key) => {
    let name = renamed(r, key);
    while (names.has(name)) name += r.pick(SUFFIXES);
    names.add(name);
    return { key, name };
  });
}

const isStated = (value: RawValue): boolean => value !== null;

function renamed(r: Random, key: AnswerKey): string {
  if (!r.chance(SHARE_RENAMED)) return key;
  return r.chance(0.8) ? r.pick(SYNONYMS[key]) : key + r.pick(SUFFIXES);
}

export const answerTo = (schema: Schema, answer: ModelAnswer): Record<string, RawValue> =>
  Object.fromEntries(schema.map(({ key, name }) => [name, answer[key] ?? null]));
