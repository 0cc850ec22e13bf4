import { z } from "zod";
import { binaryOperators, type Expression, junctionOperators, unaryOperators } from "../expression.ts";
import { findTextProblem, queryLimits } from "../limits.ts";
import { durationUnits } from "../moments.ts";

const text = z.string().superRefine((value, context) => {
  const problem = findTextProblem(value);
  if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
});
const name = text.refine(
  (value) => /^[^`\r\n]+$/.test(value),
  "a name cannot be empty or have back quotes or line breaks",
);
const expression: z.ZodType<Expression> = z.lazy(() => expressionSchema);
const operands = (count: number) => z.array(expression).length(count);

/** The JSON form of an expression. It recurses: give it only what has been measured. */
export const expressionSchema: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.strictObject({ kind: z.literal("literal"), value: z.union([z.null(), z.boolean(), z.number(), text]) }),
    z.strictObject({ kind: z.literal("duration"), amount: z.int().min(0), unit: z.enum(durationUnits) }),
    z.strictObject({ kind: z.literal("list"), items: z.array(expression).max(queryLimits.listValues) }),
    z.strictObject({ kind: z.literal("name"), name }),
    z.strictObject({ kind: z.literal("member"), of: expression, name: text }),
    z.strictObject({ kind: z.literal("item"), of: expression, index: expression }),
    z.strictObject({
      kind: z.literal("call"),
      of: z.union([z.null(), expression]),
      name,
      arguments: z.array(expression).max(queryLimits.arguments),
      named: z.array(z.strictObject({ name, value: expression })).max(queryLimits.arguments),
    }),
    z.strictObject({ kind: z.literal("lambda"), parameter: name, body: expression }),
    z.strictObject({ kind: z.literal("operation"), operator: z.enum(binaryOperators), operands: operands(2) }),
    z.strictObject({ kind: z.literal("operation"), operator: z.enum(unaryOperators), operands: operands(1) }),
    z.strictObject({
      kind: z.literal("operation"),
      operator: z.enum(junctionOperators),
      operands: z.array(expression).min(2),
    }),
    z.strictObject({
      kind: z.literal("unwritten"),
      comment: text.refine((value) => !value.includes("*/"), "a comment ends at */"),
    }),
  ]),
);
