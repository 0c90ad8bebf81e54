-- Similar verified claims are found by their words and by their letters.
create extension if not exists pg_trgm;

-- The index of examples. It holds de-identified text only; text and answer as a prompt shows them lie
-- sealed in the object store.
create table retrieval_examples (
  tenant      text        not null,
  -- Of the text as it was read: the same text is one example.
  text_sha256 text        not null,
  -- The claim, or the label line, that the example comes from.
  source_id   text        not null,
  -- Documents of which the text was read: a claim is never shown its own answer.
  documents   text[]      not null,
  object      text        not null,
  -- Length of the text; what cannot fit a prompt is not fetched.
  chars       int         not null,
  searched    text        not null,
  words       tsvector    not null generated always as (to_tsvector('english', searched)) stored,
  indexed_at  timestamptz not null default now(),
  primary key (tenant, text_sha256)
);
create index retrieval_examples_by_words on retrieval_examples using gin (words);
create index retrieval_examples_by_source on retrieval_examples (tenant, source_id);
