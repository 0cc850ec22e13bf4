import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { query } from "#lib/kernel/operation.ts";
import { EntityIds } from "#lib/scorecards/results/entity-ids.ts";
import { levelName } from "#lib/scorecards/scorecards/level-name.ts";
import { Level } from "#lib/scorecards/scorecards/schema.ts";

export const LevelChange = z.object({
  id: z.string(),
  at: z.string(),
  entityId: z.string(),
  blueprint: z.string(),
  identifier: z.string(),
  entityTitle: z.string(),
  scorecard: z.string(),
  scorecardTitle: z.string(),
  /** Null when it was not scored before. */
  from: Level.nullable(),
  /** Null when it is not scored any more. */
  to: Level.nullable(),
});
export type LevelChange = z.infer<typeof LevelChange>;

export type ChangeRow = Omit<LevelChange, "from" | "to"> & {
  fromLevel: number | null;
  toLevel: number | null;
  levels: Level[];
};

/** Levels that rose and fell, newest first; of some entities or of all. */
export const listLevelChanges = query({
  name: "scorecard.list-level-changes",
  permission: "scorecard:read",
  route: { method: "GET", path: "/level-changes", summary: "List levels that rose and fell, newest first" },
  input: z.strictObject({
    entityIds: EntityIds.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(20),
  }),
  output: z.object({ changes: z.array(LevelChange) }),
  async run({ ctx, tx, input }) {
    const rows = await tx.execute<ChangeRow>(levelChangesStatement(ctx.org.id, input.entityIds, input.limit));
    return { changes: [...rows].map(toLevelChange) };
  },
});

export function levelChangesStatement(orgId: string, entityIds: string[] | undefined, limit: number): SQL {
  return sql`
    select c.id, ${iso(sql`c.at`)} as at, c.entity_id as "entityId", e.blueprint, e.identifier, e.title as "entityTitle",
      s.identifier as scorecard, s.title as "scorecardTitle", c.from_level as "fromLevel", c.to_level as "toLevel", s.levels
    from level_changes c
    join entities e on e.org_id = c.org_id and e.id = c.entity_id
    join scorecards s on s.org_id = c.org_id and s.id = c.scorecard_id
    where c.org_id = ${orgId}::uuid
      ${entityIds === undefined ? sql`` : sql`and c.entity_id = any(${sql.param(entityIds)}::uuid[])`}
    order by c.at desc, c.id desc limit ${limit}`;
}

export function toLevelChange({ fromLevel, toLevel, levels, ...row }: ChangeRow): LevelChange {
  const levelOf = (rank: number | null) => (rank === null ? null : { rank, name: levelName(levels, rank) });
  return { ...row, from: levelOf(fromLevel), to: levelOf(toLevel) };
}
