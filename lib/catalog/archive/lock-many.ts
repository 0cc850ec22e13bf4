import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { entityKey } from "#lib/catalog/entities/edits/editing.ts";
import { AppError, type FieldProblem } from "#lib/kernel/errors.ts";

const problemsInAnswer = 500;

/** The entities that a command about many is about, each named once. */
export const manyInput = (most: number) => ({
  entities: z
    .array(z.strictObject(entityKey))
    .min(1, "Name at least one entity")
    .max(most, `Name at most ${most.toLocaleString("en")} entities at once`)
    .refine(
      (entities) =>
        new Set(entities.map(({ blueprint, identifier }) => `${blueprint}:${identifier}`)).size === entities.length,
      "Name each entity once",
    ),
  isPartial: z.boolean().default(false).describe("Do what can be done, and say what cannot"),
});

export const ManyOutput = z.object({
  done: z.number(),
  refused: z.number(),
  /** `path` begins with the place of the entity, such as `entities.3.identifier`; the first 500. */
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
});

type Key = { blueprint: string; identifier: string };
type Named = { ids: string[]; refused: number; problems: FieldProblem[] };

/**
 * The entities of those names, locked in the order of their ids until the transaction ends. `state` is how they have to be.
 * @throws AppError when one is not, unless what can be done shall be
 */
export async function lockMany(
  tx: Transaction,
  org: string,
  { entities, isPartial }: { entities: Key[]; isPartial: boolean },
  state: "used" | "archived" | "any",
): Promise<Named> {
  const names = JSON.stringify(entities.map(({ blueprint, identifier }, place) => ({ blueprint, identifier, place })));
  const rows = await tx.execute<{ id: string; place: number; isArchived: boolean }>(sql`
    select e.id, r.place, e.is_archived as "isArchived"
    from jsonb_to_recordset(${names}::jsonb) as r(blueprint text, identifier text, place integer)
    join entities e on e.org_id = ${org}::uuid and e.blueprint = r.blueprint and e.identifier = r.identifier
    order by e.id for no key update of e`);
  const fitting = rows.filter(({ isArchived }) => state === "any" || isArchived === (state === "archived"));
  const found = new Set(fitting.map(({ place }) => place));
  const where = state === "archived" ? "among what was archived" : "in the catalog";
  const problems = entities.flatMap(({ blueprint, identifier }, place) =>
    found.has(place)
      ? []
      : [{ path: `entities.${place}.identifier`, message: `There is no ${blueprint} ${identifier} ${where}` }],
  );
  const shown = problems.slice(0, problemsInAnswer);
  if (problems.length > 0 && !isPartial) {
    const message = `${problems.length} of ${entities.length} are not there; nothing was changed.`;
    throw new AppError("not_found", message, shown);
  }
  return { ids: fitting.map(({ id }) => id), refused: problems.length, problems: shown };
}
