import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { iso } from "#db/columns.ts";
import { countLevels } from "#lib/scorecards/scorecards/level-name.ts";
import type { ScorecardSummary } from "#lib/scorecards/scorecards/schema.ts";

type Row = Omit<ScorecardSummary, "counts"> & { counts: Record<string, number> };

/** The organization's scorecards with how many entities have each level, or the one with an identifier. */
export async function readSummaries(tx: Transaction, orgId: string, identifier?: string): Promise<ScorecardSummary[]> {
  const rows = await tx.execute<Row>(sql`
    select s.id, s.identifier, s.title, s.description, s.filter_text as filter, s.version, s.levels,
      (select count(*)::integer from scorecard_rules r where r.org_id = s.org_id and r.scorecard_id = s.id) as "ruleCount",
      coalesce(l.counts, '{}') as counts, coalesce(l.total, 0)::integer as total, ${iso(sql`l.evaluated_at`)} as "evaluatedAt"
    from scorecards s left join lateral (
      select jsonb_object_agg(g.level, g.count) as counts, sum(g.count) as total, max(g.evaluated_at) as evaluated_at
      from (select level, count(*) as count, max(evaluated_at) as evaluated_at from scorecard_levels
        where org_id = s.org_id and scorecard_id = s.id group by level) as g) as l on true
    where s.org_id = ${orgId}::uuid ${identifier === undefined ? sql`` : sql`and s.identifier = ${identifier}`}
    order by lower(s.title), s.id`);
  return rows.map((row) => ({ ...row, counts: countLevels(row.levels, row.counts) }));
}
