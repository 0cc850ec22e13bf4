import type { EditPlan } from "#lib/catalog/entities/edits/plan-edit.ts";
import type { EntityPatch } from "#lib/catalog/entities/schema.ts";

const emptyLists = new Set(["tags", "links"]);

/** The edit that takes another one back: every field that was touched, as it was. */
export function undoPatch({ before, was }: Pick<EditPlan, "before" | "was">): EntityPatch {
  const patch: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(was)) {
    // An owner is a relation, too, which is set with it.
    if (path === "relations.ownedBy") continue;
    const at = path.indexOf(".");
    if (at < 0) {
      // Nobody says a title that is only the identifier.
      patch[path] = value ?? (path === "title" ? before.entity.identifier : emptyLists.has(path) ? [] : null);
      continue;
    }
    const [map, key] = [path.slice(0, at), path.slice(at + 1)];
    patch[map] = { ...(patch[map] as object | undefined), [key]: value ?? (map === "relations" ? [] : null) };
  }
  return patch as EntityPatch;
}
