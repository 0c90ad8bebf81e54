import { RollbackInputSchema, type RollbackRequest } from '../shared/model-contracts.ts';
import { registry, requested } from './model-activities.ts';

/** Goes back to the version before, which is still loaded. Fails with `NothingToRollBack`. */
export async function rollbackWorkflow(request?: RollbackRequest): Promise<{ from: string; to: string }> {
  return registry.rollBackVersion(requested(RollbackInputSchema, request));
}
