import type { Query } from "#lib/catalog/query/ast.ts";
import type { EntityFacts } from "#lib/catalog/query/entity-facts.ts";
import { evaluatePlain } from "#lib/catalog/query/plain/evaluate-plain.ts";

/** What the answers of a form are to a condition: an entity that has nothing but properties. */
const nothing: Omit<EntityFacts, "properties"> = {
  blueprint: "",
  identifier: "",
  title: null,
  description: null,
  owner: null,
  lifecycle: null,
  type: null,
  text: null,
  tags: [],
  createdAt: "",
  updatedAt: "",
  annotations: null,
  labels: null,
  links: null,
  relations: [],
};

/**
 * Whether a condition of a form holds: a query in the language of the catalog, in which `properties.region` is the answer to the
 * question `region`. It runs in the browser as well, so it is made of plain conditions.
 */
export function answersFulfil(condition: Query, answers: Record<string, unknown>): boolean {
  return evaluatePlain(condition, { ...nothing, properties: answers }, Date.now()) === "true";
}
