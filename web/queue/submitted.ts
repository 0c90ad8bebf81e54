/** What the queue says of the review that was submitted last. */
import { counted } from '../words/words.ts';

export interface Submitted {
  id: string;
  version: number;
  decision: 'approve' | 'reject';
  corrected: number;
  confirmed: number;
}

/** The list may still hold it for a moment. */
export const isSubmitted = (
  line: { id: string; version: number },
  submitted: Submitted | undefined,
): boolean => line.id === submitted?.id && line.version === submitted.version;

export function submittedWords({ id, decision, corrected, confirmed }: Submitted): string {
  if (decision === 'reject') return `${id} is rejected`;
  const work = `${counted(corrected, 'field')} corrected, ${confirmed} confirmed`;
  return `${id} is approved: ${work}`;
}
