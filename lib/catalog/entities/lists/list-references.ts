import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { buildFilter, entityFilter } from "#lib/catalog/entities/lists/entity-filter.ts";
import { keysetOf, referencesStatement } from "#lib/catalog/entities/lists/statements-of-list.ts";
import { findAsker } from "#lib/catalog/mine/find-asker.ts";
import { Cursor, toPage } from "#lib/kernel/keyset.ts";
import { query } from "#lib/kernel/operation.ts";

export const EntityReference = z.object({ blueprint: z.string(), identifier: z.string(), title: z.string() });
export type EntityReference = z.infer<typeof EntityReference>;

/** Which entities are under a filter, and nothing else of them: what somebody selects who selects all of a long list. */
export const listReferences = query({
  name: "entity.list-references",
  permission: "entity:read",
  route: { method: "GET", path: "/entities/references", summary: "List which entities are under a filter" },
  input: z.strictObject({
    ...entityFilter,
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(10_000, "Ask for at most 10,000 at once").default(10_000),
  }),
  output: z.object({ items: z.array(EntityReference), nextCursor: z.string().nullable() }),
  async run({ ctx, tx, input }) {
    const { cursor, limit, ...filter } = input;
    const keyset = keysetOf({ field: "title", direction: "ascending" }, cursor);
    const asker = await findAsker({ ctx, tx }, buildFilter(filter));
    const statement = referencesStatement(filter, keyset, limit, { orgId: ctx.org.id, now: new Date(), asker });
    const rows = await compiledQueryTransaction((own) =>
      own.execute<EntityReference & { keys: (string | null)[] }>(statement),
    );
    const { items, nextCursor } = toPage(rows, keyset, limit);
    return { items: items.map(({ blueprint, identifier, title }) => ({ blueprint, identifier, title })), nextCursor };
  },
});
