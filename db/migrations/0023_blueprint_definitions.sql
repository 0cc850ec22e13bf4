-- What a kind of thing is made of. No definition means "as it ships" for the kinds that ship with Causeway, so that an upgrade brings
-- better ones to whoever did not change theirs, and "everything is allowed" for the rest, which came with an import.
alter table blueprints
  add column description text,
  add column definition jsonb,
  add column is_made boolean not null default false,
  add column version integer not null default 1,
  add column updated_at timestamptz not null default now();
