import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import type { ResultScope } from "#lib/scorecards/results/read-blocks.ts";
import { countLevels } from "#lib/scorecards/scorecards/level-name.ts";
import { LevelCount } from "#lib/scorecards/scorecards/schema.ts";

const weeks = 12;

export const LevelHistory = z.object({
  /** When the first entity was scored: nothing is known about the time before. */
  startedAt: z.string().nullable(),
  /** Week by week, the last point is now. `counts` is null before `startedAt`: not known is not zero. */
  points: z.array(z.object({ at: z.string(), counts: z.array(LevelCount).nullable() })),
});
export type LevelHistory = z.infer<typeof LevelHistory>;

type Row = { at: string; counts: Record<string, number> | null; startedAt: string | null };

/** How many entities had each level at the end of each of the last twelve weeks, from the history of changes. */
export async function readHistory({ tx, orgId, scorecardId, levels }: ResultScope): Promise<LevelHistory> {
  const rows = await tx.execute<Row>(sql`
    with span as materialized (
      select to_level, at, lead(at) over (partition by entity_id order by at, id) as until
      from level_changes where org_id = ${orgId}::uuid and scorecard_id = ${scorecardId}::uuid),
    point as (select now() - week * interval '7 days' as at from generate_series(0, ${weeks - 1}::integer) as week),
    counted as (
      select p.at, s.to_level, count(*) as count from point p
      join span s on s.at <= p.at and (s.until is null or s.until > p.at) and s.to_level is not null group by p.at, s.to_level)
    select ${iso(sql`p.at`)} as at, (select jsonb_object_agg(c.to_level, c.count) from counted c where c.at = p.at) as counts,
      ${iso(sql`(select min(at) from span)`)} as "startedAt"
    from point p order by p.at`);
  const startedAt = rows[0]?.startedAt ?? null;
  const points = rows.map(({ at, counts }) => ({
    at,
    counts: startedAt === null || at < startedAt ? null : countLevels(levels, counts ?? {}),
  }));
  return { startedAt, points };
}
