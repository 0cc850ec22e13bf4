import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import type { BlueprintDetail } from "#lib/catalog/blueprints/schema.ts";
import { groupSource } from "#lib/catalog/groups/schema.ts";
import { compilePredicate } from "#lib/catalog/query/compile.ts";
import { namedProperties } from "#lib/catalog/query/named-properties.ts";
import { parseQuery } from "#lib/catalog/query/parse.ts";
import { asAppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

/** Nobody waits longer to hear that something is missing. */
const patience = "500ms";

/** What of a list's state means nothing any more, and how that is mended. Offsets count UTF-16 units in the query. */
const ViewProblem = z.object({
  part: z.enum(["blueprint", "query", "group"]),
  message: z.string(),
  offset: z.number().int(),
  end: z.number().int(),
});
export type ViewProblem = z.infer<typeof ViewProblem>;

/**
 * Finds what a saved view, or an address, asks for that is no longer there: its kind, properties in its query or in its grouping, or that
 * its query cannot be read. A property counts as there when the kind has it or any entity does.
 */
export const checkView = query({
  name: "view.check",
  permission: "view:read",
  route: { method: "POST", path: "/views/check", summary: "Check what of a list's state no longer works" },
  input: z.strictObject({
    blueprint: z.string().max(63).optional().describe("The kind that is listed; absent lists every kind"),
    query: z
      .string()
      .max(64 * 1024, "Use at most 64 KB")
      .optional(),
    group: z.string().max(200).optional(),
  }),
  output: z.object({ problems: z.array(ViewProblem) }),
  async run({ ctx, tx, input: { blueprint, query: text = "", group = "" } }) {
    const kinds = await readBlueprints(tx, ctx.org.id);
    const kind = blueprint === undefined ? undefined : kinds.get(blueprint);
    if (blueprint !== undefined && kind === undefined) {
      const message = `There is no kind ${blueprint} any more. Choose another one; the filters stay.`;
      return { problems: [{ part: "blueprint" as const, message, offset: 0, end: 0 }] };
    }
    const read = parseQuery(text);
    if (text.trim() !== "" && !read.ok) return { problems: [{ part: "query" as const, ...read.error }] };
    const source = group === "" ? { field: "owner" } : groupSource(group);
    const named = [
      ...namedProperties(text).map((property) => ({ part: "query" as const, ...property })),
      ...("property" in source ? [{ part: "group" as const, name: source.property, offset: 0, end: 0 }] : []),
    ];
    const declared = declaredProperties(kind === undefined ? [...kinds.values()] : [kind]);
    const unknown = named.filter(({ name }) => !declared.has(name));
    const missing = await findMissing(
      unknown.map(({ name }) => name),
      { orgId: ctx.org.id, blueprint },
    );
    const whose = kind === undefined ? "Nothing in the catalog" : `No ${kind.title.toLowerCase()}`;
    const problems = unknown
      .filter(({ name }) => missing.has(name))
      .map(({ part, name, offset, end }) => ({ part, message: messageOf[part](whose, name), offset, end }));
    return { problems };
  },
});

const messageOf = {
  query: (whose: string, name: string) =>
    `${whose} has a property ${name}. Write another one, or take the condition out.`,
  group: (whose: string, name: string) => `${whose} has a property ${name} to be grouped by.`,
};

function declaredProperties(kinds: BlueprintDetail[]): Set<string> {
  return new Set(
    kinds.flatMap(({ definition }) =>
      [...definition.properties, ...definition.derived].map((known) => known.identifier),
    ),
  );
}

/** Those of some properties that no entity has. What takes too long to find out counts as there. */
async function findMissing(
  names: string[],
  scope: { orgId: string; blueprint: string | undefined },
): Promise<Set<string>> {
  if (names.length === 0) return new Set();
  const ofKind = scope.blueprint === undefined ? sql`` : sql` and e.blueprint = ${scope.blueprint}`;
  const has = (name: string) =>
    compilePredicate({ op: "exists", term: { path: ["properties", name] } }, { orgId: scope.orgId, now: new Date() });
  const missing = new Set<string>();
  try {
    await compiledQueryTransaction(async (tx: Transaction) => {
      await tx.execute(sql`select set_config('statement_timeout', ${patience}, true)`);
      for (const name of new Set(names.slice(0, 20))) {
        const [found] = await tx.execute(sql`
          select 1 from entities as e where e.org_id = ${scope.orgId}::uuid and not e.is_archived${ofKind} and ${has(name)} limit 1`);
        if (found === undefined) missing.add(name);
      }
    });
  } catch (error) {
    if (asAppError(error).code !== "unavailable") throw error;
  }
  return missing;
}
