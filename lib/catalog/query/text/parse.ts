import type { Query } from "../ast.ts";
import type { PropertyTypes } from "../elaboration/elaboration.ts";
import { lowerExpression } from "../elaboration/lower-expression.ts";
import { findCost } from "../elaboration/query-needs.ts";
import { findExcess } from "../limits.ts";
import { parseExpression } from "./parse-expression.ts";
import { locateProblem, type QueryProblem, QuerySyntaxError } from "./problem.ts";

export type QueryResult = { ok: true; query: Query } | { ok: false; error: QueryProblem };

/**
 * Reads the text form of a query. The error names the line, the column and what was expected there. With the types of a blueprint's
 * properties it also refuses what these can never be.
 */
export function parseQuery(text: string, properties: PropertyTypes = {}): QueryResult {
  try {
    const { expression, spans } = parseExpression(text);
    const query = lowerExpression(expression, { spans, properties });
    const excess = findExcess(query) ?? findCost(query);
    if (excess !== undefined) throw new QuerySyntaxError(0, excess.replace(/\.$/, ""));
    return { ok: true, query };
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    return { ok: false, error: locateProblem(text, error) };
  }
}
