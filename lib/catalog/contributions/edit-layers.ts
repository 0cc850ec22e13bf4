import { applyPatch } from "#lib/catalog/contributions/apply-patch.ts";
import { fieldsOf, mergeContributions, withoutField } from "#lib/catalog/contributions/merge-contributions.ts";
import type { Layer, LayeredEntity } from "#lib/catalog/contributions/read-layers.ts";
import type { ContributionDocument } from "#lib/catalog/contributions/schema.ts";
import { canonicalText } from "#lib/catalog/entities/imports/hash-entity.ts";
import type { StoredSource } from "#lib/catalog/sources/upsert-source.ts";

/**
 * An entity's layers after somebody edits it. Beside others only what was edited is said, and only where it differs from what they say:
 * setting a field to what the file says is the same as dropping the override.
 */
export function editLayers(
  { layers, entity }: LayeredEntity,
  source: StoredSource,
  patch: ContributionDocument,
  { at, by }: { at: string; by: string },
): Layer[] {
  const { id: sourceId, ...named } = source;
  const others = layers.filter((layer) => layer.sourceId !== sourceId);
  const own = layers.find((layer) => layer.sourceId === sourceId);
  let document = applyPatch(own?.document ?? {}, patch);
  const said = { ...own?.said };
  const theirs = fieldsOf(mergeContributions(others));
  if (!theirs.has("title")) theirs.set("title", entity.identifier);
  for (const [path, value] of fieldsOf(patch)) {
    said[path] = { at, by };
    if (others.length > 0 && !isEqual(theirs.get(path), value)) continue;
    if (others.length > 0 || isNothing(value)) {
      document = withoutField(document, path);
      delete said[path];
    }
  }
  const isSilent = others.length > 0 && fieldsOf(document).size === 0;
  const layer: Layer = { ...named, sourceId, at, document, contentHash: null, origin: own?.origin ?? null, said };
  return isSilent ? others : [...others, layer];
}

/** An entity's layers after one source takes back what it says of a field, or everything. Null when it says nothing of the kind. */
export function retract(layers: Layer[], sourceId: string, path: string | undefined): Layer[] | null {
  const own = layers.find((layer) => layer.sourceId === sourceId);
  if (own === undefined) return null;
  const others = layers.filter((layer) => layer !== own);
  if (path === undefined) return others;
  if (!fieldsOf(own.document).has(path)) return null;
  let document = withoutField(own.document, path);
  // An owner is a relation too.
  if (path === "owner") document = withoutField(document, "relations.ownedBy");
  const { [path]: _, ...said } = own.said;
  // An import that comes again has to say it again.
  return fieldsOf(document).size === 0 ? others : [...others, { ...own, document, said, contentHash: null }];
}

function isEqual(one: unknown, other: unknown): boolean {
  return (isNothing(one) && isNothing(other)) || canonicalText(one) === canonicalText(other);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
