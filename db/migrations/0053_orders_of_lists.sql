-- A list is sorted by owner, lifecycle, type or last change in the order of an index: its thousandth page costs what its first does, and none
-- sorts all entities of a kind.
create index entities_by_owner on entities (org_id, blueprint, owner_ref, title, id) where not is_archived;
create index entities_by_lifecycle on entities (org_id, blueprint, lifecycle, title, id) where not is_archived;
create index entities_by_type on entities (org_id, blueprint, type, title, id) where not is_archived;
create index entities_by_change on entities (org_id, blueprint, updated_at, id) where not is_archived;
drop index entities_changed;
