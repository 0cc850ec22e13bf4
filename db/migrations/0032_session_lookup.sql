-- Who a session belongs to and where they may go, for every page and every request: one question instead of four. It runs with the rights
-- of whoever asks; the memberships it reads are those of the person whose session it is, as row-level security sees them after the
-- setting, which ends with the statement. The cursor is taken first: the live stream tells whatever happens after it.
create function find_session(hash bytea, idle interval) returns jsonb
  language plpgsql set search_path = pg_catalog, public as $$
declare
  cursor_now text := pg_current_snapshot()::text || '@' || floor(extract(epoch from now()))::bigint;
  session sessions;
  person people;
begin
  select * into session from sessions s
    where s.token_hash = hash and s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - idle;
  if not found then return null; end if;
  if session.last_seen_at < now() - interval '1 minute' then
    update sessions s set last_seen_at = now() where s.id = session.id;
  end if;
  perform set_config('app.person', session.person_id::text, true);
  select * into person from people p where p.id = session.person_id;
  return jsonb_build_object(
    'sessionId', session.id,
    'person', jsonb_build_object('id', person.id, 'name', person.name, 'email', person.email, 'region', person.region),
    'orgs', (
      select coalesce(jsonb_agg(jsonb_build_object('id', o.org_id, 'slug', o.slug, 'name', o.name, 'timeZone', o.time_zone, 'role', m.role)
          order by o.name), '[]')
      from memberships m join orgs o on o.org_id = m.org_id where m.person_id = person.id and o.deleted_at is null),
    'cursor', cursor_now);
end $$;
revoke all on function find_session from public;
grant execute on function find_session to causeway_app;
