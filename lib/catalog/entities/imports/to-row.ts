import { type SQL, sql } from "drizzle-orm";
import { hashEntity } from "#lib/catalog/entities/imports/hash-entity.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";

// Stands before the owner in the text that is searched: an owner that is inherited comes and goes without the rest.
const beforeOwner = "\u001f";

/** What the search text ends with for an owner that is inherited; nothing for none. `ref` is SQL such as `e.owner_ref`. */
export function ownerText(ref: SQL): SQL {
  return sql`coalesce(chr(31) || lower(substr(${ref}, strpos(${ref}, ':') + 1)), '')`;
}

/** An entity as statements take it: with its digest, which whoever has it may give, and the text that is searched. */
export function toRow(entity: ImportedEntity, hash = hashEntity(entity)) {
  const own = [entity.title, entity.identifier, entity.description ?? "", ...entity.tags].join(" ").toLowerCase();
  const owner =
    entity.ownerRef === null ? "" : `${beforeOwner}${entity.ownerRef.slice(entity.ownerRef.indexOf(":") + 1)}`;
  const search = `${own.slice(0, 4000).replaceAll(beforeOwner, " ")}${owner.toLowerCase()}`.toWellFormed();
  return { ...entity, tags: [...new Set(entity.tags)], hash, search };
}
