import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { entityRoute, RelatedEntity } from "#lib/catalog/entities/entity-views.ts";
import { holdsSql, relationDetailsSql } from "#lib/catalog/relations/details-sql.ts";
import { labelRelation, readRelationTitles } from "#lib/catalog/relations/relation-titles.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { Cursor, type KeyOrder, readKeyset, toPage } from "#lib/kernel/keyset.ts";
import { query } from "#lib/kernel/operation.ts";

export const RelationPage = z.object({
  label: z.string(),
  items: z.array(RelatedEntity),
  before: z.number(),
  total: z.number(),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
});
export type RelationPage = z.infer<typeof RelationPage>;

type Row = Omit<z.infer<typeof RelatedEntity>, "isDangling"> & { isDangling: boolean; keys: (string | null)[] };

const order: KeyOrder = {
  by: { sql: sql`r.title`, type: "text" },
  direction: "ascending",
  ties: [
    { sql: sql`r.blueprint`, type: "text" },
    { sql: sql`r.identifier`, type: "text" },
  ],
};

/** All entities at the other end of one type of relation, by name and page by page: a team that owns thousands. */
export const listRelations = query({
  name: "relation.list",
  permission: "entity:read",
  route: { method: "GET", path: "/entity-relations", summary: "List what an entity is related to by one type" },
  input: z.strictObject({
    ...entityRoute,
    type: z.string().min(1).max(63).describe("The type as it is stored, such as dependsOn"),
    direction: z.enum(["outgoing", "incoming"]),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(50),
  }),
  output: RelationPage,
  async run({ ctx, tx, input }) {
    const { blueprint, identifier, type, direction, cursor, limit } = input;
    const org = sql`${ctx.org.id}::uuid`;
    const keyset = readKeyset(order, cursor);
    const [self] = await tx.execute<{ id: string }>(
      sql`select id from entities where org_id = ${org} and blueprint = ${blueprint} and identifier = ${identifier} and not is_archived`,
    );
    if (self === undefined) throw new AppError("not_found", `There is no ${blueprint} ${identifier} in the catalog.`);
    const ends = endsOf(org, sql`${self.id}::uuid`, type, direction);
    const [rows, counts] = await Promise.all([
      tx.execute<Row>(sql`
        select r.*, ${keyset.keys} as keys from (${ends}) as r where ${keyset.condition} order by ${keyset.orderBy} limit ${limit + 1}`),
      tx.execute<{ count: number }>(sql`select count(*)::integer as count from (${ends}) as r`),
    ]);
    const { items, ...paging } = toPage(rows, keyset, limit);
    const stating = direction === "outgoing" ? [blueprint] : items.map((item) => item.blueprint);
    const titles = await readRelationTitles(tx, ctx.org.id, stating);
    return {
      label: labelRelation(titles, input, stating),
      items: items.map(({ keys: _, ...item }) => item),
      ...paging,
      total: counts[0]?.count ?? 0,
    };
  },
});

function endsOf(org: SQL, self: SQL, type: string, direction: "outgoing" | "incoming"): SQL {
  const said = sql`nullif(${relationDetailsSql(sql`r`)}, '{}') as details, ${holdsSql(sql`r`)} as "isCurrent"`;
  return direction === "outgoing"
    ? sql`select coalesce(e.blueprint, r.to_blueprint) as blueprint, coalesce(e.identifier, r.to_identifier) as identifier,
        coalesce(e.title, r.to_identifier) as title, e.type, e.id is null as "isDangling", ${said}
      from relations r left join entities e on e.org_id = ${org} and e.id = r.to_id
      where r.org_id = ${org} and r.from_id = ${self} and r.type = ${type}`
    : sql`select e.blueprint, e.identifier, e.title, e.type, false as "isDangling", ${said}
      from relations r join entities e on e.org_id = ${org} and e.id = r.from_id
      where r.org_id = ${org} and r.to_id = ${self} and r.type = ${type}`;
}
