import type { ComparisonOperator, Query, Scalar, Place as StoredPlace } from "../ast.ts";
import type { Expression } from "../expression.ts";
import { parseMoment } from "../moments.ts";
import { binary, call, combined, condition, escapePattern, literal, opposite } from "./expressions.ts";
import { contextOf, translateToContext } from "./port-context.ts";
import { scalarOf, scalarsOf, translateProperty, translateRange } from "./port-values.ts";
import { type Place, refuse } from "./translation.ts";

interface Subject {
  expression: Expression;
  stored: StoredPlace;
  place: Place;
}

const opposites: Record<string, string> = {
  "!=": "=",
  doesNotContains: "contains",
  doesNotContain: "contains",
  doesNotBeginsWith: "beginsWith",
  doesNotEndsWith: "endsWith",
  notIn: "in",
  notBetween: "between",
  isEmpty: "isNotEmpty",
};

function isOwner({ stored }: Subject): boolean {
  return "field" in stored && stored.field === "owner";
}

/** A team of Port is a group here, unless it says otherwise. */
function ownerReference(value: Scalar): Scalar {
  return typeof value === "string" && !value.includes(":") ? `group:${value}` : value;
}

function isTime({ stored }: Subject): boolean {
  return "field" in stored && (stored.field === "createdAt" || stored.field === "updatedAt");
}

function compare(subject: Subject, op: ComparisonOperator, value: Scalar): Query {
  const term = subject.stored;
  // A property holds a point in time as text; its order is that of time, not that of letters.
  const isMoment = typeof value === "string" && parseMoment(value) !== undefined && "path" in term;
  if (isMoment && op !== "=" && op !== "contains" && op !== "startsWith")
    return condition(binary(op === "!=" ? "=" : op, call(null, "timestamp", subject.expression), literal(value)));
  return { op, term, value: isOwner(subject) ? ownerReference(value) : value };
}

/** What cannot be compared as it is: the end of a text, a list, an age. */
function translateOperator(operator: string, subject: Subject, value: unknown, place: Place): Query {
  const { expression, stored } = subject;
  const valuePlace = [...place, "value"];
  switch (operator) {
    case "=":
      if (typeof value === "object" && value !== null && ("preset" in value || "from" in value))
        return translateRange(expression, value, valuePlace);
      if (value === null) return condition(binary("=", expression, literal(null)));
      return compare(subject, "=", scalarOf(value, valuePlace));
    case "<":
    case "<=":
    case ">":
    case ">=":
      return compare(subject, operator, scalarOf(value, valuePlace));
    case "contains":
      // The teams of an entity are a list in Port and one owner here.
      return compare(subject, isOwner(subject) ? "=" : "contains", scalarOf(value, valuePlace));
    case "beginsWith":
      return compare(subject, "startsWith", String(scalarOf(value, valuePlace)));
    case "endsWith": {
      const ending = `${escapePattern(String(scalarOf(value, valuePlace)))}$`;
      return condition(call(expression, "matchesIn", literal(ending)));
    }
    case "in":
    case "containsAny": {
      const values = scalarsOf(value, valuePlace);
      if (operator === "in" || isOwner(subject))
        return { op: "in", term: stored, values: isOwner(subject) ? values.map(ownerReference) : values };
      return combined(
        "or",
        values.map((item) => ({ op: "contains", term: stored, value: item })),
      );
    }
    case "between":
      return translateRange(expression, value, valuePlace);
    case "isNotEmpty":
      return { op: "exists", term: stored };
    case "isExpired":
      return { op: ">", term: { age: stored }, value: { amount: 0, unit: "minutes" } };
    case "isNotExpired":
      return { op: "<=", term: { age: stored }, value: { amount: 0, unit: "minutes" } };
    default:
      return refuse([...place, "operator"], `There is no counterpart for the operator ${operator}.`);
  }
}

/** One rule about a property. */
export function translatePropertyRule(rule: Record<string, unknown>, place: Place): Query {
  const { property, value } = rule;
  const operator = String(rule["operator"]);
  if (typeof property !== "string") return refuse([...place, "property"], "The name of a property is expected here.");
  for (const key of ["blueprint", "direction", "required"])
    if (rule[key] !== undefined) refuse([...place, key], `${key} belongs to relatedTo only.`);
  const subject: Subject = { ...translateProperty(property, [...place, "property"]), place };
  const asker = contextOf(value);
  if (asker !== undefined)
    return translateToContext(rule, asker, { expression: subject.expression, isOwner: isOwner(subject) }, place);
  if (isTime(subject) && operator === "=" && typeof value === "string")
    return condition(binary("=", subject.expression, literal(value)));
  const positive = Object.hasOwn(opposites, operator) ? opposites[operator] : undefined;
  const query = translateOperator(positive ?? operator, subject, value, place);
  return positive === undefined ? query : opposite(query);
}
