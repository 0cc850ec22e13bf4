import { sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "#lib/kernel/operation.ts";
import { addDays, dayIn } from "#lib/metrics/delivery/calendar.ts";
import { deploymentColumns, deploymentSource } from "#lib/metrics/deployments/deployment-sql.ts";
import { type Deployment, DeploymentHistory } from "#lib/metrics/deployments/schema.ts";

type DayRow = { date: string; deployments: DeploymentHistory["days"][number]["deployments"] };

/** The production deployments of one entity: every one of the last days as a block, and the latest in full. */
export const listDeployments = query({
  name: "deployment.list",
  permission: "deployment:read",
  route: { method: "GET", path: "/deployments", summary: "The production deployments of an entity" },
  input: z.strictObject({
    entityId: z.uuid("Use the id of an entity"),
    days: z.coerce.number().int().min(1).max(366).default(90),
    limit: z.coerce.number().int().min(1).max(200).default(10),
  }),
  output: DeploymentHistory,
  async run({ ctx, tx, input }) {
    const { timeZone, id: org } = ctx.org;
    const to = addDays(dayIn(timeZone, new Date()), 1);
    const from = addDays(to, -input.days);
    const scope = sql`d.org_id = ${org}::uuid and d.entity_id = ${input.entityId}::uuid and d.environment = 'production'`;
    const [days, latest] = await Promise.all([
      tx.execute<DayRow>(sql`
        select (d.finished_at at time zone ${timeZone})::date::text as date,
          jsonb_agg(jsonb_build_object('id', d.id, 'version', d.version, 'status', d.status, 'isPlanned', d.is_planned) order by d.finished_at) as deployments
        from deployments d where ${scope} and d.finished_at >= (${from}::date::timestamp at time zone ${timeZone}) group by 1 order by 1`),
      tx.execute<Deployment>(sql`
        select ${deploymentColumns}
        from ${deploymentSource(sql`select * from deployments d where ${scope} order by d.finished_at desc, d.id desc limit ${input.limit}`, sql`${org}::uuid`)}
        order by d.finished_at desc, d.id desc`),
    ]);
    const byDate = new Map(days.map((day) => [day.date, day.deployments]));
    const all = days.flatMap((day) => day.deployments);
    return {
      window: { from, to },
      counted: all.length,
      failed: all.filter((deployment) => deployment.status === "failed").length,
      days: Array.from({ length: input.days }, (_, offset) => addDays(from, offset)).map((date) => ({
        date,
        deployments: byDate.get(date) ?? [],
      })),
      deployments: [...latest],
    };
  },
});
