import { z } from "zod";
import { readTypes } from "#lib/catalog/queries/kinds-of-properties.ts";
import {
  BlueprintOfQuery,
  NeededSource,
  QueryProblem,
  WrittenProperties,
  WrittenQuery,
} from "#lib/catalog/queries/schema.ts";
import { checkValue } from "#lib/catalog/query/elaboration/check-value.ts";
import type { PropertyTypes } from "#lib/catalog/query/elaboration/elaboration.ts";
import { queryNeeds } from "#lib/catalog/query/elaboration/query-needs.ts";
import { type SourceName, sources } from "#lib/catalog/query/functions/sources.ts";
import { describeQuery } from "#lib/catalog/query/text/describe-query.ts";
import { formatQuery } from "#lib/catalog/query/text/format.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";
import { describeType } from "#lib/catalog/query/value-type.ts";
import { query } from "#lib/kernel/operation.ts";

const Check = z.object({
  /** Null when the text is a query. */
  problem: QueryProblem.nullable(),
  /** How it would be written anew, and in words. */
  formatted: z.string().nullable(),
  words: z.string().nullable(),
  /** What it yields: true or false for a condition. */
  type: z.string().nullable(),
  sources: z.array(NeededSource),
  /** Whether its outcome changes when nothing but time passes. */
  dependsOnTime: z.boolean(),
});

function needed(names: readonly SourceName[]) {
  return names.map((name) => ({ name, ...sources[name] }));
}

function checkCondition(text: string, types: PropertyTypes): z.input<typeof Check> {
  const result = parseQuery(text, types);
  if (!result.ok) return failed(result.error);
  const needs = queryNeeds(result.query);
  return {
    problem: null,
    formatted: formatQuery(result.query),
    words: describeQuery(result.query),
    type: "true or false",
    sources: needed(needs.sources),
    dependsOnTime: needs.time,
  };
}

function failed(problem: z.input<typeof QueryProblem>): z.input<typeof Check> {
  return { problem, formatted: null, words: null, type: null, sources: [], dependsOnTime: false };
}

function checkAny(text: string, types: PropertyTypes): z.input<typeof Check> {
  const result = checkValue(text, types);
  if (!result.ok) return failed(result.error);
  const type = describeType(result.type);
  const { sources: names, time } = result.needs;
  return { problem: null, formatted: null, words: null, type, sources: needed(names), dependsOnTime: time };
}

/** Whether a text is a query, where not, what it says, and which sources it needs: what an editor asks while somebody types. */
export const checkQuery = query({
  name: "query.check",
  permission: "entity:read",
  route: {
    method: "POST",
    path: "/queries/check",
    summary: "Check a query: where it is wrong, what it says, which sources it needs",
  },
  input: z.strictObject({
    text: WrittenQuery,
    blueprint: BlueprintOfQuery,
    properties: WrittenProperties,
    expects: z.enum(["condition", "value"]).default("condition"),
  }),
  output: Check,
  async run({ ctx, tx, input }) {
    const types = await readTypes(tx, ctx.org.id, input.blueprint, input.properties);
    return input.expects === "condition" ? checkCondition(input.text, types) : checkAny(input.text, types);
  },
});
