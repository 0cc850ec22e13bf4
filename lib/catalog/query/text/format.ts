import type { Place, Query, Scalar, Term, Value } from "../ast.ts";
import { formatExpression } from "./format-expression.ts";

const wordExpression = /^[A-Za-z_][A-Za-z0-9_-]*$/;

function formatName(name: string): string {
  return wordExpression.test(name) ? name : JSON.stringify(name);
}

function formatPlace(place: Place): string {
  if ("field" in place) return place.field;
  const [root, ...keys] = place.path;
  return root + keys.map((key) => (wordExpression.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`)).join("");
}

/** What stands left of an operator, as text. */
export function formatTerm(term: Term): string {
  if ("count" in term) return `count(${term.direction === "incoming" ? "incoming " : ""}${formatName(term.count)})`;
  if ("length" in term) return `length(${formatPlace(term.length)})`;
  if ("age" in term) return `age(${formatPlace(term.age)})`;
  return formatPlace(term);
}

/** A value as it is written in a query. */
export function formatValue(value: Value | Scalar): string {
  if (typeof value !== "object") return typeof value === "string" ? JSON.stringify(value) : String(value);
  return `${value.amount} ${value.amount === 1 ? value.unit.slice(0, -1) : value.unit}`;
}

/** Negations that have a wording of their own. */
function formatNegation(of: Query): string {
  if (of.op === "exists") return `${formatTerm(of.term)} is empty`;
  if (of.op === "in") return `${formatTerm(of.term)} not in [${of.values.map(formatValue).join(", ")}]`;
  if (of.op === "contains" || of.op === "startsWith")
    return `${formatTerm(of.term)} not ${of.op} ${formatValue(of.value)}`;
  return `not ${formatOperand(of)}`;
}

function formatOperand(query: Query): string {
  return query.op === "and" || query.op === "or" ? `(${formatQuery(query)})` : formatQuery(query);
}

/** The text form of a query. Parsing it gives back the same query. */
export function formatQuery(query: Query): string {
  switch (query.op) {
    case "and":
    case "or":
      return query.of.map(formatOperand).join(` ${query.op} `);
    case "not":
      return formatNegation(query.of);
    case "in":
      return `${formatTerm(query.term)} in [${query.values.map(formatValue).join(", ")}]`;
    case "exists":
      return `${formatTerm(query.term)} exists`;
    case "resolved":
      return `resolved(${formatName(query.relation)})`;
    case "expression":
      return formatExpression(query.expression);
    default:
      return `${formatTerm(query.term)} ${query.op} ${formatValue(query.value)}`;
  }
}
