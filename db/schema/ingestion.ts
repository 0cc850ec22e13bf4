import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, orgId } from "#db/columns.ts";

export const imports = pgTable(
  "imports",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    sourceId: uuid("source_id"),
    sourceKind: text("source_kind").notNull(),
    sourceName: text("source_name").notNull(),
    sourceLocation: text("source_location").notNull(),
    revision: text("revision"),
    actorName: text("actor_name").notNull(),
    createdCount: integer("created_count").notNull(),
    changedCount: integer("changed_count").notNull(),
    unchangedCount: integer("unchanged_count").notNull(),
    refusedCount: integer("refused_count").notNull(),
    fileCount: integer("file_count").notNull(),
    startedAt: moment("started_at").notNull(),
    finishedAt: moment("finished_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const importLines = pgTable(
  "import_lines",
  {
    orgId: orgId(),
    importId: uuid("import_id").notNull(),
    position: integer("position").notNull(),
    verdict: text("verdict", { enum: ["mapped", "kept", "refused", "skipped"] }).notNull(),
    file: text("file").notNull(),
    line: integer("line"),
    path: text("path"),
    entityRef: text("entity_ref"),
    what: text("what").notNull(),
    why: text("why"),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.importId, table.position] })],
);
