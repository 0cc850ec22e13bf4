import { z } from "zod";
import type { Place, Query, Scalar } from "#lib/catalog/query/ast.ts";

const fields = ["owner", "lifecycle", "type", "blueprint"] as const;
type GroupField = (typeof fields)[number];
const propertyPrefix = "properties.";

/** What a list can be grouped by: a field, or a property of the entities. */
export const GroupBy = z
  .string()
  .max(200)
  .regex(
    /^(owner|lifecycle|type|blueprint|properties\.[^\0]+)$/,
    "Group by owner, lifecycle, type, blueprint or properties.<name>",
  );

/** In place of a value: the entities that have none. */
const noValue = "none";

/** The field that a list is grouped by, or the property. */
export function groupSource(by: string): { field: GroupField } | { property: string } {
  const field = fields.find((name) => name === by);
  return field === undefined ? { property: by.slice(propertyPrefix.length) } : { field };
}

/** A group's name in an address. */
export function groupId(by: string, value: string | null): string {
  if (value === null) return noValue;
  return value === noValue && "field" in groupSource(by) ? JSON.stringify(noValue) : value;
}

/** The value that a name in an address stands for. */
function groupOfId(by: string, id: string): string | null {
  if (id === noValue) return null;
  return id === JSON.stringify(noValue) && "field" in groupSource(by) ? noValue : id;
}

/**
 * The condition of a group in the query language, for a list of it alone. Undefined for what the language has no value for: a property
 * that is a list or an object.
 */
export function queryOfGroup(by: string, id: string): Query | undefined {
  const value = groupOfId(by, id);
  const source = groupSource(by);
  const term: Place = "field" in source ? source : { path: ["properties", source.property] };
  if (value === null) return { op: "not", of: { op: "exists", term } };
  if ("field" in term) return { op: "=", term, value };
  const known = scalarOf(value);
  return known === undefined ? undefined : { op: "=", term, value: known };
}

/** How a value reads: a property's without its quotes. */
export function groupLabel(by: string, value: string): string {
  if ("field" in groupSource(by)) return value;
  const known = scalarOf(value);
  return known === undefined ? value : String(known);
}

function scalarOf(json: string): Scalar | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined;
  } catch {
    return undefined;
  }
}
