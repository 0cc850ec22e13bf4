import { sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "#lib/kernel/operation.ts";

// What most entities of a kind have is seen in the first of them; reading all for a menu would cost more than it tells.
const lookedAt = 2000;
const mostProperties = 100;

/** The properties that entities have, with how many different values: which are worth grouping by. */
export const listProperties = query({
  name: "property.list",
  permission: "entity:read",
  route: { method: "GET", path: "/properties", summary: "List the properties that entities of a kind have" },
  input: z.strictObject({ blueprint: z.string().max(63).optional() }),
  output: z.object({
    items: z.array(
      z.object({
        name: z.string(),
        /** Among the entities that were looked at. */
        entities: z.number(),
        values: z.number(),
      }),
    ),
  }),
  async run({ ctx, tx, input }) {
    const kind = input.blueprint === undefined ? sql`true` : sql`e.blueprint = ${input.blueprint}`;
    const rows = await tx.execute<{ name: string; entities: number; values: number }>(sql`
      select p.key as name, count(*)::integer as entities, count(distinct p.value)::integer as values
      from (select e.properties from entities e where e.org_id = ${ctx.org.id}::uuid and not e.is_archived and ${kind} limit ${lookedAt}) e
      cross join lateral jsonb_each(e.properties) p
      where jsonb_typeof(p.value) in ('string', 'number', 'boolean') and length(p.value::text) <= 200
      group by p.key order by p.key limit ${mostProperties}`);
    return { items: [...rows] };
  },
});
