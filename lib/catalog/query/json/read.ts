import { z } from "zod";
import type { Query } from "../ast.ts";
import { findCost } from "../elaboration/query-needs.ts";
import { findExcess, queryLimits } from "../limits.ts";
import { formatQuery } from "../text/format.ts";
import { parseQuery, type QueryResult } from "../text/parse.ts";
import { querySchema } from "./query-schema.ts";

/**
 * Reads a query from either of its forms: text, or the JSON syntax tree. Every query that reaches the compiler or the
 * interpreter has come through here or through {@link parseQuery}.
 */
export function readQuery(input: unknown): QueryResult {
  if (typeof input === "string") return parseQuery(input);
  const refuse = (message: string): QueryResult => ({
    ok: false,
    error: { message, offset: 0, end: 0, line: 1, column: 1 },
  });
  const excess = findExcess(input);
  if (excess !== undefined) return refuse(excess);
  const result = querySchema.safeParse(input);
  if (!result.success) {
    const issue = result.error.issues[0];
    const place = issue === undefined || issue.path.length === 0 ? "The query" : `The query at ${issue.path.join(".")}`;
    return refuse(`${place} cannot be used: ${issue?.message ?? "invalid"}.`);
  }
  if (new TextEncoder().encode(JSON.stringify(result.data)).length > queryLimits.textBytes) {
    return refuse(`The query has more than ${queryLimits.textBytes / 1024} KB; shorten it.`);
  }
  // An expression makes sense when its text does; reading that also gives the one form that its meaning has.
  const cost = hasExpression(result.data) ? undefined : findCost(result.data);
  if (cost !== undefined) return refuse(cost);
  return hasExpression(result.data) ? parseQuery(formatQuery(result.data)) : { ok: true, query: result.data };
}

function hasExpression(query: Query): boolean {
  if (query.op === "not") return hasExpression(query.of);
  return "of" in query ? query.of.some(hasExpression) : query.op === "expression";
}

/** Input of an operation that takes a query as text or JSON; yields the syntax tree. */
export const queryInput = z
  .union([z.string(), z.record(z.string(), z.unknown())])
  .transform((input, context): Query => {
    const result = readQuery(input);
    if (result.ok) return result.query;
    context.addIssue({ code: "custom", message: result.error.message });
    return z.NEVER;
  });
