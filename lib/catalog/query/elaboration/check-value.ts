import type { Core } from "../core.ts";
import type { Expression } from "../expression.ts";
import { parseExpression } from "../text/parse-expression.ts";
import { locateProblem, type QueryProblem, QuerySyntaxError } from "../text/problem.ts";
import type { Spans } from "../text/spans.ts";
import type { ValueType } from "../value-type.ts";
import { elaborate } from "./elaborate.ts";
import { Elaboration, type PropertyTypes } from "./elaboration.ts";
import { needsOfCore, type QueryNeeds } from "./query-needs.ts";

export type ValueCheck =
  | { ok: true; type: ValueType; core: Core; needs: QueryNeeds }
  | { ok: false; error: QueryProblem };

/**
 * Reads an expression that need not be a condition, such as `jira.numOfIssues()`, and says its type and which sources it asks for
 * facts that are not there. `rewrite` may change it before its meaning is asked for.
 */
export function checkValue(
  text: string,
  properties: PropertyTypes = {},
  rewrite: (expression: Expression, spans: Spans) => Expression = (expression) => expression,
): ValueCheck {
  try {
    const { expression, spans } = parseExpression(text);
    const elaboration = new Elaboration(spans, properties);
    const { core, type } = elaborate(rewrite(expression, spans), elaboration);
    return { ok: true, type, core, needs: needsOfCore(core, [...elaboration.needs]) };
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    return { ok: false, error: locateProblem(text, error) };
  }
}
