import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { Cursor, type KeyOrder, readKeyset, toPage } from "#lib/kernel/keyset.ts";
import { query } from "#lib/kernel/operation.ts";

export const ArchivedEntity = z.object({
  id: z.string(),
  blueprint: z.string(),
  identifier: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  ownerRef: z.string().nullable(),
  archivedAt: z.string(),
  archivedBy: z.string().nullable(),
  reason: z.string().nullable(),
});
export type ArchivedEntity = z.output<typeof ArchivedEntity>;

const order: KeyOrder = {
  by: { sql: sql`e.archived_at`, type: "timestamptz" },
  direction: "descending",
  ties: [{ sql: sql`e.id`, type: "uuid" }],
  tiesFollow: true,
};

/** What was archived, the latest first. */
export const listArchivedEntities = query({
  name: "entity.list-archived",
  permission: "entity:read",
  route: { method: "GET", path: "/archived-entities", summary: "List archived entities, the latest first" },
  input: z.strictObject({
    blueprint: z.string().max(63).optional().describe("Only this kind"),
    text: z.string().trim().max(300).optional().describe("A part of the title, identifier, description or tags"),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(50),
  }),
  output: z.object({
    items: z.array(ArchivedEntity),
    before: z.number(),
    nextCursor: z.string().nullable(),
    previousCursor: z.string().nullable(),
    total: z.number(),
  }),
  async run({ ctx, tx, input: { blueprint, text = "", cursor, limit } }) {
    const keyset = readKeyset(order, cursor);
    const ofKind = blueprint === undefined ? sql`` : sql` and e.blueprint = ${blueprint}`;
    const withText = text === "" ? sql`` : sql` and strpos(e.search_text, ${text.toLowerCase()}) > 0`;
    const archived = sql`e.org_id = ${ctx.org.id}::uuid and e.is_archived${ofKind}${withText}`;
    const [rows, counts] = await Promise.all([
      tx.execute<ArchivedEntity & { keys: (string | null)[] }>(sql`
        select e.id, e.blueprint, e.identifier, e.title, e.description, e.owner_ref as "ownerRef", ${iso(sql`e.archived_at`)} as "archivedAt",
          e.archived_by as "archivedBy", nullif(e.archived_reason, '') as reason, ${keyset.keys} as keys
        from entities e where ${archived} and ${keyset.condition} order by ${keyset.orderBy} limit ${limit + 1}`),
      tx.execute<{ total: number }>(sql`select count(*)::integer as total from entities e where ${archived}`),
    ]);
    const { items, ...paging } = toPage(rows, keyset, limit);
    return { items: items.map(({ keys: _, ...item }) => item), ...paging, total: counts[0]?.total ?? 0 };
  },
});
