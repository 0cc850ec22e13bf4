import { sql } from "drizzle-orm";
import type { InlineSubscriber } from "#lib/kernel/events.ts";
import { deliverNotifications } from "#lib/notifications/deliveries/deliver-notifications.ts";

type Membership = { personId: string; role: string };

/** Somebody was added, or may do more or less than before: told to them, unless they did it themselves. */
export const tellOfMembership: InlineSubscriber[] = ["member.added", "member.changed"].map((topic) => ({
  topic,
  name: `notifications.tell-of-${topic}`,
  async run({ ctx, tx, events, emit }) {
    const ids = events.map((event) => event.subjectId).filter((id) => id !== ctx.actor.personId);
    if (ids.length === 0) return;
    const rows = await tx.execute<Membership>(sql`
      select person_id as "personId", role from memberships where org_id = ${ctx.org.id}::uuid and person_id::text = any(${sql.param(ids)}::text[])`);
    await deliverNotifications(
      { ctx, tx, emit },
      rows.map(({ personId, role }) => ({
        personId,
        kind: "member.changed",
        subject: "membership",
        title:
          topic === "member.added"
            ? `Welcome to ${ctx.org.name}`
            : `You are ${article(role)} ${role} of ${ctx.org.name} now`,
        body: topic === "member.added" ? `${ctx.actor.name} added you as ${role}` : `${ctx.actor.name} changed it`,
        href: topic === "member.added" ? "" : "/settings/permissions",
        tone: "accent",
        needsAction: false,
      })),
    );
  },
}));

function article(role: string): string {
  return role.startsWith("a") ? "an" : "a";
}
