import { boolean, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { moment, orgId } from "#db/columns.ts";

export const actions = pgTable(
  "actions",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    identifier: text("identifier").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull(),
    icon: text("icon").notNull().default("zap"),
    category: text("category").notNull().default("Golden paths"),
    inputSchema: jsonb("input_schema").$type<Record<string, unknown>>().notNull(),
    uiSchema: jsonb("ui_schema").$type<Record<string, unknown>>().notNull().default({}),
    backend: jsonb("backend").$type<{ kind: string }>().notNull(),
    version: integer("version").notNull().default(1),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const runs = pgTable(
  "runs",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    number: integer("number").notNull(),
    actionId: uuid("action_id").notNull(),
    title: text("title").notNull(),
    status: text("status", { enum: ["queued", "running", "succeeded", "failed", "cancelled"] }).notNull(),
    attempt: integer("attempt").notNull().default(0),
    isHeld: boolean("is_held").notNull().default(false),
    crashCount: integer("crash_count").notNull().default(0),
    inputs: jsonb("inputs").$type<Record<string, unknown>>().notNull(),
    outputs: jsonb("outputs").$type<Record<string, unknown>>().notNull().default({}),
    links: jsonb("links").$type<{ title: string; url: string }[]>().notNull().default([]),
    error: text("error"),
    startedByKind: text("started_by_kind").notNull(),
    startedById: text("started_by_id"),
    startedByName: text("started_by_name").notNull(),
    isCancelRequested: boolean("is_cancel_requested").notNull().default(false),
    createdAt: moment("created_at").notNull().defaultNow(),
    startedAt: moment("started_at"),
    finishedAt: moment("finished_at"),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const runSteps = pgTable(
  "run_steps",
  {
    orgId: orgId(),
    runId: uuid("run_id").notNull(),
    position: smallint("position").notNull(),
    identifier: text("identifier").notNull(),
    title: text("title").notNull(),
    status: text("status", { enum: ["waiting", "running", "succeeded", "failed", "skipped"] }).notNull(),
    attempt: integer("attempt").notNull().default(0),
    summary: text("summary"),
    outputs: jsonb("outputs").$type<Record<string, unknown>>().notNull().default({}),
    startedAt: moment("started_at"),
    finishedAt: moment("finished_at"),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.runId, table.position] })],
);

export const runLogLines = pgTable(
  "run_log_lines",
  {
    orgId: orgId(),
    runId: uuid("run_id").notNull(),
    line: integer("line").notNull(),
    at: moment("at").notNull(),
    stepPosition: smallint("step_position"),
    kind: text("kind", { enum: ["step", "command", "text", "ok", "warning", "error", "dim"] }).notNull(),
    text: text("text").notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.runId, table.line] })],
);

export const repositories = pgTable(
  "repositories",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    defaultBranch: text("default_branch").notNull().default("main"),
    runId: uuid("run_id"),
    headCommit: text("head_commit"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);
