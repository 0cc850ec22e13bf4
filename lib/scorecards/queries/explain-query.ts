import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { findAsker } from "#lib/catalog/mine/find-asker.ts";
import { readTypes } from "#lib/catalog/queries/kinds-of-properties.ts";
import { BlueprintOfQuery, QueryProblem, WrittenQuery } from "#lib/catalog/queries/schema.ts";
import type { Asker } from "#lib/catalog/query/asker.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { compileState } from "#lib/catalog/query/compiler/compile.ts";
import { queryNeeds } from "#lib/catalog/query/elaboration/query-needs.ts";
import type { EntityFacts } from "#lib/catalog/query/entity-facts.ts";
import { evaluateQuery, findCauses } from "#lib/catalog/query/interpreter/evaluate.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";
import { asAppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";
import { toCause } from "#lib/scorecards/results/explain-rule.ts";
import { readEntityFacts } from "#lib/scorecards/results/read-entity-facts.ts";
import { readRelatives } from "#lib/scorecards/results/read-relatives.ts";
import { readScorecardFacts } from "#lib/scorecards/results/read-scorecard-facts.ts";

/** Nobody waits longer for a hint. */
const patience = "400ms";

type Scope = { orgId: string; now: Date; asker?: Asker | undefined };
type Found = { id: string; blueprint: string; identifier: string; title: string };

const Explained = z.object({
  /** Null when the text is a query. */
  problem: QueryProblem.nullable(),
  /** What it was looked at for: the entity that was named, or the first for which it cannot be decided; null when there is none. */
  entity: z.object({ blueprint: z.string(), identifier: z.string(), title: z.string() }).nullable(),
  state: z.enum(["true", "false", "error"]).nullable(),
  /** The conditions that decided it, and what was found there. */
  causes: z.array(z.object({ condition: z.string(), found: z.string() })),
});
export type ExplainedQuery = z.output<typeof Explained>;

const nothing = { problem: null, entity: null, state: null, causes: [] };

/** Why a query is true, false or an error for an entity; without one, for the first for which it is an error. */
export const explainQuery = query({
  name: "query.explain",
  permission: "entity:read",
  route: {
    method: "POST",
    path: "/queries/explain",
    summary: "Say why a query holds for an entity, or does not, or cannot be decided",
  },
  input: z.strictObject({
    text: WrittenQuery,
    blueprint: BlueprintOfQuery,
    identifier: z.string().min(1).max(200).optional().describe("Of the entity; without it, one is looked for"),
  }),
  output: Explained,
  async run({ ctx, tx, input: { text, blueprint, identifier } }) {
    const result = parseQuery(text, await readTypes(tx, ctx.org.id, blueprint));
    if (!result.ok) return { ...nothing, problem: result.error };
    const scope = { orgId: ctx.org.id, now: new Date(), asker: await findAsker({ ctx, tx }, result.query) };
    const found = await (identifier === undefined
      ? findUndecided(result.query, scope, blueprint)
      : findNamed(tx, scope.orgId, blueprint, identifier));
    const facts = found === null ? null : await readFacts(tx, scope.orgId, found.id, result.query);
    if (found === null || facts === null) return nothing;
    const { id: _, ...entity } = found;
    const explanation = evaluateQuery(result.query, facts, scope);
    return { problem: null, entity, state: explanation.state, causes: findCauses(explanation).map(toCause) };
  },
});

/** The first entity for which a query cannot be decided; null when there is none, or when finding one takes too long. */
async function findUndecided(condition: Query, scope: Scope, blueprint: string | undefined): Promise<Found | null> {
  if (!mayBeUndecided(condition)) return null;
  const ofKind = blueprint === undefined ? sql`` : sql` and e.blueprint = ${blueprint}`;
  try {
    const [row] = await compiledQueryTransaction(async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${patience}, true)`);
      return tx.execute<Found>(sql`
        select e.id, e.blueprint, e.identifier, e.title from entities as e
        where e.org_id = ${scope.orgId}::uuid and not e.is_archived${ofKind} and ${compileState(condition, scope)} = 'error' limit 1`);
    });
    return row ?? null;
  } catch (error) {
    if (asAppError(error).code !== "unavailable") throw error;
    return null;
  }
}

/** Whether there could be an entity for which it is an error: not where it looks only at what every entity has in one type. */
function mayBeUndecided(query: Query): boolean {
  if (query.op === "not") return mayBeUndecided(query.of);
  if ("of" in query) return query.of.some(mayBeUndecided);
  if (query.op === "expression") return true;
  return "term" in query && query.op !== "exists" && !("field" in query.term) && !("count" in query.term);
}

async function findNamed(
  tx: Transaction,
  orgId: string,
  blueprint: string | undefined,
  identifier: string,
): Promise<Found | null> {
  const [row] = await tx.execute<Found>(sql`
    select e.id, e.blueprint, e.identifier, e.title from entities e
    where e.org_id = ${orgId}::uuid and e.blueprint = ${blueprint ?? ""} and e.identifier = ${identifier} and not e.is_archived`);
  return row ?? null;
}

/** What the interpreter sees of an entity, as far as the query looks. */
async function readFacts(tx: Transaction, orgId: string, id: string, condition: Query): Promise<EntityFacts | null> {
  const facts = await readEntityFacts(tx, orgId, id);
  if (facts === null) return null;
  const needs = queryNeeds(condition);
  const relatives = await readRelatives(tx, orgId, id, needs.hops);
  const scorecards = needs.scorecards.length > 0 ? await readScorecardFacts(tx, orgId, id) : undefined;
  return {
    ...facts,
    ...(relatives === undefined ? {} : { relatives }),
    ...(scorecards === undefined ? {} : { scorecards }),
  };
}
