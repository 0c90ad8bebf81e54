import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { ScoredClaim } from './answers.ts';
import {
  type ClaimReport,
  type ClaimState,
  claimWorkflowId,
  MESSAGES,
  SETTLED_STATUSES,
} from './contracts.ts';
import { claimReport } from './database/records.ts';
import { pagesOf } from './domain/account.ts';
import { decideFields } from './domain/decide.ts';
import { getJson } from './objects/object-store.ts';
import type { IntakeDeps } from './submit.ts';

/** The state of a claim's workflow; `null` when there is none (any more). */
export async function claimState(
  client: Client,
  tenant: string,
  claimId: string,
): Promise<ClaimState | null> {
  try {
    return await client.workflow
      .getHandle(claimWorkflowId(tenant, claimId))
      .query<ClaimState>(MESSAGES.claimState);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

/**
 * A claim as it stands: of a settled one the record, of an open one what is known so far, with the
 * fields of the last reading. `null` when it was never handed in.
 */
export async function viewClaim(
  deps: IntakeDeps,
  tenant: string,
  claimId: string,
): Promise<ClaimReport | null> {
  const stored = await claimReport(deps.database, tenant, claimId);
  if (!stored || SETTLED_STATUSES.some((status) => status === stored.status)) return stored;
  const state = await claimState(deps.client, tenant, claimId);
  if (!state) return stored;
  const open: ClaimReport = {
    ...stored,
    status: state.status,
    reasons: state.reasons,
    documents: state.account,
    pages: pagesOf(state.account),
    completeness: state.completeness,
    timings: state.timings,
    usage: state.usage,
  };
  if (!state.scored) return open;
  const scored = await getJson<ScoredClaim>(deps.objects, state.scored);
  const { model: name, promptVersion, calibration } = scored;
  return { ...open, fields: decideFields(scored, null), model: { name, promptVersion, calibration } };
}
