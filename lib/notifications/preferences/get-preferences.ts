import { sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "#lib/kernel/operation.ts";
import { inboxOwner } from "#lib/notifications/notifications/inbox-owner.ts";
import { type Topic, topicNames, topics } from "#lib/notifications/notifications/schema.ts";

/** What the caller wants to be told of. */
export const getPreferences = query({
  name: "preference.get",
  permission: "notification:read",
  route: { method: "GET", path: "/notifications/preferences", summary: "Read what you are told of" },
  input: z.strictObject({}),
  output: z.object({
    topics: z.array(
      z.object({ topic: z.enum(topicNames), label: z.string(), isWanted: z.boolean(), isOptional: z.boolean() }),
    ),
  }),
  async run({ ctx, tx }) {
    const rows = await tx.execute<{ topic: Topic; isWanted: boolean }>(sql`
      select topic, is_wanted as "isWanted" from notification_preferences
      where org_id = ${ctx.org.id}::uuid and person_id = ${inboxOwner(ctx)}::uuid`);
    const stored = new Map(rows.map((row) => [row.topic, row.isWanted]));
    return {
      topics: topicNames.map((topic) => ({
        topic,
        label: topics[topic].label,
        isOptional: topics[topic].isOptional,
        isWanted: !topics[topic].isOptional || (stored.get(topic) ?? true),
      })),
    };
  },
});
