import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { entityFilter } from "#lib/catalog/entities/lists/entity-filter.ts";
import { checkOrder, listOrder } from "#lib/catalog/entities/lists/list-order.ts";
import { sortStatement } from "#lib/catalog/entities/lists/statements-of-selection.ts";
import { query } from "#lib/kernel/operation.ts";

/** Entities by name, in the order of a list: `entity.export` then reads them by their ids, some at a time. */
export const sortEntities = query({
  name: "entity.sort",
  permission: "entity:read",
  route: { method: "POST", path: "/entities/sort", summary: "Bring entities into the order of a list" },
  input: z.strictObject({
    entities: z
      .array(z.strictObject({ blueprint: z.string().max(63), identifier: z.string().min(1).max(200) }))
      .min(1, "Name at least one")
      .max(200_000, "Name at most 200,000 at once"),
    ...listOrder,
    text: entityFilter.text,
  }),
  output: z.object({ ids: z.array(z.string()) }),
  async run({ ctx, input }) {
    const { entities, sort, direction, text } = input;
    checkOrder(input);
    const order = sort === "best" ? { field: sort, text } : { field: sort, direction };
    const statement = sortStatement(entities, order, { orgId: ctx.org.id, now: new Date() });
    const rows = await compiledQueryTransaction((tx) => tx.execute<{ id: string }>(statement));
    return { ids: rows.map(({ id }) => id) };
  },
});
