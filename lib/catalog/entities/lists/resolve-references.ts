import { sql } from "drizzle-orm";
import { z } from "zod";
import { EntityReference } from "#lib/catalog/entities/entity-views.ts";
import { query } from "#lib/kernel/operation.ts";

const reference = z.string().min(3).max(364);

/** What references such as `user:ada` point at, with its title, for showing values that name people and teams. */
export const resolveReferences = query({
  name: "entity.resolve-references",
  permission: "entity:read",
  route: { method: "GET", path: "/entities/resolve", summary: "Read what references point at" },
  input: z.strictObject({
    references: z.union([reference, z.array(reference).max(200, "Name at most 200")]).default([]),
  }),
  output: z.object({ items: z.array(EntityReference) }),
  async run({ ctx, tx, input }) {
    const keys = [...new Set([input.references].flat())].map((text) => {
      const at = text.indexOf(":");
      return { blueprint: text.slice(0, Math.max(0, at)), identifier: text.slice(at + 1) };
    });
    if (keys.length === 0) return { items: [] };
    const items = await tx.execute<EntityReference>(sql`
      select k.blueprint, k.identifier, coalesce(e.title, k.identifier) as title, e.id is null as "isDangling"
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(blueprint text, identifier text)
      left join entities e on e.org_id = ${ctx.org.id}::uuid and e.blueprint = k.blueprint and e.identifier = k.identifier and not e.is_archived`);
    return { items: [...items] };
  },
});
