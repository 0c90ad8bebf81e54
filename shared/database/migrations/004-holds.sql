-- Who holds a review, as its workflow says: lists show it without asking every workflow.
alter table review_tasks
  add column held_by text,
  add column held_at timestamptz,
  -- Of the newest hold or release: messages that arrive late do not undo it.
  add column hold_changed_at timestamptz;
