import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { Identity } from "#lib/identity/identities/schema.ts";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import { query } from "#lib/kernel/operation.ts";

/** The accounts at providers that sign in the person who asks, and whether a password does too. */
export const listIdentities = query({
  name: "identity.list",
  permission: "session:read",
  route: { method: "GET", path: "/account/identities", summary: "List your ways to sign in" },
  input: z.strictObject({}),
  output: z.object({ items: z.array(Identity), hasPassword: z.boolean() }),
  async run({ ctx, tx }) {
    const personId = ownPersonId(ctx);
    const items = await tx.execute<z.infer<typeof Identity>>(sql`
      select id, provider, issuer, login, email, ${iso(sql`linked_at`)} as "linkedAt", ${iso(sql`last_used_at`)} as "lastUsedAt"
      from identities where person_id = ${personId}::uuid order by linked_at, id`);
    const [person] = await tx.execute<{ hasPassword: boolean }>(
      sql`select password_hash is not null as "hasPassword" from people where id = ${personId}::uuid`,
    );
    return { items: [...items], hasPassword: person?.hasPassword ?? false };
  },
});
