import type { Comparison, Query, Term } from "./ast.ts";
import { formatTerm, formatValue } from "./format.ts";
import { formatExpression } from "./format-expression.ts";

const comparisons: Record<Comparison["op"], string> = {
  "=": "is",
  "!=": "is not",
  ">": "is more than",
  ">=": "is at least",
  "<": "is less than",
  "<=": "is at most",
  contains: "contains",
  startsWith: "starts with",
};

const timeComparisons: Partial<Record<Comparison["op"], string>> = {
  ">": "is after",
  ">=": "is at or after",
  "<": "is before",
  "<=": "is at or before",
};

function describeTerm(term: Term): string {
  if ("count" in term)
    return `the number of ${term.count} relations ${term.direction === "incoming" ? "that point at it" : "that it has"}`;
  if ("length" in term) return `the length of ${formatTerm(term.length)}`;
  if ("age" in term) return `the time since ${formatTerm(term.age)}`;
  return formatTerm(term);
}

function describeComparison({ term, op, value }: Comparison): string {
  const isTime = "field" in term && (term.field === "createdAt" || term.field === "updatedAt");
  const words = (isTime ? timeComparisons[op] : undefined) ?? comparisons[op];
  return `${describeTerm(term)} ${words} ${formatValue(value)}`;
}

function describePart(query: Query): string {
  return query.op === "and" || query.op === "or" ? `(${describeQuery(query)})` : describeQuery(query);
}

function describeNegation(of: Query): string {
  switch (of.op) {
    case "exists":
      return `${formatTerm(of.term)} is missing or empty`;
    case "in":
      return `${describeTerm(of.term)} is none of ${of.values.map(formatValue).join(", ")}`;
    case "contains":
      return `${describeTerm(of.term)} does not contain ${formatValue(of.value)}`;
    case "resolved":
      return `a ${of.relation} relation points at something that is not in the catalog`;
    default:
      return `not: ${describePart(of)}`;
  }
}

/** A query in words, for people who do not write expressions. An expression stands as it is written. */
export function describeQuery(query: Query): string {
  switch (query.op) {
    case "and":
    case "or":
      return query.of.map(describePart).join(` ${query.op} `);
    case "not":
      return describeNegation(query.of);
    case "in":
      return `${describeTerm(query.term)} is one of ${query.values.map(formatValue).join(", ")}`;
    case "exists":
      return `${formatTerm(query.term)} is there and not empty`;
    case "resolved":
      return `no ${query.relation} relation points at something that is not in the catalog`;
    case "expression":
      return query.expression.kind === "unwritten" ? "nothing yet, only a comment" : formatExpression(query.expression);
    default:
      return describeComparison(query);
  }
}
