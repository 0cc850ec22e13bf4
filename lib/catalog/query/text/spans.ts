import type { Expression } from "../expression.ts";
import { QuerySyntaxError } from "./problem.ts";

/** Where each part of an expression stands in the text that it was read from; empty for one that came as JSON. */
export type Spans = WeakMap<Expression, { start: number; end: number }>;

/** Refuses a part of an expression, at the place where it stands. */
export function refuseAt(spans: Spans, expression: Expression, message: string): never {
  const span = spans.get(expression) ?? { start: 0, end: 0 };
  throw new QuerySyntaxError(span.start, message, span.end);
}
