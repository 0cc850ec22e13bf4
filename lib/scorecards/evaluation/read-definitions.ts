import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { type QueryNeeds, queryNeeds } from "#lib/catalog/query/elaboration/query-needs.ts";
import { type Asking, orderScorecards } from "#lib/scorecards/evaluation/order-scorecards.ts";

export type EvaluatedRule = { identifier: string; level: number; query: Query };
export type EvaluatedScorecard = { id: string; filter: Query; topLevel: number; rules: EvaluatedRule[] };

/** What makes the results of a scorecard change besides a change of the entity. */
type Causes = {
  /** Relations that point at its entities, or that others state: they change without the entity or its relations changing. */
  incoming: boolean;
  /** Nothing but time. */
  time: boolean;
  /** Whether an entity at the end of such a relation is there, and what it is like. */
  relations: QueryNeeds["relations"];
};
export type ReadScorecard = EvaluatedScorecard & Asking & Causes;

/** The organization's scorecards, each behind those that it asks about. Queries were read when they were written. */
export async function readDefinitions(tx: Transaction, orgId: string): Promise<ReadScorecard[]> {
  const rows = await tx.execute<EvaluatedScorecard & { identifier: string }>(sql`
    select s.id, s.identifier, s.filter_query as filter, jsonb_array_length(s.levels) as "topLevel",
      jsonb_agg(jsonb_build_object('identifier', r.identifier, 'level', r.level, 'query', r.query) order by r.position) as rules
    from scorecards s join scorecard_rules r on r.org_id = s.org_id and r.scorecard_id = s.id
    where s.org_id = ${orgId}::uuid
    group by s.org_id, s.id order by s.id`);
  const scorecards = orderScorecards([...rows].map((row) => ({ ...row, ...needsOf(row) })));
  const causes = new Map<string, Causes>();
  return scorecards.map((scorecard) => {
    // What changes another one changes this one, too.
    const all = [scorecard, ...scorecard.asks.flatMap((asked) => causes.get(asked) ?? [])];
    const own = {
      incoming: all.some(({ incoming }) => incoming),
      time: all.some(({ time }) => time),
      relations: relationsOf(all),
    };
    causes.set(scorecard.identifier, own);
    return { ...scorecard, ...own };
  });
}

/** What the queries of a scorecard look at, together. */
export function needsOf({
  filter,
  rules,
}: Pick<EvaluatedScorecard, "filter"> & { rules: { query: Query }[] }): Causes & Pick<Asking, "asks"> {
  const needs: QueryNeeds[] = [filter, ...rules.map((rule) => rule.query)].map(queryNeeds);
  return {
    asks: [...new Set(needs.flatMap(({ scorecards }) => scorecards))],
    incoming: needs.some(({ incoming }) => incoming),
    time: needs.some(({ time }) => time),
    relations: relationsOf(needs),
  };
}

/** The types of relations that any of these looks at. */
export function relationsOf(all: readonly Pick<QueryNeeds, "relations">[]): QueryNeeds["relations"] {
  const types = new Set<string>();
  for (const { relations } of all) {
    if (relations === "all") return "all";
    for (const type of relations) types.add(type);
  }
  return [...types];
}
