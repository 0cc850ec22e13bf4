-- Properties that nobody enters, and owners that are inherited. What is derived stands in `properties` and `owner_ref` like everything else, so
-- that no list, search or query knows of any of this; these columns tell what of it is derived. Nobody's word is in them.
alter table blueprints add column has_derived boolean not null generated always as (
  coalesce(definition -> 'derived', '[]') <> '[]' or coalesce(definition -> 'ownership' ->> 'type', 'direct') <> 'direct') stored;

alter table entities
  add column derived jsonb not null default '{}',
  -- Why something could not be worked out, by name.
  add column derived_problems jsonb,
  -- The entity whose owner is inherited; null where the owner is stated.
  add column owner_from uuid;

-- Entities whose derived values are not current, from a level on (what reads only what is stated is level 1). A row is there from the
-- transaction that made them stale to the one that works them out, so a worker that dies in between loses nothing.
create table derived_pending (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  entity_id uuid not null,
  level smallint not null,
  since timestamptz not null default now(),
  primary key (org_id, id)
);
call protect_tenant_table('derived_pending');
create index derived_pending_entity on derived_pending (org_id, entity_id);
create index derived_pending_level on derived_pending (org_id, level, id);

-- Kinds that are being worked out anew from the first to the last entity, because what they are made of changed. None of them is current
-- until all are done.
create table derived_recomputations (
  org_id uuid not null references orgs,
  blueprint text not null,
  since timestamptz not null default now(),
  after_id uuid,
  done integer not null default 0,
  total integer not null default 0,
  primary key (org_id, blueprint)
);
call protect_tenant_table('derived_recomputations');
