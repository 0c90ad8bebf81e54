-- Browsers that are signed in. The id that a browser holds is not here, only its hash.
create table sessions (
  id_sha256  text        primary key,
  tenant     text        not null,
  subject    text        not null,
  name       text        not null,
  roles      text[]      not null,
  begun_at   timestamptz not null default now(),
  expires_at timestamptz not null,
  -- Signed out.
  ended_at   timestamptz
);
create index sessions_by_expiry on sessions (expires_at);
