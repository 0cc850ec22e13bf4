import type { Transaction } from "#db/client.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import { derivedTypes, typeOfProperty } from "#lib/catalog/derived/type-of-derived.ts";
import type { WrittenProperty } from "#lib/catalog/queries/schema.ts";
import type { PropertyTypes } from "#lib/catalog/query/elaboration/elaboration.ts";
import { unknown, type ValueType } from "#lib/catalog/query/value-type.ts";

/**
 * The types of the properties of a kind by name, derived ones included; none when there is no such kind or none was named. `written` are
 * the properties of a kind that is being designed.
 */
export async function readTypes(
  tx: Transaction,
  orgId: string,
  blueprint: string | undefined,
  written?: WrittenProperty[],
): Promise<PropertyTypes> {
  // All kinds: what is mirrored has the type that it has elsewhere.
  const stored = blueprint === undefined ? {} : derivedTypes(await readBlueprints(tx, orgId), blueprint);
  if (written === undefined) return stored;
  return Object.fromEntries(written.map((one) => [one.identifier, typeOfWritten(one, stored[one.identifier])]));
}

/** The type of a property that is being designed; where it says none, what is stored under its name. */
export function typeOfWritten({ type, format, itemType }: WrittenProperty, stored: ValueType = unknown): ValueType {
  if (type === undefined) return stored;
  return typeOfProperty({ type, format, items: itemType === undefined ? undefined : { type: itemType } });
}
