/** Statements about how versions do on real claims. */
import type { LiveSignals } from '../promotion/rollout.ts';
import type { WatchFigures } from '../promotion/watch.ts';
import type { ClaimKey } from './claims.ts';
import type { Queryable } from './database.ts';

type Numbers<T> = { [K in keyof T]: string | number | null };

const numeric = <T>(row: Numbers<T>): T =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value === null ? null : Number(value)]),
  ) as T;

const NO_SIGNALS: LiveSignals = {
  claims: 0,
  reviewedFields: 0,
  correctedFields: 0,
  chunks: 0,
  failedChunks: 0,
  fields: 0,
  doubtfulFields: 0,
  meanConfidence: null,
  engineMsPerChunk: null,
};

/** What the claims say that this version read and that were recorded since then. */
export async function liveSignals(
  db: Queryable,
  { version, since }: { version: string; since: Date },
): Promise<LiveSignals> {
  const [row] = await db.query<Numbers<LiveSignals>>(
    `with recorded as (
       select * from claim_records where model = $1 and recorded_at >= $2
     ), field as (
       select claim_fields.* from claim_fields join recorded using (tenant, claim_id)
     ), reviewed as (
       select count(*) * 23 as fields, coalesce(sum(corrected), 0) as corrected from (
         select distinct on (tenant, claim_id) (select count(*) from jsonb_object_keys(changes)) as corrected
         from reviews join recorded using (tenant, claim_id)
         where subject = 'claim' and given_by = 'update' and decision = 'approve'
         order by tenant, claim_id, decided_at desc
       ) as latest
     )
     select (select count(*) from recorded) as claims,
       (select fields from reviewed) as "reviewedFields", (select corrected from reviewed) as "correctedFields",
       (select coalesce(sum((completeness ->> 'chunks')::int), 0) from recorded) as chunks,
       (select coalesce(sum((completeness ->> 'unreadChunks')::int), 0) from recorded) as "failedChunks",
       (select count(*) from field) as fields,
       (select count(*) from field where decided_by like 'reviewer:%') as "doubtfulFields",
       (select avg(confidence) from field where decided_by not like 'reviewer:%') as "meanConfidence",
       (select sum((usage ->> 'engineMs')::float) / nullif(sum((usage ->> 'requests')::float), 0) from recorded) as "engineMsPerChunk"`,
    [version, since.toISOString()],
  );
  return row ? numeric<LiveSignals>(row) : NO_SIGNALS;
}

export async function insertShadowReading(
  db: Queryable,
  reading: ClaimKey & {
    version: string;
    compared: number;
    agreed: number;
    confidence: number;
    chunks: number;
    failedChunks: number;
    engineMs: number;
  },
): Promise<void> {
  await db.query(
    `insert into shadow_readings (tenant, claim_id, version, compared, agreed, confidence, chunks, failed_chunks, engine_ms)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      reading.tenant,
      reading.claimId,
      reading.version,
      reading.compared,
      reading.agreed,
      reading.confidence,
      reading.chunks,
      reading.failedChunks,
      Math.round(reading.engineMs),
    ],
  );
}

/** What a version in shadow made of the claims that it read beside the active one. */
export async function shadowSignals(
  db: Queryable,
  { version, since }: { version: string; since: Date },
): Promise<LiveSignals & { agreed: number; compared: number }> {
  const [row] = await db.query<Numbers<LiveSignals & { agreed: number; compared: number }>>(
    `select count(*) as claims, 0 as "reviewedFields", 0 as "correctedFields",
       coalesce(sum(chunks), 0) as chunks, coalesce(sum(failed_chunks), 0) as "failedChunks",
       0 as fields, 0 as "doubtfulFields", avg(confidence) as "meanConfidence",
       sum(engine_ms)::float / nullif(sum(chunks), 0) as "engineMsPerChunk",
       coalesce(sum(agreed), 0) as agreed, coalesce(sum(compared), 0) as compared
     from shadow_readings where version = $1 and read_at >= $2`,
    [version, since.toISOString()],
  );
  return row
    ? numeric<LiveSignals & { agreed: number; compared: number }>(row)
    : { ...NO_SIGNALS, agreed: 0, compared: 0 };
}

/** Accuracy that blind readings found, and how sure the version was of late. */
export async function watchFigures(
  db: Queryable,
  version: string,
): Promise<Pick<WatchFigures, 'audits' | 'confidence'>> {
  const [audits] = await db.query<Numbers<WatchFigures['audits']>>(
    `select count(*) as claims, coalesce(sum(compared), 0) as fields, coalesce(sum(agreed), 0) as agreed
     from audits join claim_records as record using (tenant, claim_id)
     where decided_at is not null and record.model = $1`,
    [version],
  );
  const [confidence] = await db.query<Numbers<WatchFigures['confidence']>>(
    `select avg(confidence) filter (where recorded_at > now() - interval '7 days') as lately,
       avg(confidence) filter (where recorded_at <= now() - interval '7 days') as before,
       count(distinct (tenant, claim_id)) filter (where recorded_at > now() - interval '7 days') as claims
     from claim_records join claim_fields using (tenant, claim_id)
     where model = $1 and decided_by not like 'reviewer:%' and recorded_at > now() - interval '35 days'`,
    [version],
  );
  return {
    audits: audits ? numeric<WatchFigures['audits']>(audits) : { claims: 0, fields: 0, agreed: 0 },
    confidence: confidence
      ? numeric<WatchFigures['confidence']>(confidence)
      : { lately: null, before: null, claims: 0 },
  };
}
