-- Finding things: views that come back, and owners in what is searched.

-- A view that was deleted can be brought back for some days: whoever deletes one that others use has made a mistake at once for all of them.
alter table saved_views add column deleted_at timestamptz;

-- What is deleted takes no name and is no default.
drop index saved_views_name;
drop index saved_views_default;
create unique index saved_views_name on saved_views (org_id, list, audience, person_id, team_id, lower(name))
  nulls not distinct where deleted_at is null;
create unique index saved_views_default on saved_views (org_id, list, audience, person_id, team_id, blueprint)
  nulls not distinct where is_default and deleted_at is null;

-- What is searched holds whose an entity is, behind a sign that nothing else has: an inherited owner comes and goes without the rest.
do $$
declare org uuid;
begin
  for org in select o.org_id from orgs o loop
    perform set_config('app.org', org::text, true);
    update entities set search_text = translate(search_text, chr(31), ' ') || chr(31) || lower(substr(owner_ref, strpos(owner_ref, ':') + 1))
      where org_id = org and owner_ref is not null;
  end loop;
  perform set_config('app.org', '', true);
end $$;
