import { type ContributionDocument, listFields, mapFields, scalarFields } from "#lib/catalog/contributions/schema.ts";

/** One source's word about an entity, and how much it weighs. */
export type Contribution = { sourceId: string; precedence: number; at: string; document: ContributionDocument };

/**
 * What an entity is when several speak about it. The first in `rankContributions` that speaks of a field has the say: fields, and `tags`,
 * `links` and the relations of one type as a whole; `labels`, `annotations` and `properties` key by key.
 */
export function mergeContributions(contributions: Contribution[]): ContributionDocument {
  const merged: ContributionDocument = {};
  // From the weakest to the strongest, each over the ones before.
  for (const { document } of rankContributions(contributions).reverse()) {
    for (const field of scalarFields) if (document[field] !== undefined) merged[field] = document[field];
    if (document.tags !== undefined) merged.tags = document.tags;
    if (document.links !== undefined) merged.links = document.links;
    for (const field of [...mapFields, "relations"] as const)
      if (document[field] !== undefined) merged[field as "properties"] = { ...merged[field], ...document[field] };
  }
  return merged;
}

/** The strongest first: by precedence, then by who spoke last. */
export function rankContributions<T extends Omit<Contribution, "document">>(contributions: T[]): T[] {
  return contributions.toSorted(
    (one, other) =>
      other.precedence - one.precedence || compare(other.at, one.at) || compare(one.sourceId, other.sourceId),
  );
}

/** Every field that a document speaks of, as its path, with what it says. */
export function fieldsOf(document: ContributionDocument): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const field of [...scalarFields, ...listFields])
    if (document[field] !== undefined) fields.set(field, document[field]);
  for (const field of [...mapFields, "relations"] as const)
    for (const [key, value] of Object.entries(document[field] ?? {})) fields.set(`${field}.${key}`, value);
  return fields;
}

/** A document without one of its fields. */
export function withoutField(document: ContributionDocument, path: string): ContributionDocument {
  const at = path.indexOf(".");
  const [field, key] = at < 0 ? [path, null] : [path.slice(0, at), path.slice(at + 1)];
  const { [field as "properties"]: value, ...rest } = document;
  if (key === null || value === undefined) return rest;
  const { [key]: _, ...others } = value;
  return Object.keys(others).length === 0 ? rest : { ...rest, [field]: others };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
