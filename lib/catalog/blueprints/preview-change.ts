import { z } from "zod";
import { checkDefinition } from "#lib/catalog/blueprints/check-definition.ts";
import { findMisfits, Misfit } from "#lib/catalog/blueprints/find-misfits.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

/** What another definition would mean for the entities that are there: how many do not fit, which, why, and what can be converted. */
export const previewChange = query({
  name: "blueprint.preview-change",
  permission: "blueprint:write",
  route: {
    method: "POST",
    path: "/blueprints/{identifier}/preview",
    summary: "See what another definition would mean for the entities of a kind",
  },
  input: z.strictObject({ identifier: z.string().max(63), definition: BlueprintDefinition }),
  output: z.object({ version: z.number(), misfits: z.array(Misfit) }),
  async run({ ctx, tx, input }) {
    const blueprints = await readBlueprints(tx, ctx.org.id);
    const blueprint = blueprints.get(input.identifier);
    if (blueprint === undefined) throw new AppError("not_found", `There is no kind ${input.identifier}.`);
    const problems = await checkDefinition(input.identifier, input.definition, blueprints);
    if (problems.length > 0) throw new AppError("invalid", "The definition cannot be used.", problems);
    const kind = { orgId: ctx.org.id, blueprint: input.identifier };
    const { misfits } = await findMisfits(tx, kind, { before: blueprint.definition, after: input.definition });
    return { version: blueprint.version, misfits };
  },
});
