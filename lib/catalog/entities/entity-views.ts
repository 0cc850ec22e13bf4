import { z } from "zod";
import { RelationEnd } from "#lib/catalog/contributions/schema.ts";
import { EntityLink } from "#lib/catalog/entities/schema.ts";

/** Something that an entity points at. `isDangling` says that the catalog does not have it (yet). */
export const EntityReference = z.object({
  blueprint: z.string(),
  identifier: z.string(),
  /** The identifier, where no better name is known. */
  title: z.string(),
  isDangling: z.boolean(),
});
export type EntityReference = z.infer<typeof EntityReference>;

/** An entity as it stands in lists. */
export const EntitySummary = z.object({
  id: z.string(),
  blueprint: z.string(),
  identifier: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  owner: EntityReference.nullable(),
  lifecycle: z.string().nullable(),
  type: z.string().nullable(),
  tags: z.array(z.string()),
  version: z.number(),
  updatedAt: z.string(),
});
export type EntitySummary = z.infer<typeof EntitySummary>;

/** The ends of a relation in a list: the first of them, and how many there are. */
const ListedRelation = z.object({ count: z.number(), items: z.array(EntityReference) });

/** The same where what is derived of it stands in a list: that is never shown as current when it is not. */
export const ListedEntity = EntitySummary.extend({
  /** Since when what is derived of it is not current; null when it is. */
  pendingSince: z.string().nullable(),
  /** Whether its owner is derived and not current. */
  isOwnerPending: z.boolean(),
  /** Those that were asked for; what is long is cut. Absent when none were. */
  properties: z.record(z.string(), z.unknown()).optional(),
  /** Those that were asked for, as they hold now. Absent when none were. */
  relations: z.record(z.string(), ListedRelation).optional(),
});
export type ListedEntity = z.infer<typeof ListedEntity>;

export const Blueprint = z.object({
  identifier: z.string(),
  title: z.string(),
  pluralTitle: z.string(),
  icon: z.string(),
});
export type Blueprint = z.infer<typeof Blueprint>;

export const RelatedEntity = EntityReference.extend({
  type: z.string().nullable(),
  /** What is said of the relation itself; null for nothing. */
  details: RelationEnd.omit({ blueprint: true, identifier: true }).nullable(),
  /** Whether the relation holds now: it has begun and has not ended. */
  isCurrent: z.boolean(),
});
export type RelatedEntity = z.infer<typeof RelatedEntity>;

/** All relations of one type as seen from the entity; `items` may be the first of more. */
export const RelationGroup = z.object({
  type: z.string(),
  label: z.string(),
  side: z.enum(["before", "after"]),
  isDependency: z.boolean(),
  count: z.number(),
  items: z.array(RelatedEntity),
});
export type RelationGroup = z.infer<typeof RelationGroup>;

export const EntityOrigin = z.object({ file: z.string(), line: z.number().nullable() });

export const SourceView = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  location: z.string(),
  revision: z.string().nullable(),
  lastImportedAt: z.string(),
});
export type SourceView = z.infer<typeof SourceView>;

/** Everything the catalog knows about one entity. */
export const EntityDetail = EntitySummary.omit({ blueprint: true }).extend({
  blueprint: Blueprint,
  labels: z.record(z.string(), z.string()),
  annotations: z.record(z.string(), z.string()),
  links: z.array(EntityLink),
  properties: z.record(z.string(), z.unknown()),
  /** Which of the properties hold API definitions that can be read as a reference; `form` is the format that the kind gives them. */
  references: z.array(z.object({ property: z.string(), title: z.string(), form: z.string().nullable() })),
  /** Which of the properties are worked out from others, and how; `problem` says why one could not be. */
  derived: z.array(
    z.object({
      identifier: z.string(),
      kind: z.enum(["calculated", "mirrored", "aggregated"]),
      title: z.string(),
      how: z.string(),
      problem: z.string().nullable(),
    }),
  ),
  /** Since when what is derived is not current, because it is still being worked out; null when it is. */
  pendingSince: z.string().nullable(),
  /** Whose owner it has, where it names none itself. */
  inheritedFrom: EntityReference.nullable(),
  /** Why it inherits no owner, when that is not simply because nothing names one; null otherwise. */
  ownerProblem: z.string().nullable(),
  source: SourceView.nullable(),
  origin: EntityOrigin.nullable(),
  version: z.number(),
  /** When somebody last said that this is still true, and when they should again; `dueAt` is null for kinds that are not asked about. */
  verification: z.object({
    verifiedAt: z.string().nullable(),
    verifiedBy: z.string().nullable(),
    dueAt: z.string().nullable(),
    /** When its owners were asked, since it became due. */
    askedAt: z.string().nullable(),
  }),
  createdAt: z.string(),
  /** Who put it away, when and why; null for what is in use. */
  archive: z.object({ at: z.string(), by: z.string().nullable(), reason: z.string().nullable() }).nullable(),
  relations: z.array(RelationGroup),
  /** What of it does not fit its kind, by field. An import keeps such things; people are told. */
  misfits: z.array(z.object({ path: z.string(), message: z.string() })),
});
export type EntityDetail = z.infer<typeof EntityDetail>;

export const entityRoute = { blueprint: z.string().max(63), identifier: z.string().min(1).max(200) };
