/** Statements about what models are made of: data sets, runs, versions, evaluations. All of it is written once. */
import type { Part } from '../curation/split.ts';
import type { ModelCard } from '../model-card.ts';
import type { CurateSettings, LoraSettings, TrainingProgress } from '../model-contracts.ts';
import type { ObjectKey } from '../object-keys.ts';
import { jsonb, type Queryable } from './database.ts';

/** A frozen file of a data set: JSON Lines, sealed in the object store. */
export interface DataSetPart {
  object: ObjectKey;
  sha256: string;
  lines: number;
}

/** `train` and `validation` are examples for the trainer, `judge…` are label lines with their readings. */
export type DataSetParts = Record<
  'train' | 'validation' | 'judgeValidation' | 'judgeEvaluation',
  DataSetPart
>;

/** What was left out and why: counts, and the ids of some. */
export interface CurationReport {
  labelled: number;
  bySource: Record<string, number>;
  /** Labels written in another form, by field. */
  standardised: Record<string, number>;
  dropped: Record<string, { claims: number; examples: string[] }>;
  /** By part: claims; and what the trainer is shown of them. */
  claims: Record<Part, number>;
  examples: Record<'train' | 'validation', number>;
  targeted: { fields: string[]; claims: number };
  byIncidentType: Record<string, number>;
  /** Values that no chunk prints, by field: they are taught as not stated. */
  notPrinted: Record<string, number>;
}

export interface DataSet {
  name: string;
  tenant: string;
  base: string;
  checksum: string;
  settings: CurateSettings;
  report: CurationReport;
  parts: DataSetParts;
  labelsUntil: Date;
  createdAt: Date;
}

const DATA_SET = `name, tenant, base, checksum, settings, report, parts, labels_until as "labelsUntil", created_at as "createdAt"`;

/** Freezes the set with its members; the same content again is the same set. Returns whether it is new. */
export async function insertDataSet(
  within: Queryable,
  set: Omit<DataSet, 'createdAt'>,
  members: readonly { tenant: string; claimId: string; source: string; part: Part }[],
): Promise<boolean> {
  const made = await within.query(
    `insert into data_sets (name, tenant, base, checksum, settings, report, parts, labels_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning name`,
    [
      set.name,
      set.tenant,
      set.base,
      set.checksum,
      jsonb(set.settings),
      jsonb(set.report),
      jsonb(set.parts),
      set.labelsUntil.toISOString(),
    ],
  );
  if (made.length === 0) return false;
  await within.query(
    `insert into data_set_claims (data_set, tenant, claim_id, source, part)
     select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[])`,
    [
      set.name,
      members.map(({ tenant }) => tenant),
      members.map(({ claimId }) => claimId),
      members.map(({ source }) => source),
      members.map(({ part }) => part),
    ],
  );
  return true;
}

/** The set of this name, or the newest. */
export async function findDataSet(db: Queryable, name?: string): Promise<DataSet | null> {
  const [row] = await db.query<DataSet>(
    `select ${DATA_SET} from data_sets where $1::text is null or name = $1 order by created_at desc limit 1`,
    [name ?? null],
  );
  return row ?? null;
}

export const listDataSets = (db: Queryable, limit: number): Promise<DataSet[]> =>
  db.query(`select ${DATA_SET} from data_sets order by created_at desc limit $1`, [limit]);

export interface LossPoint {
  step: number;
  loss: number | null;
  evalLoss: number | null;
}

export interface TrainingRun {
  run: string;
  dataSet: string;
  base: string;
  /** The version whose adapter it went on from; `null`: it began on the base alone. */
  start: string | null;
  settings: LoraSettings;
  workflowId: string;
  progress: (TrainingProgress & { losses: LossPoint[] }) | null;
  status: 'running' | 'succeeded' | 'failed' | 'cancelled';
  result: Record<string, unknown> | null;
  startedAt: Date;
  endedAt: Date | null;
}

const RUN = `run, data_set as "dataSet", base, start, settings, workflow_id as "workflowId", progress, status, result, started_at as "startedAt", ended_at as "endedAt"`;

