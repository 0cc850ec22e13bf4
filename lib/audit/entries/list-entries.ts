import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { filterEntries } from "#lib/audit/entries/filter-entries.ts";
import { AuditEntry, auditFilterShape } from "#lib/audit/entries/schema.ts";
import { query } from "#lib/kernel/operation.ts";

/** What was done, newest first, and how far it is sealed. `cursor` is the id of the last entry of the page before. */
export const listEntries = query({
  name: "audit.list-entries",
  permission: "audit:read",
  route: { method: "GET", path: "/audit", summary: "List audit entries, newest first" },
  input: z.strictObject({
    ...auditFilterShape,
    cursor: z.uuid("Use the nextCursor of the page before").optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(50),
  }),
  output: z.object({
    items: z.array(AuditEntry),
    nextCursor: z.string().nullable(),
    operations: z.array(z.string()),
    seal: z.object({ seq: z.number(), sealedAt: z.string().nullable(), waiting: z.number() }),
  }),
  async run({ ctx, tx, input }) {
    const { cursor, limit, ...filter } = input;
    const items = await tx.execute<AuditEntry>(sql`
      select e.id, s.seq::float8 as seq, encode(s.hash, 'hex') as hash, ${iso(sql`e.at`)} as at, e.operation, e.door, e.actor_kind as "actorKind",
        e.actor_name as "actorName", e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.subject_name as "subjectName",
        e.before, e.after, e.request_id as "requestId"
      from audit_entries e left join audit_seals s on s.org_id = e.org_id and s.entry_id = e.id
      where ${filterEntries(ctx, filter)} ${cursor === undefined ? sql`` : sql`and e.id < ${cursor}::uuid`}
      order by e.id desc limit ${limit + 1}`);
    // One step of the index per operation, however many entries there are.
    const operations = await tx.execute<{ operation: string }>(sql`
      with recursive known as (
        (select operation from audit_entries where org_id = ${ctx.org.id}::uuid order by operation limit 1)
        union all
        select (select e.operation from audit_entries e where e.org_id = ${ctx.org.id}::uuid and e.operation > k.operation order by e.operation limit 1)
        from known k where k.operation is not null)
      select operation from known where operation is not null`);
    const [seal] = await tx.execute<{ seq: number; sealedAt: string | null; waiting: number }>(sql`
      select coalesce(s.seq, 0)::float8 as seq, ${iso(sql`s.sealed_at`)} as "sealedAt",
        (select count(*)::int from audit_unsealed where org_id = ${ctx.org.id}::uuid) as waiting
      from (select 1) one left join (
        select seq, sealed_at from audit_seals where org_id = ${ctx.org.id}::uuid order by seq desc limit 1) s on true`);
    const page = items.slice(0, limit);
    return {
      items: page,
      nextCursor: items.length > limit ? (page.at(-1)?.id ?? null) : null,
      operations: operations.map((row) => row.operation),
      seal: seal ?? { seq: 0, sealedAt: null, waiting: 0 },
    };
  },
});
