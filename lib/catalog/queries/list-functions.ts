import { z } from "zod";
import { signatureOf } from "#lib/catalog/query/elaboration/elaborate-call.ts";
import { allFunctions } from "#lib/catalog/query/functions/find-function.ts";
import { sources } from "#lib/catalog/query/functions/sources.ts";
import { describeType } from "#lib/catalog/query/value-type.ts";
import { query } from "#lib/kernel/operation.ts";

const FunctionEntry = z.object({
  /** A method has a point before it. */
  name: z.string(),
  signature: z.string(),
  yields: z.string(),
  description: z.string(),
  example: z.string(),
  source: z.string(),
  /** Whether there are facts for it; otherwise what to do to get them. */
  isAvailable: z.boolean(),
  connect: z.string(),
});

/** Every function of the query language, for a reference beside the editor. */
export const listFunctions = query({
  name: "query.list-functions",
  permission: "entity:read",
  route: { method: "GET", path: "/queries/functions", summary: "List the functions of the query language" },
  input: z.strictObject({}),
  output: z.array(FunctionEntry),
  async run() {
    return allFunctions.map((definition) => ({
      name: definition.name,
      signature: signatureOf(definition),
      yields: describeType(definition.result),
      description: definition.doc,
      example: definition.example,
      source: definition.source,
      isAvailable: definition.build !== undefined,
      connect: sources[definition.source].connect,
    }));
  },
});
