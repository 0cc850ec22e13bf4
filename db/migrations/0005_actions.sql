-- Self-service actions, their runs, and the repositories that runs created.
create table actions (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  identifier text not null,
  title text not null,
  description text not null,
  icon text not null default 'zap',
  category text not null default 'Golden paths',
  input_schema jsonb not null,
  ui_schema jsonb not null default '{}',
  backend jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, identifier)
);
call protect_tenant_table('actions');

create table runs (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  number integer not null,
  action_id uuid not null,
  title text not null,
  status text not null check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  -- Counts takeovers. An effect or a step result is written only by the attempt that is current: this is the fence.
  attempt integer not null default 0,
  -- True while a worker works on it. An attempt that finds it true knows that the one before ended in a crash.
  is_held boolean not null default false,
  crash_count integer not null default 0,
  inputs jsonb not null,
  outputs jsonb not null default '{}',
  links jsonb not null default '[]',
  error text,
  started_by_kind text not null,
  started_by_id text,
  started_by_name text not null,
  is_cancel_requested boolean not null default false,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (org_id, id),
  unique (org_id, number),
  foreign key (org_id, action_id) references actions (org_id, id)
);
create index runs_created on runs (org_id, created_at desc);
create index runs_unfinished on runs (org_id, (inputs->>'name')) where status in ('queued', 'running');
create index runs_action on runs (org_id, action_id, created_at desc);
call protect_tenant_table('runs');

create table run_steps (
  org_id uuid not null references orgs,
  run_id uuid not null,
  position smallint not null,
  identifier text not null,
  title text not null,
  status text not null check (status in ('waiting', 'running', 'succeeded', 'failed', 'skipped')),
  attempt integer not null default 0,
  summary text,
  outputs jsonb not null default '{}',
  started_at timestamptz,
  finished_at timestamptz,
  primary key (org_id, run_id, position),
  foreign key (org_id, run_id) references runs (org_id, id)
);
call protect_tenant_table('run_steps');

create table run_log_lines (
  org_id uuid not null references orgs,
  run_id uuid not null,
  line integer not null,
  at timestamptz not null default clock_timestamp(),
  step_position smallint,
  kind text not null check (kind in ('step', 'command', 'text', 'ok', 'warning', 'error', 'dim')),
  text text not null,
  primary key (org_id, run_id, line),
  foreign key (org_id, run_id) references runs (org_id, id)
);
call protect_tenant_table('run_log_lines', 'select, insert');

create table repositories (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  name text not null,
  default_branch text not null default 'main',
  run_id uuid,
  head_commit text,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, name),
  foreign key (org_id, run_id) references runs (org_id, id)
);
call protect_tenant_table('repositories');
