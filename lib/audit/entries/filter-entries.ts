import { type SQL, sql } from "drizzle-orm";
import type { AuditFilter } from "#lib/audit/entries/schema.ts";
import type { Context } from "#lib/kernel/context.ts";

/** The condition on `e`, a row of audit_entries, that an entry of the organization matches the filter. */
export function filterEntries(ctx: Context, filter: AuditFilter): SQL {
  const holds = (column: SQL, wanted: string) => sql`position(lower(${wanted}) in lower(${column})) > 0`;
  const startOf = (day: string, offset: number) =>
    sql`((${day}::date + ${offset}::int)::timestamp at time zone ${ctx.org.timeZone})`;
  const { actor, operation, door, subject, text, from, to } = filter;
  const conditions = [
    sql`e.org_id = ${ctx.org.id}::uuid`,
    ...(operation ? [sql`e.operation = ${operation}`] : []),
    ...(door ? [sql`e.door = ${door}`] : []),
    ...(actor ? [holds(sql`e.actor_name`, actor)] : []),
    ...(subject
      ? [sql`(${holds(sql`e.subject_name`, subject)} or e.subject_id = ${subject} or e.subject_kind = ${subject})`]
      : []),
    ...(text
      ? [
          sql`(${holds(sql`concat_ws(' ', e.operation, e.actor_name, e.subject_kind, e.subject_name, e.subject_id, e.request_id, e.before::text, e.after::text)`, text)})`,
        ]
      : []),
    ...(from ? [sql`e.at >= ${startOf(from, 0)}`] : []),
    ...(to ? [sql`e.at < ${startOf(to, 1)}`] : []),
  ];
  return sql.join(conditions, sql` and `);
}
