import { hashEntity } from "#lib/catalog/entities/hash-entity.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";

/** An entity as statements take it: with its digest, which whoever has it may give, and the text that is searched. */
export function toRow(entity: ImportedEntity, hash = hashEntity(entity)) {
  const search = [entity.title, entity.identifier, entity.description ?? "", ...entity.tags]
    .join(" ")
    .toLowerCase()
    .slice(0, 4000)
    .toWellFormed();
  return { ...entity, tags: [...new Set(entity.tags)], hash, search };
}
