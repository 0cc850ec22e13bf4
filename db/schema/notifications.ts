import { boolean, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, orgId } from "#db/columns.ts";

export const notifications = pgTable(
  "notifications",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull().default(""),
    href: text("href").notNull(),
    tone: text("tone", { enum: ["neutral", "accent", "ok", "warn", "bad", "note"] }).notNull(),
    needsAction: boolean("needs_action").notNull(),
    occurrences: integer("occurrences").notNull().default(1),
    at: moment("at").notNull().defaultNow(),
    readAt: moment("read_at"),
    archivedAt: moment("archived_at"),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const notificationPreferences = pgTable(
  "notification_preferences",
  {
    orgId: orgId(),
    personId: uuid("person_id").notNull(),
    kind: text("kind").notNull(),
    isWanted: boolean("is_wanted").notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.personId, table.kind] })],
);
