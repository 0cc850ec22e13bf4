import { sql } from "drizzle-orm";
import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { hasPending, withPending } from "#lib/catalog/derived/pending-of.ts";
import { ListedEntity } from "#lib/catalog/entities/entity-views.ts";
import { type AskedPart, askedColumns, askedSql } from "#lib/catalog/entities/lists/asked-columns.ts";
import { keepCounts, nameOfCounts, recallCounts } from "#lib/catalog/entities/lists/counts-of-pages.ts";
import { EntityFacets, toCounts } from "#lib/catalog/entities/lists/entity-counts.ts";
import { buildFilter, entityFilter, facetNames } from "#lib/catalog/entities/lists/entity-filter.ts";
import { checkOrder, listOrder } from "#lib/catalog/entities/lists/list-order.ts";
import { rankingFor, rankings } from "#lib/catalog/entities/lists/ranking.ts";
import {
  bestPage,
  type ListPage,
  orderedStatement,
  rankingOf,
} from "#lib/catalog/entities/lists/statements-of-best.ts";
import { type CountRow, countLimit, countsStatement } from "#lib/catalog/entities/lists/statements-of-counts.ts";
import { keysetOf } from "#lib/catalog/entities/lists/statements-of-list.ts";
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
  ranking: z
    .enum(rankings)
    .nullable()
    .describe(
      "How far best match goes: all matches are ranked, or so many match that only names that are or begin with the words stand first and the rest follows by title; null for another order",
    ),
});
export type EntityPage = z.infer<typeof EntityPage>;

type Row = SummaryRow & AskedPart & { keys: (string | null)[] };

/** A page of entities under a filter, with what else could be chosen. */
export const listEntities = query({
  name: "entity.list",
  permission: "entity:read",
  route: { method: "GET", path: "/entities", summary: "List entities under a filter" },
  input: z.strictObject({
    ...entityFilter,
    ...askedColumns,
    ...listOrder,
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(50),
  }),
  output: EntityPage,
  async run({ ctx, tx: ownTx, input }) {
    const { sort, direction, cursor, limit, properties, relations, ...filter } = input;
    checkOrder(input);
    // How far best match goes depends on how many match, unless a cursor goes on with what was begun.
    const isCountedFirst = sort === "best" && cursor === undefined;
    const begun = isCountedFirst
      ? null
      : sort === "best"
        ? bestPage("all", cursor)
        : keysetOf({ field: sort, direction }, cursor);
    const asker = await findAsker({ ctx, tx: ownTx }, buildFilter(filter));
    const scope = { orgId: ctx.org.id, now: new Date(), asker };
    const more = askedSql({ properties, relations }, ctx.org.id);
    const name = nameOfCounts(ctx.org.id, filter);
    const known = cursor === undefined || name === null ? null : await recallCounts(ownTx, ctx.org.id, name);
    const counting = sql`
      select counted.*, pg_current_snapshot()::text as snapshot from (${countsStatement(filter, countLimit, scope)}) as counted`;
    const [isAnyPending, { page, rows, counts }] = await Promise.all([
      hasPending(ownTx, ctx.org.id),
      compiledQueryTransaction(async (tx) => {
        const count = async () => known ?? tx.execute<CountRow & { snapshot: string }>(counting);
        const read = (page: ListPage) => tx.execute<Row>(orderedStatement(filter, page, limit, scope, more));
        if (begun !== null) {
          const [rows, counts] = await Promise.all([read(begun), count()]);
          return { page: begun, rows, counts };
        }
        const counts = await count();
        const page = bestPage(rankingFor(toCounts([...counts]).total));
        return { page, counts, rows: await read(page) };
      }),
    ]);
    const [first] = counts;
    if (name !== null && first !== undefined && "snapshot" in first) keepCounts(name, [...counts], first.snapshot);
    const { items, ...paging } = toPage(rows, page, limit);
    const shown = items.map(({ keys: _, ...row }) => toSummary(row));
    return {
      items: await withPending(ownTx, ctx.org.id, isAnyPending, shown),
      ...paging,
      ...toCounts([...counts]),
      ranking: rankingOf(page),
    };
  },
});
