import { type SQL, sql } from "drizzle-orm";

/** Which events to look at: `[from, to)` in calendar days of the time zone, and the entity of a team when only its services count. */
export type FactScope = { orgId: string; timeZone: string; from: string; to: string; teamId: string | null };

/** The instant at which a day begins in a time zone. */
function startOf(day: string, timeZone: string): SQL {
  return sql`(${day}::date::timestamp at time zone ${timeZone})`;
}

/**
 * The rows that every delivery metric is made of, as common table expressions: `deployment_facts` and `change_facts`, one row per event of
 * the window, each with the reason why it does not count or null. Tiles, charts, team tables and the rows behind them all read these,
 * so that a number and its rows cannot disagree.
 */
export function deliveryFacts({ orgId, timeZone, from, to, teamId }: FactScope): SQL {
  const org = sql`${orgId}::uuid`;
  return sql`
    scoped as materialized (
      select d.*, e.owner_id, e.blueprint, e.identifier, e.title, (d.finished_at at time zone ${timeZone})::date as day,
        date_trunc('week', d.finished_at at time zone ${timeZone})::date as week
      from deployments d left join entities e on e.org_id = ${org} and e.id = d.entity_id
      where d.org_id = ${org} and d.finished_at >= ${startOf(from, timeZone)} and d.finished_at < ${startOf(to, timeZone)}
        ${teamId === null ? sql`` : sql`and e.owner_id = ${teamId}::uuid`}),
    repaired as (
      select f.fixes_deployment_id as id, min(f.finished_at) filter (where f.status = 'succeeded' and f.environment = 'production') as at
      from deployments f where f.org_id = ${org} and f.fixes_deployment_id in (select id from scoped) group by 1),
    blamed as (
      select i.caused_by_deployment_id as id, bool_or(i.resolved_at is null) as is_open, max(i.resolved_at) as at
      from incidents i where i.org_id = ${org} and i.caused_by_deployment_id in (select id from scoped) group by 1),
    deployment_facts as materialized (
      select s.*, (r.id is not null or b.id is not null) as is_failure,
        extract(epoch from coalesce(r.at, case when not b.is_open then b.at end) - s.finished_at)::float8 / 3600 as recovery_hours,
        case when s.environment <> 'production' then 'other-environment' when s.status = 'failed' then 'deployment-failed'
          when s.status = 'cancelled' then 'deployment-cancelled' end as left_out
      from scoped s left join repaired r on r.id = s.id left join blamed b on b.id = s.id),
    change_facts as materialized (
      select s.id, s.week, s.owner_id, s.service_ref, s.blueprint, s.identifier, s.title as entity_title, s.finished_at, s.version,
        c.source_id as change_id, c.title, c.author, c.first_commit_at, c.opened_at, c.merged_at,
        extract(epoch from s.finished_at - c.first_commit_at)::float8 / 3600 as hours,
        case when s.status = 'failed' then 'deployment-failed' when s.status = 'cancelled' then 'deployment-cancelled'
          when c.is_bot then 'bot' when c.first_commit_at is null then 'no-first-commit' when c.first_commit_at > s.finished_at then 'negative-span'
          when ${deployedEarlier(org)} then 'earlier-deployment' when ${isOldAtFirstDeployment(org)} then 'first-deployment' end as left_out
      from scoped s join deployed_changes c on c.org_id = ${org} and c.deployment_id = s.id
      where s.environment = 'production')`;
}

// A change counts once per service, with the first deployment that brought it to production. Only the ids may be looked up by an index: on
// tables that have no statistics yet, right after a large import, the planner would take the one on `source` and read everything.
function deployedEarlier(org: SQL): SQL {
  return sql`exists (
    select 1 from deployed_changes c2 join deployments d2 on d2.org_id = ${org} and d2.id = c2.deployment_id
    where c2.org_id = ${org} and c2.source_id = c.source_id and c2.deployment_id <> s.id
      and d2.source is not distinct from s.source and d2.service_ref is not distinct from s.service_ref
      and d2.status = 'succeeded' and d2.environment = 'production' and (d2.finished_at, d2.id) < (s.finished_at, s.id))`;
}

// The first deployment that is known of a service brings its whole past with it, which says nothing about how long changes take.
function isOldAtFirstDeployment(org: SQL): SQL {
  return sql`(coalesce(c.merged_at, c.first_commit_at) < s.finished_at - interval '30 days' and not exists (
    select 1 from deployments d3 where d3.org_id = ${org} and d3.service_ref = s.service_ref and d3.status = 'succeeded'
      and d3.environment = 'production' and d3.finished_at < s.finished_at))`;
}
