import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { Invitation } from "#lib/identity/invitations/schema.ts";
import { query } from "#lib/kernel/operation.ts";

/** Who is invited and has not come yet. */
export const listInvitations = query({
  name: "invitation.list",
  permission: "invitation:read",
  route: { method: "GET", path: "/invitations", summary: "List open invitations" },
  input: z.strictObject({}),
  output: z.object({ items: z.array(Invitation) }),
  async run({ ctx, tx }) {
    const items = await tx.execute<z.infer<typeof Invitation>>(sql`
      select id, email, role, invited_by_name as "invitedBy", ${iso(sql`created_at`)} as "createdAt", ${iso(sql`expires_at`)} as "expiresAt",
        case when expires_at > now() then 'open' else 'expired' end as state, ${iso(sql`mailed_at`)} as "mailedAt"
      from invitations where org_id = ${ctx.org.id}::uuid and accepted_at is null and revoked_at is null order by created_at desc, id`);
    return { items: [...items] };
  },
});
