import type { Query } from "../ast.ts";
import type { EntityFacts } from "../entity-facts.ts";
import { evaluateCondition } from "./evaluate-condition.ts";
import type { State } from "./explanation.ts";

const opposite: Record<State, State> = { true: "false", false: "true", error: "error" };

/**
 * The state of a query of plain conditions, without saying why. It is {@link evaluateQuery} for those who must be small: a page that
 * asks questions has it in the browser. An expression is an error here.
 */
export function evaluatePlain(query: Query, entity: EntityFacts, nowMs: number): State {
  if (query.op === "expression") return "error";
  if (query.op === "not") return opposite[evaluatePlain(query.of, entity, nowMs)];
  if (!("of" in query)) return evaluateCondition(query, entity, nowMs).state;
  const decisive: State = query.op === "and" ? "false" : "true";
  const states = query.of.map((part) => evaluatePlain(part, entity, nowMs));
  if (states.includes(decisive)) return decisive;
  return states.includes("error") ? "error" : opposite[decisive];
}
