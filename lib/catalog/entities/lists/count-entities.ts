import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { EntityFacets, toCounts } from "#lib/catalog/entities/lists/entity-counts.ts";
import { buildFilter, entityFilter } from "#lib/catalog/entities/lists/entity-filter.ts";
import { type CountRow, countsStatement } from "#lib/catalog/entities/lists/statements-of-counts.ts";
import { findAsker } from "#lib/catalog/mine/find-asker.ts";
import { query } from "#lib/kernel/operation.ts";

/** How many entities a filter leaves, however many: what a page asks for after it has shown "10,000+". */
export const countEntities = query({
  name: "entity.count",
  permission: "entity:read",
  route: {
    method: "GET",
    path: "/entities/count",
    summary: "Count entities under a filter, with every facet, exactly",
  },
  input: z.strictObject(entityFilter),
  output: z.object({ total: z.number(), facets: EntityFacets }),
  async run({ ctx, tx: ownTx, input }) {
    const asker = await findAsker({ ctx, tx: ownTx }, buildFilter(input));
    const statement = countsStatement(input, undefined, { orgId: ctx.org.id, now: new Date(), asker });
    const { total, facets } = toCounts([...(await compiledQueryTransaction((tx) => tx.execute<CountRow>(statement)))]);
    return { total, facets };
  },
});
