import { z } from "zod";
import { StoredJson } from "#lib/catalog/properties/schema.ts";
import { refuseReversedDates, relationDetails } from "#lib/catalog/relations/relation-details.ts";

/** What a list of entities can be sorted by. */
export const sortFields = ["title", "owner", "lifecycle", "type", "updatedAt"] as const;
export type SortField = (typeof sortFields)[number];

/** The same, and by how well an entity is met by the words of the filter. */
export const listOrders = [...sortFields, "best"] as const;
export type ListOrder = (typeof listOrders)[number];

/** Up to so many matches every one is ranked: each must be read for it, whatever page is wanted. */
export const rankedMatches = 2000;

/** What is longer does not fit into a cell: of a text its beginning is enough, and of a list or an object the beginning of its JSON. */
export const longestListed = { text: 300, other: 2000 };

const text = (max: number) => z.string().max(max, `Use at most ${max} characters`);

export const EntityLink = z.object({
  url: text(2000),
  title: text(200).optional(),
  icon: text(100).optional(),
  type: text(100).optional(),
});

export const RelationTarget = z
  .object({ type: text(63), blueprint: text(63), identifier: text(200), ...relationDetails })
  .check(refuseReversedDates);

/** An entity as a source describes it: everything the catalog stores, before it is stored. */
export const ImportedEntity = z.object({
  blueprint: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, "Use a lower-case name such as component"),
  identifier: text(200).min(1),
  title: text(300).min(1),
  description: text(20_000).nullable(),
  ownerRef: text(300).nullable(),
  lifecycle: text(100).nullable(),
  type: text(100).nullable(),
  tags: z.array(text(100)).max(1000),
  labels: z.record(z.string(), z.string()),
  annotations: z.record(z.string(), z.string()),
  links: z.array(EntityLink).max(1000),
  properties: z.record(z.string(), StoredJson),
  relations: z.array(RelationTarget).max(20_000),
  origin: z.object({ file: z.string(), line: z.number().int().nullable() }).nullable(),
});
export type ImportedEntity = z.infer<typeof ImportedEntity>;

/** Where entities come from. `location` tells two sources of a kind apart. */
export type EntitySource = {
  kind: "git" | "files" | "paste" | "api" | "action" | "seed" | "person" | "program";
  name: string;
  location: string;
  revision?: string | undefined;
};

export type UpsertResult = {
  sourceId: string;
  created: number;
  changed: number;
  unchanged: number;
  entityIds: string[];
};

const Ref = z.string().regex(/^[a-z][a-z0-9-]{0,62}:.{1,200}$/, "Use a kind and an identifier, such as group:payments");
const Key = text(300).min(1, "Cannot be empty");
const RelationType = z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/, "Use letters, digits, _ and -");
const End = z
  .strictObject({ blueprint: text(63).min(1), identifier: text(200).min(1), ...relationDetails })
  .check(refuseReversedDates);

const parts = {
  title: z.string().trim().min(1, "Cannot be empty").max(300, "Use at most 300 characters"),
  description: text(20_000).nullable(),
  owner: Ref.nullable().describe("Such as group:payments; null for nobody"),
  lifecycle: text(100).nullable(),
  type: text(100).nullable(),
  tags: z
    .array(text(100).min(1, "Cannot be empty"))
    .max(1000, "Use at most 1,000 tags")
    .transform((tags) => [...new Set(tags)]),
  links: z.array(EntityLink).max(1000, "Use at most 1,000 links"),
};

/**
 * What to change of an entity. What is not named stays; null empties a field, or takes a key of `labels`, `annotations` or `properties`
 * away. Tags, links and the relations of a type are given as a whole.
 */
export const EntityPatch = z.strictObject({
  title: parts.title.optional(),
  description: parts.description.optional(),
  owner: parts.owner.optional(),
  lifecycle: parts.lifecycle.optional(),
  type: parts.type.optional(),
  tags: parts.tags.optional(),
  links: parts.links.optional(),
  labels: z.record(Key, text(1000).nullable()).optional(),
  annotations: z.record(Key, text(20_000).nullable()).optional(),
  properties: z.record(Key, StoredJson).optional(),
  relations: z
    .record(RelationType, z.array(End).max(20_000))
    .refine((relations) => !Object.hasOwn(relations, "ownedBy"), "Set owner instead of the relation ownedBy")
    .optional(),
});
export type EntityPatch = z.output<typeof EntityPatch>;

/** A new entity as people and programs describe it. */
export const NewEntity = EntityPatch.extend({
  blueprint: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, "Use a lower-case name such as component"),
  identifier: z
    .string()
    .trim()
    .min(1, "Cannot be empty")
    .max(200, "Use at most 200 characters")
    .refine((identifier) => !/[\p{Cc}\p{Cs}]/u.test(identifier), "Use letters, digits and signs that can be seen"),
});

/** The columns that a list of the catalog has whatever it lists. A kind's own are called `properties.tier` and `relations.dependsOn`. */
export const listColumns = [
  "title",
  "owner",
  "level",
  "lifecycle",
  "type",
  "tags",
  "description",
  "identifier",
  "updatedAt",
] as const;
