-- Where each version stands. An alias moves by moving rows: what new claims are read with is decided here alone.
create table model_stages (
  version    text        primary key references model_versions,
  -- evaluating, shadow, canary, active and previous are served; shelved, refused, rolled_back, retired are not
  stage      text        not null,
  -- Share of new claims (canary) or of recorded claims read beside it (shadow).
  share      real        not null default 0,
  since      timestamptz not null default now()
);
create unique index model_stages_one_active on model_stages (stage) where stage = 'active';
create unique index model_stages_one_previous on model_stages (stage) where stage = 'previous';
create unique index model_stages_one_on_its_way on model_stages ((true)) where stage in ('shadow', 'canary');

-- The indexes let no two be active; this lets no transaction end with none.
create function one_version_is_active() returns trigger language plpgsql as $$
begin
  if (select count(*) from model_stages where stage = 'active') <> 1 and exists (select from model_stages) then
    raise exception 'exactly one model version must be active';
  end if;
  return null;
end
$$;
create constraint trigger model_stages_exactly_one_active after insert or update or delete on model_stages
  deferrable initially deferred for each row execute function one_version_is_active();

create table stage_changes (
  id         bigint      generated always as identity primary key,
  version    text        not null references model_versions,
  stage      text        not null,
  share      real        not null,
  -- A code, and for a rollback what got worse with its figures.
  reason     text        not null,
  detail     jsonb       not null,
  changed_at timestamptz not null default now()
);
create index stage_changes_by_version on stage_changes (version, id);

-- The inference workers that live, each beside one model server.
create table inference_replicas (
  replica    text        primary key,
  -- Whether its server loads adapters while it runs.
  adapters   boolean     not null,
  seen_at    timestamptz not null default now()
);

-- What each replica made of the versions that it is to serve.
create table replica_versions (
  replica    text        not null references inference_replicas on delete cascade,
  version    text        not null references model_versions,
  -- loaded: its canary answered, and not as the base does; refused: it cannot serve it
  state      text        not null,
  reason     text        not null default '',
  changed_at timestamptz not null default now(),
  primary key (replica, version)
);

-- Recorded claims that a version in shadow read as well; nothing of it reached the claim.
create table shadow_readings (
  tenant       text        not null,
  claim_id     text        not null,
  version      text        not null references model_versions,
  -- Fields compared with the record, and those that say the same.
  compared     int         not null,
  agreed       int         not null,
  confidence   real        not null,
  failed_chunks int        not null,
  chunks       int         not null,
  engine_ms    int         not null,
  read_at      timestamptz not null default now(),
  primary key (tenant, claim_id, version)
);

-- What the model loop wants a person to know; the same trouble is one row until it has passed.
create table model_alerts (
  alert      text        not null,
  model      text        not null,
  detail     jsonb       not null,
  raised_at  timestamptz not null default now(),
  cleared_at timestamptz
);
create unique index model_alerts_open on model_alerts (alert, model) where cleared_at is null;
