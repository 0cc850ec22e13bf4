import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { checkEntity, type Judge } from "#lib/catalog/blueprints/check-entity.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { checkValue } from "#lib/catalog/properties/check-value.ts";
import type { PropertyDefinition } from "#lib/catalog/properties/schema.ts";

/** Something that an entity has, or lacks, and that its kind does not allow. It is kept all the same. */
export const EntityMisfit = z.object({
  /** `blueprint:identifier`. */
  entity: z.string(),
  /** As forms name it, such as `properties.tier`. */
  path: z.string(),
  /** The rule that it breaks, as a sentence that says what to do. */
  message: z.string(),
});
export type EntityMisfit = z.output<typeof EntityMisfit>;

/** What of entities does not fit their kinds, in their order. Each distinct value of a property is judged once. */
export async function findImportMisfits<Entity extends ImportedEntity>(
  tx: Transaction,
  orgId: string,
  entities: readonly Entity[],
): Promise<(EntityMisfit & { of: Entity })[]> {
  const kinds = [...new Set(entities.map(({ blueprint }) => blueprint))];
  const blueprints = await readBlueprints(tx, orgId, kinds);
  const judge = rememberingJudge();
  return entities.flatMap((of) => {
    const definition = blueprints.get(of.blueprint)?.definition;
    if (definition === undefined) return [];
    const entity = `${of.blueprint}:${of.identifier}`;
    return checkEntity(definition, of, judge).map(({ path, message }) => ({ of, entity, path, message }));
  });
}

/** Judges texts, numbers, true and false once for each property; lists and objects each time. */
function rememberingJudge(): Judge {
  const known = new WeakMap<PropertyDefinition, Map<unknown, string | null>>();
  return (property, value) => {
    if (typeof value === "object") return checkValue(property, value);
    let outcomes = known.get(property);
    if (outcomes === undefined) {
      outcomes = new Map();
      known.set(property, outcomes);
    }
    let outcome = outcomes.get(value);
    if (outcome === undefined) {
      outcome = checkValue(property, value);
      outcomes.set(value, outcome);
    }
    return outcome;
  };
}
