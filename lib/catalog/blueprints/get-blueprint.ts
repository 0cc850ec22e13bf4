import { z } from "zod";
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
  output: BlueprintDetail,
  async run({ ctx, tx, input }) {
    const blueprints = await readBlueprints(tx, ctx.org.id, [input.identifier]);
    const blueprint = blueprints.get(input.identifier);
    if (blueprint === undefined) throw new AppError("not_found", `There is no kind ${input.identifier}.`);
    return blueprint;
  },
});
