/** Figures over a period: throughput, quality, and the reviewers' work. */
import type { Queryable } from './database.ts';

/** A day counted in hours has no summer time. */
const HOURS = { hour: 1, day: 24 } as const;
export type Unit = keyof typeof HOURS;

/** A stretch of time and its counts, as `bigint` and `numeric` come from Postgres. */
interface StretchRow {
  from: Date;
  handed_in: string;
  settled: string;
  completed: string;
  auto_accepted: string;
  rejected: string;
  cancelled: string;
  confidence_sum: number | null;
  fields_read: string;
  reviewed_fields: string;
  uncorrected_fields: string;
  audited_fields: string;
  agreed_fields: string;
}

export interface Stretch {
  from: Date;
  handedIn: number;
  settled: number;
  completed: number;
  autoAccepted: number;
  rejected: number;
  cancelled: number;
  /** Over `fieldsRead` fields. */
  confidenceSum: number;
  fieldsRead: number;
  reviewedFields: number;
  uncorrectedFields: number;
  auditedFields: number;
  agreedFields: number;
}

/** The last stretches up to now, without gaps, the oldest first. Days are those of UTC. */
export async function listStretches(
  db: Queryable,
  { tenant, by, last }: { tenant: string; by: Unit; last: number },
): Promise<Stretch[]> {
  const rows = await db.query<StretchRow>(
    `with stretches as (
       select at as "from" from generate_series(
         date_trunc($2, now(), 'UTC') - ($3::int - 1) * interval '1 hour' * $4::int,
         date_trunc($2, now(), 'UTC'), interval '1 hour' * $4::int) as at
     ),
     since as (select min("from") as moment from stretches),
     handed_in as (
       select date_trunc($2, submitted_at, 'UTC') as "from", count(*) as n from claims, since
       where tenant = $1 and submitted_at >= since.moment group by 1
     ),
     settled as (
       select date_trunc($2, settled_at, 'UTC') as "from", count(*) as n,
         count(*) filter (where status = 'completed') as completed,
         count(*) filter (where status = 'completed' and not exists (
           select 1 from reviews where reviews.tenant = claims.tenant and reviews.claim_id = claims.claim_id
             and reviews.subject = 'claim')) as auto_accepted,
         count(*) filter (where status = 'rejected') as rejected,
         count(*) filter (where status = 'cancelled') as cancelled
       from claims, since where tenant = $1 and settled_at >= since.moment group by 1
     ),
     read as (
       select date_trunc($2, recorded_at, 'UTC') as "from", count(*) as n,
         sum(coalesce(model_confidence, confidence)) as confidence_sum,
         count(*) filter (where reviewed) as reviewed,
         count(*) filter (where reviewed and before is null) as uncorrected
       from (
         select recorded_at, confidence, model_confidence, before, exists (
           select 1 from reviews where reviews.tenant = record.tenant and reviews.claim_id = record.claim_id
             and subject = 'claim' and given_by = 'update' and decision = 'approve') as reviewed
         from claim_records as record join claim_fields using (tenant, claim_id), since
         where record.tenant = $1 and recorded_at >= since.moment
       ) as field group by 1
     ),
     audited as (
       select date_trunc($2, decided_at, 'UTC') as "from", sum(compared) as compared, sum(agreed) as agreed
       from audits, since where tenant = $1 and decided_at >= since.moment group by 1
     )
     select stretches."from", coalesce(handed_in.n, 0) as handed_in, coalesce(settled.n, 0) as settled,
       coalesce(completed, 0) as completed, coalesce(auto_accepted, 0) as auto_accepted,
       coalesce(rejected, 0) as rejected, coalesce(cancelled, 0) as cancelled,
       confidence_sum, coalesce(read.n, 0) as fields_read, coalesce(reviewed, 0) as reviewed_fields,
       coalesce(uncorrected, 0) as uncorrected_fields, coalesce(compared, 0) as audited_fields,
       coalesce(agreed, 0) as agreed_fields
     from stretches
     left join handed_in using ("from") left join settled using ("from")
     left join read using ("from") left join audited using ("from")
     order by stretches."from"`,
    [tenant, by, last, HOURS[by]],
  );
  return rows.map((row) => ({
    from: row.from,
    handedIn: Number(row.handed_in),
    settled: Number(row.settled),
    completed: Number(row.completed),
    autoAccepted: Number(row.auto_accepted),
    rejected: Number(row.rejected),
    cancelled: Number(row.cancelled),
    confidenceSum: Number(row.confidence_sum ?? 0),
    fieldsRead: Number(row.fields_read),
    reviewedFields: Number(row.reviewed_fields),
    uncorrectedFields: Number(row.uncorrected_fields),
    auditedFields: Number(row.audited_fields),
    agreedFields: Number(row.agreed_fields),
  }));
}

