-- Events that metrics are made of. (source, source_id, attempt) is the idempotency key: a redelivery adds nothing.
create table deployments (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  source text not null,
  source_id text not null,
  attempt integer not null default 1,
  service_ref text not null,
  entity_id uuid,
  environment text not null,
  status text not null check (status in ('succeeded', 'failed', 'cancelled')),
  version text,
  commit_sha text,
  deployed_by text,
  is_planned boolean not null default true,
  fixes_deployment_id uuid,
  started_at timestamptz,
  finished_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, source, source_id, attempt)
);
create index deployments_finished on deployments (org_id, environment, finished_at);
create index deployments_entity on deployments (org_id, entity_id, finished_at);
create index deployments_service on deployments (org_id, service_ref, finished_at);
create index deployments_fixes on deployments (org_id, fixes_deployment_id) where fixes_deployment_id is not null;
call protect_tenant_table('deployments');

-- One row per change (pull request) that a deployment brought to its environment.
create table deployed_changes (
  org_id uuid not null references orgs,
  deployment_id uuid not null,
  source_id text not null,
  title text not null,
  author text,
  is_bot boolean not null default false,
  first_commit_at timestamptz,
  opened_at timestamptz,
  merged_at timestamptz,
  primary key (org_id, deployment_id, source_id),
  foreign key (org_id, deployment_id) references deployments (org_id, id) on delete cascade
);
-- A change counts with the first deployment that brought it to production.
create index deployed_changes_source on deployed_changes (org_id, source_id);
call protect_tenant_table('deployed_changes');

create table incidents (
  org_id uuid not null references orgs,
  id uuid not null default uuidv7(),
  source text not null,
  source_id text not null,
  title text not null,
  service_ref text not null,
  entity_id uuid,
  severity text not null,
  caused_by_deployment_id uuid,
  started_at timestamptz not null,
  resolved_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, source, source_id)
);
create index incidents_started on incidents (org_id, started_at);
create index incidents_entity on incidents (org_id, entity_id, started_at);
create index incidents_service on incidents (org_id, service_ref) where entity_id is null;
create index incidents_cause on incidents (org_id, caused_by_deployment_id) where caused_by_deployment_id is not null;
call protect_tenant_table('incidents');
