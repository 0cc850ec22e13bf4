-- Renewing statistics was a seventh of a first import. A sample a fifth as large tells a plan that joins thousands of rows from one for a
-- few just as well, and the database renews all of them by itself soon after.
create or replace function refresh_catalog_statistics() returns void language plpgsql security definer
  set search_path = pg_catalog, public set default_statistics_target = 20 as $$
begin
  analyze (skip_locked) entities (org_id, id, blueprint, identifier, owner_id), relations (org_id, from_id, type, to_id);
end $$;
