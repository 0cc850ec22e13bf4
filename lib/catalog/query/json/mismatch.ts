import type { ComparisonOperator, Place, Scalar, Term, Value } from "../ast.ts";
import { queryLimits } from "../limits.ts";
import { durationMs, parseMoment } from "../moments.ts";

/** What is known about a term before any entity is looked at. `json` is known only per entity. */
export type TermKind = "text" | "search" | "list" | "number" | "time" | "age" | "json";

function placeKind(place: Place): TermKind {
  if ("path" in place) return "json";
  if (place.field === "tags") return "list";
  if (place.field === "text") return "search";
  return place.field === "createdAt" || place.field === "updatedAt" ? "time" : "text";
}

/** The kind of value a term yields. */
export function termKind(term: Term): TermKind {
  if ("count" in term || "length" in term) return "number";
  if ("age" in term) return "age";
  return placeKind(term);
}

type Operator = ComparisonOperator | "in";
const ordering: readonly Operator[] = [">", ">=", "<", "<="];
const equality: readonly Operator[] = ["=", "!=", "in"];
const allowedOperators: Record<TermKind, readonly Operator[]> = {
  text: [...equality, ...ordering, "contains", "startsWith"],
  search: ["contains"],
  list: ["contains"],
  number: [...equality, ...ordering],
  time: ordering,
  age: ordering,
  json: [...equality, ...ordering, "contains", "startsWith"],
};
const kindNames: Record<TermKind, string> = {
  text: "text",
  search: "the search text",
  list: "a list",
  number: "a number",
  time: "a point in time",
  age: "an age",
  json: "a value",
};

function findOperandProblem(kind: TermKind, operator: Operator, value: Value): string | undefined {
  if (kind === "age") {
    if (typeof value !== "object") return "an age is compared with a duration, for example 30 days";
    return durationMs(value) > queryLimits.durationDays * 86_400_000
      ? "a duration can be at most 36500 days"
      : undefined;
  }
  if (typeof value === "object") return "a duration can only be compared with age(…)";
  if (kind === "time") {
    const isMoment = typeof value === "string" && parseMoment(value) !== undefined;
    return isMoment
      ? undefined
      : 'a point in time is compared with a date, for example "2026-01-31" or "2026-01-31T08:00:00Z"';
  }
  if (kind === "number") return typeof value === "number" ? undefined : "a number is compared with a number";
  if (kind !== "json")
    return typeof value === "string" ? undefined : `${kindNames[kind]} is compared with text in quotes`;
  if (operator === "startsWith" && typeof value !== "string") return "startsWith needs text in quotes";
  return ordering.includes(operator) && typeof value === "boolean"
    ? "true and false have no order; use = or !="
    : undefined;
}

function findSubjectProblem(term: Term): string | undefined {
  if ("length" in term && !["text", "list", "json"].includes(placeKind(term.length))) {
    return "length(…) takes text, tags or a path such as links";
  }
  if ("age" in term && !["time", "json"].includes(placeKind(term.age))) {
    return "age(…) takes createdAt, updatedAt or a path such as properties.lastDeployAt";
  }
  return undefined;
}

/**
 * Says why a comparison can never make sense, whatever the entity, or undefined when it can. Such a query is refused
 * when it is read; only what depends on the entity's own values becomes an error at run time.
 */
export function findMismatch(term: Term, operator: Operator, ...values: (Value | Scalar)[]): string | undefined {
  const subjectProblem = findSubjectProblem(term);
  if (subjectProblem !== undefined) return subjectProblem;
  const kind = termKind(term);
  const allowed = allowedOperators[kind];
  if (!allowed.includes(operator))
    return `${kindNames[kind]} cannot be used with ${operator}; use ${allowed.join(", ")}`;
  if (new Set(values.map((value) => typeof value)).size > 1) return "all values of a list must be of one type";
  for (const value of values) {
    const problem = findOperandProblem(kind, operator, value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
