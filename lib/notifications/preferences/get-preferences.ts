import { sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "#lib/kernel/operation.ts";
import { inboxOwner } from "#lib/notifications/notifications/inbox-owner.ts";
import { type Kind, kindNames, kinds } from "#lib/notifications/notifications/schema.ts";

/** What the caller wants to be told of. */
export const getPreferences = query({
  name: "preference.get",
  permission: "notification:read",
  route: { method: "GET", path: "/notifications/preferences", summary: "Read what you are told of" },
  input: z.strictObject({}),
  output: z.object({
    kinds: z.array(
      z.object({ kind: z.enum(kindNames), label: z.string(), isWanted: z.boolean(), isOptional: z.boolean() }),
    ),
  }),
  async run({ ctx, tx }) {
    const rows = await tx.execute<{ kind: Kind; isWanted: boolean }>(sql`
      select kind, is_wanted as "isWanted" from notification_preferences
      where org_id = ${ctx.org.id}::uuid and person_id = ${inboxOwner(ctx)}::uuid`);
    const stored = new Map(rows.map((row) => [row.kind, row.isWanted]));
    return {
      kinds: kindNames.map((kind) => ({
        kind,
        label: kinds[kind].label,
        isOptional: kinds[kind].isOptional,
        isWanted: !kinds[kind].isOptional || (stored.get(kind) ?? true),
      })),
    };
  },
});
