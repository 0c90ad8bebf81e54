/** What the queue says of the review that was submitted last. */
import { counted } from '../words/words.ts';

export interface Submitted {
  id: string;
  decision: 'approve' | 'reject';
  corrected: number;
  confirmed: number;
}

export function submittedWords({ id, decision, corrected, confirmed }: Submitted): string {
  if (decision === 'reject') return `${id} is rejected`;
  const work = `${counted(corrected, 'field')} corrected, ${confirmed} confirmed`;
  return `${id} is approved: ${work}`;
}
