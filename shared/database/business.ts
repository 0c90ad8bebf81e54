/** Figures of a period from real records, for people who pay for it. */
import type { Queryable } from './database.ts';

export interface Period {
  tenant: string;
  /** ISO 8601, this moment included. */
  from: string;
  /** ISO 8601, this moment excluded. */
  before: string;
}

export interface RecordedFigures {
  claims: number;
  /** Recorded without a person. */
  autoAccepted: number;
  reviewed: number;
  /** Milliseconds from a hold to its decision, of the reviews of which that is known. */
  reviewMs: number;
  timedReviews: number;
  modelCostUsd: number;
  auditedFields: number;
  agreedFields: number;
}

export interface Month extends RecordedFigures {
  /** `YYYY-MM`, UTC. */
  month: string;
}

/** By the month in which the claim was recorded. */
export async function recordedByMonth(db: Queryable, { tenant, from, before }: Period): Promise<Month[]> {
  const rows = await db.query<{ [K in keyof Month]: string | number }>(
    `select to_char(recorded_at at time zone 'UTC', 'YYYY-MM') as month,
       count(*) as claims,
       count(*) filter (where status = 'completed' and reviews.claim_id is null) as "autoAccepted",
       count(reviews.claim_id) as reviewed,
       coalesce(sum(extract(epoch from reviews.decided_at - task.held_at) * 1000)
         filter (where reviews.decided_at > task.held_at), 0) as "reviewMs",
       count(*) filter (where reviews.decided_at > task.held_at) as "timedReviews",
       sum(cost_usd) as "modelCostUsd",
       coalesce(sum(audit.compared), 0) as "auditedFields", coalesce(sum(audit.agreed), 0) as "agreedFields"
     from claim_records as record
     left join lateral (
       select claim_id, decided_at, version from reviews
       where reviews.tenant = record.tenant and reviews.claim_id = record.claim_id and subject = 'claim'
       order by decided_at desc limit 1
     ) as reviews on true
     left join review_tasks as task
       on task.tenant = record.tenant and task.claim_id = record.claim_id and task.version = reviews.version
     left join audits as audit
       on audit.tenant = record.tenant and audit.claim_id = record.claim_id and audit.decided_at is not null
     where record.tenant = $1 and recorded_at >= $2 and recorded_at < $3
     group by month order by month`,
    [tenant, from, before],
  );
  return rows.map(({ month, ...figures }) => ({
    month: String(month),
    ...(Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Number(value)])) as Omit<
      Month,
      'month'
    >),
  }));
}
