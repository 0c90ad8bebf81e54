import {
  ApplicationFailure,
  CancellationScope,
  defineQuery,
  defineSignal,
  executeChild,
  isCancellation,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  LoraSettingsSchema,
  MODEL_MESSAGES,
  NO_TRAINING,
  type TrainInput,
  TrainInputSchema,
  type TrainingProgress,
  type TrainRequest,
} from '../shared/model-contracts.ts';
import { overfit, type TrainingResult } from '../shared/training-progress.ts';
import { failed, registry, requested, training } from './model-activities.ts';

export const trainingProgressSignal = defineSignal<[TrainingProgress]>(MODEL_MESSAGES.trainingProgress);
export const trainingStateQuery = defineQuery<TrainingProgress>(MODEL_MESSAGES.trainingState);

export interface Trained {
  version: string;
  run: string;
  dataSet: string;
  best: TrainingResult['best'];
  /** Loss on unseen claims and on learnt ones, by epoch. */
  history: TrainingResult['history'];
  /** How far the loss on unseen claims had risen again at the end; the best epoch is kept all the same. */
  overfit: number;
}

/**
 * Trains one adapter, or with a `sweep` one for each of its settings side by side and keeps the one that
 * is best on unseen claims. Cancelled, it ends with no process left. Fails with `InvalidInput`,
 * `NothingToLearn`, `TrainingRefused`, `DataSetDamaged`.
 */
export async function trainWorkflow(request?: TrainRequest): Promise<Trained> {
  const input = requested(TrainInputSchema, request);
  let progress = NO_TRAINING;
  setHandler(trainingProgressSignal, (told) => {
    progress = told;
  });
  setHandler(trainingStateQuery, () => progress);
  const shaped = input.sweep.some(({ rank, alpha, targets }) => (rank ?? alpha ?? targets) !== undefined);
  if (input.from === 'active' && shaped)
    throw ApplicationFailure.nonRetryable(
      'the request is refused: sweep: an adapter that is gone on from keeps its rank, alpha and targets; compare those with "from": "base"',
      'InvalidInput',
    );
  const { dataSet, start } = await registry.planTraining({
    from: input.from,
    ...(input.dataSet === undefined ? {} : { dataSet: input.dataSet }),
  });
  return input.sweep.length > 0 ? best(await compared(input, dataSet)) : train(input, dataSet, start);
}

async function train(
  { lora, compile, checkpointSeconds }: TrainInput,
  dataSet: string,
  start: string | null,
): Promise<Trained> {
  // Of the first run: a workflow that is reset goes on with the same training.
  const run = `run-${workflowInfo().firstExecutionRunId}`;
  try {
    const result = await training.trainAdapter({ run, dataSet, start, lora, compile, checkpointSeconds });
    const { version } = await training.packVersion({ run, result });
    const { best, history } = result;
    return { ...{ version, run, dataSet, best, history }, overfit: overfit(result) };
  } catch (error) {
    const status = isCancellation(error) ? 'cancelled' : 'failed';
    const type = status === 'cancelled' ? 'cancelled' : failed(error).type;
    await CancellationScope.nonCancellable(() => training.endTraining({ run, status, failure: type }));
    throw error;
  }
}

/** One child for each setting; the training queue says how many run at once. */
const compared = (input: TrainInput, dataSet: string): Promise<Trained[]> =>
  Promise.all(
    input.sweep.map((settings, index) =>
      executeChild(trainWorkflow, {
        workflowId: `${workflowInfo().workflowId}/${index + 1}`,
        args: [
          { ...input, dataSet, sweep: [], lora: LoraSettingsSchema.parse({ ...input.lora, ...settings }) },
        ],
      }),
    ),
  );

const best = (trained: readonly Trained[]): Trained =>
  trained.reduce((a, b) => (b.best.evaluation_loss < a.best.evaluation_loss ? b : a));
