-- Who read or changed what, for as long as the installation lives. Rows are only ever added; each holds
-- the hash of the one before it in its tenant's chain, so that a change or a gap shows.
create table audit_log (
  tenant     text        not null,
  -- From 1, without gaps.
  seq        bigint      not null,
  -- Milliseconds, as the hash covers it.
  at         timestamptz(3) not null,
  request_id text        not null,
  actor      text        not null,
  roles      text[]      not null,
  -- api or codec_server
  via        text        not null,
  action     text        not null,
  -- asked: before it is carried out; refused: that it was not, with the problem's code in the detail
  outcome    text        not null,
  claim_id   text,
  -- Codes, counts, ids and names of fields; never a value.
  detail     jsonb       not null,
  previous   text        not null,
  -- SHA-256 of the previous hash and this row as canonical JSON.
  hash       text        not null,
  primary key (tenant, seq)
);
create index audit_log_by_claim on audit_log (tenant, claim_id, seq) where claim_id is not null;
create index audit_log_by_request on audit_log (request_id);

create function refuse_audit_log_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end
$$;

create trigger audit_log_append_only before update or delete or truncate on audit_log
  for each statement execute function refuse_audit_log_change();
