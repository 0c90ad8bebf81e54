/** What no answer names although the packet tells it: in a sentence, a signature, the parts of a form, the rows of an estimate. */
import type { MergedField } from '../answers.ts';
import type { FieldKey, FieldValue } from '../claim-fields.ts';
import { type AnsweredChunk, MOST_EVIDENCE } from './candidates.ts';
import { valuesMatch } from './compare.ts';
import { evidenceOf, type FindPage } from './evidence.ts';
import { type Fields, fill } from './merged-fields.ts';
import type { Reading } from './reading.ts';
import { wordsOf } from './tokens.ts';
import { deductiblesTold } from './told/amounts.ts';
import { ownEmails, ownPhones } from './told/contacts.ts';
import { damageTold, estimatedItems } from './told/damage.ts';
import {
  daysOfTheLoss,
  incidentDays,
  incidentTimes,
  mailDays,
  policyEnds,
  policyPeriods,
  policyStarts,
  reportedDays,
} from './told/days.ts';
import { namesTold } from './told/names.ts';
import { policeNumbers, policyNumbers } from './told/numbers.ts';
import { isOfTheLoss, placesInParts } from './told/place-parts.ts';
import { addressesBehindName, placesTold } from './told/places.ts';
import type { Told } from './told/told.ts';
import { vehiclesInParts } from './told/vehicle.ts';

interface Taking {
  /** Whether it takes the place of this answer; default: only of none. */
  replaces?: (answer: MergedField) => boolean;
  /** Labels stand before it: it is as good as an answer, and not in doubt. */
  labelled?: boolean;
}

/** Of the words of a street, so that an answer is of that place. */
const MOST = 0.8;

const unlabelled = ({ labelled }: MergedField): boolean => !labelled;

/** Fills these fields where all places agree on what they tell; the values stand in doubt, as far as no labels give them. */
export function takeTold(fields: Fields, answered: readonly AnsweredChunk[], findPage: FindPage): void {
  const take = (
    key: FieldKey,
    find: (reading: Reading) => readonly Told[],
    { replaces = () => false, labelled = false }: Taking = {},
  ): void => {
    const field = fields[key];
    if (field.value !== null && !replaces(field)) return;
    const told = answered.flatMap(({ chunk, reading }) => find(reading).map((one) => ({ ...one, chunk })));
    const [first] = told;
    if (!first || told.some(({ value }) => value !== first.value)) return;
    if (valuesMatch(key, first.value, field.value)) return;
    const evidence = evidenceOf(first.spans ?? [first], first.chunk, findPage).slice(0, MOST_EVIDENCE);
    fill(field, {
      ...{ value: first.value, evidence, grounding: first.spans ? 'normalised' : 'partial' },
      ...(labelled ? { labelled } : { doubts: ['rule_disagrees'] }),
    });
  };
  const claimant = (): string => String(fields.claimant_name.value ?? '');
  take('claimant_name', ({ text }) => namesTold(text));
  take('claimant_email', ({ text }) => ownEmails(text, claimant()));
  take('claimant_phone', ({ text }) => ownPhones(text, claimant()));
  take('claimant_address', ({ text }) => addressesBehindName(text, claimant()));
  take('deductible_amount', ({ text }) => deductiblesTold(text));
  take('policy_number', ({ text }) => policyNumbers(text));
  take('police_report_number', ({ text }) => policeNumbers(text));

  take('policy_effective_date', (reading) => policyPeriods(reading).map(({ first }) => first));
  take('policy_expiration_date', (reading) => policyPeriods(reading).map(({ last }) => last));
  take('policy_effective_date', policyStarts, { replaces: unlabelled });
  take('policy_expiration_date', policyEnds, { replaces: unlabelled });

  const { incident_date: day, incident_time: time, reported_date: reported } = fields;
  take('reported_date', reportedDays, { replaces: unlabelled });
  take('incident_date', (reading) => incidentDays(reading, time.value));
  // Of a log whose entries all bear the day of the notice, that day is not the loss's where another is told.
  take('incident_date', daysOfTheLoss, {
    replaces: (answer) => unlabelled(answer) && answer.value === reported.value,
  });
  take('incident_time', (reading) => incidentTimes(reading, day.value));
  // A loss that is told of in mails was reported with the first of them.
  const mails = answered.flatMap(({ reading }) => mailDays(reading)).map(({ value }) => value);
  const [firstMail] = mails.toSorted();
  take('reported_date', (reading) => mailDays(reading).filter(({ value }) => value === firstMail), {
    replaces: ({ value }) => mails.some((sent) => sent === value),
  });

  const { incident_location: place, insured_item: item, damage_description: damage } = fields;
  take('incident_location', ({ text }) => placesTold(text));
  take(
    'incident_location',
    ({ text }) =>
      placesInParts(text).filter((one) =>
        place.value === null ? isOfTheLoss(text, one) : shareIn(place.value, one.street) >= MOST,
      ),
    { replaces: () => true },
  );
  take(
    'insured_item',
    (reading) =>
      vehiclesInParts(reading).filter(({ value }) => item.value === null || shareIn(item.value, value) > 0),
    { replaces: () => true, labelled: true },
  );
  // An answer that has some of the items is of that estimate.
  take(
    'damage_description',
    ({ text }) =>
      estimatedItems(text).filter(
        ({ value, spans = [] }) =>
          damage.value === null || (spans.length > 1 && shareIn(value, String(damage.value)) >= MOST),
      ),
    { replaces: () => true },
  );
  take('damage_description', ({ text }) => damageTold(text).slice(0, 1));
}

/** The share of the words of `told` that stand in an answer. */
function shareIn(answer: FieldValue, told: string): number {
  const [said, words] = [wordsOf(String(answer)), wordsOf(told)];
  return words.filter((word) => said.includes(word)).length / words.length;
}
