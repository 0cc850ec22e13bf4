import { sql } from "drizzle-orm";
import { lockDeriving } from "#lib/catalog/derived/pending.ts";
import { readPlan } from "#lib/catalog/derived/read-plan.ts";
import { announceChanges, type WriteScope } from "#lib/catalog/entities/history/record-changes.ts";

/**
 * Deletes entities with their relations, scores and history. What pointed at them keeps pointing, at something that is not there.
 * The caller's audit entry is what remains of them.
 */
export async function eraseEntities(scope: WriteScope, ids: string[]): Promise<void> {
  const { ctx, tx } = scope;
  const gone = sql`any(${sql.param(ids)}::uuid[])`;
  // Before the lock that deleting takes: whoever derives asks for the two in this order.
  if ((await readPlan(tx, ctx.org.id)) !== null) await lockDeriving(tx, ctx.org.id);
  const left = await tx.execute<{ id: string }>(sql`
    with loosened as (
      update relations r set to_id = null where r.org_id = ${ctx.org.id}::uuid and r.to_id = ${gone} returning r.from_id as id),
    disowned as (
      update entities e set owner_id = null where e.org_id = ${ctx.org.id}::uuid and e.owner_id = ${gone} and e.id <> all(${sql.param(ids)}::uuid[]) returning e.id)
    select id from loosened union select id from disowned`);
  // What they pointed at: how much points at it, and what is derived from that, is different now.
  const ends = await tx.execute<{ id: string }>(sql`
    select distinct r.to_id as id from relations r where r.org_id = ${ctx.org.id}::uuid and r.from_id = ${gone} and r.to_id is not null`);
  await tx.execute(sql`delete from entities e where e.org_id = ${ctx.org.id}::uuid and e.id = ${gone}`);
  const removed = new Set(ids);
  await announceChanges(
    scope,
    [...left, ...ends].map(({ id }) => id).filter((id) => !removed.has(id)),
  );
}
