-- What webhooks were sent is kept for as long as the operator says: long enough to look at and to send again. What still waits stays.
create index webhook_deliveries_received on webhook_deliveries using brin (received_at);
do $$ begin
  execute format('create policy old_deliveries on webhook_deliveries to %I using (received_at < now() - interval ''1 day'')', current_user);
end $$;
create function delete_old_deliveries(keep_days integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  deleted integer;
begin
  delete from webhook_deliveries where ctid = any (array(
    select ctid from webhook_deliveries
    where received_at < now() - make_interval(days => greatest(keep_days, 1)) and state <> 'waiting' limit 1000));
  get diagnostics deleted = row_count;
  return deleted;
end $$;
revoke all on function delete_old_deliveries from public;
grant execute on function delete_old_deliveries to causeway_app;

-- The numbers of each worker process, which has no address where it could be asked. Unlogged: they are worth nothing after a crash.
create unlogged table worker_metrics (
  worker_id text primary key,
  written_at timestamptz not null default now(),
  content jsonb not null
);
grant select, insert, update, delete on worker_metrics to causeway_app;
