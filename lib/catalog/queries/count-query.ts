import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { findAsker } from "#lib/catalog/mine/find-asker.ts";
import { readTypes } from "#lib/catalog/queries/kinds-of-properties.ts";
import { BlueprintOfQuery, QueryProblem, WrittenProperties, WrittenQuery } from "#lib/catalog/queries/schema.ts";
import type { Asker } from "#lib/catalog/query/asker.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { compilePredicate } from "#lib/catalog/query/compiler/compile.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";
import { asAppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

/** Counting stops here. */
const countLimit = 10_000;
/** Nobody waits longer for a figure that is shown while they type. */
const patience = "2s";

type Scope = { orgId: string; now: Date; asker?: Asker | undefined; blueprint: string | undefined };

/** How many entities there are of a kind, or of all; read from what the database keeps. */
function total({ orgId, blueprint }: Scope): SQL {
  const ofKind = blueprint === undefined ? sql`` : sql` and c.blueprint = ${blueprint}`;
  return sql`(select coalesce(sum(c.count), 0)::integer from entity_counts as c where c.org_id = ${orgId}::uuid and c.facet = 'all'${ofKind})`;
}

/** How many of them a query matches, up to one more than is counted. */
export function matchesStatement(condition: Query, scope: Scope): SQL {
  const ofKind = scope.blueprint === undefined ? sql`` : sql` and e.blueprint = ${scope.blueprint}`;
  return sql`select ${total(scope)} as total, (select count(*)::integer from (select 1 from entities as e
    where e.org_id = ${scope.orgId}::uuid and not e.is_archived${ofKind} and ${compilePredicate(condition, scope)} limit ${countLimit + 1}) as counted) as matches`;
}

const Count = z.object({
  problem: QueryProblem.nullable(),
  /** Null when the text is no query, or when counting took too long. */
  matches: z.number().int().nullable(),
  /** Whether there are exactly so many and not more. */
  isExact: z.boolean(),
  total: z.number().int().nullable(),
});

async function count(condition: Query, scope: Scope): Promise<z.input<typeof Count>> {
  try {
    const [row] = await compiledQueryTransaction(async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${patience}, true)`);
      return tx.execute<{ total: number; matches: number }>(matchesStatement(condition, scope));
    });
    const { total: all = 0, matches = 0 } = row ?? {};
    const isExact = matches <= countLimit;
    return { problem: null, matches: Math.min(matches, countLimit), isExact, total: all };
  } catch (error) {
    if (asAppError(error).code !== "unavailable") throw error;
    return { problem: null, matches: null, isExact: false, total: null };
  }
}

/** "Matches 143 of 2,014", while a query is typed. */
export const countQuery = query({
  name: "query.count",
  permission: "entity:read",
  route: {
    method: "POST",
    path: "/queries/count",
    summary: "Count the entities that a query matches, exact to 10,000",
  },
  input: z.strictObject({ text: WrittenQuery, blueprint: BlueprintOfQuery, properties: WrittenProperties }),
  output: Count,
  async run({ ctx, tx, input: { text, blueprint, properties } }) {
    const result = parseQuery(text, await readTypes(tx, ctx.org.id, blueprint, properties));
    if (!result.ok) return { problem: result.error, matches: null, isExact: false, total: null };
    const asker = await findAsker({ ctx, tx }, result.query);
    return count(result.query, { orgId: ctx.org.id, now: new Date(), asker, blueprint });
  },
});
