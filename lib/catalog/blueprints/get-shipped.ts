import { z } from "zod";
import { BlueprintInput } from "#lib/catalog/blueprints/schema.ts";
import { shippedBlueprint } from "#lib/catalog/blueprints/shipped-blueprints.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

/** A kind as it ships with this version, to compare with what an organization made of it and to go back to. */
export const getShipped = query({
  name: "blueprint.get-shipped",
  permission: "blueprint:read",
  route: { method: "GET", path: "/blueprints/{identifier}/shipped", summary: "Read a kind as it ships" },
  input: z.strictObject({ identifier: z.string().max(63) }),
  output: BlueprintInput,
  async run({ input }) {
    const shipped = shippedBlueprint(input.identifier);
    if (shipped === null) throw new AppError("not_found", `No kind ${input.identifier} ships with Causeway.`);
    const { position: _, ...blueprint } = shipped;
    return blueprint;
  },
});
