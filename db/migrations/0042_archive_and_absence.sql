-- What was archived stays that way until somebody restores it, also when an import still names it: so it is known who did it, when and why.
alter table entities add column archived_at timestamptz, add column archived_by text, add column archived_reason text;
update entities set archived_at = updated_at where is_archived;
create index entities_archived on entities (org_id, archived_at desc, id desc) where is_archived;

-- A source that could not be read says so until it can be read again.
alter table sources add column failed_at timestamptz, add column failure text;

-- A complete reading of a source that used to describe an entity and no longer does.
create table entity_absences (
  org_id uuid not null references orgs,
  entity_id uuid not null,
  source_id uuid not null,
  since timestamptz not null default now(),
  primary key (org_id, entity_id, source_id),
  foreign key (org_id, entity_id) references entities (org_id, id) on delete cascade,
  foreign key (org_id, source_id) references sources (org_id, id)
);
call protect_tenant_table('entity_absences');
create index entity_absences_source on entity_absences (org_id, source_id);
