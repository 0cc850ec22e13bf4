import { sql } from "drizzle-orm";
import { z } from "zod";
import { Cursor, type KeyColumn, readKeyset, toPage } from "#lib/kernel/keyset.ts";
import type { ResultScope } from "#lib/scorecards/results/read-blocks.ts";
import { levelName } from "#lib/scorecards/scorecards/level-name.ts";
import { Level, RuleState } from "#lib/scorecards/scorecards/schema.ts";

export const MatrixRow = z.object({
  entityId: z.string(),
  blueprint: z.string(),
  identifier: z.string(),
  title: z.string(),
  level: Level,
  /** The next level and how many of its rules do not pass; null at the highest. */
  next: Level.extend({ missing: z.number() }).nullable(),
  /** By the identifier of the rule. */
  states: z.record(z.string(), RuleState),
});
export type MatrixRow = z.infer<typeof MatrixRow>;

/** What the entities of a scorecard can be sorted by. */
export const matrixSorts = ["next", "title", "level"] as const;

export const MatrixInput = z.strictObject({
  sort: z.enum(matrixSorts).default("next").describe("next: closest to the next level first"),
  direction: z.enum(["ascending", "descending"]).default("ascending"),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(12),
});

type Row = Omit<MatrixRow, "level" | "next"> & { rank: number; missing: number; keys: (string | null)[] };

const title: KeyColumn = { sql: sql`lower(e.title)`, type: "text" };
const level: KeyColumn = { sql: sql`l.level`, type: "integer" };
// Nobody at the highest level is close to a next one.
const closeness: KeyColumn = { sql: sql`case when l.to_next = 0 then 100000 else l.to_next::int end`, type: "integer" };
const failed: KeyColumn = { sql: sql`-l.passed::int`, type: "integer" };
const id: KeyColumn = { sql: sql`e.id`, type: "uuid" };
const orders: Record<(typeof matrixSorts)[number], { by: KeyColumn; ties: KeyColumn[] }> = {
  next: { by: closeness, ties: [failed, title, id] },
  title: { by: title, ties: [id] },
  level: { by: level, ties: [closeness, title, id] },
};

/** A page of entities with the state of each rule. */
export async function readMatrix(scope: ResultScope, page: z.infer<typeof MatrixInput>) {
  const { tx, orgId, scorecardId, levels } = scope;
  const keyset = readKeyset({ ...orders[page.sort], direction: page.direction }, page.cursor);
  const found = await tx.execute<Row>(sql`
    select l.entity_id as "entityId", e.blueprint, e.identifier, e.title, l.level as rank, l.to_next as missing, l.states, ${keyset.keys} as keys
    from scorecard_levels l join entities e on e.org_id = l.org_id and e.id = l.entity_id
    where l.org_id = ${orgId}::uuid and l.scorecard_id = ${scorecardId}::uuid and ${keyset.condition}
    order by ${keyset.orderBy} limit ${page.limit + 1}`);
  const { items, ...places } = toPage(found, keyset, page.limit);
  const rows = items.map(({ rank, missing, keys: _keys, ...row }): MatrixRow => {
    const next = levels.find((level) => level.rank === rank + 1);
    return {
      ...row,
      level: { rank, name: levelName(levels, rank) },
      next: next === undefined ? null : { ...next, missing },
    };
  });
  return { rows, ...places };
}
