import { sql } from "drizzle-orm";
import { z } from "zod";
import { checkDefinition } from "#lib/catalog/blueprints/check-definition.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import { BlueprintInput } from "#lib/catalog/blueprints/schema.ts";
import { recomputeKinds } from "#lib/catalog/derived/recompute-kinds.ts";
import { scheduleAsking } from "#lib/catalog/verification/ask-owners.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Describes a new kind of entity. */
export const createBlueprint = command({
  name: "blueprint.create",
  permission: "blueprint:write",
  route: { method: "POST", path: "/blueprints", summary: "Describe a new kind of entity" },
  input: BlueprintInput,
  output: z.object({ identifier: z.string(), version: z.number() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { identifier, definition } = input;
    const others = await readBlueprints(tx, ctx.org.id);
    const existing = others.get(identifier);
    if (existing !== undefined) {
      const message = `There is a kind ${identifier} already, called ${existing.title}; choose another identifier, or change that one.`;
      throw new AppError("conflict", message, [{ path: "identifier", message }]);
    }
    const problems = await checkDefinition(identifier, definition, others);
    if (problems.length > 0)
      throw new AppError("invalid", "The definition cannot be used; nothing was saved.", problems);
    await tx.execute(sql`
      insert into blueprints (org_id, identifier, title, plural_title, icon, description, definition, is_made)
      values (${ctx.org.id}::uuid, ${identifier}, ${input.title}, ${input.pluralTitle}, ${input.icon}, ${input.description},
        ${JSON.stringify(definition)}::jsonb, true)`);
    audit({ subjectKind: "blueprint", subjectId: identifier, subjectName: input.title, after: input });
    const kinds = new Map<string, { definition: typeof definition }>([...others, [identifier, { definition }]]);
    await recomputeKinds(tx, ctx.org.id, { kind: identifier, before: null, kinds });
    await scheduleAsking(tx, ctx.org.id, definition);
    await emit({ topic: "blueprint.changed", subjectId: identifier });
    return { identifier, version: 1 };
  },
});
