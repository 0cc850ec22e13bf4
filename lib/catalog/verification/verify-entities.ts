import { sql } from "drizzle-orm";
import { z } from "zod";
import { lockMany, ManyOutput, manyInput } from "#lib/catalog/archive/lock-many.ts";
import { announceChanges } from "#lib/catalog/entities/history/record-changes.ts";
import { command } from "#lib/kernel/operation.ts";

/** Says that what the catalog has about many entities is still true: all or none, or, when `isPartial`, all that are there. One audit entry. */
export const verifyEntities = command({
  name: "entity.verify-many",
  permission: "entity:write",
  route: {
    method: "POST",
    path: "/entities/verifications/many",
    summary: "Say that many entities are still described right",
  },
  input: z.strictObject(manyInput(5000)),
  output: ManyOutput,
  async run({ ctx, tx, input, audit, emit }) {
    const { ids, refused, problems } = await lockMany(tx, ctx.org.id, input, "used");
    await tx.execute(sql`
      update entities e set verified_at = now(), verified_by = ${ctx.actor.name}, verification_asked_at = null
      where e.org_id = ${ctx.org.id}::uuid and e.id = any(${sql.param(ids)}::uuid[])`);
    if (ids.length > 0) await announceChanges({ emit }, ids);
    const counts = { done: ids.length, refused };
    audit({ subjectKind: "entity", subjectId: "*", subjectName: "many", after: { ...counts, entities: ids } });
    return { ...counts, problems };
  },
});
