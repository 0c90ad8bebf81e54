-- A claim is a row before it is a workflow: the primary key decides that it runs once, also long
-- after its workflow has left Temporal's retention.
create table claims (
  tenant         text        not null,
  claim_id       text        not null,
  -- Over the sorted hashes of the documents first handed in; the same id with other bytes is refused.
  packet_sha256  text        not null,
  priority       smallint    not null,
  status         text        not null default 'received',
  model          text,
  -- The first run of the workflow that works on this claim.
  run_id         text,
  delivery       text,
  submitted_at   timestamptz not null default now(),
  settled_at     timestamptz,
  primary key (tenant, claim_id)
);
create index claims_by_submission on claims (tenant, submitted_at, claim_id);

create table claim_documents (
  tenant      text not null,
  claim_id    text not null,
  sha256      text not null,
  position    int  not null,
  name        text not null,
  attached_to text,
  kind        text,
  -- The account of the pages: read with their source, and unread.
  pages       jsonb not null,
  -- {code, detail} of a document that was not readable
  rejection   jsonb,
  primary key (tenant, claim_id, sha256),
  foreign key (tenant, claim_id) references claims
);

-- The result of a claim. One row, written once.
create table claim_records (
  tenant         text        not null,
  claim_id       text        not null,
  status         text        not null,
  reasons        text[]      not null,
  completeness   jsonb       not null,
  version        int         not null,
  model          text,
  prompt_version text,
  calibration    text,
  usage          jsonb       not null,
  cost_usd       numeric     not null,
  timings        jsonb       not null,
  recorded_at    timestamptz not null default now(),
  primary key (tenant, claim_id),
  foreign key (tenant, claim_id) references claims
);

create table claim_fields (
  tenant       text   not null,
  claim_id     text   not null,
  key          text   not null,
  value        jsonb  not null,
  confidence   real   not null,
  -- model, rule, or reviewer:NAME
  decided_by   text   not null,
  evidence     jsonb  not null,
  derivation   jsonb,
  -- The value before a reviewer's correction.
  before       jsonb,
  primary key (tenant, claim_id, key),
  foreign key (tenant, claim_id) references claim_records
);

-- Every decision of a person. Identities are as given until sign-in exists.
create table reviews (
  id                bigint      generated always as identity primary key,
  tenant            text        not null,
  claim_id          text        not null,
  version           int         not null,
  -- claim: the fields as they stand; budget: whether reading goes on past the claim's budget
  subject           text        not null,
  reviewer          text        not null,
  reviewer_verified boolean     not null default false,
  given_by          text        not null,
  decision          text        not null,
  reason_code       text        not null,
  note              text        not null,
  -- {key: {before, after}} of the corrected fields
  changes           jsonb       not null,
  decided_at        timestamptz not null default now(),
  foreign key (tenant, claim_id) references claims
);
create index reviews_by_claim on reviews (tenant, claim_id);

-- What waits, or waited, for a person.
create table review_tasks (
  tenant       text        not null,
  claim_id     text        not null,
  version      int         not null,
  queue        text        not null default 'reviewers',
  reasons      text[]      not null,
  fields       text[]      not null,
  opened_at    timestamptz not null default now(),
  due_at       timestamptz not null,
  reminders    int         not null default 0,
  escalated_at timestamptz,
  closed_at    timestamptz,
  primary key (tenant, claim_id, version),
  foreign key (tenant, claim_id) references claims
);
create index review_tasks_open on review_tasks (queue, due_at) where closed_at is null;

-- Blind second readings of claims that went through without review.
create table audits (
  tenant      text        not null,
  claim_id    text        not null,
  opened_at   timestamptz not null default now(),
  reminders   int         not null default 0,
  auditor     text,
  values      jsonb,
  compared    int,
  agreed      int,
  differing   text[],
  decided_at  timestamptz,
  primary key (tenant, claim_id),
  foreign key (tenant, claim_id) references claim_records
);

-- Claims that a person verified: what later models learn from.
create table training_examples (
  tenant      text        not null,
  claim_id    text        not null,
  source      text        not null,
  labels      jsonb       not null,
  documents   text[]      not null,
  model       text,
  verified_by text        not null,
  created_at  timestamptz not null default now(),
  primary key (tenant, claim_id, source),
  foreign key (tenant, claim_id) references claim_records
);
