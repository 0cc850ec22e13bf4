import type { Asker } from "../asker.ts";
import type { Junction, Negation, Query } from "../ast.ts";
import type { EntityFacts } from "../entity-facts.ts";
import { evaluateCondition } from "../plain/evaluate-condition.ts";
import type { Explanation, State } from "../plain/explanation.ts";
import { formatQuery } from "../text/format.ts";
import { evaluateExpression } from "./evaluate-expression.ts";

export interface EvaluateOptions {
  now: Date;
  asker?: Asker | undefined;
}

const opposite: Record<State, State> = { true: "false", false: "true", error: "error" };

function explainJunction(query: Junction, parts: Explanation[]): Pick<Explanation, "state" | "message"> {
  const decisive: State = query.op === "and" ? "false" : "true";
  const states = parts.map((part) => part.state);
  const state = states.includes(decisive) ? decisive : states.includes("error") ? "error" : opposite[decisive];
  const count = states.filter((partState) => partState === state).length;
  const outcome = { true: "hold", false: "do not hold", error: "could not be decided" }[state];
  return { state, message: `${count} of ${parts.length} conditions ${outcome}` };
}

function evaluateNode(query: Query, entity: EntityFacts, options: EvaluateOptions): Explanation {
  const text = formatQuery(query);
  if (query.op === "not") return evaluateNegation(query, text, entity, options);
  if ("of" in query) {
    const parts = query.of.map((part) => evaluateNode(part, entity, options));
    return { text, parts, ...explainJunction(query, parts) };
  }
  if (query.op === "expression") return { text, parts: [], ...evaluateExpression(query.expression, entity, options) };
  return { text, parts: [], ...evaluateCondition(query, entity, options.now.getTime()) };
}

function evaluateNegation(query: Negation, text: string, entity: EntityFacts, options: EvaluateOptions): Explanation {
  const part = evaluateNode(query.of, entity, options);
  return { state: opposite[part.state], text, message: part.message, parts: [part] };
}

/** Evaluates a query for one entity and says why. It agrees with the compiler on every query and entity. */
export function evaluateQuery(query: Query, entity: EntityFacts, options: EvaluateOptions): Explanation {
  return evaluateNode(query, entity, options);
}

/** The innermost conditions that decided the outcome; for a rule that failed, what has to change. */
export function findCauses(explanation: Explanation): Explanation[] {
  const [only] = explanation.parts;
  if (only === undefined) return [explanation];
  // A negated single condition reads better whole: `links is empty` instead of `links exists`.
  if (explanation.parts.length === 1) return only.parts.length === 0 ? [explanation] : findCauses(only);
  return explanation.parts.filter((part) => part.state === explanation.state).flatMap(findCauses);
}
