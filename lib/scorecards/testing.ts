import type { z } from "zod";
import type { TestOrg } from "#db/testing.ts";
import { importEntities } from "#lib/catalog/entities/imports/import-entities.ts";
import { makeEntity } from "#lib/catalog/entities/make-entity.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import type { ScorecardDefinition } from "#lib/scorecards/scorecards/schema.ts";

/** A component with nothing in it but what is given. */
export function component(identifier: string, parts: Partial<ImportedEntity> = {}): ImportedEntity {
  return makeEntity({ blueprint: "component", identifier, ...parts });
}

/** Parts of an entity that is owned by a group. */
export function ownedBy(group: string, parts: Partial<ImportedEntity> = {}): Partial<ImportedEntity> {
  const owner = { type: "ownedBy", blueprint: "group", identifier: group };
  return { ...parts, ownerRef: `group:${group}`, relations: [owner, ...(parts.relations ?? [])] };
}

/** Imports entities the way a program does. */
export function importInto(org: TestOrg, entities: ImportedEntity[], source = "test") {
  return importEntities.call(org.as("member"), { source: { name: source, location: source }, entities });
}

/** A scorecard with one level and one rule, except for what is given. */
export function definition(
  parts: Partial<z.input<typeof ScorecardDefinition>> = {},
): z.input<typeof ScorecardDefinition> {
  return {
    identifier: "readiness",
    title: "Readiness",
    filter: 'blueprint = "component"',
    levels: ["Ready"],
    rules: [
      { identifier: "typed", title: "Has a type", level: "Ready", query: "type exists", remedy: "Set its type." },
    ],
    ...parts,
  };
}
