import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { ServiceAccount, type ServiceAccountSort, serviceAccountSorts } from "#lib/identity/service-accounts/schema.ts";
import { Cursor, type KeyColumn, readKeyset, toPage } from "#lib/kernel/keyset.ts";
import { query } from "#lib/kernel/operation.ts";

type Row = ServiceAccount & { keys: (string | null)[] };

const columns: Record<ServiceAccountSort, KeyColumn> = {
  // Those that work first.
  state: { sql: sql`(s.disabled_at is not null)::int`, type: "integer" },
  name: { sql: sql`lower(s.name)`, type: "text" },
  role: { sql: sql`s.role::text`, type: "text" },
  createdAt: { sql: sql`s.created_at`, type: "timestamptz" },
};

/** The organization's service accounts, with how many keys each has. */
export const listServiceAccounts = query({
  name: "service-account.list",
  permission: "service-account:read",
  route: { method: "GET", path: "/service-accounts", summary: "List service accounts" },
  input: z.strictObject({
    text: z.string().trim().max(200).optional().describe("Part of a name or a purpose"),
    sort: z.enum(serviceAccountSorts).default("state"),
    direction: z.enum(["ascending", "descending"]).default("ascending"),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(1000),
  }),
  output: z.object({
    items: z.array(ServiceAccount),
    /** How many match. */
    total: z.number(),
    before: z.number(),
    nextCursor: z.string().nullable(),
    previousCursor: z.string().nullable(),
  }),
  async run({ ctx, tx, input }) {
    const { text, sort, direction, cursor, limit } = input;
    const ties: KeyColumn[] = [
      { sql: sql`lower(s.name)`, type: "text" },
      { sql: sql`s.id`, type: "uuid" },
    ];
    const keyset = readKeyset({ by: columns[sort], direction, ties }, cursor);
    const from = sql`from service_accounts s where s.org_id = ${ctx.org.id}::uuid
      ${text === undefined || text === "" ? sql`` : sql`and (strpos(lower(s.name), lower(${text})) > 0 or strpos(lower(s.purpose), lower(${text})) > 0)`}`;
    const [row] = await tx.execute<{ items: Row[] | null; total: number }>(sql`
      select (select count(*)::int ${from}) as total, (select json_agg(i) from (
        select page.*, p.name as "createdBy", k."keyCount", k."lastUsedAt"
        from (select s.id, s.name, s.purpose, s.role, s.created_by, ${iso(sql`s.created_at`)} as "createdAt", ${iso(sql`s.disabled_at`)} as "disabledAt",
            ${keyset.keys} as keys, row_number() over (order by ${keyset.orderBy}) as place
          ${from} and ${keyset.condition} order by ${keyset.orderBy} limit ${limit + 1}) page
        left join people p on p.id = page.created_by
        cross join lateral (select count(*) filter (where k.revoked_at is null and k.expires_at > now())::int as "keyCount",
            ${iso(sql`max(k.last_used_at)`)} as "lastUsedAt"
          from api_keys k where k.org_id = ${ctx.org.id}::uuid and k.service_account_id = page.id) k
        order by place) i) as items`);
    return { total: row?.total ?? 0, ...toPage(row?.items ?? [], keyset, limit) };
  },
});
