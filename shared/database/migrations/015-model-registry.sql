-- What models were made of and how they were judged. Rows are written once, save a run's end and the
-- calibration that a version gets after its training.

create table data_sets (
  -- data- and 12 digits of the checksum.
  name          text        primary key,
  tenant        text        not null,
  -- The model version whose tokenizer and prompt cut the examples.
  base          text        not null,
  -- SHA-256 over the parts' own.
  checksum      text        not null unique,
  settings      jsonb       not null,
  -- Counts of what went in, was dropped and why, with ids of some; no value of a claim.
  report        jsonb       not null,
  -- {part: {object, sha256, lines}}
  parts         jsonb       not null,
  -- Of the newest label that was looked at.
  labels_until  timestamptz not null,
  created_at    timestamptz not null default now()
);

-- Which claim is in which part: from a model back to what it learnt from, and from a claim to every set it is in.
create table data_set_claims (
  data_set text not null references data_sets,
  tenant   text not null,
  claim_id text not null,
  -- review, audit or import
  source   text not null,
  -- train, validation or evaluation
  part     text not null,
  primary key (data_set, tenant, claim_id)
);
create index data_set_claims_by_claim on data_set_claims (tenant, claim_id);

create table training_runs (
  run         text        primary key,
  data_set    text        not null references data_sets,
  base        text        not null,
  -- The version whose adapter it went on from; null: it began on the base alone.
  start       text,
  settings    jsonb       not null,
  -- The workflow that asked for it.
  workflow_id text        not null,
  -- What the trainer said last, with both losses so far.
  progress    jsonb,
  -- running, succeeded, failed or cancelled
  status      text        not null default 'running',
  -- {steps, tokens, best, history} of the trainer; the type of the failure of a run that failed
  result      jsonb,
  started_at  timestamptz not null default now(),
  ended_at    timestamptz
);

-- Rounds of the model loop: what a person sees of them after Temporal has forgotten the workflow.
create table model_rounds (
  round       text        primary key,
  workflow_id text        not null,
  -- running, promoted, refused, failed or cancelled
  state       text        not null,
  -- curating, training or promoting
  step        text        not null,
  data_set    text        references data_sets,
  version     text,
  -- [{step, startedAt}], in order
  steps       jsonb       not null,
  -- Why it was refused or failed.
  reason      text,
  started_at  timestamptz not null default now(),
  ended_at    timestamptz
);
create index model_rounds_by_time on model_rounds (started_at);

create table model_versions (
  name        text        primary key,
  -- The shipped version whose base it runs on; null: it is a shipped one itself.
  base        text,
  run         text        references training_runs,
  card        jsonb       not null,
  -- [{path, object, sha256, bytes}]; empty for shipped versions.
  files       jsonb       not null,
  calibration text,
  created_at  timestamptz not null default now()
);

create table evaluations (
  -- Of version, calibration, data set, part and who asked: a repeated step answers the same question again.
  evaluation  text        primary key,
  model       text        not null references model_versions,
  data_set    text        not null references data_sets,
  part        text        not null,
  n           int         not null,
  figures     jsonb       not null,
  -- The whole report with a row for each claim.
  object      text        not null,
  evaluated_at timestamptz not null default now()
);
create index evaluations_by_model on evaluations (model, evaluated_at);

-- What the gate found and what people said to it.
create table promotion_decisions (
  decision     text        primary key,
  candidate    text        not null references model_versions,
  against      text        not null references model_versions,
  data_set     text        not null references data_sets,
  candidate_evaluation text not null references evaluations,
  against_evaluation   text not null references evaluations,
  -- Every criterion with its figures.
  gate         jsonb       not null,
  passed       boolean     not null,
  judged_at    timestamptz not null default now(),
  -- approved, rejected or expired; null: nobody has said the last word, or the gate refused.
  outcome      text,
  outcome_at   timestamptz
);
create index promotion_decisions_by_candidate on promotion_decisions (candidate);

create table promotion_approvals (
  decision  text        not null references promotion_decisions,
  person    text        not null,
  -- approve or reject
  word      text        not null,
  -- update or signal
  given_by  text        not null,
  note      text        not null,
  given_at  timestamptz not null default now(),
  -- One person is one voice.
  primary key (decision, person)
);
