import { derivedMessage } from "#lib/catalog/blueprints/check-entity.ts";
import type { BlueprintDetail } from "#lib/catalog/blueprints/schema.ts";
import { applyPatch, patchAsDocument, touchedFields } from "#lib/catalog/contributions/apply-patch.ts";
import { editLayers } from "#lib/catalog/contributions/edit-layers.ts";
import { fieldsOf, mergeContributions } from "#lib/catalog/contributions/merge-contributions.ts";
import type { Layer, LayeredEntity } from "#lib/catalog/contributions/read-layers.ts";
import { toDocument, toEntity } from "#lib/catalog/contributions/schema.ts";
import { findProblems } from "#lib/catalog/entities/edits/editing.ts";
import { canonicalText } from "#lib/catalog/entities/imports/hash-entity.ts";
import type { EntityPatch } from "#lib/catalog/entities/schema.ts";
import type { StoredSource } from "#lib/catalog/sources/upsert-source.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

/** What an edit would do: the layers to write, or what is wrong with it. */
export type EditPlan = {
  before: LayeredEntity;
  layers: Layer[];
  problems: FieldProblem[];
  /** Fields in which somebody with a higher precedence says something else. */
  overruled: string[];
  /** Of every field that was touched. */
  was: Record<string, unknown>;
  said: Record<string, unknown>;
};

/** Who edits, and when. */
export type Edit = { source: StoredSource; at: string; by: string; blueprints: ReadonlyMap<string, BlueprintDetail> };

/** What becomes of an entity when somebody edits it; writes nothing. */
export function planEdit(before: LayeredEntity, fields: EntityPatch, { source, at, by, blueprints }: Edit): EditPlan {
  const patch = patchAsDocument(fields);
  const touched = touchedFields(patch);
  const earlier = toDocument(before.entity);
  const wanted = toEntity(before.entity, applyPatch(earlier, patch));
  const layers = editLayers(before, source, patch, { at, by });
  const after = fieldsOf(mergeContributions(layers));
  const said = fieldsOf(patch);
  const was = fieldsOf(earlier);
  const isSame = (path: string) => canonicalText(after.get(path) ?? null) === canonicalText(said.get(path) ?? null);
  // Setting one to nothing is an edit of it, too.
  const derived = blueprints.get(before.entity.blueprint)?.definition.derived ?? [];
  const emptied = derived.flatMap(({ identifier, kind }) => {
    const path = `properties.${identifier}`;
    return touched.has(path) && said.get(path) === null ? [{ path, message: derivedMessage(kind) }] : [];
  });
  return {
    before,
    layers,
    problems: [...findProblems(blueprints, wanted, touched), ...emptied],
    overruled: [...touched].filter((path) => path !== "relations.ownedBy" && after.has(path) && !isSame(path)),
    was: Object.fromEntries([...touched].map((path) => [path, was.get(path) ?? null])),
    said: Object.fromEntries(said),
  };
}
