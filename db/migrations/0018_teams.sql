-- Teams are who works together, in a tree. They are no rows of the catalog and give no rights: what a catalog file says about groups
-- cannot put anybody into one (docs/decisions/0020).
create table teams (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  parent_id uuid,
  name text not null check (length(name) between 1 and 80),
  description text not null default '' check (length(description) <= 500),
  -- The catalog's group that this team is, such as group:payments; and why somebody could say so.
  group_ref text check (group_ref like 'group:%' and length(group_ref) <= 300),
  group_evidence text check (group_evidence in ('same name', 'chosen')),
  group_linked_by text,
  group_linked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, parent_id) references teams (org_id, id),
  check (parent_id <> id),
  check ((group_ref is null) = (group_evidence is null) and (group_ref is null) = (group_linked_at is null))
);
create unique index teams_name on teams (org_id, lower(name));
create unique index teams_group on teams (org_id, group_ref) where group_ref is not null;
create index teams_parent on teams (org_id, parent_id);
call protect_tenant_table('teams');

-- Whoever is no longer a member of the organization is in none of its teams.
create table team_members (
  org_id uuid not null references orgs,
  team_id uuid not null,
  person_id uuid not null,
  added_at timestamptz not null default now(),
  primary key (org_id, team_id, person_id),
  foreign key (org_id, team_id) references teams (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references memberships (org_id, person_id) on delete cascade
);
create index team_members_person on team_members (org_id, person_id);
call protect_tenant_table('team_members');
