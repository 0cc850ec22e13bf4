import type { Query } from "#lib/catalog/query/ast.ts";
import type { EntityFacts } from "#lib/catalog/query/entity-facts.ts";
import { evaluateQuery, findCauses } from "#lib/catalog/query/interpreter/evaluate.ts";
import type { Explanation } from "#lib/catalog/query/plain/explanation.ts";

export type RuleCause = { condition: string; found: string };

/** What was found where a rule did not pass: the conditions that decided it, each with a sentence. */
export function explainRule(query: Query, entity: EntityFacts, now: Date): RuleCause[] {
  return findCauses(evaluateQuery(query, entity, { now })).map(toCause);
}

/** One condition with what was found there, as a sentence. */
export function toCause({ text, message }: Pick<Explanation, "text" | "message">): RuleCause {
  // The message of an expression begins with its place, which may be all of it.
  const isWhole = message.startsWith(`${text}: `);
  return { condition: text, found: sentence(isWhole ? message.slice(text.length + 2) : message) };
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