export interface QueueAge {
  queue: string;
  waiting: number;
  held: number;
  overdue: number;
  oldestSeconds: number | null;
  medianSeconds: number | null;
}

/** What waits for people now, queue by queue. */
export async function listQueueAges(db: Queryable, tenant: string): Promise<QueueAge[]> {
  return db.query<QueueAge>(
    `with waiting as (
       select queue, opened_at, held_by is not null as held, due_at < now() as overdue
       from review_tasks where tenant = $1 and closed_at is null
       union all
       select 'audit', opened_at, false, false from audits where tenant = $1 and decided_at is null
       union all
       select 'disagreement', opened_at, false, false from disagreements where tenant = $1 and decided_at is null
     )
     select queue, count(*)::int as waiting, count(*) filter (where held)::int as held,
       count(*) filter (where overdue)::int as overdue,
       extract(epoch from now() - min(opened_at))::float8 as "oldestSeconds",
       percentile_cont(0.5) within group (order by extract(epoch from now() - opened_at))::float8 as "medianSeconds"
     from waiting group by queue order by queue`,
    [tenant],
  );
}

interface Spread {
  claims: number;
  p50: number | null;
  p90: number | null;
  mean: number | null;
}

export interface WorkRow {
  simulated: boolean;
  minutes: Spread;
  activeMinutes: Spread;
  keyStrokes: Spread;
  pointerActions: Spread;
}

const spread = (of: string): string =>
  `jsonb_build_object('claims', count(*), 'p50', percentile_cont(0.5) within group (order by ${of}),
    'p90', percentile_cont(0.9) within group (order by ${of}), 'mean', avg(${of}))`;

const MINUTES = 'extract(epoch from submitted_at - opened_at)::float8 / 60';

/** What reviews took that were submitted since then, of people and of programs apart. */
export async function summariseWork(
  db: Queryable,
  { tenant, since }: { tenant: string; since: Date },
): Promise<WorkRow[]> {
  return db.query<WorkRow>(
    `select simulated, ${spread(MINUTES)} as minutes, ${spread('active_ms::float8 / 60000')} as "activeMinutes",
       ${spread('key_strokes::float8')} as "keyStrokes", ${spread('pointer_actions::float8')} as "pointerActions"
     from review_work where tenant = $1 and submitted_at >= $2 group by simulated`,
    [tenant, since.toISOString()],
  );
}

export interface LastReview {
  claim_id: string;
  submitted_at: Date;
  minutes: number;
  key_strokes: number;
  pointer_actions: number;
  simulated: boolean;
}

/** The newest first. Nobody's name stands beside a time: it measures the page, not the person. */
export async function listLastReviews(
  db: Queryable,
  { tenant, limit }: { tenant: string; limit: number },
): Promise<LastReview[]> {
  return db.query<LastReview>(
    `select claim_id, submitted_at, ${MINUTES} as minutes, key_strokes, pointer_actions, simulated
     from review_work where tenant = $1 and submitted_at is not null order by submitted_at desc limit $2`,
    [tenant, limit],
  );
}
