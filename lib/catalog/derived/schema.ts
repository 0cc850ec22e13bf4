import { z } from "zod";
import { MemberName, propertyFormats, propertyTypes } from "#lib/catalog/properties/schema.ts";

const line = (max: number) => z.string().trim().min(1, "Cannot be empty").max(max, `Use at most ${max} characters`);
const kilobytes = 64;

/** One step of a path: a relation, in which direction it is followed, and which kinds it may lead to (none means all that it can). */
export const PathStep = z.strictObject({
  relation: MemberName,
  direction: z.enum(["outgoing", "incoming"]).default("outgoing"),
  kinds: z.array(z.string().max(63)).max(50, "Name at most 50 kinds").default([]),
});
export type PathStep = z.output<typeof PathStep>;

const path = z.array(PathStep).min(1, "Name at least one relation").max(5, "Follow at most five relations");

/** Fields of every entity that a mirrored property may show. */
export const mirroredFields = ["identifier", "title", "description", "owner", "lifecycle", "type"] as const;

export const aggregateFunctions = ["count", "sum", "average", "minimum", "maximum", "median"] as const;
export type AggregateFunction = (typeof aggregateFunctions)[number];

const named = {
  identifier: MemberName,
  title: line(120),
  description: z.string().trim().max(1000).default(""),
};

/** Worked out from the entity itself by an expression of the query language, or by jq where it came from elsewhere. */
const CalculatedProperty = z.strictObject({
  kind: z.literal("calculated"),
  ...named,
  type: z.enum(propertyTypes),
  format: z.enum(propertyFormats).optional(),
  language: z.enum(["expression", "jq"]).default("expression"),
  expression: z
    .string()
    .trim()
    .min(1, "Cannot be empty")
    .refine((text) => new TextEncoder().encode(text).length <= kilobytes * 1024, `Use at most ${kilobytes} KB`),
});

/** What related entities have, followed along relations: one value where each relation points at one, otherwise a list. */
const MirroredProperty = z.strictObject({
  kind: z.literal("mirrored"),
  ...named,
  path,
  /** Whether the one relation of the path is followed on and on, until something has a value: that of the nearest one counts. */
  isAnyDepth: z.boolean().default(false),
  /** Whether, at any depth, the entity itself is looked at first. */
  isOwnFirst: z.boolean().default(false),
  field: z
    .string()
    .regex(
      new RegExp(`^(${mirroredFields.join("|")}|properties\\.[A-Za-z_][A-Za-z0-9_-]{0,62})$`),
      `Name a field (${mirroredFields.join(", ")}) or a property as in properties.tier`,
    ),
});

/** A number worked out from all related entities. */
const AggregatedProperty = z.strictObject({
  kind: z.literal("aggregated"),
  ...named,
  function: z.enum(aggregateFunctions),
  path,
  /** Whether the one relation of the path is followed on and on, as far as it leads; the entity itself does not count. */
  isAnyDepth: z.boolean().default(false),
  /** The property whose numbers are taken; none for count. */
  property: MemberName.optional(),
  /** Which of the related entities count, in the query language; none means all. */
  filter: z
    .string()
    .trim()
    .refine((text) => new TextEncoder().encode(text).length <= kilobytes * 1024, `Use at most ${kilobytes} KB`)
    .default(""),
});

/** A property that nobody enters, because it is worked out from others. */
export const DerivedProperty = z.discriminatedUnion("kind", [CalculatedProperty, MirroredProperty, AggregatedProperty]);
export type DerivedProperty = z.output<typeof DerivedProperty>;

/**
 * Who owns an entity of a kind: whom it names itself, or, where it names nobody, the owner of what a path leads to. Where a path of one
 * relation leads to the same kind again, it is followed on and on to the nearest one that names somebody.
 */
export const Ownership = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("direct") }),
  z.strictObject({ type: z.literal("inherited"), path }),
]);
export type Ownership = z.output<typeof Ownership>;
