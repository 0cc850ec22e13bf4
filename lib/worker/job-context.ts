import { sql } from "drizzle-orm";
import { tenantTransaction } from "#db/transactions.ts";
import { type Context, makeContext, type Org } from "#lib/kernel/context.ts";

/** The context of a job, or null when its organization is gone. The job is the actor; what a person asked for is kept with the work itself. */
export async function jobContext(orgId: string, jobName: string): Promise<Context | null> {
  const [org] = await tenantTransaction(
    { orgId },
    (tx) =>
      tx.execute<Org>(
        sql`select org_id as id, slug, name, time_zone as "timeZone" from orgs where org_id = ${orgId}::uuid`,
      ),
    { readOnly: true },
  );
  return org === undefined
    ? null
    : makeContext({ org, actor: { kind: "job", id: jobName, name: jobName }, role: "admin", door: "job" });
}
