import { sql } from "drizzle-orm";
import { announceChanges, type WriteScope } from "#lib/catalog/entities/history/record-changes.ts";

/** Takes entities out of every list, noting who did it and why, or brings them back, and announces them. */
export async function setArchived(
  scope: WriteScope,
  ids: string[],
  archived: { reason: string } | null,
): Promise<void> {
  const { ctx, tx } = scope;
  if (ids.length === 0) return;
  const state =
    archived === null
      ? sql`is_archived = false, archived_at = null, archived_by = null, archived_reason = null`
      : sql`is_archived = true, archived_at = now(), archived_by = ${ctx.actor.name}, archived_reason = ${archived.reason}`;
  await tx.execute(
    sql`update entities e set ${state} where e.org_id = ${ctx.org.id}::uuid and e.id = any(${sql.param(ids)}::uuid[])`,
  );
  await announceChanges(scope, ids);
}
