import { sql } from "drizzle-orm";
import { findOwners } from "#lib/catalog/mine/find-owners.ts";
import type { InlineSubscriber } from "#lib/kernel/events.ts";
import { deliverNotifications } from "#lib/notifications/deliveries/deliver-notifications.ts";
import { groupThings } from "#lib/notifications/deliveries/group-things.ts";

type Drop = {
  entityId: string;
  scorecard: string;
  scorecardTitle: string;
  fromName: string;
  toName: string | null;
};
type Entity = { id: string; blueprint: string; identifier: string; title: string; ownerRef: string };

/** Something that fell to a lower level, told to its owners. */
export const tellOfDrops: InlineSubscriber = {
  topic: "scorecard.dropped",
  name: "notifications.tell-of-drops",
  async run({ ctx, tx, events, emit }) {
    const drops = events.flatMap((event) => (event.detail as { drops?: Drop[] } | undefined)?.drops ?? []);
    const ids = [...new Set(drops.map((drop) => drop.entityId))];
    const rows = await tx.execute<Entity>(sql`
      select id, blueprint, identifier, title, owner_ref as "ownerRef" from entities
      where org_id = ${ctx.org.id}::uuid and id = any(${sql.param(ids)}::uuid[]) and owner_ref is not null`);
    const entityOf = new Map(rows.map((row) => [row.id, row]));
    const owners = await findOwners(
      tx,
      ctx.org.id,
      rows.map((row) => row.ownerRef),
    );
    const peopleOf = Map.groupBy(owners, (owner) => owner.ref);
    const happenings = drops.flatMap((drop) => {
      const entity = entityOf.get(drop.entityId);
      if (entity === undefined) return [];
      return (peopleOf.get(entity.ownerRef) ?? []).map(({ personId }) => ({
        personId,
        entityId: entity.id,
        entityTitle: entity.title,
        href: `/catalog/${entity.blueprint}/${entity.identifier}`,
        what: `dropped to ${drop.toName ?? "no level"} in ${drop.scorecardTitle}`,
        body: `It was ${drop.fromName} before`,
      }));
    });
    await deliverNotifications(
      { ctx, tx, emit },
      groupThings(happenings, {
        kind: "score.dropped",
        tone: "warn",
        needsAction: false,
        occasion: `drops ${ctx.requestId}`,
        titleOfMany: (count) =>
          count === 1 ? "One thing you own dropped in several scorecards" : `${count} things you own dropped a level`,
        hrefOfMany: drops[0] === undefined ? "/scorecards" : `/scorecards/${drops[0].scorecard}`,
      }),
    );
  },
};
