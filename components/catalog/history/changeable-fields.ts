import { fieldName } from "#components/catalog/said/read-said.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";

const always = ["title", "description", "owner", "lifecycle", "type", "tags", "links"];

/** The fields by which the changes of an entity can be narrowed: those that it has. */
export function changeableFields(entity: EntityDetail): { value: string; label: string }[] {
  const of = (map: "properties" | "labels" | "annotations") => Object.keys(entity[map]).map((name) => `${map}.${name}`);
  return [...always, ...of("properties"), ...of("labels"), ...of("annotations")].map((value) => ({
    value,
    label: fieldName(value),
  }));
}
