import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import {
  auditWorkflowId,
  type ClaimRequest,
  type ClaimState,
  claimWorkflowId,
} from '../../shared/contracts.ts';
import { TASK_QUEUES } from '../../shared/task-queues.ts';
import type { claimWorkflow } from '../../workflows/claim.ts';
import { claimStateQuery } from '../../workflows/claim-messages.ts';
import { type FakeActivities, fakeActivities } from './fake-activities.ts';
import type { TimeSkipping } from './time-skipping.ts';

export type ClaimHandle = WorkflowHandle<typeof claimWorkflow>;
export type Calls = { name: string; input: unknown }[];

export const sha = (letter: string): string => letter.repeat(64);
export const names = (calls: Calls): string[] => calls.map((call) => call.name);

/** Waits until the claim shows this status. */
export async function waitFor(handle: ClaimHandle, status: ClaimState['status']): Promise<ClaimState> {
  const until = performance.now() + 10_000;
  for (;;) {
    const state = await handle.query(claimStateQuery);
    if (state.status === status) return state;
    if (performance.now() > until) throw new Error(`the claim is ${state.status}, not ${status}`);
    await setTimeout(20);
  }
}

/** Runs `scenario` against a claim of one document that `overrides` of the fake activities serve. */
export async function withClaim<T>(
  temporal: TimeSkipping,
  overrides: Partial<FakeActivities>,
  scenario: (handle: ClaimHandle, calls: Calls) => Promise<T>,
  request: Partial<ClaimRequest> = {},
): Promise<T> {
  const { activities, calls } = fakeActivities(overrides);
  const claimId = request.claimId ?? `C-${randomUUID().slice(0, 8)}`;
  return temporal.withWorker(activities, async ({ workflow }) => {
    const handle = await workflow.start<typeof claimWorkflow>('claimWorkflow', {
      workflowId: claimWorkflowId('default', claimId),
      taskQueue: TASK_QUEUES.claims,
      args: [{ claimId, documents: [{ sha256: sha('a') }], policy: { auditShare: 0 }, ...request }],
    });
    try {
      return await scenario(handle, calls);
    } finally {
      // A claim or audit left waiting would hold up the clock of the next scenario.
      for (const id of [claimWorkflowId('default', claimId), auditWorkflowId('default', claimId)]) {
        await workflow
          .getHandle(id)
          .terminate()
          .catch(() => {});
      }
    }
  });
}
