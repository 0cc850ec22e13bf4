import { z } from "zod";
import { type FacetName, facetNames, noOwner } from "#lib/catalog/entities/lists/entity-filter.ts";
import type { CountRow } from "#lib/catalog/entities/lists/statements-of-counts.ts";
import { toReference } from "#lib/catalog/entities/summary-row.ts";

const Facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number() }));

/** The values of each facet, with how many entities have them. */
export const EntityFacets = z.object({ type: Facet, lifecycle: Facet, owner: Facet, tag: Facet });
export type EntityFacets = z.infer<typeof EntityFacets>;

/** The rows of `countsStatement` as they are answered. */
export function toCounts(rows: CountRow[]) {
  const total = rows.find((row) => row.facet === "all");
  const of = (name: FacetName) => rows.filter((row) => row.facet === name);
  const facet = (name: FacetName) => of(name).map(toFacetValue);
  return {
    total: total?.count ?? 0,
    isTotalExact: total?.isExact ?? true,
    facets: { type: facet("type"), lifecycle: facet("lifecycle"), owner: facet("owner"), tag: facet("tag") },
    inexactFacets: facetNames.filter((name) => of(name).some((row) => !row.isExact)),
  };
}

function toFacetValue({ facet, value, count, ownerTitle }: CountRow) {
  if (facet !== "owner") return { value, label: value, count };
  return { value, label: value === noOwner ? "No owner" : (toReference(value, ownerTitle)?.title ?? value), count };
}
