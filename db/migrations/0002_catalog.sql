-- Blueprints, entities, relations, and their history.
create table blueprints (
  org_id uuid not null references orgs,
  identifier text not null check (identifier ~ '^[a-z][a-z0-9-]{0,62}$'),
  title text not null,
  plural_title text not null,
  icon text not null default 'box',
  position integer not null default 100,
  created_at timestamptz not null default now(),
  primary key (org_id, identifier)
);
call protect_tenant_table('blueprints');
call expose_to_query_role('blueprints');

create table sources (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('git', 'files', 'paste', 'api', 'action', 'seed')),
  name text not null,
  location text not null,
  revision text,
  last_imported_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, kind, location)
);
call protect_tenant_table('sources');

create table entities (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  blueprint text not null,
  identifier text not null check (length(identifier) between 1 and 200),
  title text not null,
  description text,
  owner_ref text,
  owner_id uuid,
  lifecycle text,
  type text,
  tags text[] not null default '{}',
  labels jsonb not null default '{}',
  annotations jsonb not null default '{}',
  links jsonb not null default '[]',
  properties jsonb not null default '{}',
  source_id uuid,
  origin jsonb,
  content_hash text not null,
  search_text text not null,
  is_archived boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, blueprint, identifier),
  foreign key (org_id, blueprint) references blueprints (org_id, identifier),
  foreign key (org_id, source_id) references sources (org_id, id)
);
create index entities_title on entities (org_id, blueprint, title, id);
-- The list of everything.
create index entities_all_titles on entities (org_id, title, id);
create index entities_owner on entities (org_id, owner_id);
create index entities_dangling_owner on entities (org_id, owner_ref) where owner_id is null;
create index entities_search on entities using gin (org_id, search_text gin_trgm_ops);
create index entities_tags on entities using gin (org_id, tags);
create index entities_facets on entities (org_id, blueprint, type, lifecycle, owner_ref);
call protect_tenant_table('entities');
call expose_to_query_role('entities');

-- The forward direction only; the other direction is the same row found by its end. A relation whose end does not exist (yet) is kept
-- with to_id null and joined up when the entity arrives.
create table relations (
  org_id uuid not null references orgs,
  from_id uuid not null,
  type text not null,
  to_blueprint text not null,
  to_identifier text not null,
  to_id uuid,
  primary key (org_id, from_id, type, to_blueprint, to_identifier),
  foreign key (org_id, from_id) references entities (org_id, id) on delete cascade
);
create index relations_end on relations (org_id, to_id, type);
create index relations_dangling on relations (org_id, to_blueprint, to_identifier) where to_id is null;
call protect_tenant_table('relations');
call expose_to_query_role('relations');

create table entity_versions (
  org_id uuid not null references orgs,
  entity_id uuid not null,
  version integer not null,
  at timestamptz not null default now(),
  actor_kind text not null,
  actor_name text not null,
  door text not null,
  source_id uuid,
  document jsonb not null,
  primary key (org_id, entity_id, version),
  foreign key (org_id, entity_id) references entities (org_id, id) on delete cascade
);
create index entity_versions_at on entity_versions (org_id, at desc);
call protect_tenant_table('entity_versions', 'select, insert');

-- To statistics, an organization that has just arrived has no rows: a plan made from them reads all of its relations once per entity.
-- Called after a large import, in its transaction, whose rows it counts. Whoever analyzes at the moment is not waited for.
create function refresh_catalog_statistics() returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  analyze (skip_locked) entities (org_id, id, blueprint, identifier, owner_id), relations (org_id, from_id, type, to_id);
end $$;
revoke all on function refresh_catalog_statistics from public;
grant execute on function refresh_catalog_statistics to causeway_app;
