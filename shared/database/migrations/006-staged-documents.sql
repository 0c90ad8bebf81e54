-- Documents uploaded for a claim that are not handed in yet. Their bytes lie in the object store.
create table staged_documents (
  tenant    text        not null,
  claim_id  text        not null,
  sha256    text        not null,
  name      text        not null,
  bytes     bigint      not null,
  staged_at timestamptz not null default now(),
  primary key (tenant, claim_id, sha256)
);
