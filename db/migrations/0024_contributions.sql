-- Who says what about an entity, once more than one does: an edit by hand beside a file, two files about one thing. An entity that one
-- source describes has no row here and costs nothing more than before; the entity itself is always the merge, so that reading is the same.
alter table sources drop constraint sources_kind_check;
alter table sources add constraint sources_kind_check
  check (kind in ('git', 'files', 'paste', 'api', 'action', 'seed', 'person', 'program'));
-- Where two say different things, the higher one is believed, and among equals whoever spoke last.
alter table sources add column precedence integer not null default 100 check (precedence between 0 and 1000);

alter table entities add column is_layered boolean not null default false;

create table entity_contributions (
  org_id uuid not null references orgs,
  entity_id uuid not null,
  source_id uuid not null,
  document jsonb not null,
  -- Tells an import that repeats itself from one that has news; null for what is edited in place.
  content_hash text,
  origin jsonb,
  -- For what is edited in place: when and by whom each field was said.
  said jsonb not null default '{}',
  at timestamptz not null default now(),
  primary key (org_id, entity_id, source_id),
  foreign key (org_id, entity_id) references entities (org_id, id) on delete cascade,
  foreign key (org_id, source_id) references sources (org_id, id)
);
call protect_tenant_table('entity_contributions');
create index entity_contributions_source on entity_contributions (org_id, source_id);
