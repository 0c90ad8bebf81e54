/** What no answer names although the packet says it but once: in a sentence, or as the only value of its kind. */
import type { FieldKey } from '../claim-fields.ts';
import type { AnsweredChunk } from './candidates.ts';
import { evidenceOf, type FindPage } from './evidence.ts';
import { type Fields, fill } from './merged-fields.ts';
import { incidentDays, incidentTimes, policyPeriods } from './own-days.ts';
import { ownEmails, type PrintedText, policeNumbers, policyNumbers } from './own-numbers.ts';
import type { Reading } from './reading.ts';

/** Fills these fields where they were passed over and all places agree; the values stand in doubt. */
export function takeOnlyOnes(fields: Fields, answered: readonly AnsweredChunk[], findPage: FindPage): void {
  const take = (key: FieldKey, find: (reading: Reading) => PrintedText[]): void => {
    if (fields[key].value !== null) return;
    const printed = answered.flatMap(({ chunk, reading }) =>
      find(reading).map((found) => ({ ...found, chunk })),
    );
    const [first] = printed;
    if (!first || printed.some(({ value }) => value !== first.value)) return;
    const evidence = evidenceOf([first], first.chunk, findPage);
    fill(fields[key], { value: first.value, evidence, grounding: 'partial', doubts: ['rule_disagrees'] });
  };
  const { claimant_name: name, incident_date: day, incident_time: time } = fields;
  take('claimant_email', ({ text }) => ownEmails(text, String(name.value ?? '')));
  take('policy_number', ({ text }) => policyNumbers(text));
  take('police_report_number', ({ text }) => policeNumbers(text));
  take('policy_effective_date', (reading) => policyPeriods(reading).map(({ first }) => first));
  take('policy_expiration_date', (reading) => policyPeriods(reading).map(({ last }) => last));
  take('incident_date', (reading) => incidentDays(reading, time.value));
  take('incident_time', (reading) => incidentTimes(reading, day.value));
}
