import { z } from "zod";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import { BlueprintDetail } from "#lib/catalog/blueprints/schema.ts";
import { query } from "#lib/kernel/operation.ts";

/** Every kind that an entity can be of, also those that nothing is of yet. */
export const listKinds = query({
  name: "kind.list",
  permission: "blueprint:read",
  route: { method: "GET", path: "/kinds", summary: "List every kind that an entity can be of, used or not" },
  input: z.strictObject({}),
  output: z.object({ items: z.array(BlueprintDetail.omit({ definition: true })) }),
  async run({ ctx, tx }) {
    const blueprints = await readBlueprints(tx, ctx.org.id);
    return { items: [...blueprints.values()].map(({ definition: _, ...kind }) => kind) };
  },
});
