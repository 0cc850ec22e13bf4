import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { shippedBlueprint } from "#lib/catalog/blueprints/shipped-blueprints.ts";
import { Blueprint } from "#lib/catalog/entities/entity-views.ts";
import { query } from "#lib/kernel/operation.ts";

export const BlueprintCount = Blueprint.extend({
  entityCount: z.number(),
  lastChangedAt: z.string().nullable(),
  /** The columns that its list has of itself; none for the usual ones. */
  columns: z.array(z.string()),
});
export type BlueprintCount = z.infer<typeof BlueprintCount>;

/** The kinds of things in the catalog, with how many there are of each. */
export const listBlueprints = query({
  name: "blueprint.list",
  permission: "blueprint:read",
  route: { method: "GET", path: "/blueprints", summary: "List the kinds of entities" },
  input: z.strictObject({}),
  output: z.object({ items: z.array(BlueprintCount) }),
  async run({ ctx, tx }) {
    const items = await tx.execute<BlueprintCount & { isPlain: boolean }>(sql`
      select b.identifier, b.title, b.plural_title as "pluralTitle", b.icon, coalesce(c.count, 0) as "entityCount", l.changed as "lastChangedAt",
        coalesce(b.definition->'columns', '[]') as columns, b.definition is null as "isPlain"
      from blueprints b
      left join (
        select c.blueprint, sum(c.count)::integer as count from entity_counts c
        where c.org_id = ${ctx.org.id}::uuid and c.facet = 'all' group by c.blueprint) c on c.blueprint = b.identifier
      left join lateral (
        select ${iso(sql`e.updated_at`)} as changed from entities e
        where e.org_id = b.org_id and e.blueprint = b.identifier and not e.is_archived order by e.updated_at desc limit 1) l on true
      where b.org_id = ${ctx.org.id}::uuid
      order by b.position, b.plural_title, b.identifier`);
    return {
      items: [...items].map(({ isPlain, columns, ...kind }) => ({
        ...kind,
        columns: isPlain ? (shippedBlueprint(kind.identifier)?.definition.columns ?? []) : columns,
      })),
    };
  },
});
