import { sql } from "drizzle-orm";
import type { InlineSubscriber } from "#lib/kernel/events.ts";

/** Events may come before the service they name is in the catalog; they are joined to it when it arrives. */
export const linkArrivedServices: InlineSubscriber = {
  topic: "entity.changed",
  name: "metrics.link-arrived-services",
  async run({ ctx, tx, events }) {
    const ids = events.flatMap((event) => (event.detail as { entityIds?: string[] } | undefined)?.entityIds ?? []);
    if (ids.length === 0) return;
    await tx.execute(sql`
      with arrived as (
        select id, blueprint || ':' || identifier as ref from entities where org_id = ${ctx.org.id}::uuid and id = any(${sql.param(ids)}::uuid[])),
      deployed as (
        update deployments d set entity_id = a.id from arrived a where d.org_id = ${ctx.org.id}::uuid and d.entity_id is null and d.service_ref = a.ref)
      update incidents i set entity_id = a.id from arrived a where i.org_id = ${ctx.org.id}::uuid and i.entity_id is null and i.service_ref = a.ref`);
  },
};
