import { integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, orgId } from "#db/columns.ts";
import { bytea } from "#db/schema/identity.ts";

export const webhooks = pgTable(
  "webhooks",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    secretId: uuid("secret_id").notNull(),
    previousSecretId: uuid("previous_secret_id"),
    previousUntil: moment("previous_until"),
    createdBy: text("created_by").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    webhookId: uuid("webhook_id").notNull(),
    messageId: text("message_id").notNull(),
    receivedAt: moment("received_at").notNull().defaultNow(),
    headers: jsonb("headers").notNull(),
    body: bytea("body").notNull(),
    state: text("state", { enum: ["waiting", "processed", "failed"] }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    type: text("type"),
    problem: jsonb("problem"),
    finishedAt: moment("finished_at"),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);
