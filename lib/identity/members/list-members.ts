import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { Member, type MemberSort, memberSorts } from "#lib/identity/members/schema.ts";
import { Cursor, type KeyColumn, readKeyset, toPage } from "#lib/kernel/keyset.ts";
import { query } from "#lib/kernel/operation.ts";
import { roles } from "#lib/kernel/permissions.ts";

type Row = Member & { keys: (string | null)[] };

const columns: Record<MemberSort, KeyColumn> = {
  name: { sql: sql`lower(p.name)`, type: "text" },
  role: { sql: sql`m.role::text`, type: "text" },
  joinedAt: { sql: sql`m.created_at`, type: "timestamptz" },
};

/** Who belongs to the organization. */
export const listMembers = query({
  name: "member.list",
  permission: "member:read",
  route: { method: "GET", path: "/members", summary: "List the members of the organization" },
  input: z.strictObject({
    text: z.string().trim().max(200).optional().describe("Part of a name or an address"),
    role: z.enum(roles).optional(),
    sort: z.enum(memberSorts).default("name"),
    direction: z.enum(["ascending", "descending"]).default("ascending"),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(1000),
  }),
  output: z.object({
    items: z.array(Member),
    /** How many match. */
    total: z.number(),
    before: z.number(),
    nextCursor: z.string().nullable(),
    previousCursor: z.string().nullable(),
  }),
  async run({ ctx, tx, input }) {
    const { text, role, sort, direction, cursor, limit } = input;
    const keyset = readKeyset(
      { by: columns[sort], direction, ties: [{ sql: sql`m.person_id`, type: "uuid" }] },
      cursor,
    );
    const from = sql`from memberships m join people p on p.id = m.person_id where m.org_id = ${ctx.org.id}::uuid
      ${role === undefined ? sql`` : sql`and m.role = ${role}`}
      ${text === undefined || text === "" ? sql`` : sql`and (strpos(lower(p.name), lower(${text})) > 0 or strpos(lower(p.email), lower(${text})) > 0)`}`;
    // The teams of those who are shown, not of everybody.
    const [row] = await tx.execute<{ items: Row[] | null; total: number }>(sql`
      select (select count(*)::int ${from}) as total, (select json_agg(i) from (
        select page.*, coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name)) from team_members tm
            join teams t on t.org_id = tm.org_id and t.id = tm.team_id
            where tm.org_id = ${ctx.org.id}::uuid and tm.person_id = page."personId"), '[]') as teams
        from (select m.person_id as "personId", p.name, p.email, m.role, m.team_ref as "teamRef", ${iso(sql`m.created_at`)} as "joinedAt",
            ${keyset.keys} as keys, row_number() over (order by ${keyset.orderBy}) as place
          ${from} and ${keyset.condition} order by ${keyset.orderBy} limit ${limit + 1}) page
        order by place) i) as items`);
    return { total: row?.total ?? 0, ...toPage(row?.items ?? [], keyset, limit) };
  },
});
