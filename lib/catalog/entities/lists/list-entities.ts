import { sql } from "drizzle-orm";
import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { hasPending, withPending } from "#lib/catalog/derived/pending-of.ts";
import { ListedEntity } from "#lib/catalog/entities/entity-views.ts";
import { type AskedPart, askedColumns, askedSql } from "#lib/catalog/entities/lists/asked-columns.ts";
import { keepCounts, nameOfCounts, recallCounts } from "#lib/catalog/entities/lists/counts-of-pages.ts";
import { EntityFacets, toCounts } from "#lib/catalog/entities/lists/entity-counts.ts";
import { buildFilter, entityFilter, facetNames } from "#lib/catalog/entities/lists/entity-filter.ts";
import { type CountRow, countLimit, countsStatement } from "#lib/catalog/entities/lists/statements-of-counts.ts";
import { keysetOf, pageStatement } from "#lib/catalog/entities/lists/statements-of-list.ts";
import { sortFields } from "#lib/catalog/entities/schema.ts";
import { type SummaryRow, toSummary } from "#lib/catalog/entities/summary-row.ts";
import { findAsker } from "#lib/catalog/mine/find-asker.ts";
import { Cursor, toPage } from "#lib/kernel/keyset.ts";
import { query } from "#lib/kernel/operation.ts";

export const EntityPage = z.object({
  items: z.array(ListedEntity),
  /** How many stand before the first of the page. */
  before: z.number(),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  /** Exact unless `isTotalExact` is false: then there are more than this. */
  total: z.number(),
  isTotalExact: z.boolean(),
  facets: EntityFacets,
  /** Facets whose counts are least ones, because too many entities match; `entity.count` counts all of them. */
  inexactFacets: z.array(z.enum(facetNames)),
});
export type EntityPage = z.infer<typeof EntityPage>;

/** A page of entities under a filter, with what else could be chosen. */
export const listEntities = query({
  name: "entity.list",
  permission: "entity:read",
  route: { method: "GET", path: "/entities", summary: "List entities under a filter" },
  input: z.strictObject({
    ...entityFilter,
    ...askedColumns,
    sort: z.enum(sortFields).default("title"),
    direction: z.enum(["ascending", "descending"]).default("ascending"),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(50),
  }),
  output: EntityPage,
  async run({ ctx, tx: ownTx, input }) {
    const { sort, direction, cursor, limit, properties, relations, ...filter } = input;
    const keyset = keysetOf({ field: sort, direction }, cursor);
    const asker = await findAsker({ ctx, tx: ownTx }, buildFilter(filter));
    const scope = { orgId: ctx.org.id, now: new Date(), asker };
    const more = askedSql({ properties, relations }, ctx.org.id);
    const name = nameOfCounts(ctx.org.id, filter);
    const known = cursor === undefined || name === null ? null : await recallCounts(ownTx, ctx.org.id, name);
    const [isAnyPending, [rows, counts]] = await Promise.all([
      hasPending(ownTx, ctx.org.id),
      compiledQueryTransaction((tx) =>
        Promise.all([
          tx.execute<SummaryRow & AskedPart & { keys: (string | null)[] }>(
            pageStatement(filter, keyset, limit, scope, more),
          ),
          known ??
            tx.execute<CountRow & { snapshot: string }>(sql`
            select counted.*, pg_current_snapshot()::text as snapshot from (${countsStatement(filter, countLimit, scope)}) as counted`),
        ]),
      ),
    ]);
    const [first] = counts;
    if (name !== null && first !== undefined && "snapshot" in first) keepCounts(name, [...counts], first.snapshot);
    const { items, ...paging } = toPage(rows, keyset, limit);
    const shown = items.map(({ keys: _, ...row }) => toSummary(row));
    return {
      items: await withPending(ownTx, ctx.org.id, isAnyPending, shown),
      ...paging,
      ...toCounts([...counts]),
    };
  },
});
