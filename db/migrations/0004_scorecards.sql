-- A rule is a query with a level and a remedy. Results are written in the transaction that changed the entity.
create table scorecards (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  identifier text not null,
  title text not null,
  description text not null,
  filter_text text not null,
  filter_query jsonb not null,
  levels jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, identifier)
);
call protect_tenant_table('scorecards');

create table scorecard_rules (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  scorecard_id uuid not null,
  identifier text not null,
  title text not null,
  description text not null,
  level smallint not null check (level between 1 and 9),
  position smallint not null,
  query_text text not null,
  query jsonb not null,
  remedy text not null,
  remedy_action text,
  primary key (org_id, id),
  unique (org_id, scorecard_id, identifier),
  foreign key (org_id, scorecard_id) references scorecards (org_id, id) on delete cascade
);
call protect_tenant_table('scorecard_rules');

-- One row per scored entity and scorecard, with the state of each rule by its identifier: as rows of their own the states would be
-- most of what a large import has to write.
create table scorecard_levels (
  org_id uuid not null references orgs,
  scorecard_id uuid not null,
  entity_id uuid not null,
  level smallint not null,
  states jsonb not null,
  passed smallint not null,
  total smallint not null,
  -- How many rules of the next level do not pass; 0 at the highest.
  to_next smallint not null,
  evaluated_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (org_id, scorecard_id, entity_id),
  foreign key (org_id, scorecard_id) references scorecards (org_id, id) on delete cascade,
  foreign key (org_id, entity_id) references entities (org_id, id) on delete cascade
);
create index scorecard_levels_entity on scorecard_levels (org_id, entity_id);
create index scorecard_levels_level on scorecard_levels (org_id, scorecard_id, level);
call protect_tenant_table('scorecard_levels');

-- The history of levels. from_level is null for the first evaluation, to_level when the filter no longer matches the entity.
create table level_changes (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  scorecard_id uuid not null,
  entity_id uuid not null,
  from_level smallint,
  to_level smallint,
  at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, scorecard_id) references scorecards (org_id, id) on delete cascade,
  foreign key (org_id, entity_id) references entities (org_id, id) on delete cascade
);
create index level_changes_at on level_changes (org_id, at desc);
create index level_changes_history on level_changes (org_id, scorecard_id, entity_id, at);
create index level_changes_entity on level_changes (org_id, entity_id);
call protect_tenant_table('level_changes', 'select, insert');
