-- An import asked the database eleven times per entity whether what its rows point at is there: its organization, kind, source, entity and
-- scorecard. The organization is held by row-level security, and by the audit entry that every command writes; the source by the statement
-- that notes it, and none is ever deleted; the entity was written by the same transaction. The references stay declared, for whoever reads
-- them: erasing an organization does. What else they did is done below, once per statement.
alter table entities alter constraint entities_org_id_fkey not enforced;
alter table entities alter constraint entities_org_id_blueprint_fkey not enforced;
alter table entities alter constraint entities_org_id_source_id_fkey not enforced;
alter table entity_versions alter constraint entity_versions_org_id_fkey not enforced;
alter table entity_versions alter constraint entity_versions_org_id_entity_id_fkey not enforced;
alter table scorecard_levels alter constraint scorecard_levels_org_id_fkey not enforced;
alter table scorecard_levels alter constraint scorecard_levels_org_id_scorecard_id_fkey not enforced;
alter table scorecard_levels alter constraint scorecard_levels_org_id_entity_id_fkey not enforced;
alter table level_changes alter constraint level_changes_org_id_fkey not enforced;
alter table level_changes alter constraint level_changes_org_id_scorecard_id_fkey not enforced;
alter table level_changes alter constraint level_changes_org_id_entity_id_fkey not enforced;
alter table entity_counts alter constraint entity_counts_org_id_fkey not enforced;

-- Every entity has a kind: held to the end of the transaction, as a reference would.
create function hold_kinds() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare missing text;
begin
  with used as (select distinct org_id, blueprint from arrived),
    held as (select b.org_id, b.identifier from blueprints b join used u on u.org_id = b.org_id and u.blueprint = b.identifier for key share of b)
  select string_agg(u.blueprint, ', ') into missing from used u
    where not exists (select 1 from held h where h.org_id = u.org_id and h.identifier = u.blueprint);
  if missing is not null then
    raise foreign_key_violation using message = format('there is no blueprint %s', missing);
  end if;
  return null;
end $$;
create trigger hold_kinds after insert on entities referencing new table as arrived for each statement execute function hold_kinds();

create function keep_used_kinds() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare used text;
begin
  select g.identifier into used from gone g
    where exists (select 1 from entities e where e.org_id = g.org_id and e.blueprint = g.identifier) limit 1;
  if used is not null then
    raise foreign_key_violation using message = format('there are entities of the blueprint %s', used);
  end if;
  return null;
end $$;
create trigger keep_used_kinds after delete on blueprints referencing old table as gone for each statement execute function keep_used_kinds();

-- Whoever evaluates holds this lock, so no score can be written for what is deleted at the same time.
create function wait_for_evaluations(org uuid) returns void language sql set search_path = pg_catalog
  as $$ select pg_advisory_xact_lock(hashtextextended('scorecards ' || org::text, 0)) $$;

-- What belongs to entities goes with them, as the owner: nobody else may delete history.
drop trigger forget_relations on entities;
drop function forget_relations;
create function forget_entities() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform wait_for_evaluations(g.org_id) from (select distinct org_id from gone) g;
  delete from relations r using gone g where r.org_id = g.org_id and r.from_id = g.id;
  delete from entity_versions v using gone g where v.org_id = g.org_id and v.entity_id = g.id;
  delete from scorecard_levels l using gone g where l.org_id = g.org_id and l.entity_id = g.id;
  delete from level_changes c using gone g where c.org_id = g.org_id and c.entity_id = g.id;
  return null;
end $$;
create trigger forget_entities after delete on entities referencing old table as gone for each statement execute function forget_entities();

create function forget_scores() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform wait_for_evaluations(g.org_id) from (select distinct org_id from gone) g;
  delete from scorecard_levels l using gone g where l.org_id = g.org_id and l.scorecard_id = g.id;
  delete from level_changes c using gone g where c.org_id = g.org_id and c.scorecard_id = g.id;
  return null;
end $$;
create trigger forget_scores after delete on scorecards referencing old table as gone for each statement execute function forget_scores();
revoke all on function forget_entities, forget_scores from public;
