import { type SQL, sql } from "drizzle-orm";
import { timestamp, uuid } from "drizzle-orm/pg-core";

/** The organization a row belongs to: first column of every tenant table and of its primary key. */
export const orgId = () => uuid("org_id").notNull();

/** A moment, always with time zone, read as `Date`. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A timestamp expression as ISO 8601 text in UTC, for use in written SQL. */
export function iso(expression: SQL): SQL<string> {
  return sql<string>`to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
