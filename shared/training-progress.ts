/** What the trainer reports, line by line, as one picture of the run. Pure. */
import { z } from 'zod';
import type { TrainingProgress } from './model-contracts.ts';

const number = z.number();
/** `null`: a mean over nothing, right after a training went on at the end of an epoch. */
const loss = z.number().nullable();
const ReportSchema = z.object({
  step: number.optional(),
  steps: number.optional(),
  from_step: number.optional(),
  loss: loss.optional(),
  evaluation_loss: number.optional(),
  epoch: number.optional(),
  tokens_per_second: number.optional(),
  seconds_left: number.optional(),
});

/** The picture after one more line; a line of another form changes nothing. */
export function withReport(progress: TrainingProgress, line: unknown): TrainingProgress {
  const parsed = ReportSchema.safeParse(line);
  if (!parsed.success) return progress;
  const { step, steps, from_step: fromStep, loss, evaluation_loss: evaluationLoss, epoch } = parsed.data;
  const at = step ?? fromStep ?? progress.step;
  const epochs =
    epoch !== undefined && loss !== undefined && evaluationLoss !== undefined
      ? [...progress.epochs.filter((one) => one.epoch !== epoch), { epoch, step: at, loss, evaluationLoss }]
      : progress.epochs;
  return {
    step: at,
    steps: steps ?? progress.steps,
    loss: loss ?? progress.loss,
    evaluationLoss: evaluationLoss ?? progress.evaluationLoss,
    tokensPerSecond: parsed.data.tokens_per_second ?? progress.tokensPerSecond,
    secondsLeft: parsed.data.seconds_left ?? progress.secondsLeft,
    fromStep: fromStep ?? progress.fromStep,
    epochs,
  };
}

/** What a finished training says of itself. */
export const TrainingResultSchema = z.object({
  steps: number,
  tokens: number.optional(),
  best: z.object({ epoch: number, loss, evaluation_loss: number }),
  history: z.array(z.object({ epoch: number, loss, evaluation_loss: number })),
});
export type TrainingResult = z.infer<typeof TrainingResultSchema>;

/** How far the evaluation loss has risen over its best while the training loss went on falling: memorising. */
export function overfit({ history, best }: Pick<TrainingResult, 'history' | 'best'>): number {
  const last = history.at(-1);
  return last && last.epoch > best.epoch ? last.evaluation_loss - best.evaluation_loss : 0;
}
