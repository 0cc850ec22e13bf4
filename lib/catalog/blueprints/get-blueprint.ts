import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import { BlueprintDetail } from "#lib/catalog/blueprints/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

/** A kind of entity with what it is made of. */
export const getBlueprint = query({
  name: "blueprint.get",
  permission: "blueprint:read",
  route: { method: "GET", path: "/blueprints/{identifier}", summary: "Read what a kind of entity is made of" },
  input: z.strictObject({ identifier: z.string().max(63) }),
  output: BlueprintDetail.extend({
    /** How far its entities are in being worked out anew after it changed; null when what is derived is current. */
    recomputation: z.object({ since: z.string(), done: z.number(), total: z.number() }).nullable(),
  }),
  async run({ ctx, tx, input }) {
    const blueprints = await readBlueprints(tx, ctx.org.id, [input.identifier]);
    const blueprint = blueprints.get(input.identifier);
    if (blueprint === undefined) throw new AppError("not_found", `There is no kind ${input.identifier}.`);
    const [recomputation] = await tx.execute<{ since: string; done: number; total: number }>(sql`
      select ${iso(sql`c.since`)} as since, c.done, c.total from derived_recomputations c
      where c.org_id = ${ctx.org.id}::uuid and c.blueprint = ${input.identifier}`);
    return { ...blueprint, recomputation: recomputation ?? null };
  },
});
