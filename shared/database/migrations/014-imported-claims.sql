-- Labelled claims from before this system, handed in with "data -- import". Their documents lie sealed in
-- the object store; labels are in clear, as those of verified claims are.
create table imported_claims (
  tenant      text        not null,
  claim_id    text        not null,
  labels      jsonb       not null,
  -- Fields whose label is a judgement.
  uncertain   text[]      not null,
  -- Values as printed, where the line gave them.
  answer      jsonb,
  documents   jsonb       not null,
  -- [{document, pages: [n]}] and what was not read, once a worker has read them; the text lies in the object store.
  readings    jsonb,
  imported_at timestamptz not null default now(),
  primary key (tenant, claim_id)
);
