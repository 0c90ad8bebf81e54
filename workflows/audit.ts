import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  defineQuery,
  defineUpdate,
  patched,
  setHandler,
} from '@temporalio/workflow';
import {
  type AuditRequest,
  type AuditSubmission,
  AuditSubmissionSchema,
  MESSAGES,
} from '../shared/contracts.ts';
import { activitiesFor } from './activities.ts';
import { handleDisagreement } from './disagreement.ts';
import { remindUntil } from './remind.ts';

export interface AuditInput {
  tenant: string;
  claimId: string;
  priority: number;
  review: { remindAfterMs: number; remindEveryMs: number };
}

export interface AuditResult {
  fieldsCompared: number;
  fieldsAgreed: number;
}

export const submitAuditUpdate = defineUpdate<{ accepted: true }, [AuditRequest]>(MESSAGES.submitAudit);
/** `waiting`: for a blind reading; `disagreement`: for a senior's word about it. */
export const auditStateQuery = defineQuery<{ waiting: boolean; disagreement: boolean }>(MESSAGES.auditState);

/**
 * The blind second reading of a recorded claim: a person reads the packet without seeing the values that
 * stand in the record; the comparison is the accuracy in production. Where both differ, a senior reviewer
 * decides. Waits for as long as nobody has read or decided, and reminds.
 */
export async function auditWorkflow(input: AuditInput): Promise<AuditResult> {
  const { tenant, claimId, review } = input;
  const activities = activitiesFor(input);
  let submission: AuditSubmission | null = null;
  const disagreement = handleDisagreement(input, activities);
  setHandler(auditStateQuery, () => ({ waiting: submission === null, disagreement: disagreement.waits() }));
  setHandler(
    submitAuditUpdate,
    (request) => {
      submission = AuditSubmissionSchema.parse(request);
      return { accepted: true };
    },
    {
      validator: (request) => {
        const parsed = AuditSubmissionSchema.safeParse(request);
        const issue = parsed.error?.issues[0];
        if (issue)
          throw ApplicationFailure.nonRetryable(`${issue.path.join('.')}: ${issue.message}`, 'InvalidInput');
        if (submission) throw ApplicationFailure.nonRetryable('the audit is already decided', 'InvalidInput');
      },
    },
  );

  await activities.openAudit({ tenant, claimId });
  await remindUntil(
    () => submission !== null,
    review,
    (reminders) => activities.remindAuditors({ tenant, claimId, reminders }),
  );
  const { fieldsCompared, fieldsAgreed, differing } = await activities.recordAudit({
    tenant,
    claimId,
    submission: submission as unknown as AuditSubmission,
  });
  if (fieldsAgreed < fieldsCompared && patched('disagreements')) await disagreement.settle(differing);
  await condition(allHandlersFinished);
  return { fieldsCompared, fieldsAgreed };
}
