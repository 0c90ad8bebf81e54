import { defineUpdate, setHandler } from '@temporalio/workflow';
import type { FieldKey } from '../shared/claim-fields.ts';
import {
  type DisagreementDecision,
  DisagreementDecisionSchema,
  type DisagreementRequest,
  disagreementProblem,
  MESSAGES,
} from '../shared/contracts.ts';
import { failure } from '../shared/failures.ts';
import type { Activities } from './activities.ts';
import { accepted } from './claim-messages.ts';
import { remindUntil } from './remind.ts';

export const decideDisagreementUpdate = defineUpdate<{ accepted: true }, [DisagreementRequest]>(
  MESSAGES.decideDisagreement,
);

/** The wait for a senior's word where two readings of a claim differ. */
export interface Disagreement {
  waits(): boolean;
  /** Opens it, waits for the decision, however long that takes, and records it. */
  settle(differing: FieldKey[]): Promise<void>;
}

/** Wires the senior's update; it is refused as long as nothing is to be decided. */
export function handleDisagreement(
  claim: { tenant: string; claimId: string; review: { remindAfterMs: number; remindEveryMs: number } },
  activities: Activities,
): Disagreement {
  const { tenant, claimId, review } = claim;
  let open: FieldKey[] | null = null;
  let decision: DisagreementDecision | null = null;

  setHandler(
    decideDisagreementUpdate,
    (request) => {
      decision = DisagreementDecisionSchema.parse(request);
      return { accepted: true };
    },
    {
      validator: (request) => {
        const asked = accepted(DisagreementDecisionSchema.safeParse(request));
        if (!open || decision) throw failure('ReviewNotOpen', 'no disagreement waits for a decision');
        const problem = disagreementProblem(asked, open);
        if (problem) throw failure('InvalidInput', problem);
      },
    },
  );

  return {
    waits: () => open !== null && decision === null,
    async settle(differing) {
      await activities.openDisagreement({ tenant, claimId, fields: differing });
      open = differing;
      await remindUntil(
        () => decision !== null,
        review,
        (reminders) => activities.remindSeniors({ tenant, claimId, reminders }),
      );
      await activities.recordDisagreement({
        tenant,
        claimId,
        decision: decision as unknown as DisagreementDecision,
      });
    },
  };
}
