-- Keys with scopes, and service accounts.

-- An actor that is no person: its keys outlive whoever made them, and its role is its own.
create table service_accounts (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 120),
  purpose text not null default '' check (length(purpose) <= 500),
  role text not null check (role in ('viewer', 'member', 'admin')),
  created_by uuid references people,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  primary key (org_id, id)
);
create unique index service_accounts_name on service_accounts (org_id, lower(name));
call protect_tenant_table('service_accounts');

-- Scopes are fixed when the key is made: a permission that a role gets later is not the key's. Null: a key from before there were scopes.
alter table api_keys
  add column scopes text[] check (cardinality(scopes) > 0),
  add column service_account_id uuid,
  add column last_used_from text check (last_used_from in ('this machine', 'private network', 'internet')),
  add foreign key (org_id, service_account_id) references service_accounts (org_id, id);
create index api_keys_service_account on api_keys (org_id, service_account_id) where service_account_id is not null;

do $$ begin execute format('create policy key_lookup on service_accounts for select to %I using (true)', current_user); end $$;

-- A key of a person has the lower of its own role and its creator's now; a key of a service account, of its own and the account's.
-- The use is written down at most once a minute.
drop function find_api_key(bytea);
create function find_api_key(hash bytea, used_from text)
  returns table (org_id uuid, org_slug text, org_name text, time_zone text, key_id uuid, key_name text, role text, scopes text[],
    service_account_id uuid, service_account_name text)
  language sql security definer set search_path = pg_catalog, public as $$
  with used as (
    update api_keys k set last_used_at = now(), last_used_from = used_from
    where k.token_hash = hash and k.revoked_at is null and k.expires_at > now()
      and (k.last_used_at is null or k.last_used_at <= now() - interval '1 minute')
  )
  select o.org_id, o.slug, o.name, o.time_zone, k.id, k.name,
    case when 'viewer' in (k.role, coalesce(s.role, m.role)) then 'viewer' when 'member' in (k.role, coalesce(s.role, m.role)) then 'member' else 'admin' end,
    k.scopes, s.id, s.name
  from api_keys k join orgs o on o.org_id = k.org_id
    left join memberships m on k.service_account_id is null and m.org_id = k.org_id and m.person_id = k.created_by
    left join service_accounts s on s.org_id = k.org_id and s.id = k.service_account_id and s.disabled_at is null
  where k.token_hash = hash and k.revoked_at is null and k.expires_at > now() and coalesce(s.role, m.role) is not null
$$;
revoke all on function find_api_key from public;
grant execute on function find_api_key to causeway_app;
