import type { FieldName, Query, Term } from "#lib/catalog/query/ast.ts";

// The columns of `listed_entities`.
const listed: readonly FieldName[] = ["blueprint", "type", "lifecycle", "owner", "tags", "text"];

/** Whether a query asks for nothing but what `listed_entities` has, and for relations. */
export function isNarrow(query: Query | undefined): boolean {
  return query === undefined || everyPart(query, (term) => "count" in term || isListed(term));
}

/** Whether a query asks for relations only: of those no index of entities knows anything. */
export function asksForRelationsOnly(query: Query | undefined): boolean {
  return query !== undefined && everyPart(query, (term) => "count" in term || isKind(term));
}

/** The relation that nothing may have to an entity, when a query asks for that and nothing else. */
export function relationNobodyHas(query: Query): string | null {
  if (query.op !== "=" || !("count" in query.term) || query.value !== 0) return null;
  return query.term.direction === "incoming" ? query.term.count : null;
}

function isListed(term: Term): boolean {
  if ("length" in term) return isListed(term.length);
  return "field" in term && listed.includes(term.field);
}

function isKind(term: Term): boolean {
  return "field" in term && term.field === "blueprint";
}

function everyPart(query: Query, test: (term: Term) => boolean): boolean {
  if (query.op === "resolved") return true;
  if (query.op === "expression") return false;
  return "of" in query ? [query.of].flat().every((part) => everyPart(part, test)) : test(query.term);
}
