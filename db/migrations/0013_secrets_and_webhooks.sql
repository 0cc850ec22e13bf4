-- Values that leave the database only to be used: each is encrypted with a key of its own, which a key of the key ring encrypts
-- (lib/kernel/secrets). A row copied to another organization, another secret or another purpose cannot be read there.
create table secrets (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 120),
  purpose text not null check (purpose in ('webhook-signing', 'http-header', 'git')),
  -- The only origin, such as https://ci.example.com, that the value may be sent to. Another origin needs the value to be entered again.
  origin text check (length(origin) <= 300),
  key_version integer not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  replaced_at timestamptz,
  last_used_at timestamptz,
  primary key (org_id, id),
  check (purpose = 'webhook-signing' or origin is not null)
);
create unique index secrets_name on secrets (org_id, name) where purpose <> 'webhook-signing';
create index secrets_key_version on secrets (key_version);
call protect_tenant_table('secrets');
-- Rotation goes through all organizations. It asks which of them have values under older keys, and does the rest inside each.
do $$ begin execute format('create policy key_lookup on secrets for select to %I using (true)', current_user); end $$;
create function orgs_with_older_keys(newest integer) returns table (org_id uuid, versions integer[])
  language sql security definer set search_path = pg_catalog, public as $$
  select s.org_id, array_agg(distinct s.key_version) from secrets s where s.key_version <> newest group by s.org_id order by s.org_id
$$;
revoke all on function orgs_with_older_keys from public;
grant execute on function orgs_with_older_keys to causeway_app;

-- Where other systems send to.
create table webhooks (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 120),
  secret_id uuid not null,
  -- Accepted as well until then, so that a sender can be given the new secret without a gap.
  previous_secret_id uuid,
  previous_until timestamptz,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, secret_id) references secrets (org_id, id),
  foreign key (org_id, previous_secret_id) references secrets (org_id, id),
  check ((previous_secret_id is null) = (previous_until is null))
);
create unique index webhooks_name on webhooks (org_id, name);
call protect_tenant_table('webhooks');
-- A delivery names its webhook before an organization is known.
do $$ begin execute format('create policy key_lookup on webhooks for select to %I using (true)', current_user); end $$;
create function find_webhook(slug text, webhook_id uuid) returns table (org_id uuid)
  language sql security definer set search_path = pg_catalog, public as $$
  select w.org_id from webhooks w join orgs o on o.org_id = w.org_id where w.id = webhook_id and o.slug = find_webhook.slug
$$;
revoke all on function find_webhook from public;
grant execute on function find_webhook to causeway_app;

-- What was sent, as it was sent. One message of one webhook exists once, however often it is sent.
create table webhook_deliveries (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  webhook_id uuid not null,
  message_id text not null check (length(message_id) between 1 and 255),
  received_at timestamptz not null default now(),
  headers jsonb not null,
  body bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'processed', 'failed')),
  attempts integer not null default 0,
  type text,
  problem jsonb,
  finished_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, webhook_id) references webhooks (org_id, id) on delete cascade
);
create unique index webhook_deliveries_message on webhook_deliveries (org_id, webhook_id, message_id);
create index webhook_deliveries_newest on webhook_deliveries (org_id, webhook_id, id desc);
call protect_tenant_table('webhook_deliveries');
