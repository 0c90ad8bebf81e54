import { defineQuery, defineSignal, defineUpdate, log, setHandler } from '@temporalio/workflow';
import { failure } from '../shared/failures.ts';
import {
  type ApprovalRequest,
  ApprovalSchema,
  MODEL_MESSAGES,
  type PromotionStatus,
} from '../shared/model-contracts.ts';
import type { GateFinding } from '../shared/promotion/gate.ts';

export interface Word {
  person: string;
  word: 'approve' | 'reject';
  givenBy: 'update' | 'signal';
  note: string;
}

/** What a promotion tells whoever asks: names, counts and sentences with figures. */
export interface PromotionState {
  status: PromotionStatus;
  version: string | null;
  against: string | null;
  dataSet: string | null;
  before: number | null;
  after: number | null;
  claims: number;
  findings: Pick<GateFinding, 'criterion' | 'passed' | 'sentence'>[];
  approvals: string[];
  personsNeeded: number;
  share: number;
  /** Why it ended otherwise than promoted. */
  reason: string | null;
}

export const approvePromotionUpdate = defineUpdate<PromotionState, [ApprovalRequest]>(
  MODEL_MESSAGES.approvePromotion,
);
export const rejectPromotionUpdate = defineUpdate<PromotionState, [ApprovalRequest]>(
  MODEL_MESSAGES.rejectPromotion,
);
export const approveSignal = defineSignal<[unknown]>(MODEL_MESSAGES.approve);
export const rejectSignal = defineSignal<[unknown]>(MODEL_MESSAGES.reject);
export const promotionStateQuery = defineQuery<PromotionState>(MODEL_MESSAGES.promotionState);

/** Wires what people may say to a promotion; `words` holds it, one for each person. */
export function handlePromotionMessages(state: PromotionState, words: Word[]): void {
  const problem = (person: string): string | null =>
    state.status !== 'awaiting_approval'
      ? `the promotion is not waiting for a word: it is ${state.status}`
      : words.some((word) => word.person === person)
        ? 'this person has spoken already; another one is needed'
        : null;
  const hear = (word: Word): PromotionState => {
    words.push(word);
    if (word.word === 'approve') state.approvals.push(word.person);
    return state;
  };

  setHandler(promotionStateQuery, () => state);
  for (const [update, signal, word] of [
    [approvePromotionUpdate, approveSignal, 'approve'],
    [rejectPromotionUpdate, rejectSignal, 'reject'],
  ] as const) {
    setHandler(update, (request) => hear({ ...ApprovalSchema.parse(request), word, givenBy: 'update' }), {
      validator: (request) => {
        const parsed = ApprovalSchema.safeParse(request);
        const [issue] = parsed.error?.issues ?? [];
        if (issue)
          throw failure('InvalidInput', `${issue.path.join('.') || 'the message'}: ${issue.message}`);
        const why = problem(parsed.data?.person ?? '');
        if (why !== null) throw failure('PromotionClosed', why);
      },
    });
    const description = `${word}s the candidate, with {"person": "…"}`;
    const hearSignal = (payload: unknown): void => {
      const parsed = ApprovalSchema.safeParse(payload);
      const why = parsed.success ? problem(parsed.data.person) : 'it needs {"person": "…"}';
      // A signal has no answer to refuse with; the promotion goes on waiting and the log says why.
      if (why === null && parsed.success) hear({ ...parsed.data, word, givenBy: 'signal' });
      else log.warn('signal ignored', { signal: word, why });
    };
    setHandler(signal, hearSignal, { description });
  }
}
