import type { Query } from "#lib/catalog/query/ast.ts";
import type { EntityFacts } from "#lib/catalog/query/entity-facts.ts";
import { evaluateQuery, findCauses } from "#lib/catalog/query/interpreter/evaluate.ts";

export type RuleCause = { condition: string; found: string };

/** What was found where a rule did not pass: the conditions that decided it, each with a sentence. */
export function explainRule(query: Query, entity: EntityFacts, now: Date): RuleCause[] {
  const causes = findCauses(evaluateQuery(query, entity, { now }));
  return causes.map((cause) => ({ condition: cause.text, found: sentence(cause.message) }));
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
