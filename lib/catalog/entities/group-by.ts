import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Query, Scalar } from "#lib/catalog/query/ast.ts";

const fields = { owner: sql`e.owner_ref`, lifecycle: sql`e.lifecycle`, type: sql`e.type`, blueprint: sql`e.blueprint` };
type GroupField = keyof typeof fields;
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

/** The value of an entity as text, for alias `e`; a property's is JSON, so that 1 and "1" stay apart. Null is no value. */
export function groupValue(by: string): SQL {
  if (by in fields) return fields[by as GroupField];
  return sql`nullif(e.properties -> ${by.slice(propertyPrefix.length)}::text, 'null'::jsonb)::text`;
}

/** A group's name in an address. */
export function groupId(by: string, value: string | null): string {
  if (value === null) return noValue;
  return value === noValue && by in fields ? JSON.stringify(noValue) : value;
}

/** The value that a name in an address stands for. */
function groupOfId(by: string, id: string): string | null {
  if (id === noValue) return null;
  return id === JSON.stringify(noValue) && by in fields ? noValue : id;
}

/** Holds for the entities of one group. */
export function inGroup(by: string, value: string | null): SQL {
  return value === null ? sql`${groupValue(by)} is null` : sql`${groupValue(by)} = ${value}`;
}

/**
 * The condition of a group in the query language, for a list of it alone. Undefined for what the language has no value for: a property
 * that is a list or an object.
 */
export function queryOfGroup(by: string, id: string): Query | undefined {
  const value = groupOfId(by, id);
  const term =
    by in fields
      ? { field: by as GroupField }
      : { path: ["properties", by.slice(propertyPrefix.length)] as ["properties", string] };
  if (value === null) return { op: "not", of: { op: "exists", term } };
  if ("field" in term) return { op: "=", term, value };
  const known = scalarOf(value);
  return known === undefined ? undefined : { op: "=", term, value: known };
}

/** How a value reads: a property's without its quotes. */
export function groupLabel(by: string, value: string): string {
  if (by in fields) return value;
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
