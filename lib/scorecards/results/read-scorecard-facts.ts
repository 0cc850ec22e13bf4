import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { ScorecardFacts } from "#lib/catalog/query/entity-facts.ts";

/** The organization's scorecards by identifier, with what each says of one entity. */
export async function readScorecardFacts(
  tx: Transaction,
  orgId: string,
  entityId: string,
): Promise<Map<string, ScorecardFacts>> {
  const rows = await tx.execute<{ identifier: string; levels: string[]; score: ScorecardFacts["score"] }>(sql`
    select s.identifier, jsonb_path_query_array(s.levels, '$[*].name') as levels,
      case when l.entity_id is not null then jsonb_build_object('level', l.level, 'passed', l.passed, 'total', l.total, 'states', l.states) end as score
    from scorecards s
      left join scorecard_levels l on l.org_id = s.org_id and l.scorecard_id = s.id and l.entity_id = ${entityId}::uuid
    where s.org_id = ${orgId}::uuid`);
  return new Map([...rows].map(({ identifier, ...facts }) => [identifier, facts]));
}
