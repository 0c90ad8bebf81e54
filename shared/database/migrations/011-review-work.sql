-- How many fields of the claim are expected to be wrong: the sum of 1 minus the confidence.
alter table review_tasks add column expected_errors real;

-- What a review took of its reviewer, from opening the page to submitting. Times are the server's, counts the page's.
create table review_work (
  session         uuid        primary key,
  tenant          text        not null,
  claim_id        text        not null,
  version         int         not null,
  reviewer        text        not null,
  opened_at       timestamptz not null default now(),
  submitted_at    timestamptz,
  key_strokes     int,
  pointer_actions int,
  active_ms       int,
  -- A program worked the page, no person.
  simulated       boolean,
  foreign key (tenant, claim_id) references claims
);
create index review_work_by_submission on review_work (tenant, submitted_at) where submitted_at is not null;
