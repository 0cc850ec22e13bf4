import { boolean, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, orgId } from "#db/columns.ts";

export const savedViews = pgTable(
  "saved_views",
  {
    orgId: orgId(),
    id: uuid("id").notNull(),
    list: text("list", { enum: ["catalog"] }).notNull(),
    name: text("name").notNull(),
    audience: text("audience", { enum: ["mine", "team", "org"] }).notNull(),
    personId: uuid("person_id"),
    teamId: uuid("team_id"),
    blueprint: text("blueprint"),
    state: jsonb("state").notNull(),
    isDefault: boolean("is_default").notNull().default(false),
    createdByName: text("created_by_name").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    deletedAt: moment("deleted_at"),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.id] })],
);
