-- A view that was deleted can be brought back for some days: whoever deletes one that others use has made a mistake at once for all of them.
alter table saved_views add column deleted_at timestamptz;

-- What is deleted takes no name and is no default.
drop index saved_views_name;
drop index saved_views_default;
create unique index saved_views_name on saved_views (org_id, list, audience, person_id, team_id, lower(name))
  nulls not distinct where deleted_at is null;
create unique index saved_views_default on saved_views (org_id, list, audience, person_id, team_id, blueprint)
  nulls not distinct where is_default and deleted_at is null;
