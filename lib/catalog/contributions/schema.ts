import { z } from "zod";
import type { EntityLink, ImportedEntity } from "#lib/catalog/entities/schema.ts";

export const RelationEnd = z.object({
  blueprint: z.string(),
  identifier: z.string(),
  properties: z.record(z.string(), z.unknown()).optional(),
  since: z.string().optional(),
  until: z.string().optional(),
});
export type RelationEnd = z.output<typeof RelationEnd>;

/**
 * What one source says about an entity. A field that is not there is not spoken about; null (or an empty list) says that there is
 * nothing, which overrules others too.
 */
export type ContributionDocument = {
  title?: string | null;
  description?: string | null;
  owner?: string | null;
  lifecycle?: string | null;
  type?: string | null;
  tags?: string[];
  links?: z.output<typeof EntityLink>[];
  labels?: Record<string, string | null>;
  annotations?: Record<string, string | null>;
  properties?: Record<string, unknown>;
  relations?: Record<string, RelationEnd[]>;
};

export const scalarFields = ["title", "description", "owner", "lifecycle", "type"] as const;
export const listFields = ["tags", "links"] as const;
export const mapFields = ["labels", "annotations", "properties"] as const;

/** A source's description of an entity as what it says: what it leaves empty it does not speak about. */
export function toDocument(entity: ImportedEntity): ContributionDocument {
  const { ownerRef, title, description, lifecycle, type, tags, links, labels, annotations, properties } = entity;
  const document: ContributionDocument = {};
  const scalars = { title: title === entity.identifier ? null : title, description, owner: ownerRef, lifecycle, type };
  for (const field of scalarFields)
    if (scalars[field] !== null && scalars[field] !== "") document[field] = scalars[field];
  if (tags.length > 0) document.tags = tags;
  if (links.length > 0) document.links = links;
  for (const [field, map] of Object.entries({ labels, annotations, properties }))
    if (Object.keys(map).length > 0) document[field as "properties"] = map;
  const relations = relationsByType(entity.relations);
  if (Object.keys(relations).length > 0) document.relations = relations;
  return document;
}

/** What all say together as a description of the entity. */
export function toEntity(
  key: Pick<ImportedEntity, "blueprint" | "identifier" | "origin">,
  document: ContributionDocument,
): ImportedEntity {
  const withoutNulls = <T>(map: Record<string, T | null> = {}) =>
    Object.fromEntries(Object.entries(map).filter(([, value]) => value !== null)) as Record<string, T>;
  return {
    ...key,
    title: document.title ?? key.identifier,
    description: document.description ?? null,
    ownerRef: document.owner ?? null,
    lifecycle: document.lifecycle ?? null,
    type: document.type ?? null,
    tags: document.tags ?? [],
    links: document.links ?? [],
    labels: withoutNulls(document.labels),
    annotations: withoutNulls(document.annotations),
    properties: withoutNulls(document.properties),
    relations: Object.entries(document.relations ?? {}).flatMap(([type, ends]) =>
      ends.map((end) => ({ type, ...end })),
    ),
  };
}

function relationsByType(relations: ImportedEntity["relations"]): Record<string, RelationEnd[]> {
  const ordered = relations.map(({ type, ...end }) => ({
    type,
    end,
    key: `${type} ${end.blueprint}:${end.identifier}`,
  }));
  ordered.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  const groups = new Map<string, RelationEnd[]>();
  for (const { type, end } of ordered) groups.set(type, [...(groups.get(type) ?? []), end]);
  return Object.fromEntries(groups);
}
