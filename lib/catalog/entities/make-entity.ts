import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";

/** An entity of which only some parts are known. Its title is its identifier unless given; everything else is empty. */
export function makeEntity(
  parts: Pick<ImportedEntity, "blueprint" | "identifier"> & Partial<ImportedEntity>,
): ImportedEntity {
  return {
    title: parts.identifier,
    description: null,
    ownerRef: null,
    lifecycle: null,
    type: null,
    tags: [],
    labels: {},
    annotations: {},
    links: [],
    properties: {},
    relations: [],
    origin: null,
    ...parts,
  };
}
