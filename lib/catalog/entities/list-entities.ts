import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { entityFilter, type FacetName, noOwner } from "#lib/catalog/entities/entity-filter.ts";
import { EntitySummary } from "#lib/catalog/entities/entity-views.ts";
import {
  countLimit,
  countStatement,
  facetsStatement,
  keysetOf,
  pageStatement,
  sortFields,
} from "#lib/catalog/entities/statements-of-list.ts";
import { type SummaryRow, toReference, toSummary } from "#lib/catalog/entities/summary-row.ts";
import { Cursor, toPage } from "#lib/kernel/keyset.ts";
import { query } from "#lib/kernel/operation.ts";

const valuesPerFacet = 50;

const Facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number() }));
export const EntityPage = z.object({
  items: z.array(EntitySummary),
  /** How many stand before the first of the page. */
  before: z.number(),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  /** Exact unless `isTotalExact` is false: then there are more than this. */
  total: z.number(),
  isTotalExact: z.boolean(),
  facets: z.object({ type: Facet, lifecycle: Facet, owner: Facet, tag: Facet }),
});
export type EntityPage = z.infer<typeof EntityPage>;

type FacetRow = { facet: FacetName; value: string; count: number; ownerTitle: string | null };

/** A page of entities under a filter, with what else could be chosen. */
export const listEntities = query({
  name: "entity.list",
  permission: "entity:read",
  route: { method: "GET", path: "/entities", summary: "List entities under a filter" },
  input: z.strictObject({
    ...entityFilter,
    sort: z.enum(sortFields).default("title"),
    direction: z.enum(["ascending", "descending"]).default("ascending"),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(50),
  }),
  output: EntityPage,
  async run({ ctx, input }) {
    const { sort, direction, cursor, limit, ...filter } = input;
    const keyset = keysetOf({ field: sort, direction }, cursor);
    const scope = { orgId: ctx.org.id, now: new Date() };
    const statements = {
      page: pageStatement(filter, keyset, limit, scope),
      count: countStatement(filter, scope),
      facets: facetsStatement(filter, valuesPerFacet, scope),
    };
    return compiledQueryTransaction(async (tx) => {
      const [rows, counts, facetRows] = await Promise.all([
        tx.execute<SummaryRow & { keys: (string | null)[] }>(statements.page),
        tx.execute<{ count: number }>(statements.count),
        tx.execute<FacetRow>(statements.facets),
      ]);
      const count = counts[0]?.count ?? 0;
      const facet = (name: FacetRow["facet"]) => [...facetRows].filter((row) => row.facet === name).map(toFacetValue);
      const { items, ...paging } = toPage(rows, keyset, limit);
      return {
        items: items.map(({ keys: _, ...row }) => toSummary(row)),
        ...paging,
        total: Math.min(count, countLimit),
        isTotalExact: count <= countLimit,
        facets: { type: facet("type"), lifecycle: facet("lifecycle"), owner: facet("owner"), tag: facet("tag") },
      };
    });
  },
});

function toFacetValue({ facet, value, count, ownerTitle }: FacetRow) {
  if (facet !== "owner") return { value, label: value, count };
  return { value, label: value === noOwner ? "No owner" : (toReference(value, ownerTitle)?.title ?? value), count };
}
