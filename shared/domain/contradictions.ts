/** Where the packet contradicts itself. */
import type { DoubtReason } from '../answers.ts';
import { type FieldKey, type FieldValue, fieldSpec } from '../claim-fields.ts';
import { type AnsweredChunk, type Choice, type GroundedCandidate, isSame } from './candidates.ts';
import { scanDates } from './dates.ts';
import { partAt } from './evidence.ts';
import { labelledValues } from './reading.ts';

/** What rivals of the chosen value mean. Wordings of a text differ without contradicting each other. */
export function rivalDoubts(key: FieldKey, { best, rivals }: Choice): DoubtReason[] {
  const kind = fieldSpec(key).kind;
  if (kind === 'text' || kind === 'names') return [];
  const serious = rivals.filter((rival) => isSerious(key, best, rival));
  if (serious.length === 0) return [];
  const elsewhere = serious.some((rival) => isElsewhere(best, rival));
  return fieldSpec(key).key && elsewhere ? ['documents_contradict'] : ['chunks_disagree'];
}

function isSerious(key: FieldKey, best: GroundedCandidate, rival: GroundedCandidate): boolean {
  if (rival.grounding === 'partial' || rival.doubts.includes('label_disagrees')) return false;
  // A value behind its label stands against what a chunk picked up without one, within one document.
  if (best.labelled && !rival.labelled)
    return fieldSpec(key).key === true && isElsewhere(best, rival) && !weak(key);
  // A total of a higher rank replaces an earlier guess.
  return !(key === 'estimated_amount' && best.rank > rival.rank);
}

// What a model derives or picks from running text differs from chunk to chunk without any contradiction.
const weak = (key: FieldKey): boolean =>
  key === 'incident_type' || key === 'estimated_amount' || key === 'claimant_name';

const isElsewhere = (a: GroundedCandidate, b: GroundedCandidate): boolean =>
  b.evidence.some((evidence) => !a.evidence.some((own) => own.document === evidence.document));

/** Fields on which the printed labels themselves contradict each other, whatever the model read. */
export function labelContradictions(answered: readonly AnsweredChunk[]): Map<FieldKey, DoubtReason> {
  const found = new Map<FieldKey, DoubtReason>();
  for (const key of ['incident_date', 'claimant_dob'] as const) {
    const said = answered.flatMap(({ chunk, reading }) =>
      labelledValues(key, reading)
        .filter(({ label }) => !label.generic && label.party !== 'other' && label.party !== 'outsider')
        .map(({ label, value }) => ({ value, document: partAt(chunk, label.start)?.document })),
    );
    const [first] = said;
    const other = said.find(({ value }) => first && !isSame(key, first.value, value));
    if (first && other) {
      found.set(key, first.document === other.document ? 'chunks_disagree' : 'documents_contradict');
    }
  }
  return found;
}

const LOSS_TOLD =
  /\b(?:it|this|(?:loss|incident|accident|event|crash|collision|theft|fire|damage)(?:[\s>|]+is[\s>|]+(?:said|believed|reported|thought|stated|alleged)[\s>|]+to[\s>|]+have)?)[\s>|]+(?:happened|occurred|took[\s>|]+place)[\s>|]+on[\s>|]+|\bloss[\s>|]+(?:of|on)[\s>|]+(?=\d)/gi;
// What befell others, or an earlier time, is another loss.
const OTHER_LOSS =
  /\b(?:prior|previous(?:ly)?|earlier|former|similar|(?:an)?other(?! hand)|first|last)\b[^.!?]*$/i;
const LONGEST_DATE = 40;

/** Whether the story says that the loss was on another day than `incidentDate`. */
export const toldOfAnotherDay = (incidentDate: FieldValue, answered: readonly AnsweredChunk[]): boolean =>
  answered.some(({ reading }) =>
    [...reading.text.matchAll(LOSS_TOLD)].some((match) => {
      const at = match.index + match[0].length;
      const told = scanDates(reading.text.slice(at, at + LONGEST_DATE), {
        dayFirst: () => reading.dayFirstAt(at),
      })[0];
      const sentence = reading.text.slice(Math.max(0, match.index - 60), at);
      return told?.start === 0 && told.value !== incidentDate && !OTHER_LOSS.test(sentence);
    }),
  );
