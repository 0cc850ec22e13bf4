-- A saved view is a name for the state of a list: filter, order, groups, columns. It is a person's own, a team's, or the organization's.
create table saved_views (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  list text not null check (list in ('catalog')),
  name text not null check (length(name) between 1 and 80),
  audience text not null check (audience in ('mine', 'team', 'org')),
  -- Whose it is: it goes when they leave. A view of the organization belongs to nobody.
  person_id uuid,
  team_id uuid,
  -- The kind that it lists; null lists every kind.
  blueprint text,
  state jsonb not null,
  is_default boolean not null default false,
  created_by_name text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, person_id) references memberships (org_id, person_id) on delete cascade,
  foreign key (org_id, team_id) references teams (org_id, id) on delete cascade,
  check ((audience = 'mine') = (person_id is not null) and (audience = 'team') = (team_id is not null))
);
create unique index saved_views_name on saved_views (org_id, list, audience, person_id, team_id, lower(name)) nulls not distinct;
-- At most one default for each kind among the views of a person, a team, the organization.
create unique index saved_views_default on saved_views (org_id, list, audience, person_id, team_id, blueprint) nulls not distinct where is_default;
create index saved_views_person on saved_views (org_id, person_id);
create index saved_views_team on saved_views (org_id, team_id);
call protect_tenant_table('saved_views');
