-- How many entities there are, of each kind and of each value of a facet, kept in the transaction of every write. Counting them when somebody
-- asks takes longer the more there are.
--
-- A count is the sum of its slots. Each writing transaction has a slot of its organization for itself, so that two imports neither wait for
-- each other here nor lock each other's rows in both orders; alone, a writer always has slot 0, so there are hardly more rows than counts.
create table entity_counts (
  org_id uuid not null references orgs,
  blueprint text not null,
  facet text not null check (facet in ('all', 'type', 'lifecycle', 'owner', 'tag')),
  -- Empty for all; 'none' for entities without an owner.
  value text not null,
  slot smallint not null,
  count integer not null,
  primary key (org_id, blueprint, facet, value, slot)
) with (fillfactor = 70);
call protect_tenant_table('entity_counts', 'select, insert, update');
call expose_to_query_role('entity_counts');

create function counted_values(type text, lifecycle text, owner_ref text, tags text[]) returns table (facet text, value text)
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select f.facet, f.value from (values ('all', ''), ('type', type), ('lifecycle', lifecycle), ('owner', coalesce(owner_ref, 'none'))) as f (facet, value)
    where f.value is not null
  union all select distinct 'tag', t from unnest(tags) as t
$$;

create function free_count_slot(org uuid) returns smallint language plpgsql set search_path = pg_catalog as $$
declare slot smallint := 0;
begin
  -- Held to the end of the transaction, and given again to whoever holds it already.
  while not pg_try_advisory_xact_lock(hashtextextended('entity counts ' || org::text, slot)) loop slot := slot + 1; end loop;
  return slot;
end $$;

create function count_arrived() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare org uuid; own smallint;
begin
  for org in select distinct org_id from arrived loop
    own := free_count_slot(org);
    insert into entity_counts as c (org_id, blueprint, facet, value, slot, count)
      select org, r.blueprint, v.facet, v.value, own, sum(r.change)
      from (select 1 as change, org_id, blueprint, type, lifecycle, owner_ref, tags, is_archived from arrived) as r cross join lateral counted_values(r.type, r.lifecycle, r.owner_ref, r.tags) as v
      where r.org_id = org and not r.is_archived group by r.blueprint, v.facet, v.value having sum(r.change) <> 0
      on conflict (org_id, blueprint, facet, value, slot) do update set count = c.count + excluded.count;
  end loop;
  return null;
end $$;

create function count_gone() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare org uuid; own smallint;
begin
  for org in select distinct org_id from gone loop
    own := free_count_slot(org);
    insert into entity_counts as c (org_id, blueprint, facet, value, slot, count)
      select org, r.blueprint, v.facet, v.value, own, sum(r.change)
      from (select -1 as change, org_id, blueprint, type, lifecycle, owner_ref, tags, is_archived from gone) as r cross join lateral counted_values(r.type, r.lifecycle, r.owner_ref, r.tags) as v
      where r.org_id = org and not r.is_archived group by r.blueprint, v.facet, v.value having sum(r.change) <> 0
      on conflict (org_id, blueprint, facet, value, slot) do update set count = c.count + excluded.count;
  end loop;
  return null;
end $$;

create function count_changed() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare org uuid; own smallint;
begin
  for org in select distinct org_id from arrived union select org_id from gone loop
    own := free_count_slot(org);
    insert into entity_counts as c (org_id, blueprint, facet, value, slot, count)
      select org, r.blueprint, v.facet, v.value, own, sum(r.change)
      from (select 1 as change, org_id, blueprint, type, lifecycle, owner_ref, tags, is_archived from arrived union all select -1, org_id, blueprint, type, lifecycle, owner_ref, tags, is_archived from gone) as r cross join lateral counted_values(r.type, r.lifecycle, r.owner_ref, r.tags) as v
      where r.org_id = org and not r.is_archived group by r.blueprint, v.facet, v.value having sum(r.change) <> 0
      on conflict (org_id, blueprint, facet, value, slot) do update set count = c.count + excluded.count;
  end loop;
  return null;
end $$;

create trigger count_arrived after insert on entities referencing new table as arrived for each statement execute function count_arrived();
create trigger count_gone after delete on entities referencing old table as gone for each statement execute function count_gone();
create trigger count_changed after update on entities referencing old table as gone new table as arrived for each statement execute function count_changed();

-- What is there already.
do $$
declare org uuid;
begin
  for org in select o.org_id from orgs o loop
    perform set_config('app.org', org::text, true);
    insert into entity_counts (org_id, blueprint, facet, value, slot, count)
      select org, e.blueprint, v.facet, v.value, 0, count(*)
      from entities e cross join lateral counted_values(e.type, e.lifecycle, e.owner_ref, e.tags) as v
      where e.org_id = org and not e.is_archived group by e.blueprint, v.facet, v.value;
  end loop;
  perform set_config('app.org', '', true);
end $$;
