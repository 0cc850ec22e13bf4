import { boolean, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { moment, orgId } from "#db/columns.ts";

export const blueprints = pgTable(
  "blueprints",
  {
    orgId: orgId(),
    identifier: text("identifier").notNull(),
    title: text("title").notNull(),
    pluralTitle: text("plural_title").notNull(),
    icon: text("icon").notNull().default("box"),
    position: integer("position").notNull().default(100),
    createdAt: moment("created_at").notNull().defaultNow(),
    description: text("description"),
    definition: jsonb("definition").$type<Record<string, unknown>>(),
    isMade: boolean("is_made").notNull().default(false),
    version: integer("version").notNull().default(1),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    hasDerived: boolean("has_derived").notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.identifier] })],
);

export const sources = pgTable(
  "sources",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    location: text("location").notNull(),
    revision: text("revision"),
    precedence: integer("precedence").notNull().default(100),
    lastImportedAt: moment("last_imported_at").notNull().defaultNow(),
    createdAt: moment("created_at").notNull().defaultNow(),
    failedAt: moment("failed_at"),
    failure: text("failure"),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export type EntityLink = {
  url: string;
  title?: string | undefined;
  icon?: string | undefined;
  type?: string | undefined;
};

export const entities = pgTable(
  "entities",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    blueprint: text("blueprint").notNull(),
    identifier: text("identifier").notNull(),
    title: text("title").notNull(),
    description: text("description"),
    ownerRef: text("owner_ref"),
    ownerId: uuid("owner_id"),
    lifecycle: text("lifecycle"),
    type: text("type"),
    tags: text("tags").array().notNull().default([]),
    labels: jsonb("labels").$type<Record<string, string>>().notNull().default({}),
    annotations: jsonb("annotations").$type<Record<string, string>>().notNull().default({}),
    links: jsonb("links").$type<EntityLink[]>().notNull().default([]),
    properties: jsonb("properties").$type<Record<string, unknown>>().notNull().default({}),
    sourceId: uuid("source_id"),
    origin: jsonb("origin").$type<{ file: string; line: number | null } | null>(),
    contentHash: text("content_hash").notNull(),
    searchText: text("search_text").notNull(),
    isArchived: boolean("is_archived").notNull().default(false),
    archivedAt: moment("archived_at"),
    archivedBy: text("archived_by"),
    archivedReason: text("archived_reason"),
    isLayered: boolean("is_layered").notNull().default(false),
    verifiedAt: moment("verified_at"),
    verifiedBy: text("verified_by"),
    verificationAskedAt: moment("verification_asked_at"),
    derived: jsonb("derived").$type<Record<string, unknown>>().notNull().default({}),
    derivedProblems: jsonb("derived_problems").$type<Record<string, string>>(),
    ownerFrom: uuid("owner_from"),
    version: integer("version").notNull().default(1),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const relations = pgTable(
  "relations",
  {
    orgId: orgId(),
    fromId: uuid("from_id").notNull(),
    type: text("type").notNull(),
    toBlueprint: text("to_blueprint").notNull(),
    toIdentifier: text("to_identifier").notNull(),
    toId: uuid("to_id"),
    properties: jsonb("properties").$type<Record<string, unknown>>(),
    since: moment("since"),
    until: moment("until"),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.fromId, table.type, table.toBlueprint, table.toIdentifier] })],
);

export const relationDateLooks = pgTable(
  "relation_date_looks",
  { orgId: orgId(), lookedAt: moment("looked_at").notNull() },
  (table) => [primaryKey({ columns: [table.orgId] })],
);

export const derivedPending = pgTable(
  "derived_pending",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    entityId: uuid("entity_id").notNull(),
    level: smallint("level").notNull(),
    since: moment("since").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const derivedRecomputations = pgTable(
  "derived_recomputations",
  {
    orgId: orgId(),
    blueprint: text("blueprint").notNull(),
    since: moment("since").notNull().defaultNow(),
    afterId: uuid("after_id"),
    done: integer("done").notNull().default(0),
    total: integer("total").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.blueprint] })],
);

export const entityVersions = pgTable(
  "entity_versions",
  {
    orgId: orgId(),
    entityId: uuid("entity_id").notNull(),
    version: integer("version").notNull(),
    at: moment("at").notNull().defaultNow(),
    actorKind: text("actor_kind").notNull(),
    actorName: text("actor_name").notNull(),
    door: text("door").notNull(),
    sourceId: uuid("source_id"),
    document: jsonb("document").$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.entityId, table.version] })],
);

export const entityRelationChanges = pgTable(
  "entity_relation_changes",
  {
    orgId: orgId(),
    entityId: uuid("entity_id").notNull(),
    version: integer("version").notNull(),
    type: text("type").notNull(),
    toBlueprint: text("to_blueprint").notNull(),
    toIdentifier: text("to_identifier").notNull(),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
  },
  (table) => [
    primaryKey({
      columns: [table.orgId, table.entityId, table.version, table.type, table.toBlueprint, table.toIdentifier],
    }),
  ],
);

export const entityAbsences = pgTable(
  "entity_absences",
  {
    orgId: orgId(),
    entityId: uuid("entity_id").notNull(),
    sourceId: uuid("source_id").notNull(),
    since: moment("since").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.entityId, table.sourceId] })],
);

export const entityCounts = pgTable(
  "entity_counts",
  {
    orgId: orgId(),
    blueprint: text("blueprint").notNull(),
    facet: text("facet").notNull(),
    value: text("value").notNull(),
    slot: smallint("slot").notNull(),
    count: integer("count").notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.blueprint, table.facet, table.value, table.slot] })],
);

export const listedEntities = pgTable(
  "listed_entities",
  {
    orgId: orgId(),
    blueprint: text("blueprint").notNull(),
    id: uuid("id").notNull(),
    type: text("type"),
    lifecycle: text("lifecycle"),
    ownerRef: text("owner_ref"),
    tags: text("tags").array().notNull(),
    searchText: text("search_text").notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.blueprint, table.id] })],
);

export const entityContributions = pgTable(
  "entity_contributions",
  {
    orgId: orgId(),
    entityId: uuid("entity_id").notNull(),
    sourceId: uuid("source_id").notNull(),
    document: jsonb("document").$type<Record<string, unknown>>().notNull(),
    contentHash: text("content_hash"),
    origin: jsonb("origin").$type<{ file: string; line: number | null } | null>(),
    said: jsonb("said").$type<Record<string, { at: string; by: string }>>().notNull().default({}),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.entityId, table.sourceId] })],
);
