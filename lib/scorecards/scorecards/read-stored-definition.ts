import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

type StoredDefinition = { id: string; title: string; levels: string[] } & Record<string, unknown>;

/** A scorecard as it is defined now, in the form that people write, or null. */
export async function readStoredDefinition(
  tx: Transaction,
  orgId: string,
  identifier: string,
): Promise<StoredDefinition | null> {
  const [row] = await tx.execute<StoredDefinition>(sql`
    select s.id, s.identifier, s.title, s.description, s.filter_text as filter, jsonb_path_query_array(s.levels, '$[*].name') as levels,
      (select jsonb_agg(jsonb_build_object('identifier', r.identifier, 'title', r.title, 'description', r.description,
          'level', s.levels -> (r.level - 1) ->> 'name', 'query', r.query_text, 'remedy', r.remedy) order by r.position)
        from scorecard_rules r where r.org_id = s.org_id and r.scorecard_id = s.id) as rules
    from scorecards s where s.org_id = ${orgId}::uuid and s.identifier = ${identifier}`);
  return row ?? null;
}
