import { fieldsOf } from "#lib/catalog/contributions/merge-contributions.ts";
import { type ContributionDocument, mapFields } from "#lib/catalog/contributions/schema.ts";
import type { EntityPatch } from "#lib/catalog/entities/schema.ts";

/** What a patch says, as a contribution: an owner is a relation too. */
export function patchAsDocument(patch: EntityPatch): ContributionDocument {
  const { owner, relations, ...rest } = patch;
  const document = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  ) as ContributionDocument;
  if (relations !== undefined) document.relations = relations;
  if (owner === undefined) return document;
  const at = owner?.indexOf(":") ?? 0;
  const ends = owner === null ? [] : [{ blueprint: owner.slice(0, at), identifier: owner.slice(at + 1) }];
  return { ...document, owner, relations: { ...relations, ownedBy: ends } };
}

/** A document with what another one says over it. */
export function applyPatch(document: ContributionDocument, patch: ContributionDocument): ContributionDocument {
  const result = { ...document, ...patch };
  for (const field of [...mapFields, "relations"] as const)
    if (document[field] !== undefined || patch[field] !== undefined)
      result[field as "properties"] = { ...document[field], ...patch[field] };
  return result;
}

/** The fields that a patch speaks of, as forms name them. */
export function touchedFields(patch: ContributionDocument): Set<string> {
  return new Set(fieldsOf(patch).keys());
}
