import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { hasDerived, hasPending, withPending } from "#lib/catalog/derived/pending-of.ts";
import { ListedEntity } from "#lib/catalog/entities/entity-views.ts";
import { askedColumns, wholeSql } from "#lib/catalog/entities/lists/asked-columns.ts";
import { buildFilter, entityFilter } from "#lib/catalog/entities/lists/entity-filter.ts";
import { checkOrder, listOrder } from "#lib/catalog/entities/lists/list-order.ts";
import { rankingFor } from "#lib/catalog/entities/lists/ranking.ts";
import { bestPage, orderedStatement } from "#lib/catalog/entities/lists/statements-of-best.ts";
import { totalStatement } from "#lib/catalog/entities/lists/statements-of-counts.ts";
import { keysetOf } from "#lib/catalog/entities/lists/statements-of-list.ts";
import { selectionStatement } from "#lib/catalog/entities/lists/statements-of-selection.ts";
import { rankedMatches } from "#lib/catalog/entities/schema.ts";
import { type SummaryRow, toSummary } from "#lib/catalog/entities/summary-row.ts";
import { findAsker } from "#lib/catalog/mine/find-asker.ts";
import { Cursor, toPage } from "#lib/kernel/keyset.ts";
import { query } from "#lib/kernel/operation.ts";

/** What is exported of a list, and in which order. */
export const exportInput = {
  ...entityFilter,
  ...listOrder,
  ...askedColumns,
};

const id = z.uuid();

export const ExportedEntity = ListedEntity.extend({
  properties: z.record(z.string(), z.unknown()),
  /** Everything that each relation leads to, such as `component:cart`. */
  relations: z.record(z.string(), z.array(z.string())),
});
export type ExportedEntity = z.infer<typeof ExportedEntity>;

type Row = SummaryRow & Pick<ExportedEntity, "properties" | "relations"> & { keys: (string | null)[] };

/**
 * A page of what a list shows, without counting it: asked page by page until there is no cursor, it gives every entity once, however many
 * there are. Files in CSV, JSON and YAML are made from it at `/api/v1/entity-export/<form>`.
 */
export const exportEntities = query({
  name: "entity.export",
  permission: "entity:read",
  route: { method: "GET", path: "/entities/export", summary: "Read all entities under a filter, page by page" },
  input: z.strictObject({
    ...exportInput,
    ids: z
      .union([id, z.array(id).max(1000, "Ask for at most 1,000 at once")])
      .optional()
      .describe("Only these, in this order, whatever the filter"),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(1000),
  }),
  output: z.object({
    items: z.array(ExportedEntity),
    nextCursor: z.string().nullable(),
    /** Whether anything is derived in the organization, and so may not be current. */
    hasDerived: z.boolean(),
  }),
  async run({ ctx, tx, input }) {
    const { sort, direction, properties, relations, ids, cursor, limit, ...filter } = input;
    checkOrder(input);
    // How far best match goes depends on how many match, unless a cursor goes on with what was begun.
    const begun =
      sort !== "best"
        ? keysetOf({ field: sort, direction }, cursor)
        : cursor === undefined
          ? null
          : bestPage("all", cursor);
    const asker = await findAsker({ ctx, tx }, buildFilter(filter));
    const scope = { orgId: ctx.org.id, now: new Date(), asker };
    const whole = wholeSql({ properties, relations }, ctx.org.id);
    const counting = totalStatement(filter, rankedMatches, scope);
    const [isAnyPending, { page, rows }] = await Promise.all([
      hasPending(tx, ctx.org.id),
      compiledQueryTransaction(async (own) => {
        if (ids !== undefined) {
          const selected = await own.execute<Row>(selectionStatement([ids].flat(), scope, whole));
          return { page: keysetOf({ field: "title", direction: "ascending" }), rows: selected };
        }
        const page = begun ?? bestPage(rankingFor((await own.execute<{ count: number }>(counting))[0]?.count ?? 0));
        return { page, rows: await own.execute<Row>(orderedStatement(filter, page, limit, scope, whole)) };
      }),
    ]);
    const { items, nextCursor } = toPage(rows, page, ids === undefined ? limit : rows.length);
    const shown = items.map(({ keys: _, ...row }) => toSummary(row));
    return {
      items: await withPending(tx, ctx.org.id, isAnyPending, shown),
      nextCursor,
      hasDerived: await hasDerived(tx, ctx.org.id),
    };
  },
});
