-- What Causeway adds to the queue's schema, as its owner, the jobs role. Run at every start: each statement may run again.
-- The app role reaches the queue only through these functions, which take the organization from the transaction, never from the caller.

-- How often the worker that ran a job ended in the middle of it.
create table if not exists graphile_worker.job_crashes (
  job_id bigint primary key,
  count integer not null
);

-- The waiting jobs of one organization, last in line first.
create index if not exists jobs_by_org on graphile_worker._private_jobs ((payload ->> 'orgId'), priority) where is_available;

-- Organizations take turns. A job's priority is its turn: one after the last waiting job of its organization, and not before the turn
-- that the queue is at. So whoever asks for one thing waits for one job of each other organization, not for all ten thousand of one.
-- Nothing is locked for it: two transactions that do not see each other take the same turn, which does no harm.
create or replace function graphile_worker.enqueue_job(task text, payload json, job_key text, run_at timestamptz)
  returns void language plpgsql security definer set search_path = pg_catalog set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  org text := nullif(current_setting('app.org', true), '');
  trace text := nullif(current_setting('app.trace', true), '');
  turn integer;
begin
  if org is null then raise exception 'enqueue_job needs the organization of a tenant transaction'; end if;
  select greatest(
    coalesce((select min(j.priority) from graphile_worker._private_jobs j where j.is_available), 0),
    coalesce((select max(j.priority) + 1 from graphile_worker._private_jobs j where j.is_available and j.payload ->> 'orgId' = org), 0))
    into turn;
  perform graphile_worker.add_job(
    identifier => task,
    payload => case when trace is null then json_build_object('orgId', org, 'payload', payload)
      else json_build_object('orgId', org, 'payload', payload, 'trace', trace) end,
    run_at => enqueue_job.run_at,
    max_attempts => 25,
    job_key => case when enqueue_job.job_key is null then null else org || ':' || enqueue_job.job_key end,
    priority => least(turn, 32000));
end $$;

-- Turns are small numbers: before they run out, all waiting jobs are moved back together.
create or replace function graphile_worker.renumber_turns() returns void language sql set search_path = pg_catalog as $$
  with first as (select min(priority) as turn from graphile_worker._private_jobs where is_available)
  update graphile_worker._private_jobs j set priority = j.priority - first.turn from first where j.is_available and first.turn > 16000
$$;

-- Takes the jobs of workers that have ended. A job that has ended its worker too often is dead: it is not run again until somebody says
-- so. The others run one after another, so that the next crash shows which of them it was.
create or replace function graphile_worker.take_over(dead text[], patient_tasks text[])
  returns void language plpgsql set search_path = pg_catalog as $$
declare
  line integer;
begin
  insert into graphile_worker.job_crashes as c (job_id, count)
    select id, 1 from graphile_worker._private_jobs where locked_by = any(dead)
    on conflict (job_id) do update set count = c.count + 1;
  insert into graphile_worker._private_job_queues (queue_name) values ('after a crash') on conflict do nothing;
  select id into line from graphile_worker._private_job_queues where queue_name = 'after a crash';
  perform graphile_worker.force_unlock_workers(dead);
  update graphile_worker._private_jobs j set job_queue_id = line
    from graphile_worker.job_crashes c where c.job_id = j.id and j.locked_at is null and j.job_queue_id is distinct from line;
  update graphile_worker._private_jobs j set attempts = j.max_attempts, updated_at = now(),
      last_error = 'The worker that ran it ended in the middle of it ' || c.count || ' times. It is not run again by itself: it may end the next worker, too.'
    from graphile_worker.job_crashes c join graphile_worker._private_tasks t on true
    where c.job_id = j.id and t.id = j.task_id and j.is_available
      and c.count >= case when t.identifier = any(patient_tasks) then 4 else 3 end;
  delete from graphile_worker.job_crashes c where not exists (select 1 from graphile_worker._private_jobs j where j.id = c.job_id);
end $$;

-- The jobs of the transaction's organization.
create or replace function graphile_worker.jobs_of_org()
  returns table (id bigint, job text, state text, attempts integer, crashes integer, error text, created_at timestamptz, run_at timestamptz, started_at timestamptz, worker text)
  language sql stable security definer set search_path = pg_catalog as $$
  select j.id, t.identifier,
    case when j.locked_at is not null then 'running' when j.attempts >= j.max_attempts then 'dead'
      when j.last_error is not null then 'failed' when j.run_at > now() then 'scheduled' else 'waiting' end,
    j.attempts::integer, coalesce(c.count, 0), j.last_error, j.created_at, j.run_at, j.locked_at, j.locked_by
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker.job_crashes c on c.job_id = j.id
  where j.payload ->> 'orgId' = nullif(current_setting('app.org', true), '')
$$;

-- Runs a job again from the start, at once. Not one that is running.
create or replace function graphile_worker.retry_job_of_org(job_id bigint)
  returns setof text language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from graphile_worker.job_crashes c where c.job_id = retry_job_of_org.job_id and exists (select 1 from graphile_worker._private_jobs j
    where j.id = c.job_id and j.locked_at is null and j.payload ->> 'orgId' = nullif(current_setting('app.org', true), ''));
  return query update graphile_worker._private_jobs j set attempts = 0, run_at = now(), updated_at = now()
    from graphile_worker._private_tasks t where t.id = j.task_id and j.id = retry_job_of_org.job_id and j.locked_at is null
      and j.payload ->> 'orgId' = nullif(current_setting('app.org', true), '')
    returning t.identifier;
  perform pg_notify('jobs:insert', '{"r":0,"count":1}');
end $$;

-- Takes a job off the queue for good. Not one that is running.
create or replace function graphile_worker.discard_job_of_org(job_id bigint)
  returns setof text language sql security definer set search_path = pg_catalog as $$
  delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and j.id = discard_job_of_org.job_id and j.locked_at is null
      and j.payload ->> 'orgId' = nullif(current_setting('app.org', true), '')
    returning t.identifier
$$;

-- Numbers of the whole installation, without any organization, for those who operate it.
create or replace function graphile_worker.queue_totals()
  returns table (job text, state text, count integer, oldest_seconds double precision)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.identifier, case when j.locked_at is not null then 'running' when j.attempts >= j.max_attempts then 'dead'
      when j.last_error is not null then 'failed' when j.run_at > now() then 'scheduled' else 'waiting' end,
    count(*)::integer, greatest(0, extract(epoch from now() - min(j.run_at)))::double precision
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id group by 1, 2
$$;

-- Jobs of an organization that is to be deleted wait for its end (lib/worker/task-list.ts). It was brought back: they run now.
create or replace function graphile_worker.resume_jobs_of_org(held_until timestamptz)
  returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare
  resumed integer;
begin
  update graphile_worker._private_jobs j set run_at = now(), updated_at = now()
    where j.payload ->> 'orgId' = nullif(current_setting('app.org', true), '') and j.run_at = held_until and j.locked_at is null;
  get diagnostics resumed = row_count;
  perform pg_notify('jobs:insert', '{"r":0,"count":1}');
  return resumed;
end $$;

revoke all on all functions in schema graphile_worker from public;
grant usage on schema graphile_worker to causeway_app;
grant execute on function graphile_worker.enqueue_job, graphile_worker.jobs_of_org, graphile_worker.retry_job_of_org,
  graphile_worker.discard_job_of_org, graphile_worker.queue_totals, graphile_worker.resume_jobs_of_org to causeway_app;
