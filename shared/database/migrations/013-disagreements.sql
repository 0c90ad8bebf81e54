-- Claims of which the record and a blind reading differ: a senior reviewer says what is right.
create table disagreements (
  tenant     text        not null,
  claim_id   text        not null,
  opened_at  timestamptz not null default now(),
  reminders  int         not null default 0,
  -- Those on which the readings differ.
  fields     text[]      not null,
  -- {key: first | second | other}
  choices    jsonb,
  -- {key: value}, for the same fields.
  values     jsonb,
  note       text,
  decided_by text,
  decided_at timestamptz,
  primary key (tenant, claim_id),
  foreign key (tenant, claim_id) references audits
);
