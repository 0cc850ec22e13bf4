import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { queryNeeds } from "#lib/catalog/query/query-needs.ts";

export type EvaluatedRule = { identifier: string; level: number; query: Query };
export type EvaluatedScorecard = { id: string; filter: Query; topLevel: number; rules: EvaluatedRule[] };

/** What evaluation needs of the organization's scorecards, or of one. Queries were read when they were written. */
export async function readDefinitions(
  tx: Transaction,
  orgId: string,
  scorecardId?: string,
): Promise<EvaluatedScorecard[]> {
  const rows = await tx.execute<EvaluatedScorecard>(sql`
    select s.id, s.filter_query as filter, jsonb_array_length(s.levels) as "topLevel",
      jsonb_agg(jsonb_build_object('identifier', r.identifier, 'level', r.level, 'query', r.query) order by r.position) as rules
    from scorecards s join scorecard_rules r on r.org_id = s.org_id and r.scorecard_id = s.id
    where s.org_id = ${orgId}::uuid ${scorecardId === undefined ? sql`` : sql`and s.id = ${scorecardId}::uuid`}
    group by s.org_id, s.id order by s.id`);
  return [...rows];
}

/** Whether a scorecard counts relations that point at its entities: those change without the entity or its relations changing. */
export function countsIncoming(scorecard: EvaluatedScorecard): boolean {
  return [scorecard.filter, ...scorecard.rules.map((rule) => rule.query)].some((query) => queryNeeds(query).incoming);
}
