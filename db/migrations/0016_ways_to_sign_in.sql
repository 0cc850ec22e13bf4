-- How people come in: accounts at providers, invitations, and links that set a new password.

-- An account at a provider that signs a person in. What it is recognized by is the issuer and the subject, never the e-mail address: that
-- may be somebody else's tomorrow. Address and login are what the provider said last, for people to read.
create table identities (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people,
  provider text not null check (provider in ('oidc', 'github', 'google')),
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 255),
  email text check (length(email) <= 254),
  is_email_verified boolean not null default false,
  login text check (length(login) <= 255),
  linked_at timestamptz not null default now(),
  last_used_at timestamptz,
  unique (issuer, subject)
);
create index identities_person on identities (person_id);
grant select, insert, update, delete on identities to causeway_app;

-- A way to a provider and back. The browser has a secret in a cookie; PKCE verifier and nonce are made from it and stored nowhere.
create table sign_in_flows (
  state_hash bytea primary key,
  browser_hash bytea not null,
  provider text not null check (provider in ('oidc', 'github', 'google')),
  purpose text not null check (purpose in ('sign-in', 'link', 'invitation', 'setup')),
  person_id uuid references people,
  intent jsonb not null default '{}',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((purpose = 'link') = (person_id is not null))
);
create index sign_in_flows_expires on sign_in_flows (expires_at);
grant select, insert, delete on sign_in_flows to causeway_app;

alter table sign_in_links drop constraint sign_in_links_purpose_check;
alter table sign_in_links add check (purpose in ('demo', 'setup', 'password'));

create table invitations (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  email text not null check (length(email) between 3 and 254),
  role text not null check (role in ('viewer', 'member', 'admin')),
  token_hash bytea not null unique,
  invited_by uuid references people,
  invited_by_name text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references people,
  revoked_at timestamptz,
  mailed_at timestamptz,
  primary key (org_id, id),
  check (accepted_at is null or revoked_at is null),
  check ((accepted_at is null) = (accepted_by is null))
);
create unique index invitations_open on invitations (org_id, lower(email)) where accepted_at is null and revoked_at is null;
call protect_tenant_table('invitations');
-- Whoever has the link is not a member of anything yet: it is looked up before the organization is known.
do $$ begin execute format('create policy key_lookup on invitations for select to %I using (true)', current_user); end $$;
create function find_invitation(hash bytea)
  returns table (org_id uuid, org_slug text, org_name text, time_zone text, id uuid, email text, role text, invited_by_name text, expires_at timestamptz)
  language sql security definer set search_path = pg_catalog, public as $$
  select o.org_id, o.slug, o.name, o.time_zone, i.id, i.email, i.role, i.invited_by_name, i.expires_at
  from invitations i join orgs o on o.org_id = i.org_id
  where i.token_hash = hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
$$;
revoke all on function find_invitation from public;
grant execute on function find_invitation to causeway_app;

-- An admin may make a password link only for somebody who works nowhere else: the link gives the whole person.
create function works_elsewhere(person uuid, org uuid) returns boolean
  language sql security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from memberships m where m.person_id = person and m.org_id <> org)
$$;
revoke all on function works_elsewhere from public;
grant execute on function works_elsewhere to causeway_app;
