import { z } from "zod";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import { BlueprintDetail } from "#lib/catalog/blueprints/schema.ts";
import { query } from "#lib/kernel/operation.ts";

export const Kind = BlueprintDetail.omit({ definition: true }).extend({
  propertyCount: z.number(),
  relationCount: z.number(),
  /** The kinds that its relations name. */
  pointsAt: z.array(z.string()),
});
export type Kind = z.output<typeof Kind>;

/** Every kind that an entity can be of, also those that nothing is of yet. */
export const listKinds = query({
  name: "kind.list",
  permission: "blueprint:read",
  route: { method: "GET", path: "/kinds", summary: "List every kind that an entity can be of, used or not" },
  input: z.strictObject({}),
  output: z.object({ items: z.array(Kind) }),
  async run({ ctx, tx }) {
    const blueprints = await readBlueprints(tx, ctx.org.id);
    return {
      items: [...blueprints.values()].map(({ definition, ...kind }) => ({
        ...kind,
        propertyCount: definition.properties.length,
        relationCount: definition.relations.length,
        pointsAt: [...new Set(definition.relations.flatMap(({ targets }) => targets))],
      })),
    };
  },
});
