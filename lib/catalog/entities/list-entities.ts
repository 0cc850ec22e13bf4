import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { entityFilter, type FacetName, noOwner } from "#lib/catalog/entities/entity-filter.ts";
import { EntitySummary } from "#lib/catalog/entities/entity-views.ts";
import {
  countLimit,
  countStatement,
  facetsStatement,
  pageStatement,
  sortFields,
} from "#lib/catalog/entities/statements-of-list.ts";
import { type SummaryRow, toReference, toSummary } from "#lib/catalog/entities/summary-row.ts";
import { query } from "#lib/kernel/operation.ts";

const valuesPerFacet = 50;

const Facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number() }));
export const EntityPage = z.object({
  items: z.array(EntitySummary),
  page: z.number(),
  limit: z.number(),
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
    page: z.coerce.number().int().min(1).max(2000, "Narrow the filter instead of paging this far").default(1),
    limit: z.coerce.number().int().min(1).max(200, "Ask for at most 200 at once").default(50),
  }),
  output: EntityPage,
  async run({ ctx, input }) {
    const { sort, direction, page, limit, ...filter } = input;
    const scope = { orgId: ctx.org.id, now: new Date() };
    const statements = {
      page: pageStatement(filter, { field: sort, direction }, { limit, offset: (page - 1) * limit }, scope),
      count: countStatement(filter, scope),
      facets: facetsStatement(filter, valuesPerFacet, scope),
    };
    return compiledQueryTransaction(async (tx) => {
      const [rows, counts, facetRows] = await Promise.all([
        tx.execute<SummaryRow>(statements.page),
        tx.execute<{ count: number }>(statements.count),
        tx.execute<FacetRow>(statements.facets),
      ]);
      const count = counts[0]?.count ?? 0;
      const facet = (name: FacetRow["facet"]) => [...facetRows].filter((row) => row.facet === name).map(toFacetValue);
      return {
        items: [...rows].map(toSummary),
        page,
        limit,
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
