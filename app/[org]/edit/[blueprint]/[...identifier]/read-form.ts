import type { FieldSource } from "#components/catalog/entity-form/entity-form.tsx";
import { formSections } from "#components/catalog/entity-form/form-fields.ts";
import { toValues } from "#components/catalog/entity-form/form-values.ts";
import { referencesOf } from "#components/catalog/properties/references-of.ts";
import type { Transaction } from "#db/client.ts";
import { getBlueprint } from "#lib/catalog/blueprints/get-blueprint.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { getProvenance } from "#lib/catalog/entities/history/get-provenance.ts";
import { resolveReferences } from "#lib/catalog/entities/lists/resolve-references.ts";
import type { Context } from "#lib/kernel/context.ts";

/** What the form of an entity shows: its fields with their values, and who says so. */
export async function readForm(ctx: Context, tx: Transaction, key: { blueprint: string; identifier: string }) {
  const [entity, provenance, { definition }] = await Promise.all([
    getEntity.call(ctx, key, tx),
    getProvenance.call(ctx, key, tx),
    getBlueprint.call(ctx, { identifier: key.blueprint }, tx),
  ]);
  const described = new Set(definition.properties.map(({ identifier }) => identifier));
  const others = Object.entries(entity.properties).filter(
    ([name]) => !described.has(name) && !entity.derived.some(({ identifier }) => identifier === name),
  );
  const sections = formSections(definition, new Map(others));
  const fields = sections.flatMap((section) => section.fields);
  const ends = entity.relations.flatMap(({ items }) => items);
  const references = referencesOf(definition.properties, entity.properties).slice(0, 200);
  const people = await resolveReferences.call(ctx, { references }, tx);
  const names = new Map([...ends, ...people.items].map((end) => [`${end.blueprint}:${end.identifier}`, end.title]));
  const said = new Map(provenance.fields.map(({ field, value }) => [field, value]));
  // An entity that nobody gave a title has its identifier for one.
  said.set("title", entity.title);
  const kinds = new Map(provenance.sources.map((source) => [source.id, source]));
  const nameOf = (reference: string) => names.get(reference) ?? reference;
  const sources: Record<string, FieldSource> = {};
  for (const { field, sourceId, others } of provenance.fields) {
    const source = kinds.get(sourceId);
    const [next] = others;
    if (source === undefined) continue;
    const isByHand = source.kind === "person";
    const isOverride = isByHand && kinds.size > 1;
    const theirs = new Map([[field, next?.value ?? (field === "title" ? key.identifier : null)]]);
    const goesBackTo = isOverride ? (toValues(fields, theirs, nameOf)[field] ?? null) : null;
    sources[field] = { by: source.name, isByHand, goesBackTo };
  }
  return { entity, sections, sources, values: toValues(fields, said, nameOf) };
}
