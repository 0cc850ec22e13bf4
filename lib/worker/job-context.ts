import { sql } from "drizzle-orm";
import { tenantTransaction } from "#db/transactions.ts";
import { type Context, makeContext, type Org } from "#lib/kernel/context.ts";

/** What a job works with, or `heldUntil`: its organization is deleted, and may come back until then. */
export type JobContext = { ctx: Context; heldUntil?: undefined } | { ctx?: undefined; heldUntil: Date };

/** The context of a job, or null when its organization is gone. The job is the actor; what a person asked for is kept with the work itself. */
export async function jobContext(orgId: string, jobName: string): Promise<JobContext | null> {
  const [row] = await tenantTransaction(
    { orgId },
    (tx) =>
      tx.execute<Org & { eraseAt: string | null }>(
        sql`select org_id as id, slug, name, time_zone as "timeZone", erase_at as "eraseAt" from orgs where org_id = ${orgId}::uuid`,
      ),
    { readOnly: true },
  );
  if (row === undefined) return null;
  const { eraseAt, ...org } = row;
  if (eraseAt !== null) return { heldUntil: new Date(eraseAt) };
  return {
    ctx: makeContext({ org, actor: { kind: "job", id: jobName, name: jobName }, role: "admin", door: "job" }),
  };
}
