import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { ServiceAccount } from "#lib/identity/service-accounts/schema.ts";
import { query } from "#lib/kernel/operation.ts";

/** The organization's service accounts, with how many keys each has. */
export const listServiceAccounts = query({
  name: "service-account.list",
  permission: "service-account:read",
  route: { method: "GET", path: "/service-accounts", summary: "List service accounts" },
  input: z.strictObject({}),
  output: z.object({ items: z.array(ServiceAccount) }),
  async run({ ctx, tx }) {
    const items = await tx.execute<ServiceAccount>(sql`
      select s.id, s.name, s.purpose, s.role, p.name as "createdBy", ${iso(sql`s.created_at`)} as "createdAt", ${iso(sql`s.disabled_at`)} as "disabledAt",
        count(k.id) filter (where k.revoked_at is null and k.expires_at > now())::int as "keyCount", ${iso(sql`max(k.last_used_at)`)} as "lastUsedAt"
      from service_accounts s left join people p on p.id = s.created_by left join api_keys k on k.org_id = s.org_id and k.service_account_id = s.id
      where s.org_id = ${ctx.org.id}::uuid group by s.org_id, s.id, p.name order by s.disabled_at is not null, s.name limit 200`);
    return { items: [...items] };
  },
});
