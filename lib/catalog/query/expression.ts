/**
 * Expressions: what a condition can be beyond comparing one stored value with a written one. This is how they are written and
 * stored; `elaborate.ts` finds out what the names mean and which types they have.
 */

export const comparisonSigns = ["=", "!=", ">", ">=", "<", "<="] as const;
export const arithmeticSigns = ["+", "-", "*", "/", "%"] as const;
export const binaryOperators = [...comparisonSigns, ...arithmeticSigns, "contains", "startsWith", "in"] as const;
export const unaryOperators = ["not", "negate", "exists"] as const;
export const junctionOperators = ["and", "or"] as const;

export type ComparisonSign = (typeof comparisonSigns)[number];
export type ArithmeticSign = (typeof arithmeticSigns)[number];
export type BinaryOperator = (typeof binaryOperators)[number];
export type UnaryOperator = (typeof unaryOperators)[number];
export type JunctionOperator = (typeof junctionOperators)[number];

export type Literal = { kind: "literal"; value: null | boolean | number | string };
/** `30 days`; an ISO 8601 duration is the function `duration("P30D")`. */
export type DurationLiteral = { kind: "duration"; amount: number; unit: "minutes" | "hours" | "days" | "weeks" };
export type ListLiteral = { kind: "list"; items: Expression[] };
/** A field, a root such as `properties`, a source such as `git`, or the parameter of a lambda. */
export type Name = { kind: "name"; name: string };
export type Member = { kind: "member"; of: Expression; name: string };
export type Item = { kind: "item"; of: Expression; index: Expression };
/** `name(…)`, or `of.name(…)`. */
export type Call = { kind: "call"; of: Expression | null; name: string; arguments: Expression[]; named: Named[] };
export type Named = { name: string; value: Expression };
export type Lambda = { kind: "lambda"; parameter: string; body: Expression };
export type Operation = {
  kind: "operation";
  operator: BinaryOperator | UnaryOperator | JunctionOperator;
  operands: Expression[];
};
/** An expression that is only a comment: somebody still has to write it. */
export type Unwritten = { kind: "unwritten"; comment: string };

export type Expression =
  | Literal
  | DurationLiteral
  | ListLiteral
  | Name
  | Member
  | Item
  | Call
  | Lambda
  | Operation
  | Unwritten;

/** The parts of an expression, in the order in which they are written. */
export function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case "list":
      return expression.items;
    case "member":
      return [expression.of];
    case "item":
      return [expression.of, expression.index];
    case "call":
      return [
        ...(expression.of === null ? [] : [expression.of]),
        ...expression.arguments,
        ...expression.named.map((argument) => argument.value),
      ];
    case "lambda":
      return [expression.body];
    case "operation":
      return expression.operands;
    default:
      return [];
  }
}
