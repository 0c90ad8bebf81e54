/** Steps and actions of a claim's timeline in words. */
import type { Tone } from '../words/words.ts';
import { counted, fieldTitle, listed, QUEUE_WORDS, reasonWords } from '../words/words.ts';
import type { TimelineEntry } from './timeline-rows.ts';

const WHAT: Record<string, string> = {
  openClaim: 'Open the claim',
  readDocument: 'Read a document',
  recognisePages: 'Recognise pages (OCR)',
  chunkPacket: 'Cut into chunks',
  extractChunks: 'Extract fields',
  mergeAnswers: 'Merge the answers',
  scoreClaim: 'Score confidence',
  openReview: 'Put into the queue',
  remindReviewers: 'Remind reviewers',
  escalateReview: 'Escalate to senior reviewers',
  mirrorHold: 'Note who holds it',
  recordClaim: 'Record the result',
  recordCancelled: 'Record that it was stopped',
  notifyIntake: 'Tell intake',
  openAudit: 'Draw for a blind reading',
  recordAudit: 'Record the blind reading',
  openDisagreement: 'Open a disagreement',
  recordDisagreement: 'Record the decision',
  awaitPerson: 'Wait for a reviewer',
  awaitBlindReading: 'Wait for a blind reading',
  awaitSenior: 'Wait for a senior reviewer',
  'document.upload': 'Document uploaded',
  'claim.hand_in': 'Handed in',
  'claim.add_documents': 'Documents added',
  'claim.cancel': 'Asked to stop',
  'review.open': 'Review opened',
  'review.hold': 'Review taken',
  'review.release': 'Review given back',
  'review.submit': 'Review submitted',
  'budget.decide': 'Budget decided',
  'audit.submit': 'Read blind',
  'disagreement.decide': 'Disagreement decided',
  // Of claims that Temporal keeps no more the record has these.
  read: 'Read the documents',
  chunk: 'Cut into chunks',
  extract: 'Extract fields',
  merge: 'Merge the answers',
  score: 'Score confidence',
};

/** A name that this page does not know yet is shown as it is. */
export const whatWords = (what: string): string => WHAT[what] ?? what;

export const OUTCOME_WORDS: Record<TimelineEntry['outcome'], { word: string; tone: Tone }> = {
  done: { word: 'done', tone: 'good' },
  running: { word: 'running', tone: 'accent' },
  waiting: { word: 'waiting', tone: 'doubt' },
  failed: { word: 'failed', tone: 'bad' },
  cancelled: { word: 'cancelled', tone: 'plain' },
};

type Detail = TimelineEntry['detail'];

const names = (value: Detail[string] | undefined): string[] => (Array.isArray(value) ? value : []);
const number = (value: Detail[string] | undefined): number => (typeof value === 'number' ? value : 0);

/** What is worth knowing of an entry beside its name, in a few words; none where there is nothing. */
export function detailWords({ what, detail }: TimelineEntry): string[] {
  const fields = (key: string, word: string): string[] => {
    const list = names(detail[key]);
    if (list.length === 0) return [];
    return [`${word} ${list.length > 4 ? counted(list.length, 'field') : listed(list.map(fieldTitle))}`];
  };
  const words: string[] = [];
  if (what === 'awaitPerson') {
    const queue = detail['queue'];
    if (typeof queue === 'string') words.push(QUEUE_WORDS[queue] ?? queue);
    words.push(...names(detail['reasons']).map(reasonWords));
    if (detail['escalatedAt']) words.push('escalated');
  }
  if (typeof detail['decision'] === 'string')
    words.push(detail['decision'] === 'approve' ? 'approved' : 'rejected');
  words.push(...fields('corrected', 'corrected'), ...fields('confirmed', 'confirmed'));
  words.push(...fields('differing', 'differ on'), ...fields('decided', 'decided'));
  if (what === 'awaitPerson') words.push(...fields('fields', 'in doubt:'));
  if (what === 'awaitSenior') words.push(...fields('fields', 'readings differ on'));
  if (number(detail['compared']) > 0)
    words.push(`${number(detail['agreed'])} of ${number(detail['compared'])} fields agree`);
  if (number(detail['documents']) > 0) words.push(counted(number(detail['documents']), 'document'));
  if (number(detail['reminders']) > 0) words.push(counted(number(detail['reminders']), 'reminder'));
  if (detail['replayed'] === true) words.push('told again');
  if (typeof detail['lastFailure'] === 'string') words.push(`failed before: ${detail['lastFailure']}`);
  if (detail['givenBy'] === 'signal') words.push('from the Temporal UI');
  return words;
}
