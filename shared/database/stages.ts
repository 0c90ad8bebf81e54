/** Statements about where each version stands. The constraints of the table let no transaction end with none or two active. */
import type { ModelCard } from '../model-card.ts';
import { type Database, jsonb, type Queryable } from './database.ts';
import type { VersionFile } from './registry.ts';

export const STAGES = [
  'evaluating',
  'shadow',
  'canary',
  'active',
  'previous',
  'refused',
  'rolled_back',
  'retired',
  'shelved',
] as const;
export type Stage = (typeof STAGES)[number];

/** Stages in which replicas must be able to answer with a version. */
export const SERVED_STAGES = ['evaluating', 'shadow', 'canary', 'active', 'previous'] as const;

export interface StagedVersion {
  version: string;
  stage: Stage;
  share: number;
  since: Date;
  card: ModelCard;
  /** `null`: a shipped one. */
  base: string | null;
  files: VersionFile[];
}

/** Versions that new claims may be read with, or that read beside them. */
export const listServed = (db: Queryable): Promise<StagedVersion[]> =>
  db.query(
    `select version, stage, share, since, card, base, files from model_stages
     join model_versions on model_versions.name = version where stage = any ($1)`,
    [[...SERVED_STAGES]],
  );

/** Trained versions that some claim under way is pinned to, or that are to be served. */
export const listNeeded = (db: Queryable): Promise<Omit<StagedVersion, 'stage' | 'share' | 'since'>[]> =>
  db.query(
    `select name as version, card, base, files from model_versions
     where base is not null and (name in (select version from model_stages where stage = any ($1))
       or name in (select model from claims where settled_at is null and model is not null))`,
    [[...SERVED_STAGES]],
  );

export async function stageOf(
  db: Queryable,
  version: string,
): Promise<{ stage: Stage; share: number; since: Date } | null> {
  const [row] = await db.query<{ stage: Stage; share: number; since: Date }>(
    'select stage, share, since from model_stages where version = $1',
    [version],
  );
  return row ?? null;
}

export async function versionAt(db: Queryable, stage: Stage): Promise<string | null> {
  const [row] = await db.query<{ version: string }>('select version from model_stages where stage = $1', [
    stage,
  ]);
  return row?.version ?? null;
}

export interface StageChange {
  version: string;
  stage: Stage;
  share?: number;
  /** A code. */
  reason: string;
  detail?: Record<string, unknown>;
}

/** Moves one version; a change that is made already changes nothing, so that an activity may repeat it. */
export async function setStage(within: Queryable, change: StageChange): Promise<boolean> {
  const { version, stage, share = 0, reason, detail = {} } = change;
  const moved = await within.query(
    `insert into model_stages (version, stage, share) values ($1, $2, $3)
     on conflict (version) do update set stage = excluded.stage, share = excluded.share, since = now()
     where (model_stages.stage, model_stages.share) is distinct from (excluded.stage, excluded.share)
     returning version`,
    [version, stage, share],
  );
  if (moved.length === 0) return false;
  await within.query(
    'insert into stage_changes (version, stage, share, reason, detail) values ($1, $2, $3, $4, $5)',
    [version, stage, share, reason, jsonb(detail)],
  );
  return true;
}

/** Any number that no other program takes a lock on: moves of the alias come one after the other. */
const STAGES_LOCK = 5_523_119;

/** Several moves as one: all of them or none. */
export const moveStages = <T>(database: Database, work: (within: Queryable) => Promise<T>): Promise<T> =>
  database.transaction(async (within) => {
    await within.query('select pg_advisory_xact_lock($1)', [STAGES_LOCK]);
    return work(within);
  });

/** The version on its way becomes active, the active one previous. Nothing to do where it is so already. */
export async function promote(within: Queryable, version: string, reason: string): Promise<void> {
  const active = await versionAt(within, 'active');
  if (active === version) return;
  const previous = await versionAt(within, 'previous');
  if (previous !== null && previous !== version)
    await setStage(within, { version: previous, stage: 'retired', reason: 'superseded' });
  if (active !== null) {
    // The candidate may itself be the previous one.
    if (previous === version) await setStage(within, { version, stage: 'canary', share: 1, reason });
    await setStage(within, { version: active, stage: 'previous', reason: 'superseded' });
  }
  await setStage(within, { version, stage: 'active', share: 1, reason });
}

export type RolledBack = { from: string; to: string } | null;

/**
 * Stops a version on its way, or else puts the previous version in the place of the active one. `only`:
 * this version and no other is stopped, on its way or active. Returns what was done; `null`: there is
 * nothing to go back to.
 */
export async function rollBack(
  within: Queryable,
  change: { only?: string; reason: string; detail?: Record<string, unknown> },
): Promise<RolledBack> {
  const { only, reason, detail = {} } = change;
  const active = await versionAt(within, 'active');
  const [onItsWay] = await within.query<{ version: string }>(
    `select version from model_stages where stage in ('shadow', 'canary')`,
  );
  const stopped = only ?? onItsWay?.version ?? active;
  if (stopped === null || active === null) return null;
  if (stopped === onItsWay?.version) {
    await setStage(within, { version: stopped, stage: 'rolled_back', reason, detail });
    return { from: stopped, to: active };
  }
  const previous = await versionAt(within, 'previous');
  if (previous === null || stopped !== active) return null;
  await setStage(within, { version: active, stage: 'rolled_back', reason, detail });
  await setStage(within, { version: previous, stage: 'active', share: 1, reason, detail });
  return { from: active, to: previous };
}

export const listStageChanges = (
  db: Queryable,
  version: string,
): Promise<{ stage: Stage; share: number; reason: string; detail: unknown; changed_at: Date }[]> =>
  db.query(
    'select stage, share, reason, detail, changed_at from stage_changes where version = $1 order by id',
    [version],
  );