/** Notes a run; one that goes on is the same row. */
export async function startRun(
  db: Queryable,
  run: Pick<TrainingRun, 'run' | 'dataSet' | 'base' | 'start' | 'settings' | 'workflowId'>,
): Promise<void> {
  await db.query(
    `insert into training_runs (run, data_set, base, start, settings, workflow_id) values ($1, $2, $3, $4, $5, $6)
     on conflict (run) do update set status = 'running', ended_at = null`,
    [run.run, run.dataSet, run.base, run.start, jsonb(run.settings), run.workflowId],
  );
}

/** Losses that a run keeps at most: enough for a curve. */
const LOSSES_KEPT = 400;

/** What the trainer said; a loss is added to those before, and what was said again after a restart stands once. */
export async function keepProgress(db: Queryable, run: string, progress: TrainingProgress): Promise<void> {
  const { step, loss, evaluationLoss, epochs } = progress;
  // The loss on unseen claims is that of the last epoch until the next ends.
  const evalLoss = epochs.at(-1)?.step === step ? evaluationLoss : null;
  await db.query(
    `update training_runs set progress = $2::jsonb || jsonb_build_object('losses', (
       select coalesce(jsonb_agg(point order by (point ->> 'step')::int), '[]') from (
         select point from (
           select distinct on (point ->> 'step') point
           from jsonb_array_elements(coalesce(progress -> 'losses', '[]') || $3::jsonb) as point
           order by point ->> 'step', (point ->> 'evalLoss') is null
         ) as once order by (point ->> 'step')::int desc limit $4
       ) as kept))
     where run = $1`,
    [run, jsonb(progress), jsonb([{ step, loss, evalLoss }]), LOSSES_KEPT],
  );
}

export async function endRun(
  db: Queryable,
  run: Pick<TrainingRun, 'run' | 'status' | 'result'>,
): Promise<void> {
  await db.query('update training_runs set status = $2, result = $3, ended_at = now() where run = $1', [
    run.run,
    run.status,
    run.result === null ? null : jsonb(run.result),
  ]);
}

export async function findRun(db: Queryable, run: string): Promise<TrainingRun | null> {
  const [row] = await db.query<TrainingRun>(`select ${RUN} from training_runs where run = $1`, [run]);
  return row ?? null;
}

export const listRuns = (db: Queryable, limit: number): Promise<TrainingRun[]> =>
  db.query(`select ${RUN} from training_runs order by started_at desc limit $1`, [limit]);

/** A file of a version as it lies in the object store, by its path in the version's folder. */
export interface VersionFile {
  path: string;
  object: ObjectKey;
  sha256: string;
  bytes: number;
}

export interface RegisteredVersion {
  name: string;
  base: string | null;
  run: string | null;
  card: ModelCard;
  files: VersionFile[];
  calibration: string | null;
  createdAt: Date;
}

const VERSION = 'name, base, run, card, files, calibration, created_at as "createdAt"';

