import { bigint, customType, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, orgId } from "#db/columns.ts";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });
const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

export const auditEntries = pgTable(
  "audit_entries",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    at: moment("at").notNull().defaultNow(),
    operation: text("operation").notNull(),
    door: text("door").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id"),
    actorName: text("actor_name").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    subjectName: text("subject_name").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
    requestId: text("request_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const auditUnsealed = pgTable(
  "audit_unsealed",
  { orgId: orgId(), entryId: uuid("entry_id").notNull() },
  (table) => [primaryKey({ columns: [table.orgId, table.entryId] })],
);

export const auditSeals = pgTable(
  "audit_seals",
  {
    orgId: orgId(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    entryId: uuid("entry_id").notNull(),
    hash: bytes("hash").notNull(),
    sealedAt: moment("sealed_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.seq] })],
);

export const outboxEvents = pgTable(
  "outbox_events",
  {
    orgId: orgId(),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity(),
    transactionId: xid8("transaction_id").notNull(),
    topic: text("topic").notNull(),
    subjectId: text("subject_id").notNull(),
    payload: jsonb("payload").notNull().default({}),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);

export const workerMetrics = pgTable("worker_metrics", {
  workerId: text("worker_id").primaryKey(),
  writtenAt: moment("written_at").notNull().defaultNow(),
  content: jsonb("content").notNull(),
});
