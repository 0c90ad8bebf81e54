import { defineQuery, executeChild, setHandler, workflowInfo } from '@temporalio/workflow';
import { MODEL_MESSAGES, RoundInputSchema, type RoundRequest } from '../shared/model-contracts.ts';
import { curateWorkflow } from './curate.ts';
import { requested } from './model-activities.ts';
import { promoteWorkflow } from './promote.ts';
import type { PromotionState } from './promotion-messages.ts';
import { trainWorkflow } from './train.ts';

export interface RoundState {
  step: 'curating' | 'training' | 'promoting' | 'done';
  dataSet: string | null;
  version: string | null;
  /** Where each step can be looked at and spoken to. */
  workflows: { curate: string; train: string; promote: string };
}

export const roundStateQuery = defineQuery<RoundState>(MODEL_MESSAGES.roundState);

/** One round of the model loop: curate ▸ train ▸ promote, each a workflow of its own under this one's id. */
export async function roundWorkflow(
  request?: RoundRequest,
): Promise<RoundState & { promotion: PromotionState }> {
  const input = requested(RoundInputSchema, request);
  const { workflowId } = workflowInfo();
  const state: RoundState = {
    ...{ step: 'curating', dataSet: null, version: null },
    workflows: {
      curate: `${workflowId}/curate`,
      train: `${workflowId}/train`,
      promote: `${workflowId}/promote`,
    },
  };
  setHandler(roundStateQuery, () => state);
  const { dataSet } = await executeChild(curateWorkflow, {
    workflowId: state.workflows.curate,
    args: [input.curate],
  });
  Object.assign(state, { step: 'training', dataSet });
  const { version } = await executeChild(trainWorkflow, {
    workflowId: state.workflows.train,
    args: [{ ...input.train, dataSet }],
  });
  Object.assign(state, { step: 'promoting', version });
  const promotion = await executeChild(promoteWorkflow, {
    workflowId: state.workflows.promote,
    args: [{ ...input.promote, version, dataSet }],
  });
  state.step = 'done';
  return { ...state, promotion };
}
