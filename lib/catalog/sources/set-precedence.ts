import { sql } from "drizzle-orm";
import { z } from "zod";
import { writeLayers } from "#lib/catalog/contributions/write-layers.ts";
import { recordChanges } from "#lib/catalog/entities/history/record-changes.ts";
import { Precedence } from "#lib/catalog/sources/preview-precedence.ts";
import { remerge } from "#lib/catalog/sources/remerge.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/**
 * Changes how much a source's word weighs beside others, and merges everything anew that it describes beside others: in one transaction,
 * so that nobody sees some entities by the old rule and some by the new one.
 */
export const setPrecedence = command({
  name: "source.set-precedence",
  permission: "source:write",
  route: { method: "PUT", path: "/sources/{id}/precedence", summary: "Change how much a source's word weighs" },
  input: z.strictObject({ id: z.uuid(), precedence: Precedence }),
  output: z.object({ precedence: z.number(), changed: z.number() }),
  async run({ ctx, tx, input: { id, precedence }, audit, emit }) {
    const [source] = await tx.execute<{ name: string; precedence: number }>(sql`
      select s.name, s.precedence from sources s where s.org_id = ${ctx.org.id}::uuid and s.id = ${id}::uuid for update`);
    if (source === undefined) throw new AppError("not_found", "There is no such source.");
    const before = { precedence: source.precedence };
    await tx.execute(
      sql`update sources s set precedence = ${precedence} where s.org_id = ${ctx.org.id}::uuid and s.id = ${id}::uuid`,
    );
    const scope = { ctx, tx, emit };
    let changed = 0;
    for await (const batch of remerge(tx, ctx.org.id, { sourceId: id, precedence, lock: true })) {
      const ids = await writeLayers(scope, batch);
      if (ids.length > 0) await recordChanges(scope, ids, { sourceId: id });
      changed += ids.length;
    }
    audit({
      subjectKind: "source",
      subjectId: id,
      subjectName: source.name,
      before,
      after: { precedence, changed },
    });
    await emit({ topic: "source.changed", subjectId: id });
    return { precedence, changed };
  },
});
