import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { EntityReference } from "#lib/catalog/entities/entity-views.ts";
import { toReference } from "#lib/catalog/entities/summary-row.ts";
import { dueAt, entitiesWithPeriod, readPeriods } from "#lib/catalog/verification/due-entities.ts";
import { query } from "#lib/kernel/operation.ts";

const DueEntity = z.object({
  id: z.string(),
  blueprint: z.string(),
  identifier: z.string(),
  title: z.string(),
  owner: EntityReference.nullable(),
  verifiedAt: z.string().nullable(),
  verifiedBy: z.string().nullable(),
  dueAt: z.string(),
});
type Row = Omit<z.output<typeof DueEntity>, "owner"> & { ownerRef: string | null; ownerTitle: string | null };

/** What somebody should confirm, the longest overdue first. */
export const listDueEntities = query({
  name: "entity.list-due",
  permission: "entity:read",
  route: { method: "GET", path: "/entity-verifications", summary: "List the entities that somebody should confirm" },
  input: z.strictObject({
    owner: z.string().max(300).optional().describe("Only what this owner has, such as group:payments"),
    withinDays: z.coerce.number().int().min(0).max(3650).default(0).describe("Also what is due that soon"),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(50),
  }),
  output: z.object({ items: z.array(DueEntity), total: z.number() }),
  async run({ ctx, tx, input }) {
    const periods = await readPeriods(tx, ctx.org.id);
    if (periods.length === 0) return { items: [], total: 0 };
    const owned = input.owner === undefined ? sql`` : sql`and e.owner_ref = ${input.owner}`;
    const rows = await tx.execute<Row & { total: number }>(sql`
      select d.*, o.title as "ownerTitle" from (
        select e.id, e.blueprint, e.identifier, e.title, e.owner_id, e.owner_ref as "ownerRef", ${iso(sql`e.verified_at`)} as "verifiedAt",
          e.verified_by as "verifiedBy", ${iso(dueAt)} as "dueAt", count(*) over ()::integer as total
        from ${entitiesWithPeriod(ctx.org.id, periods)}
        where ${dueAt} <= now() + make_interval(days => ${input.withinDays}) ${owned}
        order by ${dueAt}, e.id limit ${input.limit}) d
      left join entities o on o.org_id = ${ctx.org.id}::uuid and o.id = d.owner_id
      order by d."dueAt", d.id`);
    const items = [...rows].map(({ ownerRef, ownerTitle, total: _, ...row }) => ({
      ...row,
      owner: toReference(ownerRef, ownerTitle),
    }));
    return { items, total: rows[0]?.total ?? 0 };
  },
});
