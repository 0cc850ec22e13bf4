import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { ExpectedVersion, entityKey, lockEntity } from "#lib/catalog/entities/edits/editing.ts";
import { announceChanges } from "#lib/catalog/entities/history/record-changes.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Says that what the catalog has about an entity is still true. It starts the period of its kind anew. */
export const verifyEntity = command({
  name: "entity.verify",
  permission: "entity:write",
  route: { method: "POST", path: "/entities/verifications", summary: "Say that an entity is still described right" },
  input: z.strictObject({ ...entityKey, expectedVersion: ExpectedVersion }),
  output: z.object({ verifiedAt: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { id, version } = await lockEntity({ ctx, tx }, input);
    if (input.expectedVersion !== undefined && input.expectedVersion !== version) {
      const message = `Somebody changed this meanwhile: it is at version ${version}, you looked at ${input.expectedVersion}. Look again.`;
      throw new AppError("conflict", message);
    }
    const [row] = await tx.execute<{ verifiedAt: string }>(sql`
      update entities e set verified_at = now(), verified_by = ${ctx.actor.name}, verification_asked_at = null
      where e.org_id = ${ctx.org.id}::uuid and e.id = ${id}::uuid returning ${iso(sql`e.verified_at`)} as "verifiedAt"`);
    if (row === undefined) throw new Error("An entity was not stored");
    const subjectName = `${input.blueprint}:${input.identifier}`;
    audit({ subjectKind: "entity", subjectId: id, subjectName, after: { ...row, version } });
    await announceChanges({ emit }, [id]);
    return row;
  },
});
