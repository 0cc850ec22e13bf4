import { z } from "zod";
import { comparisonOperators, fieldNames, pathRoots, type Query } from "../ast.ts";
import { findTextProblem, queryLimits } from "../limits.ts";
import { durationUnits } from "../moments.ts";
import { expressionSchema } from "./expression-schema.ts";
import { findMismatch } from "./mismatch.ts";

const text = z.string().superRefine((value, context) => {
  const problem = findTextProblem(value);
  if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
});
const name = text.refine((value) => value !== "", "a relation needs a name");
const scalar = z.union([text, z.number(), z.boolean()]);
const duration = z.strictObject({ amount: z.int().min(0), unit: z.enum(durationUnits) });
const place = z.union([
  z.strictObject({ field: z.enum(fieldNames) }),
  z.strictObject({
    path: z
      .tuple([z.enum(pathRoots)], text)
      .refine(
        (keys) => keys.length <= queryLimits.pathKeys + 1,
        `a path can have at most ${queryLimits.pathKeys} keys`,
      ),
  }),
]);
const term = z.union([
  place,
  z.strictObject({ count: name, direction: z.enum(["outgoing", "incoming"]) }),
  z.strictObject({ length: place }),
  z.strictObject({ age: place }),
]);

const comparison = z
  .strictObject({ op: z.enum(comparisonOperators), term, value: z.union([scalar, duration]) })
  .superRefine((node, context) => {
    const problem = findMismatch(node.term, node.op, node.value);
    if (problem !== undefined) context.addIssue({ code: "custom", message: problem, path: ["value"] });
  });
const membership = z
  .strictObject({ op: z.literal("in"), term, values: z.array(scalar).min(1).max(queryLimits.listValues) })
  .superRefine((node, context) => {
    const problem = findMismatch(node.term, "in", ...node.values);
    if (problem !== undefined) context.addIssue({ code: "custom", message: problem, path: ["values"] });
  });

/**
 * The shape of a query. It recurses: give it only what {@link findExcess} has let through, or use `queryInput` of
 * read.ts, which does both.
 */
export const querySchema: z.ZodType<Query> = z.lazy(() =>
  z.discriminatedUnion("op", [
    z.strictObject({ op: z.enum(["and", "or"]), of: z.array(querySchema).min(2) }),
    z.strictObject({ op: z.literal("not"), of: querySchema }),
    comparison,
    membership,
    z.strictObject({ op: z.literal("exists"), term: place }),
    z.strictObject({ op: z.literal("resolved"), relation: name }),
    z.strictObject({ op: z.literal("expression"), expression: expressionSchema }),
  ]),
);
