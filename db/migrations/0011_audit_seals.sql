-- The chain over the audit log. An entry is written plain, inside the change that it tells of, so that no command waits for another one's
-- hash; one sealer chains the entries of each organization afterwards (docs/decisions/0011).

-- Entries that wait for their seal. Filled by a trigger, so that no writer of entries can forget it.
create table audit_unsealed (
  org_id uuid not null references orgs,
  entry_id uuid not null,
  primary key (org_id, entry_id),
  foreign key (org_id, entry_id) references audit_entries
);
call protect_tenant_table('audit_unsealed', 'select, insert');

-- Not a foreign key to the entries: a seal has to outlive its entry, or the loss of an entry would not show.
create table audit_seals (
  org_id uuid not null references orgs,
  seq bigint not null check (seq > 0),
  entry_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null default now(),
  primary key (org_id, seq),
  unique (org_id, entry_id)
);
call protect_tenant_table('audit_seals', 'select');

create function await_seal() returns trigger language plpgsql as $$
begin
  insert into audit_unsealed (org_id, entry_id) select org_id, id from written;
  return null;
end $$;
create trigger audit_entries_await_seal after insert on audit_entries
  referencing new table as written for each statement execute function await_seal();
-- The sealer and the reader of heads run as the owner, which force row level security would otherwise show nothing.
do $$ begin execute format('create policy sealing on audit_entries for select to %I using (true)', current_user);
           execute format('create policy sealing on audit_unsealed to %I using (true)', current_user);
           execute format('create policy sealing on audit_seals to %I using (true)', current_user); end $$;
insert into audit_unsealed (org_id, entry_id) select org_id, id from audit_entries;

create index audit_entries_operation on audit_entries (org_id, operation, id);

-- One field of what is hashed: its length before it, so that no two lists of fields have the same bytes; null is not the empty text.
create function seal_field(value text) returns bytea language sql immutable parallel safe
  return coalesce(int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8'), '\xffffffff'::bytea);

-- The one form of an entry that is hashed. lib/audit/chain/seal-hash.ts makes the same bytes.
create function audit_entry_bytes(entry audit_entries) returns bytea language sql stable parallel safe
  return seal_field(entry.id::text)
    || seal_field(to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || seal_field(entry.operation) || seal_field(entry.door)
    || seal_field(entry.actor_kind) || seal_field(entry.actor_id) || seal_field(entry.actor_name)
    || seal_field(entry.subject_kind) || seal_field(entry.subject_id) || seal_field(entry.subject_name)
    || seal_field(entry.before::text) || seal_field(entry.after::text) || seal_field(entry.request_id);

-- Seals up to `batch` waiting entries, oldest first, and says how many. Only one sealer works at a time; another one answers 0.
create function seal_audit_entries(batch integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  entry audit_entries;
  chain uuid;
  last_seq bigint;
  last_hash bytea;
  sealed integer := 0;
begin
  if not pg_try_advisory_xact_lock(hashtext('causeway audit sealer')) then return 0; end if;
  for entry in
    with taken as (
      delete from audit_unsealed u using (select w.org_id, w.entry_id from audit_unsealed w order by w.entry_id limit batch) w
      where u.org_id = w.org_id and u.entry_id = w.entry_id returning u.org_id, u.entry_id)
    select e.* from taken t join audit_entries e on e.org_id = t.org_id and e.id = t.entry_id
    where not exists (select 1 from audit_seals s where s.org_id = e.org_id and s.entry_id = e.id)
    order by e.org_id, e.id
  loop
    if entry.org_id is distinct from chain then
      chain := entry.org_id;
      select s.seq, s.hash into last_seq, last_hash from audit_seals s where s.org_id = chain order by s.seq desc limit 1;
      if not found then last_seq := 0; last_hash := decode(repeat('00', 32), 'hex'); end if;
    end if;
    last_seq := last_seq + 1;
    last_hash := sha256(seal_field('causeway audit 1') || seal_field(chain::text) || int4send(32) || last_hash || int8send(last_seq)
      || audit_entry_bytes(entry));
    insert into audit_seals (org_id, seq, entry_id, hash) values (chain, last_seq, entry.id, last_hash);
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;
revoke all on function seal_audit_entries from public;

-- How far each organization is sealed: what is written down outside the database.
create function audit_heads() returns table (org_id uuid, slug text, seq bigint, hash text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select o.org_id, o.slug, s.seq, encode(s.hash, 'hex') from orgs o
  cross join lateral (select seq, hash from audit_seals a where a.org_id = o.org_id order by seq desc limit 1) s
$$;
revoke all on function audit_heads from public;
grant execute on function seal_audit_entries, audit_heads to causeway_jobs;
