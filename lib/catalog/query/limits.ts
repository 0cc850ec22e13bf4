import { type Expression, partsOf } from "./expression.ts";

/**
 * What one query may cost. The figures bound parsing, the size of the statement (PostgreSQL takes 65,535 parameters)
 * and the number of look-ups per entity.
 */
export const queryLimits = {
  textBytes: 64 * 1024,
  depth: 64,
  /** Conditions, including `and`, `or` and `not`. */
  conditions: 500,
  /** Values in one list. */
  listValues: 200,
  /** Characters in one string, name or key. */
  stringLength: 4096,
  /** Keys below a root, as in `properties.a.b`. */
  pathKeys: 16,
  /** Conditions that look at relations; each is one indexed look-up per entity. */
  relationLookups: 25,
  durationDays: 36_500,
  /** Levels of an expression, the query around it included. */
  expressionDepth: 100,
  /** Parts of all expressions of a query: names, literals, calls and operators. */
  nodes: 4000,
  /** Terms of one sum or product. */
  terms: 32,
  arguments: 16,
  /** Lambdas inside lambdas. */
  lambdaDepth: 3,
  /** Steps of the compiled expressions of a query; each is at most one sub-select. */
  steps: 400,
  /** Elements of a list that a lambda can go through. */
  listElements: 1000,
  /** What the interpreter may do for one entity before it gives up. */
  interpreterSteps: 5_000_000,
} as const;

/** Says why a string cannot be part of a query, or undefined when it can. PostgreSQL text holds neither of the first two. */
export function findTextProblem(text: string): string | undefined {
  if (text.includes("\0")) return "text cannot hold a NUL character";
  if (!text.isWellFormed()) return "text cannot hold half of a surrogate pair";
  if (text.length > queryLimits.stringLength) return `text can have at most ${queryLimits.stringLength} characters`;
  return undefined;
}

interface Shape {
  of?: unknown;
  expression?: unknown;
}

/**
 * Measures something that claims to be a query without recursion, so that it can be refused before anything recurses
 * into it. Returns a sentence, or undefined when it is within the limits.
 */
export function findExcess(candidate: unknown): string | undefined {
  const pending: { node: unknown; depth: number }[] = [{ node: candidate, depth: 1 }];
  let conditions = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next.node !== "object" || next.node === null) continue;
    const { of, expression }: Shape = next.node;
    conditions += 1;
    const excess = findJsonExcess(expression);
    if (excess !== undefined) return excess;
    if (next.depth > queryLimits.depth)
      return `The query is nested more than ${queryLimits.depth} levels deep; flatten it.`;
    if (conditions > queryLimits.conditions)
      return `The query has more than ${queryLimits.conditions} conditions; split it.`;
    const children: unknown[] = Array.isArray(of) ? of : [of];
    for (const child of children) pending.push({ node: child, depth: next.depth + 1 });
  }
  return undefined;
}

/** The same for something that claims to be an expression. */
function findJsonExcess(candidate: unknown): string | undefined {
  const pending: { node: unknown; depth: number }[] = [{ node: candidate, depth: 1 }];
  let nodes = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next.node !== "object" || next.node === null) continue;
    nodes += 1;
    // A part of an expression is up to three levels of JSON.
    if (next.depth > queryLimits.expressionDepth * 3)
      return `The query is nested more than ${queryLimits.depth} levels deep; flatten it.`;
    if (nodes > queryLimits.nodes * 3)
      return `The expressions of the query have more than ${queryLimits.nodes} parts; split it.`;
    for (const child of Object.values(next.node)) pending.push({ node: child, depth: next.depth + 1 });
  }
  return undefined;
}

/** Says why an expression would be too much for what recurses into it, or undefined. Measured without recursion. */
export function findExpressionExcess(root: Expression, nodes: number = queryLimits.nodes): string | undefined {
  const pending = [{ expression: root, depth: 1 }];
  let count = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    count += 1;
    if (count > nodes) return `The expressions of the query have more than ${nodes} parts; split it.`;
    if (next.depth > queryLimits.expressionDepth)
      return `The query is nested more than ${queryLimits.depth} levels deep; flatten it.`;
    for (const part of partsOf(next.expression)) pending.push({ expression: part, depth: next.depth + 1 });
  }
  return undefined;
}
