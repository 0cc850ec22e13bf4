import type { ComparisonOperator, Query, Scalar, Term, Value } from "../ast.ts";
import { comparisonOperators } from "../ast.ts";
import type { Expression, Operation } from "../expression.ts";
import { findMismatch } from "../json/mismatch.ts";
import { QuerySyntaxError } from "../text/problem.ts";
import type { Spans } from "../text/spans.ts";
import { elaborate } from "./elaborate.ts";
import { asCondition } from "./elaborate-operation.ts";
import { Elaboration, type PropertyTypes } from "./elaboration.ts";
import { placeOf } from "./place-of.ts";

interface Lowering {
  spans: Spans;
  properties: PropertyTypes;
}

/** What stands left of an operator in a plain condition. */
function termOf(expression: Expression): Term | undefined {
  const place = placeOf(expression);
  if (place !== undefined || expression.kind !== "call" || expression.of !== null) return place;
  const [argument, ...rest] = expression.arguments;
  if (argument === undefined || rest.length > 0) return undefined;
  if (expression.name === "count" && argument.kind === "literal" && typeof argument.value === "string") {
    return { count: argument.value, direction: expression.named.length > 0 ? "incoming" : "outgoing" };
  }
  const subject = placeOf(argument);
  if (subject === undefined || expression.named.length > 0) return undefined;
  if (expression.name === "length") return { length: subject };
  return expression.name === "age" ? { age: subject } : undefined;
}

function writtenValue(expression: Expression): Value | undefined {
  if (expression.kind === "duration") return { amount: expression.amount, unit: expression.unit };
  return expression.kind === "literal" && expression.value !== null ? expression.value : undefined;
}

function scalarsOf(expression: Expression): Scalar[] | undefined {
  if (expression.kind !== "list" || expression.items.length === 0) return undefined;
  const values = expression.items.map(writtenValue);
  return values.every((value): value is Scalar => value !== undefined && typeof value !== "object")
    ? values
    : undefined;
}

/** A comparison of something stored with a written value, which indexes can answer. */
function plainCondition(operation: Operation, lowering: Lowering): Query | undefined {
  const [left, right] = operation.operands;
  const term = left === undefined ? undefined : termOf(left);
  if (term === undefined) return undefined;
  if (operation.operator === "exists") {
    return "field" in term || "path" in term ? { op: "exists", term } : undefined;
  }
  if (right === undefined) return undefined;
  const check = (operator: ComparisonOperator | "in", values: Value[]) => {
    const problem = findMismatch(term, operator, ...values);
    const span = lowering.spans.get(right) ?? { start: 0, end: 0 };
    if (problem !== undefined) throw new QuerySyntaxError(span.start, problem, span.end);
  };
  if (operation.operator === "in") {
    const values = scalarsOf(right);
    if (values === undefined) return undefined;
    check("in", values);
    return { op: "in", term, values };
  }
  const op = comparisonOperators.find((known) => known === operation.operator);
  const value = writtenValue(right);
  if (op === undefined || value === undefined) return undefined;
  check(op, [value]);
  return { op, term, value };
}

/** A field alone is no condition; said at the place where its operator is missing. */
function refuseBareField(expression: Expression, { spans }: Lowering): void {
  const place = placeOf(expression);
  if (place === undefined || "path" in place) return;
  const end = spans.get(expression)?.end ?? 0;
  const operators = "=, !=, >, >=, <, <=, in, contains, startsWith, exists or is";
  throw new QuerySyntaxError(end, `expected an operator: ${operators}`);
}

/** Finds out whether an expression makes sense, whatever the entity. */
function checkCondition(expression: Expression, { spans, properties }: Lowering): void {
  // Once as it will be worked out, where only the entity tells what a property is, and once with what the blueprint says.
  for (const types of Object.keys(properties).length === 0 ? [{}] : [{}, properties]) {
    const elaboration = new Elaboration(spans, types);
    asCondition({ ...elaborate(expression, elaboration), expression }, elaboration);
  }
}

/** Turns an expression into the query that it is. @throws QuerySyntaxError at the part that makes no sense */
export function lowerExpression(expression: Expression, lowering: Lowering): Query {
  if (expression.kind === "operation") {
    const { operator, operands } = expression;
    const [first] = operands;
    if (operator === "and" || operator === "or") {
      return { op: operator, of: operands.map((operand) => lowerExpression(operand, lowering)) };
    }
    if (operator === "not" && first !== undefined) return { op: "not", of: lowerExpression(first, lowering) };
    const plain = plainCondition(expression, lowering);
    if (plain !== undefined) {
      if (Object.keys(lowering.properties).length > 0) checkCondition(expression, lowering);
      return plain;
    }
  }
  if (expression.kind === "call" && expression.of === null && expression.name === "resolved") {
    const [relation] = expression.arguments;
    if (relation?.kind === "literal" && typeof relation.value === "string")
      return { op: "resolved", relation: relation.value };
  }
  refuseBareField(expression, lowering);
  checkCondition(expression, lowering);
  return { op: "expression", expression };
}
