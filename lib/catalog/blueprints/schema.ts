import { z } from "zod";
import { DerivedProperty, Ownership } from "#lib/catalog/derived/schema.ts";
import { listColumns } from "#lib/catalog/entities/schema.ts";
import { MemberName, PropertyDefinition } from "#lib/catalog/properties/schema.ts";

const line = (max: number) => z.string().trim().min(1, "Cannot be empty").max(max, `Use at most ${max} characters`);

export const BlueprintIdentifier = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,62}$/, "Use lower-case letters, digits and hyphens, beginning with a letter");

/** A relation that entities of a kind have. Its identifier is the type of the stored relations, such as `partOf`. */
export const RelationDefinition = z.strictObject({
  identifier: MemberName,
  title: line(120),
  description: z.string().trim().max(1000).default(""),
  /** The kinds it may point at; none means any. */
  targets: z.array(BlueprintIdentifier).max(50, "Name at most 50 kinds").default([]),
  isMany: z.boolean().default(false),
  isRequired: z.boolean().default(false),
  /** How it is called on the page of what it points at. */
  inverseTitle: line(120).optional(),
  /** What can be said of the relation itself, such as the role of a member. They have no defaults. */
  properties: z.array(PropertyDefinition).max(20, "Use at most 20 properties").default([]),
  /** Whether it can be said from when to when it holds. */
  hasDates: z.boolean().default(false),
});
export type RelationDefinition = z.output<typeof RelationDefinition>;

/** The fields that every entity has and a kind may insist on. */
export const requirableFields = ["description", "owner", "lifecycle", "type"] as const;
export type RequirableField = (typeof requirableFields)[number];

/** The columns that a kind can give its list besides its own: all but the name, which always stands first. */
export type CommonColumn = Exclude<(typeof listColumns)[number], "title">;

/** What a kind of entity is made of. */
export const BlueprintDefinition = z
  .strictObject({
    properties: z.array(PropertyDefinition).max(200, "Use at most 200 properties").default([]),
    /** Properties that nobody enters: calculated, mirrored and aggregated ones. They share their names with the others. */
    derived: z.array(DerivedProperty).max(100, "Use at most 100 derived properties").default([]),
    relations: z.array(RelationDefinition).max(50, "Use at most 50 relations").default([]),
    requiredFields: z.array(z.enum(requirableFields)).default([]),
    /** Who owns what names no owner itself. */
    ownership: Ownership.default({ type: "direct" }),
    /** Whether entities may have properties and relations that are not named here. */
    allowsOthers: z.boolean().default(false),
    /** After how many days somebody should confirm that an entity is still described right; null for never. */
    verificationDays: z
      .number()
      .int("Use a whole number")
      .min(1, "Use one day or more")
      .max(3650, "Use at most 3,650 days")
      .nullable()
      .default(null),
    /** The properties of the overview under their headings; what is not named follows below. */
    layout: z
      .array(z.strictObject({ title: line(120), properties: z.array(MemberName).max(200) }))
      .max(20, "Use at most 20 sections")
      .default([]),
    /** The columns of its list after the name, in their order: common ones, `properties.tier`, `relations.partOf`; none for the usual ones. */
    columns: z.array(z.string().max(220)).max(20, "Use at most 20 columns").default([]),
  })
  .superRefine((definition, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    for (const part of ["properties", "relations"] as const) {
      const names = definition[part].map(({ identifier }) => identifier);
      for (const [index, name] of names.entries())
        if (names.indexOf(name) < index) refuse([part, index, "identifier"], `${name} is there twice`);
    }
    for (const [place, { properties }] of definition.relations.entries()) {
      const names = properties.map(({ identifier }) => identifier);
      for (const [index, name] of names.entries())
        if (names.indexOf(name) < index)
          refuse(["relations", place, "properties", index, "identifier"], `${name} is there twice`);
      for (const [index, property] of properties.entries())
        if (property.default !== undefined)
          refuse(["relations", place, "properties", index, "default"], "A relation's property has no default");
    }
    const known = new Set(definition.properties.map(({ identifier }) => identifier));
    for (const [index, { identifier }] of definition.derived.entries()) {
      if (known.has(identifier)) refuse(["derived", index, "identifier"], `${identifier} is there twice`);
      known.add(identifier);
    }
    for (const [place, section] of definition.layout.entries())
      for (const [index, name] of section.properties.entries())
        if (!known.has(name)) refuse(["layout", place, "properties", index], `There is no property ${name}`);
    const columns = new Set<string>([
      ...listColumns.filter((name) => name !== "title"),
      ...[...known].map((name) => `properties.${name}`),
      // An owner has a column of its own.
      ...definition.relations.flatMap(({ identifier }) => (identifier === "ownedBy" ? [] : `relations.${identifier}`)),
    ]);
    for (const [index, name] of definition.columns.entries()) {
      if (!columns.has(name)) refuse(["columns", index], `There is no column ${name}`);
      if (definition.columns.indexOf(name) < index) refuse(["columns", index], `${name} is there twice`);
    }
  });
export type BlueprintDefinition = z.output<typeof BlueprintDefinition>;

/** A kind of entity as people write it. */
export const BlueprintInput = z.strictObject({
  identifier: BlueprintIdentifier,
  title: line(60),
  pluralTitle: line(60),
  icon: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, "Use the name of an icon such as box")
    .default("box"),
  description: z.string().trim().max(2000).default(""),
  definition: BlueprintDefinition.prefault({}),
});
export type BlueprintInput = z.output<typeof BlueprintInput>;

/** `shipped`: comes with Causeway; `made`: by a person or program here; `imported`: a kind that an import brought and nobody described. */
export const BlueprintOrigin = z.enum(["shipped", "made", "imported"]);

/** A kind of entity with everything about it. */
export const BlueprintDetail = BlueprintInput.extend({
  origin: BlueprintOrigin,
  /** Whether it differs from how it ships. */
  isChanged: z.boolean(),
  version: z.number(),
  updatedAt: z.string().nullable(),
});
export type BlueprintDetail = z.output<typeof BlueprintDetail>;

/** Everything is allowed: how a kind is described that nobody has described. */
export const openDefinition: BlueprintDefinition = {
  properties: [],
  derived: [],
  relations: [],
  requiredFields: [],
  ownership: { type: "direct" },
  allowsOthers: true,
  verificationDays: null,
  layout: [],
  columns: [],
};
