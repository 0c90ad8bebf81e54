/** What somebody who was refused something can do about it. */
import type { ProblemCode } from '../../workers/api/problems.ts';
import { ApiProblem, UnexpectedAnswer, Unreachable } from '../api/client.ts';

const KEPT = 'What you typed is kept in this tab.';

const ADVICE: Partial<Record<ProblemCode, string>> = {
  not_signed_in: `Sign in, then repeat what you did. ${KEPT}`,
  sign_in_expired: `Sign in again, then repeat what you did. ${KEPT}`,
  role_missing: 'Ask whoever gives out roles, if you should be able to do this.',
  senior_only: 'Go back to the queue and take another claim.',
  claim_not_found: 'Look at the id; claims of other tenants are never shown.',
  review_held: 'Take another claim from the queue, or wait until this one is released.',
  review_not_open: 'It was decided or stopped meanwhile. Its timeline says by whom.',
  audit_not_blind: 'Leave it to somebody who has not opened this claim.',
  disagreement_own: 'Leave it to another senior reviewer.',
  too_many_requests: 'Wait a moment, then try again.',
  busy: 'Wait a moment, then try again.',
  stopping: 'Wait a moment, then try again.',
  temporal_unavailable: 'Look whether it was carried out before you repeat it.',
  database_unavailable: `It comes back by itself; try again in a moment. ${KEPT}`,
  store_unavailable: `It comes back by itself; try again in a moment. ${KEPT}`,
  internal: 'Tell the operators the number of the request.',
};

export function adviceOn(error: Error): string | null {
  if (error instanceof ApiProblem) return ADVICE[error.code] ?? null;
  if (error instanceof Unreachable) return `Look at your network, then try again. ${KEPT}`;
  if (error instanceof UnexpectedAnswer) return 'Reload the page.';
  return null;
}
