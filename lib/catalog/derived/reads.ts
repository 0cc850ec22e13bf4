import type { Place, Query, Term } from "#lib/catalog/query/ast.ts";
import { type Core, operandsOf } from "#lib/catalog/query/core.ts";
import { meaningOf } from "#lib/catalog/query/elaboration/query-needs.ts";

/** The names (`owner`, `properties.tier`, `properties` for all of them) that a query looks at in the entity itself. */
export function readsOfQuery(query: Query): string[] {
  if ("of" in query) return [query.of].flat().flatMap(readsOfQuery);
  if (query.op === "expression") return readsOfCore(meaningOf(query.expression).core);
  return "term" in query ? readsOfTerm(query.term) : [];
}

/** The same of an expression. */
export function readsOfCore(core: Core): string[] {
  const own = core.step === "place" ? nameOf(core.place) : [];
  return [...own, ...operandsOf(core).flatMap(readsOfCore)];
}

function readsOfTerm(term: Term): string[] {
  if ("length" in term) return nameOf(term.length);
  if ("age" in term) return nameOf(term.age);
  return "count" in term ? [] : nameOf(term);
}

function nameOf(place: Place): string[] {
  if ("field" in place) return [place.field];
  const [root, key] = place.path;
  return root === "properties" ? [key === undefined ? root : `properties.${key}`] : [];
}
