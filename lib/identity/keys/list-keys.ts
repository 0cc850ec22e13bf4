import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { ApiKey, type KeySort, keySorts } from "#lib/identity/keys/schema.ts";
import { Cursor, type KeyColumn, readKeyset, toPage } from "#lib/kernel/keyset.ts";
import { query } from "#lib/kernel/operation.ts";

type Row = ApiKey & { keys: (string | null)[] };

const columns: Record<KeySort, KeyColumn> = {
  // Those that work first.
  state: { sql: sql`(k.revoked_at is not null or k.expires_at <= now())::int`, type: "integer" },
  name: { sql: sql`lower(k.name)`, type: "text" },
  lastUsedAt: { sql: sql`k.last_used_at`, type: "timestamptz", isNullable: true },
  createdAt: { sql: sql`k.created_at`, type: "timestamptz" },
  expiresAt: { sql: sql`k.expires_at`, type: "timestamptz" },
};

/** The organization's keys, without their tokens: those that work first, the newest of them first. */
export const listKeys = query({
  name: "key.list",
  permission: "key:read",
  route: { method: "GET", path: "/keys", summary: "List API keys" },
  input: z.strictObject({
    serviceAccountId: z.uuid().optional(),
    text: z.string().trim().max(200).optional().describe("Part of a name, or the beginning of a key"),
    sort: z.enum(keySorts).default("state"),
    direction: z.enum(["ascending", "descending"]).default("ascending"),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(50),
  }),
  output: z.object({
    items: z.array(ApiKey),
    /** How many match. */
    total: z.number(),
    before: z.number(),
    nextCursor: z.string().nullable(),
    previousCursor: z.string().nullable(),
  }),
  async run({ ctx, tx, input }) {
    const { serviceAccountId, text, sort, direction, cursor, limit } = input;
    const ties: KeyColumn[] = [
      { sql: sql`-(extract(epoch from k.created_at) * 1000000)::bigint`, type: "bigint" },
      { sql: sql`k.id`, type: "uuid" },
    ];
    const keyset = readKeyset({ by: columns[sort], direction, ties }, cursor);
    const from = sql`from api_keys k where k.org_id = ${ctx.org.id}::uuid
      ${serviceAccountId === undefined ? sql`` : sql`and k.service_account_id = ${serviceAccountId}::uuid`}
      ${text === undefined || text === "" ? sql`` : sql`and (strpos(lower(k.name), lower(${text})) > 0 or starts_with(k.prefix, ${text}))`}`;
    const [row] = await tx.execute<{ items: Row[] | null; total: number }>(sql`
      select (select count(*)::int ${from}) as total, (select json_agg(i) from (
        select page.*, p.name as "createdBy",
          case when s.id is null then null else jsonb_build_object('id', s.id, 'name', s.name, 'isDisabled', s.disabled_at is not null) end as "serviceAccount"
        from (select k.id, k.name, k.prefix, k.role, k.scopes, k.created_by, k.service_account_id, ${iso(sql`k.created_at`)} as "createdAt",
            ${iso(sql`k.expires_at`)} as "expiresAt", ${iso(sql`k.last_used_at`)} as "lastUsedAt", k.last_used_from as "lastUsedFrom",
            ${iso(sql`k.revoked_at`)} as "revokedAt", ${keyset.keys} as keys, row_number() over (order by ${keyset.orderBy}) as place
          ${from} and ${keyset.condition} order by ${keyset.orderBy} limit ${limit + 1}) page
        join people p on p.id = page.created_by
        left join service_accounts s on s.org_id = ${ctx.org.id}::uuid and s.id = page.service_account_id
        order by place) i) as items`);
    return { total: row?.total ?? 0, ...toPage(row?.items ?? [], keyset, limit) };
  },
});
