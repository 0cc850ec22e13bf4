import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { hasDerived, hasPending, withPending } from "#lib/catalog/derived/pending-of.ts";
import { buildFilter, entityFilter } from "#lib/catalog/entities/entity-filter.ts";
import { ListedEntity } from "#lib/catalog/entities/entity-views.ts";
import { sortFields } from "#lib/catalog/entities/schema.ts";
import { keysetOf, pageStatement } from "#lib/catalog/entities/statements-of-list.ts";
import { type SummaryRow, toSummary } from "#lib/catalog/entities/summary-row.ts";
import { findAsker } from "#lib/catalog/mine/find-asker.ts";
import { Cursor, toPage } from "#lib/kernel/keyset.ts";
import { query } from "#lib/kernel/operation.ts";

const name = z.string().min(1).max(200);

/** What is exported of a list, and in which order. */
export const exportInput = {
  ...entityFilter,
  sort: z.enum(sortFields).default("title"),
  direction: z.enum(["ascending", "descending"]).default("ascending"),
  properties: z
    .union([name, z.array(name).max(40, "Ask for at most 40 properties")])
    .default([])
    .describe("Names of properties that stand with each entity"),
};

export const ExportedEntity = ListedEntity.extend({ properties: z.record(z.string(), z.unknown()) });
export type ExportedEntity = z.infer<typeof ExportedEntity>;

type Row = SummaryRow & { keys: (string | null)[]; properties: Record<string, unknown> };

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
    const { sort, direction, properties, cursor, limit, ...filter } = input;
    const keyset = keysetOf({ field: sort, direction }, cursor);
    const asker = await findAsker({ ctx, tx }, buildFilter(filter));
    const scope = { orgId: ctx.org.id, now: new Date(), asker };
    const statement = pageStatement(filter, keyset, limit, scope, propertiesOf([properties].flat()));
    const [isAnyPending, rows] = await Promise.all([
      hasPending(tx, ctx.org.id),
      compiledQueryTransaction((own) => own.execute<Row>(statement)),
    ]);
    const { items, nextCursor } = toPage(rows, keyset, limit);
    const shown = items.map(({ keys: _, properties, ...row }) => ({ ...toSummary(row), properties }));
    return {
      items: await withPending(tx, ctx.org.id, isAnyPending, shown),
      nextCursor,
      hasDerived: await hasDerived(tx, ctx.org.id),
    };
  },
});

function propertiesOf(names: string[]): SQL {
  const pairs = [...new Set(names)].map((name) => sql`${name}::text, e.properties -> ${name}::text`);
  return sql`, jsonb_build_object(${sql.join(pairs, sql`, `)}) as properties`;
}
