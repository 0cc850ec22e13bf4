import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { inboxOwner } from "#lib/notifications/notifications/inbox-owner.ts";
import { inboxRecord } from "#lib/notifications/notifications/inbox-record.ts";
import { kindNames, kinds } from "#lib/notifications/notifications/schema.ts";

/** Turns one kind of notification on or off, for the caller. What changes their own rights cannot be turned off. */
export const setPreference = command({
  name: "preference.set",
  permission: "notification:write",
  route: { method: "PUT", path: "/notifications/preferences", summary: "Choose what you are told of" },
  input: z.strictObject({ kind: z.enum(kindNames), isWanted: z.boolean() }),
  output: z.object({ isWanted: z.boolean() }),
  async run({ ctx, tx, input, audit }) {
    const personId = inboxOwner(ctx);
    if (!kinds[input.kind].isOptional) {
      throw new AppError("invalid", "You are always told when your rights change.", [
        { path: "kind", message: "Cannot be turned off" },
      ]);
    }
    await tx.execute(sql`
      insert into notification_preferences (org_id, person_id, kind, is_wanted)
      values (${ctx.org.id}::uuid, ${personId}::uuid, ${input.kind}, ${input.isWanted})
      on conflict (org_id, person_id, kind) do update set is_wanted = excluded.is_wanted`);
    audit(inboxRecord(ctx, { kind: input.kind, isWanted: input.isWanted }));
    return { isWanted: input.isWanted };
  },
});
