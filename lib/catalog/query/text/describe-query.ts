import type { Comparison, Query, Term } from "../ast.ts";
import { formatTerm, formatValue } from "./format.ts";
import { formatExpression } from "./format-expression.ts";
import { operatorWords, timeOperatorWords } from "./operator-words.ts";

function describeTerm(term: Term): string {
  if ("count" in term)
    return `the number of ${term.count} relations ${term.direction === "incoming" ? "that point at it" : "that it has"}`;
  if ("length" in term) return `the length of ${formatTerm(term.length)}`;
  if ("age" in term) return `the time since ${formatTerm(term.age)}`;
  return formatTerm(term);
}

function describeComparison({ term, op, value }: Comparison): string {
  const isTime = "field" in term && (term.field === "createdAt" || term.field === "updatedAt");
  const words = (isTime ? timeOperatorWords[op] : undefined) ?? operatorWords[op];
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
      return `${describeTerm(of.term)} ${operatorWords.notIn} ${of.values.map(formatValue).join(", ")}`;
    case "contains":
      return `${describeTerm(of.term)} ${operatorWords.notContains} ${formatValue(of.value)}`;
    case "startsWith":
      return `${describeTerm(of.term)} ${operatorWords.notStartsWith} ${formatValue(of.value)}`;
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
      return `${describeTerm(query.term)} ${operatorWords.in} ${query.values.map(formatValue).join(", ")}`;
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
