-- What lists count by, of every entity that is not archived, in rows a quarter as long: counting what many entities have in common reads them
-- all, and most of an entity is its documents. Kept in the transaction of every write, and only touched when one of these columns changes.
create table listed_entities (
  org_id uuid not null references orgs,
  blueprint text not null,
  id uuid not null,
  type text,
  lifecycle text,
  owner_ref text,
  tags text[] not null,
  search_text text not null,
  -- The newest of a kind are met first: what many have in common is met as often there as elsewhere, and nothing points at them yet.
  primary key (org_id, blueprint, id)
);
call protect_tenant_table('listed_entities');
call expose_to_query_role('listed_entities');
alter table listed_entities alter constraint listed_entities_org_id_fkey not enforced;

create function list_arrived() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into listed_entities (org_id, blueprint, id, type, lifecycle, owner_ref, tags, search_text)
    select org_id, blueprint, id, type, lifecycle, owner_ref, tags, search_text from arrived where not is_archived;
  return null;
end $$;

-- Sets are compared and not joined: a join planned for one row would be quadratic for thousands.
create function list_changed() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if exists (select 1 from arrived where is_archived) then
    delete from listed_entities l using arrived a where l.org_id = a.org_id and l.blueprint = a.blueprint and l.id = a.id and a.is_archived;
  end if;
  insert into listed_entities as l (org_id, blueprint, id, type, lifecycle, owner_ref, tags, search_text)
    select org_id, blueprint, id, type, lifecycle, owner_ref, tags, search_text from arrived where not is_archived
    except select org_id, blueprint, id, type, lifecycle, owner_ref, tags, search_text from gone where not is_archived
    on conflict (org_id, blueprint, id) do update set type = excluded.type, lifecycle = excluded.lifecycle, owner_ref = excluded.owner_ref,
      tags = excluded.tags, search_text = excluded.search_text;
  return null;
end $$;

create function list_gone() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  delete from listed_entities l using gone g where l.org_id = g.org_id and l.blueprint = g.blueprint and l.id = g.id;
  return null;
end $$;

create trigger list_arrived after insert on entities referencing new table as arrived for each statement execute function list_arrived();
create trigger list_changed after update on entities referencing old table as gone new table as arrived for each statement execute function list_changed();
create trigger list_gone after delete on entities referencing old table as gone for each statement execute function list_gone();

-- What is there already.
do $$
declare org uuid;
begin
  for org in select o.org_id from orgs o loop
    perform set_config('app.org', org::text, true);
    insert into listed_entities (org_id, blueprint, id, type, lifecycle, owner_ref, tags, search_text)
      select org_id, blueprint, id, type, lifecycle, owner_ref, tags, search_text from entities e where e.org_id = org and not e.is_archived;
  end loop;
  perform set_config('app.org', '', true);
end $$;
