import type { Transaction } from "#db/client.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import { derivedTypes } from "#lib/catalog/derived/type-of-derived.ts";
import type { PropertyTypes } from "#lib/catalog/query/elaboration.ts";

/** The types of the properties of a kind by name, derived ones included; none when there is no such kind or none was named. */
export async function readTypes(tx: Transaction, orgId: string, blueprint: string | undefined): Promise<PropertyTypes> {
  // All kinds: what is mirrored has the type that it has elsewhere.
  return blueprint === undefined ? {} : derivedTypes(await readBlueprints(tx, orgId), blueprint);
}
