import { entityHref } from "#components/catalog/entity-href.ts";
import type { GraphRest } from "#lib/catalog/graph/schema.ts";

/** The list of all relations of one type that an entity has. */
export function relationListHref(
  org: string,
  entity: { blueprint: string; identifier: string },
  { type, direction }: Pick<GraphRest, "type" | "direction">,
): string {
  return `${entityHref(org, entity)}?${new URLSearchParams({ tab: "relations", type, direction })}`;
}
