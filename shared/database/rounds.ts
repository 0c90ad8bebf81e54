/** Statements about rounds of the model loop. */
import type { Queryable } from './database.ts';

export type RoundOutcome = 'running' | 'promoted' | 'refused' | 'failed' | 'cancelled';

export interface RoundNote {
  /** Run id of the workflow's first run. */
  round: string;
  workflowId: string;
  state: RoundOutcome;
  step: string;
  dataSet: string | null;
  version: string | null;
  reason: string | null;
}

export interface RoundRow extends RoundNote {
  steps: { step: string; startedAt: string }[];
  startedAt: Date;
  endedAt: Date | null;
}

/** Notes how far the round is; a step that is noted already keeps its moment. */
export async function noteRound(db: Queryable, note: RoundNote): Promise<void> {
  const { round, workflowId, state, step, dataSet, version, reason } = note;
  const ended = state !== 'running';
  await db.query(
    `insert into model_rounds as known (round, workflow_id, state, step, data_set, version, reason, steps, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, jsonb_build_array(jsonb_build_object('step', $4::text, 'startedAt', now())),
       case when $8 then now() end)
     on conflict (round) do update set state = excluded.state, step = excluded.step, data_set = excluded.data_set,
       version = excluded.version, reason = excluded.reason, ended_at = coalesce(known.ended_at, excluded.ended_at),
       steps = case when $8 or known.steps @> jsonb_build_array(jsonb_build_object('step', $4::text))
         then known.steps else known.steps || excluded.steps end`,
    [round, workflowId, state, step, dataSet, version, reason, ended],
  );
}

const ROUND = `round, workflow_id as "workflowId", state, step, data_set as "dataSet", version, reason, steps,
  started_at as "startedAt", ended_at as "endedAt"`;

export const listRoundRows = (db: Queryable, limit: number): Promise<RoundRow[]> =>
  db.query(`select ${ROUND} from model_rounds order by started_at desc limit $1`, [limit]);

export async function findRound(db: Queryable, round: string): Promise<RoundRow | null> {
  const [row] = await db.query<RoundRow>(`select ${ROUND} from model_rounds where round = $1`, [round]);
  return row ?? null;
}
