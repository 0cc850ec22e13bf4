import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { query } from "#lib/kernel/operation.ts";
import { Secret } from "#lib/secrets/stored/schema.ts";

/** The organization's secrets, without their values. */
export const listSecrets = query({
  name: "secret.list",
  permission: "secret:read",
  route: { method: "GET", path: "/secrets", summary: "List secrets, without their values" },
  input: z.strictObject({}),
  output: z.object({ items: z.array(Secret) }),
  async run({ ctx, tx }) {
    const items = await tx.execute<Secret>(sql`
      select id, name, purpose, origin, created_by as "createdBy", ${iso(sql`created_at`)} as "createdAt", ${iso(sql`replaced_at`)} as "replacedAt",
        ${iso(sql`last_used_at`)} as "lastUsedAt"
      from secrets where org_id = ${ctx.org.id}::uuid order by name, created_at limit 1000`);
    return { items: [...items] };
  },
});
