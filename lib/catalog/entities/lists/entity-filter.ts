import { z } from "zod";
import type { Query } from "#lib/catalog/query/ast.ts";
import { allOf } from "#lib/catalog/query/combine.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";
import { AppError } from "#lib/kernel/errors.ts";

const shortText = z.string().max(300, "Use at most 300 characters");

/** A parameter that can be repeated: one text or several. */
const repeated = z
  .union([shortText, z.array(shortText).max(50, "Choose at most 50 values")])
  .default([])
  .transform((value) => (Array.isArray(value) ? value : [value]).filter((item) => item !== ""));

/** How lists of entities are narrowed. Values of one parameter are alternatives; all parameters must hold. */
export const entityFilter = {
  blueprint: z.string().max(63).optional().describe("Only this kind, such as component"),
  text: shortText.optional().describe("Words in title, identifier, description or tags"),
  owner: repeated.describe("Owners such as group:payments; none for entities without an owner"),
  lifecycle: repeated,
  type: repeated,
  tag: repeated,
  query: z
    .string()
    .max(64 * 1024)
    .optional()
    .describe("A condition in the query language"),
};
const schema = z.object(entityFilter);
export type EntityFilter = z.output<typeof schema>;

export const facetNames = ["type", "lifecycle", "owner", "tag"] as const;
export type FacetName = (typeof facetNames)[number];

/** In place of an owner: entities that have none. */
export const noOwner = "none";

/**
 * The filter as one query, so that lists know no second form of predicate.
 * @throws AppError when the query cannot be read
 */
export function buildFilter(filter: EntityFilter): Query | undefined {
  return allOf([...commonConditions(filter), ...facetConditions(filter)]);
}

/** What holds whatever is chosen in the facets. @throws AppError */
export function commonConditions(filter: EntityFilter): Query[] {
  const parts: Query[] = [];
  if (filter.blueprint !== undefined) parts.push({ op: "=", term: { field: "blueprint" }, value: filter.blueprint });
  for (const word of wordsOf(filter.text)) parts.push({ op: "contains", term: { field: "text" }, value: word });
  if (filter.query !== undefined && filter.query.trim() !== "") parts.push(readText(filter.query));
  return parts;
}

/** What is chosen in the facets; `without` leaves one out, so that its own counts show what another choice would give. */
export function facetConditions(filter: EntityFilter, without?: FacetName): Query[] {
  const chosen = (name: FacetName) => (name === without ? [] : filter[name]);
  const parts: Query[] = [];
  for (const field of ["type", "lifecycle"] as const) {
    const values = chosen(field);
    if (values.length > 0) parts.push({ op: "in", term: { field }, values });
  }
  const owners = chosen("owner");
  if (owners.length > 0) parts.push(ownedByAny(owners));
  const tags = chosen("tag").map((tag): Query => ({ op: "contains", term: { field: "tags" }, value: tag }));
  if (tags.length > 0) parts.push(anyOf(tags));
  return parts;
}

/** The words that an entity must all contain. */
export function wordsOf(text: string | undefined): string[] {
  return [
    ...new Set(
      (text ?? "")
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== ""),
    ),
  ].slice(0, 8);
}

function ownedByAny(owners: string[]): Query {
  const named = owners.filter((owner) => owner !== noOwner);
  const parts: Query[] = [];
  if (named.length > 0) parts.push({ op: "in", term: { field: "owner" }, values: named });
  if (named.length < owners.length) parts.push({ op: "not", of: { op: "exists", term: { field: "owner" } } });
  return anyOf(parts);
}

/** One of several conditions. */
export function anyOf(parts: Query[]): Query {
  const [first, ...rest] = parts;
  if (first === undefined) throw new RangeError("anyOf needs a condition");
  return rest.length === 0 ? first : { op: "or", of: [first, ...rest] };
}

function readText(text: string): Query {
  const result = parseQuery(text);
  if (result.ok) return result.query;
  throw new AppError("invalid", `The query cannot be read. ${result.error.message}`, [
    { path: "query", message: result.error.message },
  ]);
}
