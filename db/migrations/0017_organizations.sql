-- What happens to an organization's address, and to all of its rows when it is deleted (docs/decisions/0017).

-- An organization that is to be deleted is gone for everybody but its admins, who can bring it back until `erase_at`.
alter table orgs
  add column deleted_at timestamptz,
  add column erase_at timestamptz,
  add check ((deleted_at is null) = (erase_at is null));

-- Addresses that an organization had. They lead its members to the new one, and nobody else can ever take them.
create table former_slugs (
  org_id uuid not null references orgs,
  slug text not null,
  given_up_at timestamptz not null default now(),
  primary key (org_id, slug)
);
create index former_slugs_slug on former_slugs (slug);
call protect_tenant_table('former_slugs');
create policy own_former_slugs on former_slugs for select to causeway_app
  using (exists (select 1 from memberships m where m.org_id = former_slugs.org_id and m.person_id = current_person()));
do $$ begin execute format('create policy key_lookup on former_slugs for select to %I using (true)', current_user); end $$;

-- Addresses of organizations that were erased, as hashes: links in other people's documents still point there.
create table erased_slugs (
  slug_hash bytea primary key,
  erased_at timestamptz not null default now()
);

-- After the row is written, so that the unique index has made it wait for whoever is giving the address up at this moment.
create function refuse_former_slug() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select 1 from former_slugs f where f.slug = new.slug and f.org_id <> new.org_id)
    or exists (select 1 from erased_slugs e where e.slug_hash = sha256(convert_to(new.slug, 'UTF8'))) then
    raise unique_violation using message = 'the address was another organization''s', constraint = 'orgs_slug_key';
  end if;
  return null;
end $$;
revoke all on function refuse_former_slug from public;
create trigger refuse_former_slug after insert or update of slug on orgs for each row execute function refuse_former_slug();

-- Nothing opens an organization that is to be deleted.
create or replace function find_api_key(hash bytea, used_from text)
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
  from api_keys k join orgs o on o.org_id = k.org_id and o.deleted_at is null
    left join memberships m on k.service_account_id is null and m.org_id = k.org_id and m.person_id = k.created_by
    left join service_accounts s on s.org_id = k.org_id and s.id = k.service_account_id and s.disabled_at is null
  where k.token_hash = hash and k.revoked_at is null and k.expires_at > now() and coalesce(s.role, m.role) is not null
$$;
-- Senders do not follow redirects: a delivery to a former address is taken.
create or replace function find_webhook(slug text, webhook_id uuid) returns table (org_id uuid)
  language sql security definer set search_path = pg_catalog, public as $$
  select w.org_id from webhooks w join orgs o on o.org_id = w.org_id and o.deleted_at is null
  where w.id = webhook_id and (o.slug = find_webhook.slug
    or exists (select 1 from former_slugs f where f.org_id = w.org_id and f.slug = find_webhook.slug))
$$;
create or replace function find_invitation(hash bytea)
  returns table (org_id uuid, org_slug text, org_name text, time_zone text, id uuid, email text, role text, invited_by_name text, expires_at timestamptz)
  language sql security definer set search_path = pg_catalog, public as $$
  select o.org_id, o.slug, o.name, o.time_zone, i.id, i.email, i.role, i.invited_by_name, i.expires_at
  from invitations i join orgs o on o.org_id = i.org_id and o.deleted_at is null
  where i.token_hash = hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
$$;

-- Open streams of everybody in it end at once.
create function announce_deleted_org() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  perform pg_notify('causeway_access', json_build_object('person', '', 'key', '', 'org', new.org_id)::text);
  return null;
end $$;
create trigger announce_deleted after update of deleted_at on orgs for each row execute function announce_deleted_org();

-- Erasing reaches also what is only added to, so it cannot be done as the app. The owner is held to one organization like everybody:
-- every table, this one's and later ones', lets it see and remove the rows of the current organization and no others.
create or replace procedure protect_tenant_table(target regclass, privileges text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s to causeway_app using (org_id = current_org()) with check (org_id = current_org())', target);
  execute format('create policy erasure on %s to %I using (org_id = current_org())', target, current_user);
  execute format('grant %s on %s to causeway_app', privileges, target);
end $$;
do $$
declare target regclass;
begin
  for target in select p.polrelid::regclass from pg_policy p where p.polname = 'tenant' loop
    execute format('create policy erasure on %s to %I using (org_id = current_org())', target, current_user);
  end loop;
end $$;

-- Whose time is over.
create function orgs_to_erase() returns table (org_id uuid, slug text, seq bigint, hash text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select o.org_id, o.slug, coalesce(s.seq, 0), coalesce(encode(s.hash, 'hex'), '') from orgs o
  left join lateral (select seq, hash from audit_seals a where a.org_id = o.org_id order by seq desc limit 1) s on true
  where o.erase_at <= now() order by o.erase_at
$$;

-- Removes up to `batch` rows of an organization whose time is over, from the first table that has some; at the end the organization
-- itself. Which tables there are is read from the catalog of the database: everything that references an organization.
-- Returns how many rows went; 0 means that nothing is left.
create function erase_org_rows(org uuid, batch integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  target record;
  erased integer;
  blocked text := '';
begin
  perform set_config('app.org', org::text, true);
  if not exists (select 1 from orgs o where o.org_id = org) then return 0; end if;
  if not exists (select 1 from orgs o where o.org_id = org and o.erase_at <= now()) then
    raise exception 'this organization is not to be erased now';
  end if;
  insert into erased_slugs (slug_hash)
    select sha256(convert_to(slug, 'UTF8')) from (select o.slug from orgs o where o.org_id = org
      union select f.slug from former_slugs f where f.org_id = org) gone
    on conflict do nothing;
  for target in
    select c.oid::regclass as name, a.attname as reference
    from pg_constraint f join pg_class c on c.oid = f.conrelid and c.relkind = 'r' join pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1]
    where f.contype = 'f' and f.confrelid = 'orgs'::regclass and cardinality(f.conkey) = 1 order by c.oid desc
  loop
    begin
      execute format('delete from %s where ctid = any (array(select ctid from %s where %I = $1 limit $2))', target.name, target.name, target.reference)
        using org, batch;
      get diagnostics erased = row_count;
      if erased > 0 then return erased; end if;
    exception when foreign_key_violation then
      -- Something else has to go first; it comes later in this list.
      blocked := target.name;
    end;
  end loop;
  if blocked <> '' then raise exception 'rows of % are referred to by what cannot be erased', blocked; end if;
  delete from orgs o where o.org_id = org;
  return 1;
end $$;
revoke all on function orgs_to_erase, erase_org_rows from public;
grant execute on function orgs_to_erase, erase_org_rows to causeway_jobs;
