/** Every claim whose 23 values a person vouches for: audited, reviewed, imported. */
import type { FieldKey } from '../claim-fields.ts';
import type { ClaimKey } from './claims.ts';
import type { Queryable } from './database.ts';

export interface LabelledSource extends ClaimKey {
  source: 'audit' | 'review' | 'import';
  /** As written: not yet in the form of claim-fields. */
  labels: Record<string, unknown>;
  uncertain: FieldKey[];
  corrected: FieldKey[];
  answer: unknown;
  documents: { document: string; pages: number[] }[];
  /** Whether every page of every document was read. */
  whole: boolean;
}

/**
 * The tenant's labelled claims, each once: a blind reading before a review before an import, of two of a
 * kind the later one. In that order, and then by id, so that the same database gives the same list.
 */
export async function listLabelled(db: Queryable, tenant: string): Promise<LabelledSource[]> {
  return db.query<LabelledSource>(
    `with verified as (
       select tenant, claim_id, source, labels, '{}'::text[] as uncertain, null::jsonb as answer, created_at,
         (select coalesce(jsonb_agg(jsonb_build_object('document', sha256, 'pages', (
            select coalesce(jsonb_agg(page -> 'page' order by (page ->> 'page')::int), '[]')
            from jsonb_array_elements(pages) as page where page ->> 'source' <> 'unread'
          )) order by position), '[]')
          from claim_documents as document
          where document.tenant = example.tenant and document.claim_id = example.claim_id and rejection is null) as documents,
         coalesce((select (completeness ->> 'complete')::boolean from claim_records as record
          where record.tenant = example.tenant and record.claim_id = example.claim_id), false) as whole,
         coalesce((select array_agg(distinct key) from reviews, jsonb_object_keys(changes) as key
          where reviews.tenant = example.tenant and reviews.claim_id = example.claim_id), '{}') as corrected
       from training_examples as example where tenant = $1
     ), imported as (
       select tenant, claim_id, 'import' as source, labels, uncertain, answer, imported_at as created_at,
         readings -> 'documents' as documents,
         (readings ->> 'unreadPages')::int + (readings ->> 'rejectedDocuments')::int = 0 as whole,
         '{}'::text[] as corrected
       from imported_claims where tenant = $1 and readings is not null
     ), every as (
       select tenant, claim_id, source, labels, uncertain, answer, documents, whole, corrected, created_at from verified
       union all
       select tenant, claim_id, source, labels, uncertain, answer, documents, whole, corrected, created_at from imported
     ), one as (
       select distinct on (claim_id) *, array_position(array['audit', 'review', 'import'], source) as place
       from every order by claim_id, array_position(array['audit', 'review', 'import'], source), created_at desc
     )
     select tenant, claim_id as "claimId", source, labels, uncertain, corrected, answer, documents, whole
     from one order by place, claim_id`,
    [tenant],
  );
}

/** When the newest label was written; `null` without any. */
export async function newestLabel(db: Queryable, tenant: string): Promise<Date | null> {
  const [row] = await db.query<{ newest: Date | null }>(
    `select greatest((select max(created_at) from training_examples where tenant = $1),
                     (select max(imported_at) from imported_claims where tenant = $1)) as newest`,
    [tenant],
  );
  return row?.newest ?? null;
}

/** Claims labelled after this moment. */
export async function countLabelledSince(db: Queryable, tenant: string, since: Date | null): Promise<number> {
  const [row] = await db.query<{ n: string }>(
    `select count(distinct claim_id) as n from (
       select claim_id, created_at from training_examples where tenant = $1
       union all select claim_id, imported_at from imported_claims where tenant = $1
     ) as labelled where $2::timestamptz is null or created_at > $2`,
    [tenant, since?.toISOString() ?? null],
  );
  return Number(row?.n ?? 0);
}
