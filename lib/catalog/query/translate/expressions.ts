import type { Query } from "../ast.ts";
import type { BinaryOperator, Expression } from "../expression.ts";

/** Short ways to write expressions, for translators. */

export const literal = (value: null | boolean | number | string): Expression => ({ kind: "literal", value });
export const name = (text: string): Expression => ({ kind: "name", name: text });
export const list = (values: readonly (boolean | number | string)[]): Expression => ({
  kind: "list",
  items: values.map(literal),
});

export function member(of: Expression, ...keys: string[]): Expression {
  return keys.reduce<Expression>((inner, key) => ({ kind: "member", of: inner, name: key }), of);
}

export function call(of: Expression | null, text: string, ...given: Expression[]): Expression {
  return { kind: "call", of, name: text, arguments: given, named: [] };
}

export function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return { kind: "operation", operator, operands: [left, right] };
}

export function lambda(parameter: string, body: Expression): Expression {
  return { kind: "lambda", parameter, body };
}

/** Several expressions that must all hold, or one of them. */
export function junction(operator: "and" | "or", ...operands: Expression[]): Expression {
  const [first, ...rest] = operands;
  if (first === undefined) return literal(operator === "and");
  return rest.length === 0 ? first : { kind: "operation", operator, operands };
}

export const condition = (expression: Expression): Query => ({ op: "expression", expression });
export const opposite = (of: Query): Query => ({ op: "not", of });

/** Several queries that must all hold, or one of them; none of them is true, or false. */
export function combined(op: "and" | "or", of: readonly Query[]): Query {
  const [first, ...rest] = of;
  if (first === undefined) return condition(literal(op === "and"));
  return rest.length === 0 ? first : { op, of: [first, ...rest] };
}

/** A text as a pattern for exactly that text. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