/** Registers the version; its name holds its content, so that it is there once. */
export async function insertVersion(
  db: Queryable,
  version: Omit<RegisteredVersion, 'createdAt'>,
): Promise<void> {
  await db.query(
    `insert into model_versions (name, base, run, card, files, calibration) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [version.name, version.base, version.run, jsonb(version.card), jsonb(version.files), version.calibration],
  );
}

export async function findVersion(db: Queryable, name: string): Promise<RegisteredVersion | null> {
  const [row] = await db.query<RegisteredVersion>(`select ${VERSION} from model_versions where name = $1`, [
    name,
  ]);
  return row ?? null;
}

/** The newest trained version; `unstaged`: of those that were never rolled out nor refused. */
export async function newestVersion(
  db: Queryable,
  { unstaged }: { unstaged: boolean },
): Promise<RegisteredVersion | null> {
  const [row] = await db.query<RegisteredVersion>(
    `select ${VERSION} from model_versions
     where base is not null and (not $1 or name not in (select version from model_stages where stage not in ('evaluating', 'shelved')))
     order by created_at desc limit 1`,
    [unstaged],
  );
  return row ?? null;
}

/** Gives the version the confidence that was fitted for it: its file beside the others, its name in the card. */
export async function setCalibration(
  db: Queryable,
  { name, calibration, file }: { name: string; calibration: string; file: VersionFile },
): Promise<void> {
  await db.query(
    `update model_versions set calibration = $2, card = jsonb_set(card, '{calibration}', to_jsonb($2::text)),
       files = (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(files) as one where one ->> 'path' <> $4) || $3::jsonb
     where name = $1`,
    [name, calibration, jsonb([file]), file.path],
  );
}

export interface VersionLine {
  name: string;
  base: string | null;
  run: string | null;
  dataSet: string | null;
  stage: string | null;
  share: number | null;
  since: Date | null;
  fieldAccuracy: number | null;
  n: number | null;
  createdAt: Date;
}

/** Versions, the newest first, each with its stage and its latest judgement. */
export const listVersions = (db: Queryable, limit: number): Promise<VersionLine[]> =>
  db.query(
    `select version.name, version.base, version.run, run.data_set as "dataSet", stage.stage, stage.share, stage.since,
       (judged.figures ->> 'fieldAccuracy')::float as "fieldAccuracy", judged.n, version.created_at as "createdAt"
     from model_versions as version
     left join training_runs as run using (run)
     left join model_stages as stage on stage.version = version.name
     left join lateral (select figures, n from evaluations where model = version.name and part = 'evaluation'
       order by evaluated_at desc limit 1) as judged on true
     order by version.created_at desc limit $1`,
    [limit],
  );

/** Figures of an evaluation as rows hold them: everything but the claims. */
export type EvaluationFigures = Record<string, unknown> & { fieldAccuracy: number };

export interface Evaluation {
  evaluation: string;
  model: string;
  dataSet: string;
  part: string;
  n: number;
  figures: EvaluationFigures;
  object: ObjectKey;
  evaluatedAt: Date;
}

const EVALUATION = `evaluation, model, data_set as "dataSet", part, n, figures, object, evaluated_at as "evaluatedAt"`;

export async function insertEvaluation(
  db: Queryable,
  evaluation: Omit<Evaluation, 'evaluatedAt'>,
): Promise<void> {
  await db.query(
    `insert into evaluations (evaluation, model, data_set, part, n, figures, object) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (evaluation) do update set figures = excluded.figures, object = excluded.object, n = excluded.n, evaluated_at = now()`,
    [
      evaluation.evaluation,
      evaluation.model,
      evaluation.dataSet,
      evaluation.part,
      evaluation.n,
      jsonb(evaluation.figures),
      evaluation.object,
    ],
  );
}

export async function findEvaluation(db: Queryable, evaluation: string): Promise<Evaluation | null> {
  const [row] = await db.query<Evaluation>(`select ${EVALUATION} from evaluations where evaluation = $1`, [
    evaluation,
  ]);
  return row ?? null;
}

/** The latest judgement of a version, or of any. */
export async function latestEvaluation(db: Queryable, model?: string): Promise<Evaluation | null> {
  const [row] = await db.query<Evaluation>(
    `select ${EVALUATION} from evaluations where ($1::text is null or model = $1) and part = 'evaluation'
     order by evaluated_at desc limit 1`,
    [model ?? null],
  );
  return row ?? null;
}

export const listEvaluations = (db: Queryable, model: string): Promise<Evaluation[]> =>
  db.query(`select ${EVALUATION} from evaluations where model = $1 order by evaluated_at desc`, [model]);

export interface Lineage {
  claimId: string;
  model: string | null;
  run: string | null;
  dataSet: string | null;
  /** Claims that the answering model learnt from. */
  learntFrom: number;
  /** Whether this very claim was among them. */
  learntFromItself: boolean;
}

/** From the answer of a claim back to the examples that its model learnt from. */
export async function lineageOfClaim(
  db: Queryable,
  { tenant, claimId }: { tenant: string; claimId: string },
): Promise<Lineage | null> {
  const [row] = await db.query<Omit<Lineage, 'learntFrom'> & { learntFrom: string }>(
    `select claim.claim_id as "claimId", claim.model, version.run, run.data_set as "dataSet",
       (select count(*) from data_set_claims as member where member.data_set = run.data_set and member.part = 'train') as "learntFrom",
       exists (select from data_set_claims as member where member.data_set = run.data_set and member.part = 'train'
         and member.tenant = claim.tenant and member.claim_id = claim.claim_id) as "learntFromItself"
     from claims as claim
     left join model_versions as version on version.name = claim.model
     left join training_runs as run using (run)
     where claim.tenant = $1 and claim.claim_id = $2`,
    [tenant, claimId],
  );
  return row ? { ...row, learntFrom: Number(row.learntFrom) } : null;
}
