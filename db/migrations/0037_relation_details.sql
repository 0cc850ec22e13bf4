-- What is said of a relation itself: properties that its kind names, and from when to when it holds. Nothing of it costs a relation that has
-- none of it. The dates stand in the indexes that relations are found by, so that what holds now is still counted without reading the rows.
alter table relations add column properties jsonb, add column since timestamptz, add column until timestamptz;
drop index relations_end;
create index relations_end on relations (org_id, to_id, type) include (since, until);
alter table relations drop constraint relations_pkey;
alter table relations add primary key (org_id, from_id, type, to_blueprint, to_identifier) include (since, until);

-- Which relations came, went or were described anew with a version of an entity. Of the first version nothing is kept: everything was new.
-- `before` and `after` are what was said of the relation, {} for nothing and null where there was no relation.
create table entity_relation_changes (
  org_id uuid not null references orgs,
  entity_id uuid not null,
  version integer not null,
  type text not null,
  to_blueprint text not null,
  to_identifier text not null,
  before jsonb,
  after jsonb,
  primary key (org_id, entity_id, version, type, to_blueprint, to_identifier),
  foreign key (org_id, entity_id) references entities (org_id, id) on delete cascade
);
call protect_tenant_table('entity_relation_changes', 'select, insert');
