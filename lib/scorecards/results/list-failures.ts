import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { query } from "#lib/kernel/operation.ts";
import { EntityIds } from "#lib/scorecards/results/entity-ids.ts";
import { levelName } from "#lib/scorecards/scorecards/level-name.ts";
import { Level } from "#lib/scorecards/scorecards/schema.ts";

export const RuleFailure = z.object({
  entityId: z.string(),
  scorecard: z.string(),
  scorecardTitle: z.string(),
  rule: z.string(),
  ruleTitle: z.string(),
  remedy: z.string(),
  /** The next level, which this rule is one of those in the way of. */
  level: Level,
  /** How many rules are in the way of that level, this one among them. */
  missing: z.number(),
  state: z.enum(["fail", "error"]),
  /** Since when the entity has the level that it has. */
  changedAt: z.string(),
});
export type RuleFailure = z.infer<typeof RuleFailure>;

export type FailureRow = Omit<RuleFailure, "level"> & { rank: number; levels: Level[] };

/** The rules between several entities and their next levels, lowest level first. */
export const listFailures = query({
  name: "scorecard.list-failures",
  permission: "scorecard:read",
  route: {
    method: "GET",
    path: "/entity-failures",
    summary: "List what keeps several entities from their next levels",
  },
  input: z.strictObject({ entityIds: EntityIds, limit: z.coerce.number().int().min(1).max(500).default(50) }),
  output: z.object({ failures: z.array(RuleFailure) }),
  async run({ ctx, tx, input }) {
    const rows = await tx.execute<FailureRow>(failuresStatement(ctx.org.id, input.entityIds, input.limit));
    return { failures: [...rows].map(toRuleFailure) };
  },
});

export function failuresStatement(orgId: string, entityIds: string[], limit: number): SQL {
  return sql`
    select l.entity_id as "entityId", s.identifier as scorecard, s.title as "scorecardTitle", r.identifier as rule, r.title as "ruleTitle",
      r.remedy, r.level as rank, s.levels, l.to_next as missing, l.states ->> r.identifier as state, ${iso(sql`l.changed_at`)} as "changedAt"
    from scorecard_levels l
    join scorecards s on s.org_id = l.org_id and s.id = l.scorecard_id
    join scorecard_rules r on r.org_id = l.org_id and r.scorecard_id = l.scorecard_id and r.level = l.level + 1
    where l.org_id = ${orgId}::uuid and l.entity_id = any(${sql.param(entityIds)}::uuid[])
      and l.states ->> r.identifier <> 'pass'
    order by r.level, l.to_next, l.entity_id, r.position limit ${limit}`;
}

export function toRuleFailure({ rank, levels, ...row }: FailureRow): RuleFailure {
  return { ...row, level: { rank, name: levelName(levels, rank) } };
}
