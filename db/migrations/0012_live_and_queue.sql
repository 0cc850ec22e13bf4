-- Whoever loses access is out within a second, however it was taken: each web process hears of it and looks at its open streams again.
create function announce_lost_access() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  perform pg_notify('causeway_access', json_build_object('person', coalesce(to_jsonb(old) ->> 'person_id', ''),
    'key', case when tg_table_name = 'api_keys' then to_jsonb(old) ->> 'id' else '' end)::text);
  return null;
end $$;
create trigger announce_revoked after update of revoked_at or delete on sessions
  for each row execute function announce_lost_access();
create trigger announce_changed after update of role or delete on memberships
  for each row execute function announce_lost_access();
create trigger announce_revoked after update of revoked_at or delete on api_keys
  for each row execute function announce_lost_access();

-- Events are news, not history (that is the audit log): what nobody asks for any more is deleted by the worker.
create index outbox_events_at on outbox_events using brin (at);
do $$ begin execute format('create policy old_events on outbox_events to %I using (at < now() - interval ''1 day'')', current_user); end $$;
create function delete_old_events() returns integer language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  deleted integer;
begin
  delete from outbox_events where ctid = any (array(
    select ctid from outbox_events where at < now() - interval '2 days' limit 5000));
  get diagnostics deleted = row_count;
  return deleted;
end $$;
revoke all on function delete_old_events from public;
grant execute on function delete_old_events to causeway_app;
