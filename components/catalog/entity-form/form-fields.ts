import * as words from "#components/words/catalog/entity-form/form-fields.ts";
import type { BlueprintDefinition, RequirableField } from "#lib/catalog/blueprints/schema.ts";
import type { OptionColor, PropertyDefinition } from "#lib/catalog/properties/schema.ts";

/**
 * What a field is filled in with. `lines` are texts, one per line; `pairs` are lines of `key: value`; `links` lines of an address and a
 * title; `labelled` is one address with a title, `named` a person or team by name, `choices` several of the options.
 */
export type FormControl =
  | "text"
  | "long"
  | "number"
  | "yes-no"
  | "choice"
  | "one"
  | "many"
  | "lines"
  | "pairs"
  | "links"
  | "labelled"
  | "named"
  | "choices"
  | "json";

export type FormField = {
  /** As problems name it: `title`, `properties.tier`, `relations.partOf`. */
  path: string;
  label: string;
  hint: string | undefined;
  isRequired: boolean;
  control: FormControl;
  options: { value: string; label: string; color?: OptionColor | undefined }[];
  /** The kinds that can be pointed at; none means any. */
  targets: string[];
  /** Whether the texts of a list are numbers. */
  isNumeric: boolean;
  /** What can be said of each relation itself. */
  details?: { properties: PropertyDefinition[]; hasDates: boolean } | undefined;
};

export type FormSection = { title: string; fields: FormField[] };

const formatHints: Partial<Record<NonNullable<PropertyDefinition["format"]>, string>> = words.formatHints;

/** What a form is made from. */
export type FormDefinition = Pick<BlueprintDefinition, "properties" | "relations" | "requiredFields" | "layout">;

/** The form of a kind, made from what the kind is made of. `others` are properties that an entity has beyond that. */
export function formSections(definition: FormDefinition, others: Map<string, unknown> = new Map()): FormSection[] {
  const needs = (field: RequirableField) => definition.requiredFields.includes(field);
  const always = [
    plain("title", words.title, "text"),
    plain("description", words.description, "long", needs("description")),
    { ...plain("owner", words.owner, "one", needs("owner")), targets: ["group", "user"] },
    plain("type", words.type, "text", needs("type")),
    plain("lifecycle", words.lifecycle, "text", needs("lifecycle")),
    { ...plain("tags", words.tags, "lines"), hint: words.onePerLine },
  ];
  const known = new Map(definition.properties.map((property) => [property.identifier, propertyField(property)]));
  const laidOut = definition.layout.map(({ title, properties }) => ({
    title,
    fields: properties.flatMap((name) => known.get(name) ?? []),
  }));
  const placed = new Set(definition.layout.flatMap(({ properties }) => properties));
  const rest = [...known].filter(([name]) => !placed.has(name)).map(([, field]) => field);
  const relations = definition.relations
    .filter(({ identifier }) => identifier !== "ownedBy")
    .map(
      (relation): FormField => ({
        ...plain(
          `relations.${relation.identifier}`,
          relation.title,
          relation.isMany ? "many" : "one",
          relation.isRequired,
        ),
        hint: relation.description === "" ? undefined : relation.description,
        targets: relation.targets,
        details:
          relation.properties.length > 0 || relation.hasDates
            ? { properties: relation.properties, hasDates: relation.hasDates }
            : undefined,
      }),
    );
  const more = [
    { ...plain("links", words.links, "links"), hint: words.linkPerLine },
    { ...plain("labels", words.labels, "pairs"), hint: words.pairPerLine },
    { ...plain("annotations", words.annotations, "pairs"), hint: words.pairPerLine },
  ];
  return [
    { title: words.basics, fields: always },
    ...laidOut,
    { title: words.properties, fields: rest },
    { title: words.otherProperties, fields: [...others].map(([name, value]) => otherField(name, value)) },
    { title: words.relations, fields: relations },
    { title: words.linksLabelsAndAnnotations, fields: more },
  ].filter(({ fields }) => fields.length > 0);
}

function plain(path: string, label: string, control: FormControl, isRequired = false): FormField {
  return { path, label, hint: undefined, isRequired, control, options: [], targets: [], isNumeric: false };
}

// Nothing is known of it but what it is now.
function otherField(name: string, value: unknown): FormField {
  const controls: Record<string, FormControl> = { string: "text", number: "number", boolean: "yes-no" };
  const isLong = typeof value === "string" && (value.includes("\n") || value.length > 100);
  return plain(`properties.${name}`, name, isLong ? "long" : (controls[typeof value] ?? "json"));
}

/** What a property is filled in with. */
export function propertyField(property: PropertyDefinition): FormField {
  const { identifier, title, description, format, items } = property;
  const options = (property.options ?? items?.options)?.map(({ value, title: name, color }) => ({
    value: String(value),
    label: name ?? String(value),
    color,
  }));
  const control = controlOf(property);
  const limits = format === undefined ? undefined : formatHints[format];
  return {
    ...plain(`properties.${identifier}`, title, control, property.isRequired),
    hint: description === "" ? (control === "lines" ? words.onePerLine : limits) : description,
    options: options ?? [],
    targets: format === "user" ? ["user"] : format === "team" ? ["group"] : [],
    isNumeric: property.type === "number" || items?.type === "number",
  };
}

function controlOf({ type, format, options, items }: PropertyDefinition): FormControl {
  if (options !== undefined) return "choice";
  if (type === "boolean") return "yes-no";
  if (type === "number") return "number";
  if (format === "labelled-url") return "labelled";
  if (format === "user" || format === "team") return "named";
  if (type === "object") return "json";
  if (type === "array" && items?.options !== undefined) return "choices";
  if (type === "array")
    return items === undefined || items.type === "object" || items.type === "boolean" ? "json" : "lines";
  const isLong =
    format !== undefined && ["yaml", "markdown", "openapi", "asyncapi", "graphql", "grpc"].includes(format);
  return isLong ? "long" : "text";
}
