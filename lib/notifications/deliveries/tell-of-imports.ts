import type { InlineSubscriber } from "#lib/kernel/events.ts";
import { deliverNotifications } from "#lib/notifications/deliveries/deliver-notifications.ts";
import { personOf } from "#lib/notifications/deliveries/tell-of-runs.ts";

/** An import that was refused in part, told to who made it: one notification, however much it changed. */
export const tellOfImports: InlineSubscriber = {
  topic: "catalog.imported",
  name: "notifications.tell-of-imports",
  async run({ ctx, tx, events, emit }) {
    const { kind, id } = ctx.actor;
    const personId = await personOf(tx, ctx.org.id, kind, id);
    if (personId === null) return;
    const deliveries = events.flatMap((event) => {
      const { refused, sourceName } = event.payload as { refused: number; sourceName: string };
      if (refused === 0) return [];
      return {
        personId,
        kind: "import.refused" as const,
        subject: `source ${sourceName}`,
        title: `${refused} ${refused === 1 ? "entry" : "entries"} of ${sourceName} could not be imported`,
        body: "Everything else was. The report says which, and why.",
        href: `/sources/imports/${event.subjectId}`,
        tone: "warn" as const,
        needsAction: true,
      };
    });
    await deliverNotifications({ ctx, tx, emit }, deliveries);
  },
};
