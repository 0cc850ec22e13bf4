import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { ApiKey } from "#lib/identity/keys/schema.ts";
import { query } from "#lib/kernel/operation.ts";

/** The organization's keys, without their tokens: those that work first. */
export const listKeys = query({
  name: "key.list",
  permission: "key:read",
  route: { method: "GET", path: "/keys", summary: "List API keys" },
  input: z.strictObject({ serviceAccountId: z.uuid().optional() }),
  output: z.object({ items: z.array(ApiKey) }),
  async run({ ctx, tx, input }) {
    const items = await tx.execute<z.infer<typeof ApiKey>>(sql`
      select k.id, k.name, k.prefix, k.role, k.scopes, p.name as "createdBy", ${iso(sql`k.created_at`)} as "createdAt", ${iso(sql`k.expires_at`)} as "expiresAt",
        case when s.id is null then null else jsonb_build_object('id', s.id, 'name', s.name, 'isDisabled', s.disabled_at is not null) end as "serviceAccount",
        ${iso(sql`k.last_used_at`)} as "lastUsedAt", k.last_used_from as "lastUsedFrom", ${iso(sql`k.revoked_at`)} as "revokedAt"
      from api_keys k join people p on p.id = k.created_by left join service_accounts s on s.org_id = k.org_id and s.id = k.service_account_id
      where k.org_id = ${ctx.org.id}::uuid and (${input.serviceAccountId ?? null}::uuid is null or k.service_account_id = ${input.serviceAccountId ?? null}::uuid)
      order by k.revoked_at is null and k.expires_at > now() desc, k.created_at desc limit 200`);
    return { items: [...items] };
  },
});
