import { type SQL, sql } from "drizzle-orm";
import { findOwners } from "#lib/catalog/mine/find-owners.ts";
import type { InlineSubscriber } from "#lib/kernel/events.ts";
import { deliverNotifications } from "#lib/notifications/deliveries/deliver-notifications.ts";
import { groupThings } from "#lib/notifications/deliveries/group-things.ts";

type Lost = { id: string; blueprint: string; identifier: string; title: string; before: string; now: string | null };

/** Something that lost its owner, or has another one now, told to who owned it before. */
export const tellOfOwners: InlineSubscriber = {
  topic: "entity.changed",
  name: "notifications.tell-of-owners",
  async run({ ctx, tx, events, emit }) {
    const ids = events.flatMap((event) => (event.detail as { entityIds?: string[] } | undefined)?.entityIds ?? []);
    if (ids.length === 0) return;
    // Written by this transaction: an entity that was only joined up still has the version, and the owner, of before. Versions are looked up
    // one by one, by their key: joined, those of a large import, which have no statistics yet, were read once for each of its entities.
    const version = (column: SQL, number: SQL) =>
      sql`(select ${column} from entity_versions v where v.org_id = ${ctx.org.id}::uuid and v.entity_id = c.id and v.version = ${number})`;
    const lost = await tx.execute<Lost>(sql`
      with changed as materialized (
        select e.id, e.blueprint, e.identifier, e.title, e.owner_ref, e.version from entities e
        where e.org_id = ${ctx.org.id}::uuid and e.id = any(${sql.param(ids)}::uuid[]) and e.version > 1),
      rewritten as materialized (
        select c.*, ${version(sql`v.document->>'owner'`, sql`c.version - 1`)} as before from changed c
        where ${version(sql`v.at`, sql`c.version`)} = now())
      select id, blueprint, identifier, title, before, owner_ref as now from rewritten where before is not null and owner_ref is distinct from before`);
    if (lost.length === 0) return;
    const owners = await findOwners(
      tx,
      ctx.org.id,
      lost.map((entity) => entity.before),
    );
    const peopleOf = Map.groupBy(owners, (owner) => owner.ref);
    const happenings = lost.flatMap((entity) =>
      (peopleOf.get(entity.before) ?? []).map(({ personId }) => ({
        personId,
        entityId: entity.id,
        entityTitle: entity.title,
        href: `/catalog/${entity.blueprint}/${entity.identifier}`,
        what: entity.now === null ? "has no owner any more" : `is owned by ${entity.now} now`,
        body: `It was owned by ${entity.before}; ${ctx.actor.name} changed it`,
      })),
    );
    await deliverNotifications(
      { ctx, tx, emit },
      groupThings(happenings, {
        kind: "owner.changed",
        tone: "warn",
        needsAction: lost.some((entity) => entity.now === null),
        occasion: `owners ${ctx.requestId}`,
        titleOfMany: (count) => `${count} things you owned lost their owner or have another one`,
        hrefOfMany: "/catalog",
      }),
    );
  },
};
