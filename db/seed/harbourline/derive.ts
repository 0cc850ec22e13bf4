import type { Transaction } from "#db/client.ts";
import { getBlueprint } from "#lib/catalog/blueprints/get-blueprint.ts";
import type { BlueprintInput } from "#lib/catalog/blueprints/schema.ts";
import { updateBlueprint } from "#lib/catalog/blueprints/update-blueprint.ts";
import type { Context } from "#lib/kernel/context.ts";

type Derived = BlueprintInput["definition"]["derived"];

/** What Harbourline works out of its catalog, one of each kind of derived property. */
const derived: Record<string, Derived> = {
  component: [
    {
      kind: "aggregated",
      identifier: "dependents",
      title: "Depended on by",
      description: "How many components need it, directly or through others",
      function: "count",
      path: [{ relation: "dependsOn", direction: "incoming", kinds: ["component"] }],
      isAnyDepth: true,
      filter: "",
    },
    {
      kind: "mirrored",
      identifier: "domain",
      title: "Domain",
      description: "Of the system that it is part of",
      path: [
        { relation: "partOf", direction: "outgoing", kinds: ["system"] },
        { relation: "partOf", direction: "outgoing", kinds: ["domain"] },
      ],
      isAnyDepth: false,
      isOwnFirst: false,
      field: "title",
    },
    {
      kind: "calculated",
      identifier: "isCritical",
      title: "Critical",
      description: "Tier 1, or ten others stand still with it",
      type: "boolean",
      language: "expression",
      expression: 'labels["tier"] = "1" or properties.dependents >= 10',
    },
  ],
  system: [
    {
      kind: "aggregated",
      identifier: "components",
      title: "Components",
      description: "In production",
      function: "count",
      path: [{ relation: "partOf", direction: "incoming", kinds: ["component"] }],
      isAnyDepth: false,
      filter: 'lifecycle = "production"',
    },
  ],
};

/** Has the kinds of the demo company derive something, so that a newcomer sees what that is. */
export async function deriveSomething(ctx: Context, tx: Transaction): Promise<void> {
  for (const [identifier, properties] of Object.entries(derived)) {
    const { title, pluralTitle, icon, description, definition, version } = await getBlueprint.call(
      ctx,
      { identifier },
      tx,
    );
    const changed = { ...definition, derived: properties };
    const input = { identifier, title, pluralTitle, icon, description, definition: changed };
    await updateBlueprint.call(ctx, { ...input, expectedVersion: version }, tx);
  }
}
