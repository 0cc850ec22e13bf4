-- One import and what it had to say about each thing it met.
create table imports (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  source_id uuid,
  source_kind text not null,
  source_name text not null,
  source_location text not null,
  revision text,
  actor_name text not null,
  created_count integer not null,
  changed_count integer not null,
  unchanged_count integer not null,
  refused_count integer not null,
  file_count integer not null,
  started_at timestamptz not null,
  finished_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, source_id) references sources (org_id, id)
);
create index imports_finished on imports (org_id, finished_at desc);
call protect_tenant_table('imports', 'select, insert');

create table import_lines (
  org_id uuid not null references orgs,
  import_id uuid not null,
  position integer not null,
  verdict text not null check (verdict in ('mapped', 'kept', 'refused', 'skipped')),
  file text not null,
  line integer,
  path text,
  entity_ref text,
  what text not null,
  why text,
  primary key (org_id, import_id, position),
  foreign key (org_id, import_id) references imports (org_id, id)
);
call protect_tenant_table('import_lines', 'select, insert');
