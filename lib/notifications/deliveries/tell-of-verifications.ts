import { sql } from "drizzle-orm";
import { findOwners } from "#lib/catalog/mine/find-owners.ts";
import type { InlineSubscriber } from "#lib/kernel/events.ts";
import { deliverNotifications } from "#lib/notifications/deliveries/deliver-notifications.ts";
import { groupThings } from "#lib/notifications/deliveries/group-things.ts";

type Due = { id: string; blueprint: string; identifier: string; title: string; ownerRef: string };

/** Asks the owners of what has become due whether it is still true: one word for each of them, whatever the number of things. */
export const tellOfVerifications: InlineSubscriber = {
  topic: "entity.verification-due",
  name: "notifications.tell-of-verifications",
  async run({ ctx, tx, events, emit }) {
    const ids = events.flatMap((event) => (event.detail as { entityIds?: string[] } | undefined)?.entityIds ?? []);
    const due = await tx.execute<Due>(sql`
      select e.id, e.blueprint, e.identifier, e.title, e.owner_ref as "ownerRef" from entities e
      where e.org_id = ${ctx.org.id}::uuid and e.id = any(${sql.param(ids)}::uuid[]) and e.owner_ref is not null`);
    const owners = await findOwners(
      tx,
      ctx.org.id,
      due.map((entity) => entity.ownerRef),
    );
    const peopleOf = Map.groupBy(owners, (owner) => owner.ref);
    const happenings = due.flatMap((entity) =>
      (peopleOf.get(entity.ownerRef) ?? []).map(({ personId }) => ({
        personId,
        entityId: entity.id,
        entityTitle: entity.title,
        href: `/catalog/${entity.blueprint}/${entity.identifier}`,
        what: "should be confirmed",
        body: "Look whether what the catalog says about it is still true, and say so.",
      })),
    );
    await deliverNotifications(
      { ctx, tx, emit },
      groupThings(happenings, {
        kind: "verification.due",
        tone: "note",
        needsAction: true,
        occasion: "verifications",
        titleOfMany: (count) => `${count} things you own should be confirmed`,
        hrefOfMany: "/catalog",
      }),
    );
  },
};
