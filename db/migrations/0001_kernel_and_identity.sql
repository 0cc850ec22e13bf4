-- The tenant and what every other table leans on. Roles are created by db/migrate.ts before this runs:
--   causeway_app    what web and worker connect as; row-level security applies to it
--   causeway_query  read-only; runs compiled catalog queries, which put org_id on every relation themselves
--   causeway_jobs   owns the queue's schema
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

revoke create on schema public from public;
grant usage on schema public to causeway_app, causeway_query, causeway_jobs;

-- The organization of the current transaction, or null. A rolled-back set_config leaves '', hence nullif.
create function current_org() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.org', true), '')::uuid;
create function current_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;

-- Every tenant table is protected by one call, so that no table can be protected differently by accident.
create procedure protect_tenant_table(target regclass, privileges text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s to causeway_app using (org_id = current_org()) with check (org_id = current_org())', target);
  execute format('grant %s on %s to causeway_app', privileges, target);
end $$;

-- Only the catalog's tables: the compiler of the query language is the only user of this role.
create procedure expose_to_query_role(target regclass) language plpgsql as $$
begin
  execute format('create policy compiled_queries on %s for select to causeway_query using (true)', target);
  execute format('grant select on %s to causeway_query', target);
end $$;

create table orgs (
  org_id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
  name text not null check (length(name) between 1 and 120),
  time_zone text not null default 'UTC',
  next_run_number integer not null default 1,
  created_at timestamptz not null default now()
);

-- People exist once, whatever the number of organizations they work in; they are read through memberships.
create table people (
  id uuid primary key default uuidv7(),
  email text not null check (length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 120),
  password_hash text,
  created_at timestamptz not null default now()
);
create unique index people_email on people (lower(email));
grant select, insert, update on people to causeway_app;

create table memberships (
  org_id uuid not null references orgs,
  person_id uuid not null references people,
  role text not null check (role in ('viewer', 'member', 'admin')),
  team_ref text,
  created_at timestamptz not null default now(),
  primary key (org_id, person_id)
);
create index memberships_person on memberships (person_id);
call protect_tenant_table('memberships');
-- A signed-in person may find the organizations they belong to before one is chosen.
create policy own_memberships on memberships for select to causeway_app using (person_id = current_person());

alter table orgs enable row level security;
alter table orgs force row level security;
create policy tenant on orgs to causeway_app using (org_id = current_org()) with check (org_id = current_org());
create policy own_orgs on orgs for select to causeway_app
  using (exists (select 1 from memberships m where m.org_id = orgs.org_id and m.person_id = current_person()));
grant select, insert, update on orgs to causeway_app;

create table sessions (
  id uuid primary key default uuidv7(),
  token_hash bytea not null unique,
  person_id uuid not null references people,
  user_agent text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_person on sessions (person_id);
grant select, insert, update on sessions to causeway_app;

create table sign_in_links (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('demo', 'setup')),
  person_id uuid references people,
  org_id uuid references orgs,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  check (purpose = 'setup' or person_id is not null)
);
grant select, insert, update on sign_in_links to causeway_app;

-- Failed sign-ins, counted per bucket and minute so that guessing is slow and nobody is locked out for long.
create table sign_in_attempts (
  bucket text not null,
  window_at timestamptz not null,
  attempts integer not null,
  primary key (bucket, window_at)
);
grant select, insert, update, delete on sign_in_attempts to causeway_app;

create table api_keys (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 120),
  prefix text not null,
  token_hash bytea not null unique,
  role text not null check (role in ('viewer', 'member', 'admin')),
  created_by uuid not null references people,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id)
);
call protect_tenant_table('api_keys');
-- A key names its organization, so it is looked up before the organization is known. Whoever created it may have lost rights since:
-- the effective role is the lower of the key's and its creator's now.
do $$ begin execute format('create policy key_lookup on api_keys to %I using (true)', current_user);
           execute format('create policy key_lookup on memberships for select to %I using (true)', current_user);
           execute format('create policy key_lookup on orgs for select to %I using (true)', current_user); end $$;
create function find_api_key(hash bytea)
  returns table (org_id uuid, org_slug text, org_name text, time_zone text, key_id uuid, key_name text, role text)
  language sql security definer set search_path = pg_catalog, public as $$
  with key as (
    update api_keys k set last_used_at = case when k.last_used_at > now() - interval '1 minute' then k.last_used_at else now() end
    where k.token_hash = hash and k.revoked_at is null and k.expires_at > now()
    returning k.*
  )
  select o.org_id, o.slug, o.name, o.time_zone, k.id, k.name,
    case when 'viewer' in (k.role, m.role) then 'viewer' when 'member' in (k.role, m.role) then 'member' else 'admin' end
  from key k join orgs o on o.org_id = k.org_id join memberships m on m.org_id = k.org_id and m.person_id = k.created_by
$$;
revoke all on function find_api_key from public;
grant execute on function find_api_key to causeway_app;
-- First start: is there any organization at all?
create function has_any_org() returns boolean language sql security definer set search_path = pg_catalog, public
  as $$ select exists (select 1 from orgs) $$;
revoke all on function has_any_org from public;
grant execute on function has_any_org to causeway_app;

create table audit_entries (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  at timestamptz not null default now(),
  operation text not null,
  door text not null,
  actor_kind text not null,
  actor_id text,
  actor_name text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_name text not null,
  before jsonb,
  after jsonb,
  request_id text not null,
  primary key (org_id, id)
);
call protect_tenant_table('audit_entries', 'select, insert');

-- What happened, written with what happened. Read by live streams and by jobs. `transaction_id` lets a listener read exactly the rows
-- of the commit that it was notified of, however commits and identities interleave.
create table outbox_events (
  org_id uuid not null references orgs,
  id bigint generated always as identity,
  transaction_id xid8 not null default pg_current_xact_id(),
  topic text not null,
  subject_id text not null,
  payload jsonb not null default '{}',
  at timestamptz not null default now(),
  primary key (org_id, id)
);
create index outbox_events_transaction on outbox_events (org_id, transaction_id);
call protect_tenant_table('outbox_events', 'select, insert');
