import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "#lib/kernel/operation.ts";
import { EntityIds } from "#lib/scorecards/results/entity-ids.ts";
import { levelName } from "#lib/scorecards/scorecards/level-name.ts";
import { Level } from "#lib/scorecards/scorecards/schema.ts";

export const EntityLevel = Level.extend({ entityId: z.string(), scorecard: z.string(), title: z.string() });
export type EntityLevel = z.infer<typeof EntityLevel>;

/** The levels of the entities of one page, for tables. */
export const listEntityLevels = query({
  name: "scorecard.list-entity-levels",
  permission: "scorecard:read",
  route: { method: "GET", path: "/entity-levels", summary: "List the levels of several entities" },
  input: z.strictObject({ entityIds: EntityIds }),
  output: z.object({ levels: z.array(EntityLevel) }),
  async run({ ctx, tx, input }) {
    return {
      levels: [...(await tx.execute<LevelRow>(levelsStatement(ctx.org.id, input.entityIds)))].map(toEntityLevel),
    };
  },
});

export type LevelRow = Omit<EntityLevel, "name"> & { levels: Level[] };

export function levelsStatement(orgId: string, entityIds: string[]): SQL {
  return sql`
    select l.entity_id as "entityId", s.identifier as scorecard, s.title, l.level as rank, s.levels
    from scorecard_levels l join scorecards s on s.org_id = l.org_id and s.id = l.scorecard_id
    where l.org_id = ${orgId}::uuid and l.entity_id = any(${sql.param(entityIds)}::uuid[])
    order by l.entity_id, lower(s.title), s.id`;
}

export function toEntityLevel({ levels, ...row }: LevelRow): EntityLevel {
  return { ...row, name: levelName(levels, row.rank) };
}
