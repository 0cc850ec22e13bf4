import { type SQL, sql } from "drizzle-orm";
import { iso } from "#db/columns.ts";

/** The columns of a `Deployment`, of what `deploymentSource` gives. */
export const deploymentColumns = sql`d.id, d.service_ref as "serviceRef", d.version, d.status, d.environment, d.is_planned as "isPlanned",
  d.fixes_deployment_id is not null as "isFix", d.deployed_by as "deployedBy", ${iso(sql`d.finished_at`)} as "finishedAt", c.title,
  coalesce(c.count, 0)::int as "changeCount", c.hours as "leadHours"`;

/** The chosen deployments as `d`, each with a summary of its changes as `c`. */
export function deploymentSource(chosen: SQL, org: SQL): SQL {
  return sql`(${chosen}) d left join lateral (
    select count(*)::int as count, (array_agg(c.title order by c.is_bot, c.first_commit_at))[1] as title,
      max(extract(epoch from d.finished_at - c.first_commit_at)) filter (where not c.is_bot and c.first_commit_at <= d.finished_at)::float8 / 3600 as hours
    from deployed_changes c where c.org_id = ${org} and c.deployment_id = d.id) c on true`;
}
