import {
  ApplicationFailure,
  CancellationScope,
  defineQuery,
  executeChild,
  isCancellation,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { CurationReport } from '../shared/database/registry.ts';
import type { RoundOutcome } from '../shared/database/rounds.ts';
import { failure } from '../shared/failures.ts';
import {
  type GatePolicy,
  MODEL_MESSAGES,
  type RoundInput,
  RoundInputSchema,
  type RoundRequest,
} from '../shared/model-contracts.ts';
import { curateWorkflow } from './curate.ts';
import { failed, registry, requested } from './model-activities.ts';
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

/**
 * One round of the model loop: curate ▸ train ▸ promote, each a workflow of its own under this one's id.
 * Fails with what the first two fail with, and with `NothingToLearn` before any training where fewer claims
 * would judge, or fit confidence, than the gate asks for.
 */
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
  const note = (outcome: RoundOutcome, reason: string | null = null): Promise<void> =>
    registry.noteRound({
      ...{ round: workflowInfo().firstExecutionRunId, workflowId, state: outcome, reason },
      ...{ step: state.step, dataSet: state.dataSet, version: state.version },
    });
  try {
    const promotion = await steps(input, state, note);
    await note(promotion.status === 'promoted' ? 'promoted' : 'refused', promotion.reason);
    return { ...state, step: 'done', promotion };
  } catch (error) {
    if (isCancellation(error)) {
      await CancellationScope.nonCancellable(() => note('cancelled'));
      throw error;
    }
    const { type, sentence } = failed(error);
    await note('failed', sentence);
    // The reason stands first, not under what passed it on.
    throw ApplicationFailure.create({ type, message: sentence, nonRetryable: true, cause: error as Error });
  }
}

async function steps(
  input: RoundInput,
  state: RoundState,
  note: (outcome: RoundOutcome) => Promise<void>,
): Promise<PromotionState> {
  await note('running');
  const { dataSet, report } = await executeChild(curateWorkflow, {
    workflowId: state.workflows.curate,
    args: [input.curate],
  });
  state.dataSet = dataSet;
  const lacking = lackingClaims(dataSet, report.claims, input.promote.gate);
  if (lacking) throw failure('NothingToLearn', lacking);
  state.step = 'training';
  await note('running');
  const { version } = await executeChild(trainWorkflow, {
    workflowId: state.workflows.train,
    args: [{ ...input.train, dataSet }],
  });
  Object.assign(state, { step: 'promoting', version });
  await note('running');
  return executeChild(promoteWorkflow, {
    workflowId: state.workflows.promote,
    args: [{ ...input.promote, version, dataSet }],
  });
}

/** What the gate would miss in the data set, said before anything is trained; none: nothing. */
function lackingClaims(
  dataSet: string,
  { evaluation, validation }: CurationReport['claims'],
  { claimsAtLeast, calibrated, calibrationClaims }: GatePolicy,
): string | undefined {
  const needs = [
    {
      ...{ has: evaluation, asks: claimsAtLeast, to: 'judge' },
      or: 'a smaller curate.trainShare or promote.gate.claimsAtLeast',
    },
    {
      ...{ has: validation, asks: calibrated ? calibrationClaims : 0, to: 'fit confidence' },
      or: 'a larger curate.validationShare or a smaller promote.gate.calibrationClaims',
    },
  ];
  const lacking = needs.find(({ has, asks }) => has < asks);
  return (
    lacking &&
    `${dataSet} holds ${lacking.has} claims that ${lacking.to}, and the gate asks for ${lacking.asks}: more verified claims are needed, or ${lacking.or}`
  );
}
