import { boolean, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, orgId } from "#db/columns.ts";

export const deployments = pgTable(
  "deployments",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    source: text("source").notNull(),
    sourceId: text("source_id").notNull(),
    attempt: integer("attempt").notNull().default(1),
    serviceRef: text("service_ref").notNull(),
    entityId: uuid("entity_id"),
    environment: text("environment").notNull(),
    status: text("status").$type<"succeeded" | "failed" | "cancelled">().notNull(),
    version: text("version"),
    commitSha: text("commit_sha"),
    deployedBy: text("deployed_by"),
    isPlanned: boolean("is_planned").notNull().default(true),
    fixesDeploymentId: uuid("fixes_deployment_id"),
    startedAt: moment("started_at"),
    finishedAt: moment("finished_at").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const deployedChanges = pgTable(
  "deployed_changes",
  {
    orgId: orgId(),
    deploymentId: uuid("deployment_id").notNull(),
    sourceId: text("source_id").notNull(),
    title: text("title").notNull(),
    author: text("author"),
    isBot: boolean("is_bot").notNull().default(false),
    firstCommitAt: moment("first_commit_at"),
    openedAt: moment("opened_at"),
    mergedAt: moment("merged_at"),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.deploymentId, table.sourceId] })],
);

export const incidents = pgTable(
  "incidents",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    source: text("source").notNull(),
    sourceId: text("source_id").notNull(),
    title: text("title").notNull(),
    serviceRef: text("service_ref").notNull(),
    entityId: uuid("entity_id"),
    severity: text("severity").notNull(),
    causedByDeploymentId: uuid("caused_by_deployment_id"),
    startedAt: moment("started_at").notNull(),
    resolvedAt: moment("resolved_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);
