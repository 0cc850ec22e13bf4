import { type BlueprintInput, BlueprintInput as Schema } from "#lib/catalog/blueprints/schema.ts";
import { shippedDelivery } from "#lib/catalog/blueprints/shipped/delivery.ts";
import { shippedDescriptors } from "#lib/catalog/blueprints/shipped/descriptors.ts";

type ShippedBlueprint = BlueprintInput & { position: number };

/**
 * The blueprints that come with Causeway: the kinds of the Backstage descriptor format with the fields of its specification, and what
 * delivery is made of. They are not copied into an organization: a row without a definition has the one that ships with this version.
 */
export const shippedBlueprints: ShippedBlueprint[] = [...shippedDescriptors, ...shippedDelivery].map(
  ({ position, ...blueprint }) => ({ ...Schema.parse(blueprint), position }),
);

const byIdentifier = new Map(shippedBlueprints.map((blueprint) => [blueprint.identifier, blueprint]));

/** The blueprint of that name as it ships, or null. */
export function shippedBlueprint(identifier: string): ShippedBlueprint | null {
  return byIdentifier.get(identifier) ?? null;
}
