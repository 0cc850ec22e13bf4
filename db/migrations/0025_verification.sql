-- "Still true?": when somebody last said so, and when the owners were last asked.
alter table entities
  add column verified_at timestamptz,
  add column verified_by text,
  add column verification_asked_at timestamptz;
