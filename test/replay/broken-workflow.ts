import { workflowInfo } from '@temporalio/workflow';
import { type ClaimInput, ClaimInputSchema, type ClaimRequest } from '../../shared/contracts.ts';
import { activitiesFor } from '../../workflows/activities.ts';

/** A claim workflow with two steps exchanged: a change that running claims would not survive. */
export async function claimWorkflow(request: ClaimRequest): Promise<void> {
  const input: ClaimInput = ClaimInputSchema.parse(request);
  const activities = activitiesFor(input);
  await activities.notifyIntake({ tenant: input.tenant, claimId: input.claimId, status: 'completed' });
  await activities.openClaim({ input, firstRunId: workflowInfo().firstExecutionRunId });
}
