import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { query } from "#lib/kernel/operation.ts";

export const AuditEntry = z.object({
  id: z.string(),
  at: z.string(),
  operation: z.string(),
  door: z.string(),
  actorKind: z.string(),
  actorName: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  subjectName: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  requestId: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** What was done, newest first. `before` is the id of the last entry of the page before. */
export const listEntries = query({
  name: "audit.list-entries",
  permission: "audit:read",
  route: { method: "GET", path: "/audit", summary: "List audit entries, newest first" },
  input: z.strictObject({
    operation: z.string().max(100).optional(),
    actor: z.string().max(200).optional(),
    door: z.string().max(20).optional(),
    cursor: z.uuid("Use the nextCursor of the page before").optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ items: z.array(AuditEntry), nextCursor: z.string().nullable(), operations: z.array(z.string()) }),
  async run({ ctx, tx, input }) {
    const items = await tx.execute<AuditEntry>(sql`
      select id, ${iso(sql`at`)} as at, operation, door, actor_kind as "actorKind", actor_name as "actorName", subject_kind as "subjectKind",
        subject_id as "subjectId", subject_name as "subjectName", before, after, request_id as "requestId"
      from audit_entries where org_id = ${ctx.org.id}::uuid
        ${input.operation === undefined ? sql`` : sql`and operation = ${input.operation}`}
        ${input.actor === undefined ? sql`` : sql`and position(lower(${input.actor}) in lower(actor_name)) > 0`}
        ${input.door === undefined ? sql`` : sql`and door = ${input.door}`}
        ${input.cursor === undefined ? sql`` : sql`and id < ${input.cursor}::uuid`}
      order by id desc limit ${input.limit + 1}`);
    const operations = await tx.execute<{ operation: string }>(sql`
      select distinct operation from audit_entries where org_id = ${ctx.org.id}::uuid order by operation`);
    const page = items.slice(0, input.limit);
    return {
      items: page,
      nextCursor: items.length > input.limit ? (page.at(-1)?.id ?? null) : null,
      operations: operations.map((row) => row.operation),
    };
  },
});
