-- Somebody who has put the first steps of an organization away, for themselves alone.
alter table memberships add column first_steps_hidden_at timestamptz;
