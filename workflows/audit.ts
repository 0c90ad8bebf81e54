import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  defineQuery,
  defineUpdate,
  setHandler,
} from '@temporalio/workflow';
import {
  type AuditRequest,
  type AuditSubmission,
  AuditSubmissionSchema,
  MESSAGES,
} from '../shared/contracts.ts';
import { activitiesFor } from './activities.ts';

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
export const auditStateQuery = defineQuery<{ waiting: boolean }>(MESSAGES.auditState);

/**
 * The blind second reading of a claim that went through without review: a person reads the packet
 * without seeing the system's values; the comparison is the accuracy in production. Waits for as long
 * as nobody has read it, and reminds.
 */
export async function auditWorkflow(input: AuditInput): Promise<AuditResult> {
  const { tenant, claimId, review } = input;
  const activities = activitiesFor(input);
  let submission: AuditSubmission | null = null;
  setHandler(auditStateQuery, () => ({ waiting: submission === null }));
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
  let waitMs = review.remindAfterMs;
  let reminders = 0;
  while (!(await condition(() => submission !== null, waitMs))) {
    reminders += 1;
    await activities.remindAuditors({ tenant, claimId, reminders });
    waitMs = review.remindEveryMs;
  }
  const result = await activities.recordAudit({
    tenant,
    claimId,
    submission: submission as unknown as AuditSubmission,
  });
  await condition(allHandlersFinished);
  return result;
}
