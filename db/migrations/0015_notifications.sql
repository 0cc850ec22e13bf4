-- What a person should know, and what they do not want to hear of. Written in the transaction of the event it tells of.
create table notifications (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  person_id uuid not null references people,
  kind text not null,
  -- What it is about. While a notification is not archived, the next one about the same thing takes its place.
  subject text not null,
  title text not null check (length(title) between 1 and 300),
  body text not null default '',
  -- Below the organization's address.
  href text not null check (href = '' or href like '/%'),
  tone text not null check (tone in ('neutral', 'accent', 'ok', 'warn', 'bad', 'note')),
  needs_action boolean not null,
  occurrences integer not null default 1,
  at timestamptz not null default now(),
  read_at timestamptz,
  archived_at timestamptz,
  primary key (org_id, id)
);
create unique index notifications_open on notifications (org_id, person_id, kind, subject) where archived_at is null;
create index notifications_latest on notifications (org_id, person_id, at desc, id desc);
create index notifications_unread on notifications (org_id, person_id) where read_at is null and archived_at is null;
call protect_tenant_table('notifications');

-- Only what differs from the product's own choice is kept.
create table notification_preferences (
  org_id uuid not null references orgs,
  person_id uuid not null references people,
  kind text not null,
  is_wanted boolean not null,
  primary key (org_id, person_id, kind)
);
call protect_tenant_table('notification_preferences');
