/** Statements about the inference workers that live and what each of them can answer with. */
import type { Queryable } from './database.ts';

/** A replica that was not heard of for longer counts as gone. */
export const REPLICA_GONE_AFTER_SECONDS = 20;

/** Says that the replica lives. */
export async function announceReplica(
  db: Queryable,
  { replica, adapters }: { replica: string; adapters: boolean },
): Promise<void> {
  await db.query(
    `insert into inference_replicas (replica, adapters) values ($1, $2)
     on conflict (replica) do update set adapters = excluded.adapters, seen_at = now()`,
    [replica, adapters],
  );
}

/** The replica ends: nobody waits for it any more. */
export async function forgetReplica(db: Queryable, replica: string): Promise<void> {
  await db.query('delete from inference_replicas where replica = $1', [replica]);
}

export async function setReplicaVersion(
  db: Queryable,
  state: { replica: string; version: string; state: 'loaded' | 'refused'; reason?: string },
): Promise<void> {
  await db.query(
    `insert into replica_versions (replica, version, state, reason) values ($1, $2, $3, $4)
     on conflict (replica, version) do update set state = excluded.state, reason = excluded.reason, changed_at = now()`,
    [state.replica, state.version, state.state, state.reason ?? ''],
  );
}

export async function forgetReplicaVersion(
  db: Queryable,
  { replica, version }: { replica: string; version: string },
): Promise<void> {
  await db.query('delete from replica_versions where replica = $1 and version = $2', [replica, version]);
}

export interface ReplicaState {
  replica: string;
  adapters: boolean;
  /** `null`: it has not got to it yet. */
  state: 'loaded' | 'refused' | null;
  reason: string;
}

/** What every living replica made of a version. */
export const replicasOf = (db: Queryable, version: string): Promise<ReplicaState[]> =>
  db.query(
    `select replica, adapters, state, coalesce(reason, '') as reason
     from inference_replicas left join (select * from replica_versions where version = $1) as known using (replica)
     where seen_at > now() - make_interval(secs => $2) order by replica`,
    [version, REPLICA_GONE_AFTER_SECONDS],
  );
