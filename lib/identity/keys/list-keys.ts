import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { ApiKey } from "#lib/identity/keys/schema.ts";
import { query } from "#lib/kernel/operation.ts";

/** The organization's keys, without their tokens. */
export const listKeys = query({
  name: "key.list",
  permission: "key:read",
  route: { method: "GET", path: "/keys", summary: "List API keys" },
  input: z.strictObject({}),
  output: z.object({ items: z.array(ApiKey) }),
  async run({ ctx, tx }) {
    const items = await tx.execute<z.infer<typeof ApiKey>>(sql`
      select k.id, k.name, k.prefix, k.role, p.name as "createdBy", ${iso(sql`k.created_at`)} as "createdAt", ${iso(sql`k.expires_at`)} as "expiresAt",
        ${iso(sql`k.last_used_at`)} as "lastUsedAt", ${iso(sql`k.revoked_at`)} as "revokedAt"
      from api_keys k join people p on p.id = k.created_by where k.org_id = ${ctx.org.id}::uuid order by k.created_at desc limit 200`);
    return { items: [...items] };
  },
});
