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
} as const;

/** Says why a string cannot be part of a query, or undefined when it can. PostgreSQL text holds neither of the first two. */
export function findTextProblem(text: string): string | undefined {
  if (text.includes("\0")) return "text cannot hold a NUL character";
  if (!text.isWellFormed()) return "text cannot hold half of a surrogate pair";
  if (text.length > queryLimits.stringLength) return `text can have at most ${queryLimits.stringLength} characters`;
  return undefined;
}

interface Shape {
  op?: unknown;
  of?: unknown;
  term?: unknown;
}

/**
 * Measures something that claims to be a query without recursion, so that it can be refused before anything recurses
 * into it. Returns a sentence, or undefined when it is within the limits.
 */
export function findExcess(candidate: unknown): string | undefined {
  const pending: { node: unknown; depth: number }[] = [{ node: candidate, depth: 1 }];
  let conditions = 0;
  let relationLookups = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next.node !== "object" || next.node === null) continue;
    const { op, of, term }: Shape = next.node;
    conditions += 1;
    if (op === "resolved" || (typeof term === "object" && term !== null && "count" in term)) relationLookups += 1;
    if (next.depth > queryLimits.depth)
      return `The query is nested more than ${queryLimits.depth} levels deep; flatten it.`;
    if (conditions > queryLimits.conditions)
      return `The query has more than ${queryLimits.conditions} conditions; split it.`;
    if (relationLookups > queryLimits.relationLookups) {
      return `The query looks at relations more than ${queryLimits.relationLookups} times; split it.`;
    }
    const children: unknown[] = Array.isArray(of) ? of : [of];
    for (const child of children) pending.push({ node: child, depth: next.depth + 1 });
  }
  return undefined;
}
