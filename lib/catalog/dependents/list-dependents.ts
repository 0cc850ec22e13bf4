import { sql } from "drizzle-orm";
import { z } from "zod";
import { EntityReference, entityRoute } from "#lib/catalog/entities/entity-views.ts";
import { toReference } from "#lib/catalog/entities/summary-row.ts";
import { holdsSql } from "#lib/catalog/relations/details-sql.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

/** Walking on stops here: what more than this depend on, everything depends on. */
const mostRows = 8_000;
const mostOwners = 100;

export const Dependents = z.object({
  /** How many entities depend on this one, directly and through others. */
  direct: z.number(),
  total: z.number(),
  /** False when there are more than were counted. */
  isExact: z.boolean(),
  /** Whose they are, the most first; null for those without an owner. */
  owners: z.array(z.object({ owner: EntityReference.nullable(), direct: z.number(), total: z.number() })),
});
export type Dependents = z.infer<typeof Dependents>;

type Row = { ownerRef: string | null; ownerTitle: string | null; direct: number; total: number; rows: number };

/**
 * Who depends on an entity, through however many others, counted by owner. An API's users depend on whoever provides it; the API itself
 * is not counted. One statement,
 * which stops by itself.
 */
export const listDependents = query({
  name: "dependent.list",
  permission: "entity:read",
  route: { method: "GET", path: "/entity-dependents", summary: "Count who depends on an entity, by owner" },
  input: z.strictObject(entityRoute),
  output: Dependents,
  async run({ ctx, tx, input }) {
    const org = sql`${ctx.org.id}::uuid`;
    const [self] = await tx.execute<{ id: string }>(sql`
      select id from entities where org_id = ${org} and blueprint = ${input.blueprint} and identifier = ${input.identifier} and not is_archived`);
    if (self === undefined)
      throw new AppError("not_found", `There is no ${input.blueprint} ${input.identifier} in the catalog.`);
    // A step over an API that is provided costs no distance: it is the provider's own.
    const rows = await tx.execute<Row>(sql`
      with recursive walk as (
        select ${self.id}::uuid as id, 0 as depth
        union
        select n.id, least(w.depth + n.cost, 2) from walk w cross join lateral (
          select r.from_id as id, 1 as cost from relations r
          where r.org_id = ${org} and r.to_id = w.id and r.type in ('dependsOn', 'consumesApi') and ${holdsSql(sql`r`)}
          union all
          select r.to_id, 0 from relations r
          where r.org_id = ${org} and r.from_id = w.id and r.type = 'providesApi' and r.to_id is not null and ${holdsSql(sql`r`)}) as n
        where n.id <> ${self.id}::uuid),
      bounded as (select id, depth from walk limit ${mostRows + 1}),
      found as (select id, min(depth) as depth from bounded where depth > 0 group by id)
      select e.owner_ref as "ownerRef", max(o.title) as "ownerTitle", count(*) filter (where f.depth = 1)::integer as direct,
        count(*)::integer as total, (select count(*)::integer from bounded) as rows
      from found f join entities e on e.org_id = ${org} and e.id = f.id and not e.is_archived and e.blueprint <> 'api'
      left join entities o on o.org_id = ${org} and o.id = e.owner_id
      group by e.owner_ref order by count(*) desc, e.owner_ref`);
    const sum = (part: "direct" | "total") => rows.reduce((total, row) => total + row[part], 0);
    return {
      direct: sum("direct"),
      total: sum("total"),
      isExact: (rows[0]?.rows ?? 0) <= mostRows,
      owners: rows.slice(0, mostOwners).map(({ ownerRef, ownerTitle, direct, total }) => ({
        owner: toReference(ownerRef, ownerTitle),
        direct,
        total,
      })),
    };
  },
});
