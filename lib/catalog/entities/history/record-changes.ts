import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { statedOwner, statedProperties } from "#lib/catalog/derived/stated.ts";
import type { Context } from "#lib/kernel/context.ts";
import type { NewEvent } from "#lib/kernel/events.ts";

// Above this many, live pages get one event that says how many instead of one each.
const singleEventsUpTo = 20;

/** Where entities are written: who does it, in which transaction, and who hears of it. */
export type WriteScope = { ctx: Context; tx: Transaction; emit(event: NewEvent): Promise<void> };

/**
 * Writes the history of entities that were just changed, as they stand now, and announces them together with `affected`: others whose
 * scores may differ although nothing of theirs was written, and with those that were `joined` to them: relations and owners of theirs
 * had been waiting.
 */
export async function recordChanges(
  scope: WriteScope,
  ids: string[],
  {
    sourceId = null,
    affected = [],
    joined = [],
  }: { sourceId?: string | null; affected?: string[]; joined?: string[] } = {},
): Promise<void> {
  if (ids.length > 0) await writeVersions(scope, sourceId, ids);
  const own = new Set([...ids, ...affected]);
  await announceChanges(
    scope,
    [...ids, ...affected],
    joined.filter((id) => !own.has(id)),
  );
}

async function writeVersions({ ctx, tx }: WriteScope, sourceId: string | null, ids: string[]): Promise<void> {
  await tx.execute(sql`
    insert into entity_versions (org_id, entity_id, version, actor_kind, actor_name, door, source_id, document)
    select org_id, id, version, ${ctx.actor.kind}, ${ctx.actor.name}, ${ctx.door}, ${sourceId}::uuid,
      jsonb_build_object('title', title, 'description', description, 'owner', ${statedOwner}, 'lifecycle', lifecycle, 'type', type, 'tags', tags,
        'labels', labels, 'annotations', annotations, 'links', links, 'properties', ${statedProperties})
    from entities e where org_id = ${ctx.org.id}::uuid and id = any(${sql.param(ids)}::uuid[])`);
}

/** Announces entities whose scores may differ now; `joined` are others that had been waiting for them. */
export async function announceChanges(
  { emit }: Pick<WriteScope, "emit">,
  ids: string[],
  joined: string[] = [],
): Promise<void> {
  const affected = [...new Set([...ids, ...joined])];
  if (affected.length > singleEventsUpTo) {
    await emit({
      topic: "entity.changed",
      subjectId: "*",
      payload: { count: affected.length },
      detail: { entityIds: affected, joinedIds: joined },
    });
    return;
  }
  const waited = new Set(joined);
  for (const id of affected)
    await emit({
      topic: "entity.changed",
      subjectId: id,
      detail: { entityIds: [id], joinedIds: waited.has(id) ? [id] : [] },
    });
}
