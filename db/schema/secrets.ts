import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, orgId } from "#db/columns.ts";
import { bytea } from "#db/schema/identity.ts";

export const secrets = pgTable(
  "secrets",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    purpose: text("purpose", { enum: ["webhook-signing", "http-header", "git"] }).notNull(),
    origin: text("origin"),
    keyVersion: integer("key_version").notNull(),
    wrappedKey: bytea("wrapped_key").notNull(),
    sealed: bytea("sealed").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    replacedAt: moment("replaced_at"),
    lastUsedAt: moment("last_used_at"),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);
