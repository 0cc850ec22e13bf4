-- That a relation begins or ends changes what is derived from it, without anybody writing anything. Up to when that was looked at, so that
-- each beginning and end is noticed once; the dates have indexes of their own, because hardly any relation has some.
create table relation_date_looks (
  org_id uuid not null references orgs,
  looked_at timestamptz not null,
  primary key (org_id)
);
call protect_tenant_table('relation_date_looks');
create index relations_since on relations (org_id, since) where since is not null;
create index relations_until on relations (org_id, until) where until is not null;

-- Organizations that have dates already are looked at as soon as a worker is there.
do $$
declare
  org uuid;
begin
  if to_regprocedure('graphile_worker.enqueue_job(text, json, text, timestamptz)') is null then return; end if;
  for org in select distinct r.org_id from relations r where r.since is not null or r.until is not null loop
    perform set_config('app.org', org::text, true);
    perform graphile_worker.enqueue_job('relation.notice-dates', '{}'::json, 'relation.notice-dates', null);
  end loop;
  perform set_config('app.org', '', true);
end $$;
