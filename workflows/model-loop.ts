import {
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  executeChild,
  log,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { LoopInputSchema, type LoopRequest, MODEL_MESSAGES } from '../shared/model-contracts.ts';
import { accuracyGap, type RoundReason, roundReason, type WatchFigures } from '../shared/promotion/watch.ts';
import { failed, registry, requested } from './model-activities.ts';
import { roundWorkflow } from './round.ts';

export interface LoopState {
  rounds: number;
  /** ISO 8601. */
  lastRoundAt: string;
  /** Why the round under way was started; `null`: none is. */
  underWay: RoundReason | null;
  seen: (WatchFigures & { active: string }) | null;
}

export const startRoundSignal = defineSignal(MODEL_MESSAGES.startRound);
export const stopLoopSignal = defineSignal(MODEL_MESSAGES.stopLoop);
export const loopStateQuery = defineQuery<LoopState>(MODEL_MESSAGES.loopState);

/** Looks of one run; its history then begins anew. */
const LOOKS = 500;

/**
 * Watches production for as long as nobody stops it: starts a round when enough verified claims have come,
 * on a schedule, on drift, on a gap between production and evaluation, or when asked; a round that fails
 * ends no loop. Fails with `InvalidInput`.
 */
export async function modelLoopWorkflow(request?: LoopRequest): Promise<LoopState> {
  const input = requested(LoopInputSchema, request);
  let { rounds, lastRoundAt } = input.state ?? { rounds: 0, lastRoundAt: Date.now() };
  let [asked, stopped] = [false, false];
  let underWay: RoundReason | null = null;
  let seen: LoopState['seen'] = null;
  const state = (): LoopState => ({
    rounds,
    lastRoundAt: new Date(lastRoundAt).toISOString(),
    underWay,
    seen,
  });
  setHandler(loopStateQuery, state);
  setHandler(startRoundSignal, () => {
    asked = true;
  });
  setHandler(stopLoopSignal, () => {
    stopped = true;
  });

  for (let look = 0; look < LOOKS && !stopped; look++) {
    seen = await registry.lookAtProduction({ tenant: input.tenant });
    await registry.reportGap({ model: seen.active, gap: accuracyGap(seen, input) });
    underWay = asked ? 'asked_for' : roundReason(seen, input, Date.now() - lastRoundAt);
    if (underWay) {
      asked = false;
      rounds += 1;
      lastRoundAt = Date.now();
      try {
        const { round, tenant } = input;
        await executeChild(roundWorkflow, {
          workflowId: `${workflowInfo().workflowId}/round-${lastRoundAt}`,
          args: [{ ...round, curate: { ...round.curate, tenant } }],
        });
      } catch (error) {
        log.warn('a round of the model loop failed', { failure: failed(error).type });
      }
      underWay = null;
    }
    await condition(() => asked || stopped, input.checkEveryMs);
    if (workflowInfo().continueAsNewSuggested) break;
  }
  if (stopped) return state();
  return continueAsNew<typeof modelLoopWorkflow>({ ...input, state: { rounds, lastRoundAt } });
}
