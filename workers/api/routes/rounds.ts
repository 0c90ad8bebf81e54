/** Rounds of the model loop, from the registry; how a promotion stands, from its workflow. */
import { trainingOfRound } from '../../../shared/database/model-views.ts';
import { findRound, listRoundRows, type RoundRow } from '../../../shared/database/rounds.ts';
import { MODEL_MESSAGES } from '../../../shared/model-contracts.ts';
import type { EvaluationState } from '../../../workflows/evaluate.ts';
import type { PromotionState } from '../../../workflows/promotion-messages.ts';
import type { ApiDeps, Route } from '../call.ts';
import type { modelContracts } from '../contracts/models.ts';
import { Problem } from '../problems.ts';
import { temporalUrl } from './temporal-url.ts';

type Contracts = typeof modelContracts;

const ROUNDS_SHOWN = 50;
/** A worker that is away must not hold up the page. */
const ANSWER_WITHIN_MS = 3_000;
/** What a round goes through; the first two are workflows of their own, the others steps of the promotion. */
const STEPS = ['curating', 'training', 'loading', 'evaluating', 'approval', 'shadow', 'canary', 'watching'];
const STEP_OF: Partial<Record<PromotionState['status'], string>> = {
  judging: 'evaluating',
  awaiting_approval: 'approval',
};

interface Promotion {
  state: PromotionState;
  judged: EvaluationState | null;
}

/** `null`: the round is not at it, or no worker answers. */
async function promotionOf({ client }: ApiDeps, row: RoundRow): Promise<Promotion | null> {
  if (row.state !== 'running' || row.step !== 'promoting') return null;
  const handle = client.workflow.getHandle(`${row.workflowId}/promote`);
  const ask = <T>(query: string): Promise<T | null> => handle.query<T>(query).catch(() => null);
  return client.withDeadline(Date.now() + ANSWER_WITHIN_MS, async () => {
    const state = await ask<PromotionState>(MODEL_MESSAGES.promotionState);
    if (state === null) return null;
    const judges = state.status === 'evaluating';
    return { state, judged: judges ? await ask<EvaluationState>(MODEL_MESSAGES.evaluationState) : null };
  });
}

const line = (row: RoundRow, promotion: Promotion | null) => ({
  id: row.round,
  state: promotion?.state.status === 'awaiting_approval' ? ('waiting' as const) : row.state,
  step: stepOf(row, promotion),
  model: row.version,
  startedAt: row.startedAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
});

function stepOf(row: RoundRow, promotion: Promotion | null): string {
  if (row.step !== 'promoting') return row.step;
  const status = promotion?.state.status;
  return status === undefined ? 'promoting' : (STEP_OF[status] ?? status);
}

export const listRounds: Route<Contracts['listRounds']> = async ({ deps }) => {
  const rows = await listRoundRows(deps.database, ROUNDS_SHOWN);
  const rounds = await Promise.all(rows.map(async (row) => line(row, await promotionOf(deps, row))));
  return { status: 200, body: { rounds } };
};

export const showRound: Route<Contracts['showRound']> = async ({ params, deps }) => {
  const row = await findRound(deps.database, params.id);
  if (!row) throw new Problem('round_not_found');
  const [promotion, run] = await Promise.all([promotionOf(deps, row), trainingOfRound(deps.database, row)]);
  const progress = run?.progress ?? null;
  return {
    status: 200,
    body: {
      ...line(row, promotion),
      steps: stepsOf(row, promotion, progress),
      training: progress && {
        step: progress.step,
        steps: progress.steps,
        tokensPerSecond: progress.tokensPerSecond,
        secondsLeft: run?.status === 'running' ? progress.secondsLeft : null,
      },
      losses: progress?.losses ?? [],
      temporalUrl: temporalUrl(deps.config, row.workflowId),
    },
  };
};

function stepsOf(
  row: RoundRow,
  promotion: Promotion | null,
  progress: { step: number; steps: number } | null,
) {
  const current = stepOf(row, promotion);
  // Without the promotion's own word, all that is known is that it runs.
  const shown = row.step === 'promoting' && !promotion ? ['curating', 'training', 'promoting'] : STEPS;
  const place = shown.indexOf(current);
  const ended = row.endedAt?.toISOString() ?? null;
  const state = (at: number): 'waiting' | 'running' | 'done' | 'failed' => {
    if (row.state === 'promoted' || at < place) return 'done';
    if (at > place) return 'waiting';
    return ended === null ? 'running' : 'failed';
  };
  const startOf = (step: string): string | null =>
    row.steps.find((one) => one.step === step)?.startedAt ?? null;
  const counted: Record<string, { done: number; of: number } | null> = {
    training: progress && { done: progress.step, of: progress.steps },
    evaluating: promotion?.judged ? { done: promotion.judged.judged, of: promotion.judged.claims } : null,
  };
  return shown.map((step, at) => ({
    step,
    state: state(at),
    startedAt: startOf(step),
    endedAt: ended !== null && at === place ? ended : startOf(shown[at + 1] ?? ''),
    done: counted[step]?.done ?? null,
    of: counted[step]?.of ?? null,
  }));
}
