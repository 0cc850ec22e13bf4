import { integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { moment, orgId } from "#db/columns.ts";

export const scorecards = pgTable(
  "scorecards",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    identifier: text("identifier").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull(),
    filterText: text("filter_text").notNull(),
    filterQuery: jsonb("filter_query").notNull(),
    levels: jsonb("levels").$type<{ rank: number; name: string }[]>().notNull(),
    version: integer("version").notNull().default(1),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const scorecardRules = pgTable(
  "scorecard_rules",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    scorecardId: uuid("scorecard_id").notNull(),
    identifier: text("identifier").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull(),
    level: smallint("level").notNull(),
    position: smallint("position").notNull(),
    queryText: text("query_text").notNull(),
    query: jsonb("query").notNull(),
    remedy: text("remedy").notNull(),
    remedyAction: text("remedy_action"),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const ruleStates = ["pass", "fail", "error"] as const;

export const scorecardLevels = pgTable(
  "scorecard_levels",
  {
    orgId: orgId(),
    scorecardId: uuid("scorecard_id").notNull(),
    entityId: uuid("entity_id").notNull(),
    level: smallint("level").notNull(),
    states: jsonb("states").$type<Record<string, (typeof ruleStates)[number]>>().notNull(),
    passed: smallint("passed").notNull(),
    total: smallint("total").notNull(),
    toNext: smallint("to_next").notNull(),
    evaluatedAt: moment("evaluated_at").notNull().defaultNow(),
    changedAt: moment("changed_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.scorecardId, table.entityId] })],
);

export const levelChanges = pgTable(
  "level_changes",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    scorecardId: uuid("scorecard_id").notNull(),
    entityId: uuid("entity_id").notNull(),
    fromLevel: smallint("from_level"),
    toLevel: smallint("to_level"),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);
