/** What people see of versions and rounds: the registry's rows joined for reading. */
import type { EvaluationReport } from '../evaluation/report-schema.ts';
import type { ModelCard } from '../model-card.ts';
import type { Queryable } from './database.ts';
import type { TrainingRun } from './registry.ts';
import type { Stage } from './stages.ts';

/** An evaluation's figures as its row holds them. */
export interface EvaluationView {
  dataSet: string;
  at: Date;
  n: number;
  figures: Omit<EvaluationReport, 'riskCoverage' | 'reliability' | 'mistakes'>;
}

export interface VersionView {
  name: string;
  /** `null`: it ships. */
  base: string | null;
  card: ModelCard;
  stage: Stage | null;
  /** The newest on claims that judge. */
  evaluation: EvaluationView | null;
}

/** Every registered version, the newest first. */
export const listVersionViews = (db: Queryable): Promise<VersionView[]> =>
  db.query(
    `select version.name, version.base, version.card, stage.stage, (
       select jsonb_build_object('dataSet', data_set, 'at', evaluated_at, 'n', n, 'figures', figures)
       from evaluations where model = version.name and part = 'evaluation' order by evaluated_at desc limit 1
     ) as evaluation
     from model_versions as version left join model_stages as stage on stage.version = version.name
     order by version.created_at desc, version.name`,
  );

export const listEvaluationViews = (db: Queryable, model: string): Promise<EvaluationView[]> =>
  db.query(
    `select data_set as "dataSet", evaluated_at as at, n, figures from evaluations
     where model = $1 and part = 'evaluation' order by evaluated_at desc`,
    [model],
  );

export interface StageView {
  stage: Stage;
  at: Date;
  by: string | null;
  reason: string;
}

/** Where a version has stood; `by`: who asked for the move, where a person did. */
export const listStageViews = (db: Queryable, version: string): Promise<StageView[]> =>
  db.query(
    `select stage, changed_at as at, detail ->> 'person' as by, reason from stage_changes
     where version = $1 order by id`,
    [version],
  );

/** The training of a round that is under way or was the last to end. */
export async function trainingOfRound(
  db: Queryable,
  { workflowId, startedAt }: { workflowId: string; startedAt: Date },
): Promise<Pick<TrainingRun, 'status' | 'progress'> | null> {
  const [row] = await db.query<Pick<TrainingRun, 'status' | 'progress'>>(
    `select status, progress from training_runs
     where starts_with(workflow_id, $1 || '/train') and started_at >= $2
     order by status = 'running' desc, started_at desc limit 1`,
    [workflowId, startedAt.toISOString()],
  );
  return row ?? null;
}
