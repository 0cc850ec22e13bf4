import { sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "#lib/kernel/operation.ts";
import { deploymentColumns, deploymentSource } from "#lib/metrics/deployments/deployment-sql.ts";
import { Deployment } from "#lib/metrics/deployments/schema.ts";

// A list in an address is repeated; one of it arrives as plain text.
const EntityIds = z.preprocess((value) => (typeof value === "string" ? [value] : value), z.array(z.uuid()).max(500));

const LatestDeployment = Deployment.extend({
  entityId: z.string(),
  entityBlueprint: z.string(),
  entityIdentifier: z.string(),
  entityTitle: z.string(),
});

/** What reached production last, of everything in the catalog or of some entities. */
export const listLatestDeployments = query({
  name: "deployment.list-latest",
  permission: "deployment:read",
  route: { method: "GET", path: "/deployments/latest", summary: "The latest production deployments" },
  input: z.strictObject({
    entityIds: EntityIds.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(20),
  }),
  output: z.object({ deployments: z.array(LatestDeployment) }),
  async run({ ctx, tx, input }) {
    const org = sql`${ctx.org.id}::uuid`;
    const some =
      input.entityIds === undefined ? sql`true` : sql`d.entity_id = any(${sql.param(input.entityIds)}::uuid[])`;
    const deployments = await tx.execute<z.infer<typeof LatestDeployment>>(sql`
      select ${deploymentColumns}, e.id as "entityId", e.blueprint as "entityBlueprint", e.identifier as "entityIdentifier", e.title as "entityTitle"
      from ${deploymentSource(
        sql`
        select * from deployments d where d.org_id = ${org} and d.environment = 'production' and d.entity_id is not null and ${some}
        order by d.finished_at desc, d.id desc limit ${input.limit}`,
        org,
      )}
      join entities e on e.org_id = ${org} and e.id = d.entity_id
      order by d.finished_at desc, d.id desc`);
    return { deployments: [...deployments] };
  },
});
