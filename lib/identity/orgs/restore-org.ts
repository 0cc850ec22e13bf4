import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Brings a deleted organization back, with everything in it, as long as its time is not over. Jobs that waited run now. */
export const restoreOrg = command({
  name: "org.restore",
  permission: "org:delete",
  route: { method: "POST", path: "/org/restoration", summary: "Bring the organization back" },
  input: z.strictObject({}),
  output: z.object({ slug: z.string() }),
  async run({ ctx, tx, audit, emit }) {
    const [org] = await tx.execute<{ erase_at: string | null; is_late: boolean }>(sql`
      select erase_at, erase_at <= now() as is_late from orgs where org_id = ${ctx.org.id}::uuid for update`);
    if (org === undefined || org.is_late)
      throw new AppError("not_found", "The time to bring this organization back is over; it is being erased.");
    if (org.erase_at === null) throw new AppError("conflict", `${ctx.org.name} is not deleted.`);
    await tx.execute(sql`select graphile_worker.resume_jobs_of_org(${org.erase_at}::timestamptz)`);
    await tx.execute(sql`update orgs set deleted_at = null, erase_at = null where org_id = ${ctx.org.id}::uuid`);
    audit({ subjectKind: "org", subjectId: ctx.org.id, subjectName: ctx.org.name, after: { restored: true } });
    await emit({ topic: "org.restored", subjectId: ctx.org.id });
    return { slug: ctx.org.slug };
  },
});
