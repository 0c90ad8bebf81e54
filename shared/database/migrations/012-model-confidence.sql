-- The confidence of the value as read, also where a person decided the field (whose confidence is then 1).
alter table claim_fields add column model_confidence real;
