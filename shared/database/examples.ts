/** Statements about the index of examples: verified claims that a prompt can show. */
import type { Claim } from '../claim-fields.ts';
import type { DocumentAccount } from '../documents.ts';
import type { ClaimKey } from './claims.ts';
import type { Queryable } from './database.ts';

export interface IndexedExample {
  tenant: string;
  textSha256: string;
  sourceId: string;
  documents: string[];
  object: string;
  chars: number;
  /** De-identified. */
  searched: string;
}

/** Puts the example in the index, in place of what the same source or the same text had there. */
export async function indexExampleRow(db: Queryable, example: IndexedExample): Promise<void> {
  await db.query(
    'delete from retrieval_examples where tenant = $1 and source_id = $2 and text_sha256 <> $3',
    [example.tenant, example.sourceId, example.textSha256],
  );
  await db.query(
    `insert into retrieval_examples (tenant, text_sha256, source_id, documents, object, chars, searched)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant, text_sha256) do update set
       source_id = excluded.source_id, documents = excluded.documents, object = excluded.object,
       chars = excluded.chars, searched = excluded.searched, indexed_at = now()`,
    [
      example.tenant,
      example.textSha256,
      example.sourceId,
      example.documents,
      example.object,
      example.chars,
      example.searched,
    ],
  );
}

/** How many of the best by words are compared by letters as well. */
const CANDIDATES = 60;
/** The rank at which reciprocal rank fusion begins to flatten; the value of its authors. */
const RANK_OFFSET = 60;

export interface SimilarQuery {
  tenant: string;
  /** De-identified as the index is. */
  searched: string;
  /** Texts and documents that are not to be found: the question itself. */
  textSha256: string;
  documents: string[];
  charsAtMost: number;
  limit: number;
}

/**
 * The most similar examples of the tenant, best first: full-text search finds the candidates, whose ranks
 * by words and by shared trigrams (which misread words share as well) are fused.
 */
export async function findSimilar(
  db: Queryable,
  query: SimilarQuery,
): Promise<{ object: string; source_id: string }[]> {
  return db.query(
    `with asked as (
       select string_agg(lexeme, ' | ')::tsquery as words from unnest(to_tsvector('english', $2))
       where lexeme ~ '^[a-z]+$'
     ), found as (
       select object, source_id, searched, ts_rank(retrieval_examples.words, asked.words, 1) as rank
       from retrieval_examples, asked
       where tenant = $1 and retrieval_examples.words @@ asked.words
         and text_sha256 <> $3 and not documents && $4::text[] and chars <= $5
       order by rank desc, text_sha256 limit ${CANDIDATES}
     ), ranked as (
       select object, source_id, row_number() over (order by rank desc) as by_words,
              row_number() over (order by similarity(searched, $2) desc) as by_letters
       from found
     )
     select object, source_id from ranked
     order by 1.0 / (${RANK_OFFSET} + by_words) + 1.0 / (${RANK_OFFSET} + by_letters) desc, by_words limit $6`,
    [query.tenant, query.searched, query.textSha256, query.documents, query.charsAtMost, query.limit],
  );
}

export interface VerifiedClaim extends ClaimKey {
  labels: Claim;
  /** The readable documents in the packet's order. */
  documents: (Pick<DocumentAccount, 'pages'> & { sha256: string })[];
}

/** The tenant's verified claims that the index lacks, or has from before they were verified again; the latest labels of each. */
export async function listUnindexed(db: Queryable, tenant: string): Promise<VerifiedClaim[]> {
  return db.query<VerifiedClaim>(
    `select distinct on (claim_id) tenant, claim_id as "claimId", labels, (
       select coalesce(jsonb_agg(jsonb_build_object('sha256', sha256, 'pages', pages) order by position), '[]')
       from claim_documents
       where tenant = verified.tenant and claim_id = verified.claim_id and sha256 = any (verified.documents)
     ) as documents
     from training_examples as verified
     where tenant = $1 and not exists (
       select from retrieval_examples as known
       where known.tenant = verified.tenant and known.source_id = verified.claim_id
         and known.indexed_at > (
           select max(created_at) from training_examples
           where tenant = verified.tenant and claim_id = verified.claim_id
         )
     )
     order by claim_id, created_at desc`,
    [tenant],
  );
}
