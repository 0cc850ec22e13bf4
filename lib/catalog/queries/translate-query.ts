import { z } from "zod";
import { NeededSource } from "#lib/catalog/queries/schema.ts";
import { queryNeeds } from "#lib/catalog/query/elaboration/query-needs.ts";
import { sources } from "#lib/catalog/query/functions/sources.ts";
import { formatQuery } from "#lib/catalog/query/text/format.ts";
import { translateBackstageFilter } from "#lib/catalog/query/translate/backstage-filter.ts";
import { translateBackstagePredicate } from "#lib/catalog/query/translate/backstage-predicate.ts";
import { translateCql } from "#lib/catalog/query/translate/cortex.ts";
import { translatePortQuery } from "#lib/catalog/query/translate/port.ts";
import type { Translation } from "#lib/catalog/query/translate/translation.ts";
import { query } from "#lib/kernel/operation.ts";

const most = 64 * 1024;
type Foreign = string | Record<string, unknown> | string[];

/** The JSON of a text that is some. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function translate(from: "cortex" | "port" | "backstage", foreign: Foreign): Translation {
  if (from === "cortex" && typeof foreign !== "string")
    return { ok: false, place: "", message: "A query of Cortex is a text." };
  if (from === "cortex") return translateCql(String(foreign));
  const isJson = typeof foreign === "string" && foreign.trim().startsWith("{");
  const tree: unknown = isJson ? parseJson(foreign) : foreign;
  if (isJson && tree === undefined) return { ok: false, place: "", message: "This begins like JSON and is none." };
  if (from === "port") return translatePortQuery(tree);
  if (typeof tree === "string") return translateBackstageFilter(tree);
  return Array.isArray(tree) ? translateBackstageFilter(tree.map(String)) : translateBackstagePredicate(tree);
}

/** A query of another portal in this language, or the place that has no counterpart here and why. */
export const translateQuery = query({
  name: "query.translate",
  permission: "entity:read",
  route: {
    method: "POST",
    path: "/queries/translate",
    summary: "Translate a query of Cortex, Port or Backstage into the query language",
  },
  input: z.strictObject({
    from: z.enum(["cortex", "port", "backstage"]),
    query: z
      .union([z.string().max(most), z.array(z.string().max(most)).max(50), z.record(z.string(), z.unknown())])
      .refine((value) => JSON.stringify(value).length <= 2 * most, "Use at most 64 KB")
      .describe("CQL as text; rules of Port as JSON; filters of Backstage as text, or its predicates as JSON"),
  }),
  output: z.object({
    text: z.string().nullable(),
    sources: z.array(NeededSource),
    /** Where in what was given, and why it cannot be translated. Nothing is ever left out. */
    problem: z.object({ place: z.string(), message: z.string() }).nullable(),
  }),
  async run({ input }) {
    const result = translate(input.from, input.query);
    if (!result.ok) return { text: null, sources: [], problem: { place: result.place, message: result.message } };
    const needed = queryNeeds(result.query).sources.map((name) => ({ name, ...sources[name] }));
    return { text: formatQuery(result.query), sources: needed, problem: null };
  },
});
