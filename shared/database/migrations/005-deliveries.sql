-- Every attempt to tell intake a result; claims.delivery is the latest of them.
create table deliveries (
  id         bigint      generated always as identity primary key,
  tenant     text        not null,
  claim_id   text        not null,
  -- delivered, unanswered, or refused_ and the status
  outcome    text        not null,
  -- Asked for by a person, not by the claim's workflow.
  replayed   boolean     not null,
  at         timestamptz not null default now(),
  foreign key (tenant, claim_id) references claims
);
create index deliveries_by_claim on deliveries (tenant, claim_id, at);
